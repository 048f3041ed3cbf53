import Foundation
import Testing

/// `fentan compare`: two output folders, whatever their state.
@Suite struct CompareTests {
    private func compared(
        _ old: String, _ new: String, in scratch: Scratch, _ more: String...
    ) throws -> Command.Outcome {
        try Command.run(["compare", old, new] + more, in: scratch)
    }

    @Test func outputEqualsItselfAndItsDraft() throws {
        let fixture = try Fixture.published()
        try fixture.run("--dry-run")
        for other in ["out", "out/", "out.draft"] {
            let outcome = try compared("out", other, in: fixture.scratch)
            #expect(outcome.exit == 0 && outcome.error.isEmpty, "\(outcome.output)")
        }
    }

    /// One row more: its enterprise gains what the others lose, and the sum of all is nothing.
    @Test func oneRowMoreIsWhatItChangesForEveryone() throws {
        let fixture = try Fixture()
        try fixture.run("--dry-run")
        try fixture.scratch.rename("out.draft", "before")
        try fixture.scratch.write(
            Fixture.export + "T0005,\(Fixture.codes[2]),2026-03-07,1,\n", to: Fixture.exportPath)
        try fixture.run("--dry-run")
        let outcome = try compared("before", "out.draft", in: fixture.scratch)
        #expect(outcome.exit == 1 && outcome.error.isEmpty)
        #expect(
            outcome.output.hasPrefix(
                """
                before (draft) → out.draft (draft)
                Inputs (1)
                  exports/logistics.csv  other content

                """))
        let before = try fixture.scratch.report("before").awards
        let after = try fixture.scratch.report("out.draft").awards
        for (one, other) in zip(before, after) {
            #expect(outcome.output.contains("\(one.amount ?? "") → \(other.amount ?? "")"))
        }
        let signed = outcome.output.split(separator: "\n").filter { $0.hasPrefix("    amount") }
            .compactMap { line in line.split(separator: "(").last?.dropLast() }
        let fen = signed.compactMap { text -> Int? in
            let digits = Int(text.filter(\.isNumber))
            return digits.map { text.hasPrefix("−") ? -$0 : $0 }
        }
        #expect(fen.count == 3 && fen.reduce(0, +) == 0 && fen.contains { $0 > 0 })
    }

    @Test func whoJoinsAndLeavesIsNamed() throws {
        let fixture = try Fixture()
        try fixture.run("--dry-run")
        try fixture.scratch.rename("out.draft", "before")
        let roster = Fixture.roster.split(separator: "\n").filter { !$0.contains("样例丙公司") }
        try fixture.scratch.write(
            roster.joined(separator: "\n") + "\n", to: "programme/roster.csv")
        try fixture.set("max-unknown: 100%")
        try fixture.run("--dry-run")
        let left = try compared("before", "out.draft", in: fixture.scratch)
        #expect(left.exit == 1 && left.output.contains("样例丙公司  left"))
        #expect(left.output.contains("max-unknown  1% → 100%"))
        #expect(left.output.contains("logistics.csv:4  enterprise.not-on-roster"))
        let joined = try compared("out.draft", "before", in: fixture.scratch)
        #expect(joined.exit == 1 && joined.output.contains("样例丙公司  joined"))
    }

    @Test func stoppedAndCheckedOnesAreCompared() throws {
        let fixture = try Fixture.published()
        try Command.run("check", "programme", "--output", "out", in: fixture.scratch)
        let outcome = try compared("out", "out.checked", in: fixture.scratch)
        #expect(outcome.exit == 1 && outcome.output.contains("(checked)"))
        try #expect(compared("out.checked", "out.checked", in: fixture.scratch).exit == 0)
    }

    @Test func longListsSayHowManyMore() throws {
        let fixture = try Fixture()
        try fixture.run("--dry-run")
        try fixture.scratch.rename("out.draft", "before")
        let rows = (0..<9).map { "T0001,\(Fixture.codes[0]),2026-01-05,\(3 + $0),\n" }.joined()
        try fixture.scratch.write(Fixture.export + rows, to: Fixture.exportPath)
        try fixture.run("--dry-run")
        let outcome = try compared("before", "out.draft", in: fixture.scratch, "--limit", "4")
        #expect(outcome.output.contains("Findings that are new (9)"))
        #expect(outcome.output.contains("… 5 more"))
    }

    @Test(arguments: ["nowhere", "programme", "programme/roster.csv"])
    func folderThatIsNoOutputIsRefused(folder: String) throws {
        let fixture = try Fixture.published()
        for pair in [("out", folder), (folder, "out")] {
            let outcome = try compared(pair.0, pair.1, in: fixture.scratch)
            #expect(outcome.exit == 66 && outcome.error.contains(folder))
        }
    }

    @Test func otherInputsAreNamedAsCompareNamesThem() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.write(
            Fixture.export + "T0005,\(Fixture.codes[2]),2026-03-07,1,\n", to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 21)
        #expect(outcome.error.contains("exports/logistics.csv  other content"))
        #expect(outcome.error.contains("volume  1 → 2"))
    }
}
