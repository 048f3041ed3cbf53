import Subsidy

/// The accounts of a year, payer's and payees', as they must not be shown: `****1234`.
struct AccountMask: Sendable {
    /// Shorter ones could be any number.
    private static let shortest = 8

    /// Letters and digits alone, letters in capitals.
    private let accounts: Set<[UInt8]>
    private let lengths: ClosedRange<Int>

    init(of settlement: Settlement) {
        let payees = settlement.roster.enterprises.map(\.payee.account)
        self.init(payees + [settlement.programme.payer.account])
    }

    init(_ typed: [String]) {
        accounts = Set(
            typed.map { $0.unicodeScalars.compactMap(Self.character) }
                .filter { $0.count >= Self.shortest })
        let counts = accounts.map(\.count)
        lengths = (counts.min() ?? Int.max)...(counts.max() ?? Int.max)
    }

    /// Whether `cell`, of letters and digits, is an account.
    func hides(_ cell: some Collection<UInt8>) -> Bool {
        lengths.contains(cell.count) && accounts.contains(Array(cell))
    }

    /// `text` with each account in it masked, whatever stands between its digits; of a text that is
    /// longer than anything is shown, the beginning.
    func masked(_ text: String) -> String {
        guard text.utf8.count >= lengths.lowerBound else { return text }
        var shown: [Unicode.Scalar] = []
        var run: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars.prefix(Self.limit) {
            if Self.character(scalar) != nil || (!run.isEmpty && Self.isGap(scalar)) {
                run.append(scalar)
                continue
            }
            shown += masked(run: run)
            run.removeAll(keepingCapacity: true)
            shown.append(scalar)
        }
        shown += masked(run: run)
        return String(String.UnicodeScalarView(shown))
    }

    /// Above what quarantine keeps of a cell.
    private static let limit = 8192

    /// `run` is of letters and digits with gaps; an account begins and ends where their kind does.
    private func masked(run: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard run.count >= lengths.lowerBound else { return run }
        let edges =
            [0]
            + run.indices.dropFirst().filter { Self.kind(run[$0]) != Self.kind(run[$0 - 1]) }
            + [run.count]
        var shown: [Unicode.Scalar] = []
        var position = 0
        for (index, start) in edges.dropLast().enumerated() {
            guard start >= position, Self.kind(run[start]) != .gap,
                let end = end(ofAccountIn: run, edges: edges[index...])
            else { continue }
            shown += run[position..<start]
            shown += "****".unicodeScalars
            shown += run[start..<end].filter { !Self.isGap($0) }.suffix(4)
            position = end
        }
        return shown + run[position...]
    }

    /// Where the account ends that begins at the first of `edges`; nil where none does.
    private func end(ofAccountIn run: [Unicode.Scalar], edges: ArraySlice<Int>) -> Int? {
        var number: [UInt8] = []
        for (start, end) in zip(edges, edges.dropFirst()) {
            number += run[start..<end].compactMap(Self.character)
            if number.count > lengths.upperBound { return nil }
            if hides(number) { return end }
        }
        return nil
    }

    private enum Kind { case digit, letter, gap }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        guard let character = character(scalar) else { return .gap }
        return character <= 0x39 ? .digit : .letter
    }

    /// A letter or digit of either width, as a capital of ASCII; nil for anything else.
    private static func character(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        return switch value {
        case 0x30...0x39, 0x41...0x5A: UInt8(value)
        case 0x61...0x7A: UInt8(value - 0x20)
        default: nil
        }
    }

    /// What people put between the groups of a number.
    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        " -\t.\u{A0}\u{3000}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".unicodeScalars.contains(
            scalar)
    }
}
