import Subsidy
import Testing

@testable import Documents

struct DocumentsTests {
    private func paths(_ sample: Sample, _ state: Edition.State) throws -> [String] {
        try OutputDocuments.documents(
            of: try sample.settlement(), edition: try Sample.edition(state)
        )
        .map(\.path)
    }

    @Test func aPublishedFolderHasItsPayments() throws {
        #expect(
            try paths(try Sample.plain(), .published) == [
                "awards.csv", "payments/pain.001.xml", "payments/neutral.csv", "findings.csv",
                "report.json", "report.html", "report.xlsx", "SHA256SUMS",
            ])
    }

    @Test func aDraftHasNone() throws {
        #expect(
            try paths(try Sample.plain(), .draft) == [
                "awards.csv", "findings.csv", "report.json", "report.html", "report.xlsx",
                "SHA256SUMS",
            ])
    }

    @Test(arguments: [Edition.State.stopped, .checked])
    func withoutAwardsTheFindingsAndTheReportRemain(state: Edition.State) throws {
        #expect(
            try paths(try Sample.plain(), state) == [
                "findings.csv", "report.json", "report.html", "SHA256SUMS",
            ])
    }

    @Test func heldPaymentsHaveAFileAndNoPaymentHasNone() throws {
        var sample = try Sample.plain()
        for index in sample.enterprises.indices { sample.enterprises[index].payee.cnaps = "" }
        let paths = try paths(sample, .published)
        #expect(paths.filter { $0.hasPrefix("payments/") } == ["payments/held.csv"])
    }

    @Test func onlyTheFormatsOfTheSettingsAreWritten() throws {
        var sample = try Sample.plain()
        sample.payments = ["neutral"]
        #expect(!(try paths(sample, .published)).contains("payments/pain.001.xml"))
    }

    @Test func theSameSettlementHasTheSameBytes() throws {
        var sample = try Sample.plain()
        sample.findings = FindingCode.allCases.map {
            Finding($0, source: .export(0), line: 3, detail: .cell("x"))
        }
        let first = try OutputDocuments.documents(
            of: try sample.settlement(), edition: try Sample.edition())
        let second = try OutputDocuments.documents(
            of: try sample.settlement(), edition: try Sample.edition())
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test func checksumsListEveryOtherFileByName() throws {
        let documents = [
            Document(path: "report.json", bytes: []),
            Document(path: "awards.csv", bytes: Array("abc".utf8)),
        ]
        let sums = try Checksums.document(of: documents)
        #expect(
            String(decoding: sums.bytes, as: UTF8.self) == """
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  awards.csv
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  report.json

                """)
    }
}
