import Testing

@testable import Verification

struct Pain001ReaderTests {
    private func message(_ transactions: String) -> [UInt8] {
        Array(
            "<Document xmlns=\"\(Pain001.namespace)\"><GrpHdr/><PmtInf>\(transactions)</PmtInf></Document>"
                .utf8)
    }

    @Test func messageOfMoreThanTenMegabytesIsRead() throws {
        let text = String(repeating: "x", count: 10_000)
        let one = "<CdtTrfTxInf><RmtInf><Ustrd>\(text)</Ustrd></RmtInf></CdtTrfTxInf>"
        let bytes = message(String(repeating: one, count: 1_200))
        #expect(bytes.count > 12_000_000)
        let read = try #require(Pain001.read(bytes))
        #expect(read.transactions.count == 1_200)
        #expect(read.transactions.last?["RmtInf/Ustrd"] == text)
    }

    @Test(arguments: [0, 1, 60, 100])
    func whatEndsEarlyIsNoMessage(length: Int) {
        #expect(Pain001.read(Array(message("<CdtTrfTxInf/>").prefix(length))) == nil)
    }
}
