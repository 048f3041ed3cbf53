import Foundation
import Glibc
import Testing

/// A year from its first batch to its last fen.
@Suite struct BatchesTests {
    /// What is done to a year, a step after another; none of them depends on a clock.
    private struct Step: Sendable {
        let name: String
        let command: [String]
        let exit: Int32
        let prepare: @Sendable (YearFixture) throws -> Void

        init(
            _ name: String, _ command: [String], exit: Int32 = 0,
            prepare: @escaping @Sendable (YearFixture) throws -> Void = { _ in }
        ) {
            self.name = name
            self.command = command
            self.exit = exit
            self.prepare = prepare
        }
    }

    private static let run = ["run", "programme", "--output", "out"]

    private static func settle(
        _ name: String, _ lines: @escaping @Sendable (YearFixture) throws -> [String]
    )
        -> Step
    {
        Step(name, ["settle", "programme", "\(name).csv"]) { year in
            if !year.scratch.exists("\(name).csv") {
                try year.statement(lines(year), to: "\(name).csv")
            }
        }
    }

    /// Edits once, however often it is asked for.
    private static func edit(
        _ year: YearFixture, _ path: String, _ old: String, _ new: String
    ) throws {
        let text = try year.scratch.text(path)
        if text.contains(new) { return }
        try year.scratch.edit(path, old, new)
    }

    private static let roster = "programme/roster.csv"

    private static let story = [
        Step("publish with one held", run) { year in
            if year.scratch.exists("out") { return }
            if try year.scratch.text(roster).contains(Fixture.accounts[2]) {
                try year.account(2, "")
            }
        },
        settle("two come back") { year in
            try year.payments(of: "out").map { YearFixture.line($0, "退回", day: 16) }
        },
        Step("publish what is outstanding", run + ["--outstanding"]) { year in
            try edit(year, roster, "样例丙公司,通过,样例丙公司,,", "样例丙公司,通过,样例丙公司,990377,")
            try edit(year, roster, Fixture.accounts[1], "9902000000000999")
        },
        settle("all are paid") { year in
            try year.payments(of: "out-2").map { YearFixture.line($0, "已付", day: 20) }
        },
        Step("supersede after an objection", run + ["--supersede", "--reason", "异议成立"]) { year in
            try edit(year, Fixture.exportPath, ",2026-02-05,2,", ",2026-02-05,3,")
        },
        settle("one gives back") { _ in
            ["2026\(Fixture.codes[0])01\(payer),已追回,35714.29,,2027-03-25"]
        },
        Step("too little has come back", run + ["--outstanding"]),
        settle("the other gives back") { _ in
            ["2026\(Fixture.codes[2])01\(payer),reclaimed,8928.57,,2027-03-26"]
        },
        Step("publish the rest", run + ["--outstanding"]),
        settle("the rest is paid") { year in
            try year.payments(of: "out-4").map { YearFixture.line($0, "paid", day: 30) }
        },
    ]

    /// The last six characters of every id of the fixture's payer.
    private static let payer = "374B58"

    private func tell(
        _ year: YearFixture, around: (Step, YearFixture) throws -> Void = { _, _ in },
        after: (Int, YearFixture) throws -> Void = { _, _ in }
    ) throws {
        for (index, step) in Self.story.enumerated() {
            try step.prepare(year)
            try around(step, year)
            let outcome = try Command.run(step.command, in: year.scratch)
            #expect(outcome.exit == step.exit, "\(step.name): \(outcome.error)")
            try after(index, year)
        }
    }

    /// What `status` says after each step: award, issued, paid, returned, held, to reclaim and
    /// reclaimed.
    private static let sums: [[Int]] = [
        [50_000_000, 42_857_143, 0, 0, 7_142_857, 0, 0],
        [50_000_000, 42_857_143, 0, 42_857_143, 50_000_000, 0, 0],
        [50_000_000, 92_857_143, 0, 42_857_143, 0, 0, 0],
        [50_000_000, 92_857_143, 50_000_000, 42_857_143, 0, 0, 0],
        [50_000_000, 92_857_143, 50_000_000, 42_857_143, 4_464_286, 4_464_286, 0],
        [50_000_000, 92_857_143, 50_000_000, 42_857_143, 4_464_286, 892_857, 3_571_429],
        [50_000_000, 92_857_143, 50_000_000, 42_857_143, 4_464_286, 892_857, 3_571_429],
        [50_000_000, 92_857_143, 50_000_000, 42_857_143, 4_464_286, 0, 4_464_286],
        [50_000_000, 97_321_429, 50_000_000, 42_857_143, 0, 0, 4_464_286],
        [50_000_000, 97_321_429, 54_464_286, 42_857_143, 0, 0, 4_464_286],
    ]

    @Test func aYearAddsUpToTheFenAtEachStep() throws {
        let year = try YearFixture()
        try tell(year) { _, _ in
        } after: { index, year in
            try #expect(year.status() == Self.sums[index], "\(Self.story[index].name)")
        }
        try provesToTheEnd(year)
    }

    /// Each folder holds, no id has two contents, and what was sent and stayed is the pool.
    private func provesToTheEnd(_ year: YearFixture) throws {
        let folders = ["out", "out-2", "out-3", "out-4"]
        for folder in folders {
            let outcome = try year.fixture.verify(folder)
            #expect(outcome.exit == 0, "\(outcome.error)")
            let totals = try year.totals(folder)
            let sides = ["awards", "toReclaim", "paidBefore", "issued", "held"].map {
                totals[$0] ?? -1
            }
            #expect(sides[0] == 50_000_000)
            #expect(sides[0] + sides[1] == sides[2] + sides[3] + sides[4], "\(folder)")
        }
        #expect(!year.scratch.exists("out-5"))
        let payments = try year.payments()
        #expect(payments.map(\.count) == [2, 3, 0, 1])
        var contents: [String: YearFixture.Payment] = [:]
        for payment in payments.joined() {
            #expect(contents[payment.id] ?? payment == payment)
            contents[payment.id] = payment
        }
        // Only where something of it had changed has an enterprise a second id, or a third.
        let attempts = contents.keys.map { String($0.dropFirst(4).dropLast(6)) }.sorted()
        let codes = Fixture.codes
        let due = [
            codes[0] + "01", codes[1] + "01", codes[1] + "02", codes[1] + "03", codes[2] + "01",
        ]
        #expect(attempts == due)
        try #expect(year.scratch.text("out-3/payments/held.csv").contains("44642.86"))
        try #expect(year.scratch.text("out-3/report.html").contains("异议成立"))
    }

    @Test func aStepMayBeRepeated() throws {
        let plain = try YearFixture()
        try tell(plain)
        let repeated = try YearFixture()
        try tell(repeated) { _, _ in
        } after: { index, year in
            for step in Self.story[...index]
            where step.command[0] == "settle" || step.name == Self.story[index].name {
                let before = try year.scratch.tree()
                let again = try Command.run(step.command, in: year.scratch)
                #expect(again.exit == 0, "\(step.name): \(again.error)")
                let after = try year.scratch.tree()
                #expect(
                    after.filter { !Self.isLedger($0.key) }
                        == before.filter { !Self.isLedger($0.key) })
            }
        }
        try #expect(Self.outputs(repeated) == Self.outputs(plain))
    }

    private static func isLedger(_ path: String) -> Bool { path.hasPrefix("ledger.") }

    private static func outputs(_ year: YearFixture) throws -> [String: Data] {
        try year.scratch.tree().filter { $0.key.hasPrefix("out") || $0.key.hasPrefix(".out") }
    }

    /// Whenever a step is killed, the next attempt ends where a plain one does, byte by byte.
    @Test func aStepMayBeKilledAtAnyMoment() throws {
        let plain = try YearFixture()
        try tell(plain)
        var random = SeededRandom(state: 20_270_315)
        var killed = 0
        let year = try YearFixture()
        try tell(year) { step, year in
            for _ in 0..<6 {
                let running = try Command.start(Command.binary, step.command, in: year.scratch)
                usleep(UInt32(random.next(below: 120_000)))
                running.kill()
                if try running.outcome().exit == 128 + SIGKILL { killed += 1 }
            }
        }
        #expect(killed > 10)
        try #expect(Self.outputs(year) == Self.outputs(plain))
        try #expect(year.status() == Self.sums.last)
        if let said = try year.fixture.sqlite("PRAGMA integrity_check") { #expect(said == "ok") }
    }
}

/// A generator of which the state is one number (SplitMix64).
struct SeededRandom {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) >> 33) % bound
    }
}
