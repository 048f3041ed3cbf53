import Foundation
import Subsidy
import Testing

@testable import Documents

struct ReportJSONTests {
    private func json(
        _ state: Edition.State = .published, _ change: (inout Sample) throws -> Void = { _ in }
    ) throws -> [String: Any] {
        var sample = try Sample.plain()
        try change(&sample)
        let report = Report(
            of: try sample.settlement(),
            edition: try Sample.edition(state, date: state == .published ? "2027-03-15" : nil))
        let object = try JSONSerialization.jsonObject(with: Data(try ReportJSON.bytes(report)))
        return try #require(object as? [String: Any])
    }

    @Test func hasTheKeysOfTheInterfaceAndNoOther() throws {
        #expect(
            Set(try json().keys) == [
                "schema", "programme", "year", "pool", "state", "version", "settings", "inputs",
                "rows", "volume", "files", "statuses", "awards", "otherSupport", "findings",
                "totals", "stops", "leftOverFen", "batch", "adjudications", "paymentFiles",
            ])
    }

    @Test func settingsHaveTheKeysOfTheirFileAndNoAccount() throws {
        let settings = try #require(try json()["settings"] as? [String: Any])
        #expect(
            Set(settings.keys) == [
                "programme", "year", "pool", "volume", "period", "not-counted", "max-rejected",
                "max-contested", "max-unknown", "payer", "payment-date", "approval", "payments",
                "exports", "language",
            ])
        #expect((settings["payer"] as? [String: Any])?["account"] as? String == "****9876")
        #expect(settings["payment-date"] as? String == "2027-03-15")
        #expect(settings["approval"] is NSNull)
        #expect(settings["max-rejected"] as? String == "1%")
    }

    @Test func anAwardShowsItsWorking() throws {
        let awards = try #require(try json()["awards"] as? [[String: Any]])
        let award = try #require(awards.first)
        #expect(award["uscc"] as? String == "91110000710926094P")
        #expect(award["quotaFen"] as? String == "34000000000/2240")
        #expect(award["floorFen"] as? Int == 15_178_571)
        #expect(award["remainder"] as? String == "960")
        #expect(award["remainderRank"] as? Int == 2)
        #expect(award["extraFen"] as? Int == 0)
        let months = try #require(award["months"] as? [[String: String]])
        #expect(months == [["month": "2026-01", "volume": "680"]])
        let file = try #require((award["files"] as? [[String: Any]])?.first)
        #expect(file["name"] as? String == "sf.csv" && file["rows"] as? Int == 1)
        #expect(file["volume"] as? String == "680")
        #expect(award["amount"] as? String == "151785.71")
        #expect(award["payment"] as? String == "issued")
        #expect(award["paymentId"] as? String == "202691110000710926094P016C222E")
    }

    @Test(arguments: [Edition.State.stopped, .checked])
    func withoutAwardsTheirFiguresAreNull(state: Edition.State) throws {
        let report = try json(state)
        let awards = try #require(report["awards"] as? [[String: Any]])
        #expect(awards.count == 3)
        for award in awards {
            for key in [
                "quotaFen", "floorFen", "remainder", "remainderRank", "extraFen", "amount",
                "paymentId", "paidBefore", "issued", "held", "toReclaim",
            ] {
                #expect(award[key] is NSNull)
            }
            #expect(award["payment"] as? String == "none")
            #expect(award["volume"] is String)
        }
        let totals = try #require(report["totals"] as? [String: Any])
        #expect(totals.count == 5 && totals.values.allSatisfy { $0 is NSNull })
        #expect(report["state"] as? String == state.rawValue)
    }

    @Test func aDraftHasItsTotals() throws {
        let report = try json(.draft) { $0.enterprises[0].payee.account = "" }
        let totals = try #require(
            report["totals"] as? [String: String])
        #expect(
            totals == [
                "awards": "500000.00", "issued": "348214.29", "held": "151785.71",
                "paidBefore": "0.00", "toReclaim": "0.00",
            ])
        #expect(report["leftOverFen"] as? Int == 1)
    }

    @Test func findingsCarryTheirVolumeAndItsWorth() throws {
        let report = try json {
            $0.findings = [
                Finding(.duplicateSame, source: .export(0), line: 5, volume: 2),
                Finding(.duplicateSame, source: .export(0), line: 6, volume: 1),
                Finding(.rowQuote, source: .export(0), line: 7),
            ]
        }
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.map { $0["code"] as? String } == ["duplicate.same", "row.quote"])
        #expect(findings[0]["count"] as? Int == 2)
        #expect(findings[0]["volume"] as? String == "3")
        // 500000.00 x 3 / 2240 = 669.642…
        #expect(findings[0]["yuan"] as? String == "669.64")
        #expect(findings[1]["volume"] is NSNull && findings[1]["yuan"] is NSNull)
    }

    @Test func worthIsNullWithoutAnyCountedVolume() throws {
        let report = try json(.stopped) {
            $0.volumes = [0, 0, 0]
            $0.findings = [Finding(.duplicateSame, source: .export(0), line: 5, volume: 2)]
        }
        let finding = try #require((report["findings"] as? [[String: Any]])?.first)
        #expect(finding["volume"] as? String == "2" && finding["yuan"] is NSNull)
        let stops = try #require(report["stops"] as? [[String: String]])
        #expect(stops.map { $0["code"] } == ["volume.none"])
        #expect(stops[0]["text"]?.hasPrefix("没有任何可以计入的出货量。") == true)
    }

    @Test func filesAndInputsStandByTheirNames() throws {
        let report = try json {
            $0.files[0].controls = [
                ControlTotal(line: 12, subject: .weight, stated: 12_500, read: 12_500)
            ]
        }
        let file = try #require((report["files"] as? [[String: Any]])?.first)
        #expect(file["name"] as? String == "sf.csv" && file["kind"] as? String == "waybills")
        #expect((file["rows"] as? [String: Int])?["read"] == 1)
        let control = try #require((file["controls"] as? [[String: Any]])?.first)
        #expect(control["of"] as? String == "重量" && control["stated"] as? String == "12.500")
        let inputs = try #require(report["inputs"] as? [[String: String]])
        #expect(inputs.map { $0["name"] } == ["exports/sf.csv", "roster.csv"])
    }

    @Test(arguments: [
        ("6222020000001234", "****1234"), ("1234", "****"), ("12345", "****2345"), ("", "****"),
    ])
    func accountsAreMasked(account: String, text: String) {
        #expect(Account.masked(account) == text)
    }
}
