import Documents
import Foundation
import Glibc
import Subsidy
import Testing

@testable import fentan

/// Random sequences of commands on small years, beside a model that keeps plain lists.
///
/// `FENTAN_SEQUENCES` says how many.
@Suite struct RandomSequencesTests {
    private static let count =
        ProcessInfo.processInfo.environment["FENTAN_SEQUENCES"].flatMap { Int($0) } ?? 40
    private static let pool = 50_000_000

    /// What is typed into the programme's files.
    private struct Inputs: Hashable {
        var accounts = Fixture.accounts
        var volumes = [4, 2, 1]
    }

    private struct Sent {
        let payment: YearFixture.Payment
        let index: Int
        var state = "under way"
        var reclaimed = 0

        var isLive: Bool { state == "under way" || state == "paid" }
    }

    private struct Model {
        var inputs = Inputs()
        var published: [Inputs] = []
        var awards = [0, 0, 0]
        var sent: [Sent] = []

        func net(_ index: Int) -> Int {
            sent.filter { $0.index == index && $0.isLive }
                .reduce(0) { $0 + $1.payment.fen - $1.reclaimed }
        }

        var all: Int { (0...2).map(net).reduce(0, +) }
        var isUnderWay: Bool { sent.contains { $0.state == "under way" } }

        /// Who is to be paid what: in order of codes, whole, as long as there is room.
        func due(_ awards: [Int]) -> [Int: Int] {
            var room = max(0, pool - all)
            var isFull = false
            var due: [Int: Int] = [:]
            for index in 0...2 where awards[index] > net(index) && !inputs.accounts[index].isEmpty {
                let owed = awards[index] - net(index)
                isFull = isFull || owed > room
                if isFull { continue }
                due[index] = owed
                room -= owed
            }
            return due
        }
    }

    @Test func neitherThePoolNorAnAwardIsExceeded() throws {
        var reached: Set<String> = []
        for seed in 0..<UInt64(Self.count) {
            var sequence = Sequence(seed: seed, year: try YearFixture())
            try sequence.run(&reached)
        }
        if Self.count >= 40 {
            #expect(
                reached == [
                    "run 0", "run 21", "outstanding 66", "outstanding 21", "outstanding 0",
                    "supersede 66", "supersede 65", "supersede 0", "settle 0", "settle 66",
                    "batch first", "batch outstanding", "batch supersede", "waits", "kept id",
                    "next id",
                ])
        }
    }

    /// One sequence, and what the model makes of it.
    private struct Sequence {
        let seed: UInt64
        let year: YearFixture
        var random: SeededRandom
        var model = Model()
        var day = 1

        init(seed: UInt64, year: YearFixture) {
            self.seed = seed
            self.year = year
            random = SeededRandom(state: seed &* 7919 &+ 1)
        }

        mutating func run(_ reached: inout Set<String>) throws {
            for _ in 0..<12 {
                switch random.next(below: 10) {
                case 0: changeAccount()
                case 1: model.inputs.volumes[random.next(below: 3)] = 1 + random.next(below: 5)
                case 2, 3: try publish(.first, &reached)
                case 4, 5: try publish(.outstanding, &reached)
                case 6:
                    let never = random.next(below: 2) == 0
                    try publish(.supersede(reason: "异议", neverImported: never), &reached)
                default: try settle(&reached)
                }
                #expect(model.all <= pool, "seed \(seed)")
            }
        }

        private mutating func changeAccount() {
            let index = random.next(below: 3)
            model.inputs.accounts[index] =
                random.next(below: 3) == 0 ? "" : "99\(index)0\(random.next(below: 3))"
        }

        private func expected(_ request: BatchRequest) -> Int32 {
            guard let newest = model.published.last else { return request == .first ? 0 : 66 }
            switch request {
            case .first: return model.published.contains(model.inputs) ? 0 : 21
            case .outstanding: return newest.volumes == model.inputs.volumes ? 0 : 21
            case .supersede(_, let never):
                return newest == model.inputs || never || !model.isUnderWay ? 0 : 65
            }
        }

        private mutating func publish(
            _ request: BatchRequest, _ reached: inout Set<String>
        ) throws {
            try write()
            let due = expected(request)
            let isNew = isNewBatch(request, due)
            let status = year.publish(request)
            #expect(status == due, "seed \(seed): \(request)")
            let name =
                switch request {
                case .first: "run"
                case .outstanding: "outstanding"
                case .supersede: "supersede"
                }
            reached.insert("\(name) \(status)")
            let number = model.published.count + 1
            let folder = number == 1 ? "out" : "out-\(number)"
            #expect(year.scratch.exists(folder) == isNew, "seed \(seed): \(folder), \(request)")
            guard isNew, year.scratch.exists(folder) else { return }
            try take(folder, request, &reached)
            reached.insert("batch \(name == "run" ? "first" : name)")
        }

        private func isNewBatch(_ request: BatchRequest, _ exit: Int32) -> Bool {
            guard exit == 0 else { return false }
            switch request {
            case .first: return model.published.isEmpty
            case .outstanding: return !model.due(model.awards).isEmpty
            case .supersede: return model.published.last != model.inputs
            }
        }

        /// Compares a new batch with what the model says is due, and takes note of it.
        private mutating func take(
            _ folder: String, _ request: BatchRequest, _ reached: inout Set<String>
        ) throws {
            if case .supersede(_, true) = request {
                for index in model.sent.indices where model.sent[index].state == "under way" {
                    model.sent[index].state = "never imported"
                }
            }
            let awards = try year.scratch.report(folder).awards.map {
                YearFixture.fen($0.amount ?? "")
            }
            #expect(awards.reduce(0, +) == pool)
            let due = model.due(awards)
            let payments = try year.payments(of: folder)
            var paid: [Int: Int] = [:]
            for payment in payments {
                let index = try #require(
                    Fixture.codes.firstIndex { payment.id.dropFirst(4).hasPrefix($0) })
                paid[index] = payment.fen
                let earlier = model.sent.filter { $0.payment.id == payment.id }
                // An id has one content, and is never sent while the bank may still pay it.
                #expect(earlier.allSatisfy { $0.payment == payment && !$0.isLive }, "seed \(seed)")
                if !earlier.isEmpty { reached.insert("kept id") }
                if payment.id.dropFirst(22).prefix(2) != "01" { reached.insert("next id") }
                model.sent.append(Sent(payment: payment, index: index))
            }
            #expect(paid == due, "seed \(seed): \(folder)")
            model.awards = awards
            model.published.append(model.inputs)
            try everyoneWhoWaitsHasAReason(folder, &reached)
        }

        private func everyoneWhoWaitsHasAReason(
            _ folder: String, _ reached: inout Set<String>
        ) throws {
            let path = folder + "/payments/held.csv"
            let held = year.scratch.exists(path) ? try year.scratch.text(path) : ""
            for index in 0...2 where model.awards[index] > model.net(index) {
                reached.insert("waits")
                let line = held.split(separator: "\r\n").first { $0.contains(Fixture.codes[index]) }
                let cells = line?.split(separator: ",", omittingEmptySubsequences: false) ?? []
                let owed = model.awards[index] - model.net(index)
                #expect(cells.count == 4 && !cells[3].isEmpty, "seed \(seed): \(folder)")
                #expect(cells.count == 4 && YearFixture.fen(String(cells[2])) == owed)
            }
        }

        private func write() throws {
            var roster = "统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号\n"
            var export = Fixture.header + "\n"
            for (index, code) in Fixture.codes.enumerated() {
                roster +=
                    "\(code),样例\(index)公司,通过,样例\(index)公司,"
                    + "\(model.inputs.accounts[index]),样例银行,999581000012\n"
                export += "T000\(index),\(code),2026-01-05,\(model.inputs.volumes[index]),\n"
            }
            try year.scratch.write(roster, to: "programme/roster.csv")
            try year.scratch.write(export, to: Fixture.exportPath)
        }

        /// One answer about the newest sending of a payment, true or not.
        private mutating func settle(_ reached: inout Set<String>) throws {
            guard !model.sent.isEmpty else { return }
            let index = random.next(below: model.sent.count)
            let sent = model.sent[index]
            guard model.sent.lastIndex(where: { $0.payment.id == sent.payment.id }) == index
            else { return }
            day += 1
            let state = ["已付", "退回", "已追回"][random.next(below: 3)]
            let excess = model.net(sent.index) - model.awards[sent.index]
            var amount = sent.payment.fen
            if state == "已追回" { amount = 1 + random.next(below: max(1, min(excess, amount))) }
            if random.next(below: 8) == 0 { amount += 1 }
            let isWhole = amount == sent.payment.fen
            let isAllowed =
                switch state {
                case "已付": isWhole && sent.isLive
                case "退回":
                    isWhole && sent.reclaimed == 0 && (sent.isLive || sent.state == "returned")
                default:
                    sent.state == "paid"
                        && amount <= min(excess, sent.payment.fen - sent.reclaimed)
                }
            try year.statement(
                ["\(sent.payment.id),\(state),\(YearFixture.yuan(amount)),,2027-03-\(day)"],
                to: "bank.csv")
            let status = year.settleBank()
            #expect(status == (isAllowed ? 0 : 66), "seed \(seed): \(state) of \(sent)")
            reached.insert("settle \(status)")
            guard isAllowed else { return }
            switch state {
            case "已付": model.sent[index].state = "paid"
            case "退回": model.sent[index].state = "returned"
            default: model.sent[index].reclaimed += amount
            }
        }
    }
}

extension YearFixture {
    private var silent: Messages { Messages(language: .en, isSilent: true) }

    /// `fentan run`, without a process of its own.
    ///
    /// A process that another test starts at that moment holds the folder's lock until it is another
    /// program, so that a lock is waited for.
    fileprivate func publish(_ request: BatchRequest) -> Int32 {
        let run = Run(
            reading: ProgrammeReading(
                folder: scratch.url("programme").path, temporaryFolder: scratch.url.path,
                threads: 1, blockBytes: 1 << 18, memoryBytes: 1 << 24),
            output: scratch.url("out").path, state: .published, request: request,
            paymentDate: nil, language: .zh, messages: silent,
            next: NextCommand(programme: "programme"))
        for _ in 0..<100 {
            let status = run.settle().rawValue
            if status != 75 { return status }
            usleep(10_000)
        }
        return 75
    }

    fileprivate func settleBank() -> Int32 {
        Settling(
            programme: scratch.url("programme").path, ledgerFile: nil,
            file: scratch.url("bank.csv").path, messages: silent
        ).settle().rawValue
    }
}
