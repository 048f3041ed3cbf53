import DelimitedText
import Foundation
import Subsidy
import Testing

@testable import Documents

/// The documents of a batch that is not the year's first.
struct FurtherBatchTests {
    private static let batch = Batch(
        number: 2, kind: .supersede, reason: "异议<成立>", withdraws: false)

    /// After a year that gave the first 6 fen too much, the second its part, and the third nothing.
    private func settlement() throws -> Settlement {
        var sample = try Sample.plain()
        sample.enterprises[2].payee.account = ""
        let settlement = try sample.settlement()
        let awards = try #require(settlement.awards)
        var history = PaymentHistory()
        let sent = [awards[0].amount + Fen(6), awards[1].amount - Fen(1)]
        history.publish(
            zip(awards, sent).map { award, amount in
                SentPayment(
                    id: PaymentID(
                        year: 2026, uscc: award.enterprise.uscc, attempt: 1,
                        payerDigest: Sample.payerDigest),
                    uscc: award.enterprise.uscc, amount: amount, content: "\(amount)", batch: 1)
            }, awards: [:])
        let plan = BatchPlan(
            year: 2026, pool: sample.pool,
            claims: awards.map { award in
                BatchPlan.Claim(
                    uscc: award.enterprise.uscc, award: award.amount, holds: award.holdReasons,
                    content: { "\($0)" })
            },
            after: history, payerDigest: Sample.payerDigest)
        return settlement.paid(by: plan)
    }

    private func report() throws -> Report {
        Report(
            of: try settlement(),
            edition: try Sample.edition(batch: Self.batch, earlier: [.first]))
    }

    @Test func paysWhatIsOwedAndNoMore() throws {
        let order = try PaymentOrder(of: settlement(), date: Sample.date("2027-03-15"))
        #expect(order.payments.map(\.amount) == [Fen(1)])
        #expect(order.payments.map { $0.id.attempt } == [2])
        let held = try CSVTable.rows(of: HeldCSV.bytes(report())).map(\.cells)
        #expect(held.dropFirst().map { $0[2] } == ["151562.50"])
    }

    @Test func reportNamesTheBatchAndAddsUp() throws {
        let object = try JSONSerialization.jsonObject(with: Data(ReportJSON.bytes(report())))
        let json = try #require(object as? [String: Any])
        #expect(
            json["totals"] as? [String: String] == [
                "awards": "500000.00", "paidBefore": "348437.55", "issued": "0.01",
                "held": "151562.50", "toReclaim": "0.06",
            ])
        let batch = try #require(json["batch"] as? [String: Any])
        #expect(batch["number"] as? Int == 2)
        #expect(batch["kind"] as? String == "supersede")
        #expect(batch["reason"] as? String == "异议<成立>")
        #expect((batch["earlier"] as? [[String: Any]])?.map { $0["number"] as? Int } == [1])
        let award = try #require((json["awards"] as? [[String: Any]])?.first)
        #expect(award["payment"] as? String == "none")
        #expect(award["toReclaim"] as? String == "0.06")
    }

    /// Each sentence says what is this batch's part of the award, and what is not.
    @Test(arguments: [
        (0, "此前各批已出具 151,785.77 元。应追回 0.06 元。"),
        (1, "此前各批已出具 196,651.78 元；其余 0.01 元可出具：写入付款文件，业务参考号"),
        (2, "暂缓：名册没有账号，请补全。"),
    ])
    func explanationTellsWhatWasSentBefore(enterprise: Int, sentence: String) throws {
        let settlement = try settlement()
        let code = settlement.roster.enterprises[enterprise].uscc.text
        let explanation = Explanation(
            of: settlement, subject: try ExplainedSubject(code, in: settlement), waybill: nil,
            language: .zh, version: "0.1.0")
        #expect(explanation.text.contains(sentence), "\(explanation.text.suffix(200))")
    }

    @Test func whoWasPaidBeforeIsIssuedForPeople() throws {
        let rows = try CSVTable.rows(of: AwardsCSV.bytes(report())).map(\.cells)
        #expect(rows.map { $0[7] } == ["状态", "已出具", "已出具", "暂缓", ""])
    }

    @Test func pageShowsWhatHasGoneBefore() throws {
        let page = String(decoding: try ReportPage.bytes(report()), as: UTF8.self)
        for text in ["付款批次", "异议&lt;成立&gt;", "348,437.55", "151,562.50", "第 1 批"] {
            #expect(page.contains(text), "\(text)")
        }
        let first = Report(of: try settlement(), edition: try Sample.edition())
        let plain = String(decoding: try ReportPage.bytes(first), as: UTF8.self)
        #expect(!plain.contains("付款批次"))
    }
}
