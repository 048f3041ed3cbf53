import DelimitedText
import Subsidy

/// A cell's text looked up: bytes that are no text, or what the text means.
enum CellLookup<Value> {
    case undecodable([UInt8])
    case value(Value)
}

/// Cells of one column that recur from row to row, each text read once.
struct CellTable<Value: Sendable> {
    private var table = ByteTable()
    private var values: [Value] = []
    private var recent = RecentCells()
    /// By number, the cell; nil for one that is not short.
    private var shortCells: [ShortBytes?] = []

    private static var maximumCount: Int { 1 << 16 }

    /// The number of a cell that has come before.
    @inline(__always)
    mutating func number(of range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
        guard let cell = ShortBytes(range, of: bytes) else {
            return table.number(of: range, in: bytes)
        }
        return recent.number(of: cell) ?? remembered(cell, at: range, in: bytes)
    }

    private mutating func remembered(
        _ cell: ShortBytes, at range: Range<Int>, in bytes: Span<UInt8>
    ) -> Int? {
        guard let number = table.number(of: range, in: bytes) else { return nil }
        recent.remember(cell, as: number)
        return number
    }

    /// Whether it is the cell of that number.
    @inline(__always)
    func isCell(_ range: Range<Int>, in bytes: Span<UInt8>, of number: Int) -> Bool {
        guard let known = shortCells[number] else {
            return table.isKey(range, in: bytes, of: number)
        }
        guard let cell = ShortBytes(range, of: bytes) else { return false }
        return cell == known
    }

    /// What was made of the cell of a number.
    subscript(number: Int) -> Value { values[number] }

    /// What `read` makes of the cell's text; from memory where it has come before.
    mutating func lookup(
        _ cell: Span<UInt8>, decoder: borrowing CellDecoder, read: (String) -> Value
    ) -> CellLookup<Value> {
        if let number = table.number(of: cell) { return .value(values[number]) }
        switch decoder.decode(cell) {
        case .failure(let fault): return .undecodable(fault.bytes)
        case .success(let text):
            let value = read(String(decoding: text, as: UTF8.self))
            // A column in which nothing recurs is not to be kept whole.
            guard values.count < Self.maximumCount else { return .value(value) }
            table.insert(cell)
            values.append(value)
            shortCells.append(ShortBytes(cell.indices, of: cell))
            return .value(value)
        }
    }
}

/// A code cell, read.
enum CodeReading: Sendable {
    case missing
    case invalid(USCC.Fault)
    case known(EnterpriseID)

    init(_ text: String, registers: Registers) {
        let code = CanonicalText.name(CanonicalText.value(text)).uppercased()
        if code.isEmpty {
            self = .missing
            return
        }
        do throws(USCC.Fault) {
            self = .known(registers.enterprise(try USCC(code)))
        } catch {
            self = .invalid(error)
        }
    }
}

/// A name cell, read.
enum NameReading: Sendable {
    case missing
    case member(EnterpriseID)
    /// A name that is not on the roster, in canonical form.
    indirect case stranger(String)

    init(_ text: String, registers: Registers) {
        let name = CanonicalText.name(CanonicalText.value(text))
        if name.isEmpty {
            self = .missing
        } else if let member = registers.member(canonicalName: name) {
            self = .member(member)
        } else {
            self = .stranger(name)
        }
    }
}

/// A status cell, read.
struct StatusReading: Sendable {
    /// In the tally of its export's statuses.
    let number: Int
    let counts: Bool
}

extension EnterpriseReading {
    /// The code decides where there is one; a name that is another enterprise's contradicts it.
    init(
        _ code: CodeReading, _ name: NameReading, settings: EnterpriseID?, registers: Registers
    ) {
        self =
            switch (code, name) {
            case (.invalid(let fault), _): .invalidCode(fault)
            case (.known(let id), .member(let other)) where id != other: .contradiction(id)
            case (.known(let id), _), (.missing, .member(let id)): .known(id)
            case (.missing, .stranger(let name)): .known(registers.stranger(.name(name)))
            case (.missing, .missing): settings.map(EnterpriseReading.known) ?? .missing
            }
    }
}
