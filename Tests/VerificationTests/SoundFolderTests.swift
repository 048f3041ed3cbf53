import Testing

@testable import Verification

/// Folders in which everything holds.
struct SoundFolderTests {
    @Test(arguments: ["published", "draft", "stopped", "checked"])
    func soundFolderHasNoFailures(state: String) {
        var sample = Sample(state: state)
        if !sample.isSplit { sample.enterprises = sample.enterprises.map(unawarded) }
        #expect(OutputProof.failures(in: sample.contents) == [])
    }

    @Test(arguments: ["published", "draft"])
    func noticeIsSound(state: String) {
        var sample = Sample.withNotice
        sample.state = state
        #expect(OutputProof.failures(in: sample.contents) == [])
        var plain = Sample(state: state, unit: "weight")
        plain.hasNotice = true
        #expect(OutputProof.failures(in: plain.contents) == [])
    }

    @Test func lettersAreForEveryEnterprise() throws {
        var sample = Sample()
        sample.hasLetters = true
        var contents = sample.contents
        #expect(contents.files.keys.count { $0.hasPrefix("letters/") } == 7)
        #expect(OutputProof.failures(in: contents) == [])
        let letter = try #require(contents.files.keys.first { $0.hasPrefix("letters/") })
        contents[file: letter] = nil
        Sample.sign(&contents)
        let failure = try #require(OutputProof.failures(in: contents).first)
        #expect(failure.check == .documentMissing)
        #expect(failure.file == letter)
    }

    @Test func weightIsCountedInGrams() {
        #expect(OutputProof.failures(in: Sample(unit: "weight").contents) == [])
    }

    @Test(arguments: [["neutral"], ["pain.001"], ["bank-text"], []])
    func paymentFilesAreThoseAskedFor(payments: [String]) {
        let contents = Sample(payments: payments).contents
        #expect((contents[file: "payments/neutral.csv"] != nil) == payments.contains("neutral"))
        #expect(OutputProof.failures(in: contents) == [])
    }

    @Test(arguments: ["=a.csv", "-1.csv", "roster.csv", "a,b.csv", "a.txt", "a"])
    func exportMayHaveAnyName(name: String) {
        #expect(OutputProof.failures(in: Sample(export: name).contents) == [])
    }

    @Test func furtherBatchOfTheYearIsSound() {
        #expect(OutputProof.failures(in: Sample.further.contents) == [])
    }

    @Test func everythingHeldLeavesNoPaymentFile() {
        var sample = Sample()
        for index in sample.enterprises.indices where sample.enterprises[index].fen > 0 {
            sample.enterprises[index].payment = "held"
        }
        #expect(sample.contents[file: "payments/neutral.csv"] == nil)
        #expect(OutputProof.failures(in: sample.contents) == [])
    }

    private func unawarded(_ one: Sample.Enterprise) -> Sample.Enterprise {
        var one = one
        one.payment = "none"
        return one
    }
}
