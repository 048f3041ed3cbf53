import Testing

@testable import Verification

/// Each check notices what it is there for.
struct TamperingTests {
    @Test(
        arguments: Tampering.ofFolder + Tampering.ofReport + Tampering.ofSplit
            + Tampering.ofAwards + Tampering.ofPayments + Tampering.ofProfiles
            + Tampering.ofFindings
            + Tampering.ofQuarantine + Tampering.ofDecisions + Tampering.ofWorkbook)
    func tamperingIsNoticed(tampering: Tampering) throws {
        var contents = Sample().contents
        tampering.apply(to: &contents)
        let failures = OutputProof.failures(in: contents)
        #expect(failures.contains { $0.check == tampering.check }, "\(failures.map(\.message.en))")
        #expect(try OutputProof.failures(in: contents.inTemporaryFiles()) == failures)
        for account in Sample().enterprises.map(\.account) + [Sample.payerAccount] {
            guard !account.isEmpty else { continue }
            #expect(!failures.contains { $0.message.zh.contains(account) })
            #expect(!failures.contains { $0.message.en.contains(account) })
        }
    }

    @Test(arguments: Tampering.ofSupport)
    func tamperingBesideSupportIsNoticed(tampering: Tampering) {
        var contents = Sample.besideSupport.contents
        #expect(OutputProof.failures(in: contents) == [])
        tampering.apply(to: &contents)
        let failures = OutputProof.failures(in: contents)
        #expect(failures.contains { $0.check == tampering.check }, "\(failures.map(\.message.en))")
    }

    @Test(arguments: Tampering.ofNotice)
    func tamperingWithTheNoticeIsNoticed(tampering: Tampering) {
        var contents = Sample.withNotice.contents
        #expect(OutputProof.failures(in: contents) == [])
        tampering.apply(to: &contents)
        let failures = OutputProof.failures(in: contents)
        #expect(failures.contains { $0.check == tampering.check }, "\(failures.map(\.message.en))")
    }

    @Test func everyCheckIsTriedOut() {
        let all =
            Tampering.ofFolder + Tampering.ofReport + Tampering.ofSplit + Tampering.ofAwards
            + Tampering.ofPayments + Tampering.ofProfiles
            + Tampering.ofFindings + Tampering.ofQuarantine
            + Tampering.ofDecisions + Tampering.ofSupport + Tampering.ofWorkbook
            + Tampering.ofNotice
        // Without a key no signature is looked at: SignatureTests try that check out.
        #expect(Set(Check.allCases).subtracting(all.map(\.check)) == [.signature])
    }

    @Test func messageNamesPlaceAndValuesInOneLine() throws {
        var contents = Sample().contents
        contents.replace("22.9167%", "22.9166%", in: .awards)
        Sample.sign(&contents)
        let failure = try #require(OutputProof.failures(in: contents).first)
        #expect(
            failure.message.en == "awards.csv:2: the share is not the line's part of the counted "
                + "volume; expected \"22.9167%\"; found \"22.9166%\".")
        #expect(failure.message.zh == "awards.csv:2：占比与出货量不符；应为“22.9167%”；实为“22.9166%”。")
    }

    @Test func manyAlikeAreCountedNotListed() throws {
        var proof = Proof(.findings)
        for line in 1...500 { proof.fail(.lineEnd, line: line) }
        proof.fail(.encoding)
        #expect(proof.failures.count == Proof.listed + 1)
        let last = try #require(proof.failures.last { $0.check == .lineEnd })
        #expect(
            last.message.en == "findings.csv:20: a line does not end in CRLF; and 480 more like it."
        )
    }
}
