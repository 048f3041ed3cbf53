import Foundation
import Testing

/// Output folders that are signed, from the command line and beside OpenSSL.
@Suite struct SigningTests {
    /// A fixture whose settings name `key`, made by `fentan keys`.
    private func fixture() throws -> Fixture {
        let fixture = try Fixture()
        try #require(Command.run("keys", "programme/key", in: fixture.scratch).exit == 0)
        try fixture.set("signing-key: key")
        return fixture
    }

    private func mode(_ path: String, in scratch: Scratch) throws -> Int {
        try Stamp(scratch.url(path)).mode
    }

    private func openssl(_ arguments: String..., in scratch: Scratch) throws -> Command.Outcome {
        try Command.start(
            URL(fileURLWithPath: "/usr/bin/env"), ["openssl"] + arguments, in: scratch
        ).outcome()
    }

    private func verify(_ fixture: Fixture, key: String = "programme/key.pub") throws -> Int32 {
        try Command.run("verify", "out", "--public-key", key, in: fixture.scratch).exit
    }

    @Test func keysMakesAPairThatOpenSSLReads() throws {
        let scratch = try Scratch()
        let outcome = try Command.run("keys", "key", in: scratch)
        #expect(outcome.exit == 0 && outcome.error.isEmpty)
        #expect(outcome.output.split(separator: "\n").count == 3 && !outcome.output.contains("␊"))
        #expect(try mode("key", in: scratch) == 0o600)
        let made = try openssl("pkey", "-in", "key", "-pubout", in: scratch)
        #expect(try made.output == scratch.text("key.pub"), "\(made.error)")
        _ = try openssl(
            "pkey", "-pubin", "-in", "key.pub", "-outform", "DER", "-out", "der", in: scratch)
        let digest = try Command.start(
            URL(fileURLWithPath: "/usr/bin/env"), ["sha256sum", "der"], in: scratch
        ).outcome().output.prefix(64)
        #expect(outcome.output.contains(digest))
    }

    @Test(arguments: ["key", "key.pub"])
    func keysOverwriteNothing(standing: String) throws {
        let scratch = try Scratch()
        try scratch.write("mine", to: standing)
        let outcome = try Command.run("keys", "key", in: scratch)
        #expect(outcome.exit == 73)
        #expect(outcome.error.contains(standing))
        #expect(try scratch.tree() == [standing: Data("mine".utf8)])
    }

    @Test func signedFolderIsProvedByFentanAndOpenSSL() throws {
        let fixture = try fixture()
        let outcome = try fixture.run()
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(try verify(fixture) == 0)
        #expect(try fixture.verify("out").exit == 0)
        let proved = try openssl(
            "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "programme/key.pub", "-in",
            "out/SHA256SUMS", "-sigfile", "out/SHA256SUMS.sig", in: fixture.scratch)
        #expect(proved.exit == 0, "\(proved.error)")
        #expect(try fixture.scratch.data("out/SHA256SUMS.sig").count == 64)
        #expect(try !fixture.scratch.text("out/SHA256SUMS").contains(".sig"))
        #expect(try mode("out/SHA256SUMS.sig", in: fixture.scratch) == 0o600)
    }

    @Test func sameInputsHaveTheSameSignature() throws {
        let fixture = try fixture()
        try #require(fixture.run().exit == 0)
        let before = try fixture.scratch.tree("out")
        try #require(
            Command.run("run", "programme", "--output", "again", in: fixture.scratch).exit == 0)
        #expect(try fixture.scratch.tree("again") == before)
        let stamps = try fixture.scratch.stamps("out")
        #expect(try fixture.run().exit == 0)
        #expect(try fixture.scratch.stamps("out") == stamps)
    }

    @Test func keyOfOpenSSLSigns() throws {
        let fixture = try Fixture()
        _ = try openssl(
            "genpkey", "-algorithm", "ED25519", "-out", "programme/key", in: fixture.scratch)
        _ = try openssl(
            "pkey", "-in", "programme/key", "-pubout", "-out", "programme/key.pub",
            in: fixture.scratch)
        try permit(0o600, "programme/key", in: fixture.scratch)
        try fixture.set("signing-key: \(fixture.scratch.url("programme/key").path)")
        #expect(try fixture.run().exit == 0)
        #expect(try verify(fixture) == 0)
    }

    @Test func otherSignatureIsRefused() throws {
        let fixture = try fixture()
        try #require(fixture.run().exit == 0)
        try #require(Command.run("keys", "other", in: fixture.scratch).exit == 0)
        #expect(try verify(fixture, key: "other.pub") == 70)
        #expect(try verify(fixture, key: "programme/key") == 66)
        #expect(try verify(fixture, key: "nowhere") == 66)
        try fixture.scratch.write(Data(repeating: 1, count: 64), to: "out/SHA256SUMS.sig")
        #expect(try verify(fixture) == 70)
        // A run that has the key finds it too, and leaves it as it is.
        let again = try fixture.run()
        #expect(again.exit == 70)
        #expect(again.error.contains("SHA256SUMS.sig"))
        try fixture.scratch.remove("out/SHA256SUMS.sig")
        #expect(try verify(fixture) == 70)
        #expect(try fixture.verify("out").exit == 70)
    }

    @Test func unsignedFolderIsNotProvedByAKey() throws {
        let fixture = try Fixture.published()
        try #require(Command.run("keys", "programme/key", in: fixture.scratch).exit == 0)
        #expect(try verify(fixture) == 70)
    }

    @Test func anotherKeyIsAChangeOfForm() throws {
        let fixture = try Fixture.published()
        let awards = try fixture.scratch.report("out").awards
        try #require(Command.run("keys", "programme/key", in: fixture.scratch).exit == 0)
        try fixture.set("signing-key: key")
        #expect(try fixture.run().exit == 0)
        #expect(try verify(fixture) == 0)
        #expect(try fixture.scratch.report("out").awards == awards)
        try fixture.scratch.remove("programme/key")
        try fixture.scratch.remove("programme/key.pub")
        try #require(Command.run("keys", "programme/key", in: fixture.scratch).exit == 0)
        #expect(try fixture.run().exit == 0)
        #expect(try verify(fixture) == 0)
        #expect(try fixture.scratch.report("out").awards == awards)
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o666])
    func keyThatOthersCanReadIsRefused(mode: Int) throws {
        let fixture = try fixture()
        try permit(mode, "programme/key", in: fixture.scratch)
        let outcome = try fixture.run()
        #expect(outcome.exit == 77)
        #expect(outcome.error.contains("programme/key"))
        #expect(!fixture.scratch.exists("out"))
    }

    @Test func otherFilesAreNoKey() throws {
        let fixture = try fixture()
        for algorithm in ["X25519", "RSA"] {
            _ = try openssl(
                "genpkey", "-algorithm", algorithm, "-out", "programme/key", in: fixture.scratch)
            try permit(0o600, "programme/key", in: fixture.scratch)
            #expect(try fixture.run().exit == 78, "\(algorithm)")
        }
        try fixture.scratch.remove("programme/key")
        let missing = try fixture.run()
        #expect(missing.exit == 66)
        #expect(missing.error.contains("programme/key"))
        #expect(!fixture.scratch.exists("out"))
    }

    /// Whoever reviews a draft need not be able to sign.
    @Test func onlyWhatIsPublishedIsSigned() throws {
        let fixture = try fixture()
        try fixture.scratch.remove("programme/key")
        #expect(try fixture.run("--dry-run").exit == 0)
        #expect(!fixture.scratch.exists("out.draft/SHA256SUMS.sig"))
        #expect(try fixture.verify("out.draft").exit == 0)
    }

    private func permit(_ mode: Int, _ path: String, in scratch: Scratch) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: scratch.url(path).path)
    }
}
