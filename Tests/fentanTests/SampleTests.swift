import Foundation
import Testing

/// The sample programme comes to its pool, to the fen, in every document.
@Suite struct SampleTests {
    @Test func totalIsThePoolInEveryDocument() throws {
        let scratch = try Sample.published.get()
        let report = try scratch.report("out")
        #expect(report.pool == "500000.00")
        #expect(report.totals["awards"] == "500000.00")

        let awards = try amounts("补贴金额", of: "out/awards.csv", in: scratch)
        #expect(awards.last == 50_000_000)
        let awardedFen: Int = awards.dropLast().reduce(0, +)
        #expect(awardedFen == 50_000_000)

        let issued = try amounts("金额", of: "out/payments/neutral.csv", in: scratch)
        let held = try amounts("金额", of: "out/payments/held.csv", in: scratch)
        let issuedFen: Int = issued.reduce(0, +)
        let heldFen: Int = held.reduce(0, +)
        #expect(issuedFen + heldFen == 50_000_000)
        #expect(issuedFen > 0)
        #expect(heldFen > 0)

        let message = try scratch.text("out/payments/pain.001.xml")
        let paid = try message.matches(of: #/<InstdAmt Ccy="CNY">([0-9.]+)<\/InstdAmt>/#).map {
            try fen(String($0.1))
        }
        #expect(paid == issued)
        let sums = try message.matches(of: #/<CtrlSum>([0-9.]+)<\/CtrlSum>/#).map {
            try fen(String($0.1))
        }
        #expect(sums == [issuedFen, issuedFen])
    }

    @Test func everyRowHasOneClass() throws {
        let scratch = try Sample.published.get()
        let report = try scratch.report("out")
        for rows in [report.rows] + report.files.map(\.rows) {
            let classes = rows.filter { $0.key != "read" }.values.reduce(0, +)
            #expect(rows["read"] == classes)
        }
        let read = report.files.compactMap { $0.rows["read"] }.reduce(0, +)
        #expect(report.rows["read"] == read)
    }

    /// The column of amounts in fen; payees' names of the sample have no commas.
    private func amounts(_ column: String, of path: String, in scratch: Scratch) throws -> [Int] {
        var lines = try scratch.text(path).split(separator: "\r\n").map {
            $0.drop { $0 == "\u{FEFF}" }.split(separator: ",", omittingEmptySubsequences: false)
        }
        let place = try #require(lines.removeFirst().firstIndex { $0 == column })
        return try lines.map { try fen(String($0[place])) }
    }

    private func fen(_ yuan: String) throws -> Int {
        let parts = yuan.split(separator: ".")
        try #require(parts.count == 2 && parts[1].count == 2)
        return try #require(Int(parts[0] + parts[1]))
    }
}
