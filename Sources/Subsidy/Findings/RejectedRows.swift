/// The cells of rejected rows, kept so that the rows can be sent back.
///
/// A run may have a million of them: the cells lie in one buffer, each behind its field, its column
/// and its length.
package struct RejectedRows: Sendable {
    /// A cell as it came, as UTF-8.
    package struct Cell: Sendable {
        package let field: ShipmentField
        /// From 0.
        package let column: Int
        package let text: ArraySlice<UInt8>
    }

    /// Where the rows stand, in the order in which they were added.
    package private(set) var places: [Place] = []
    /// The first byte of each row.
    private var starts: [Int] = []
    private var bytes: [UInt8] = []

    package init() {}

    /// Begins a row; its cells follow.
    package mutating func beginRow(at place: Place) {
        places.append(place)
        starts.append(bytes.count)
    }

    /// Adds a cell to the row that was begun last.
    package mutating func add(_ field: ShipmentField, column: Int, text: some Collection<UInt8>) {
        precondition(!starts.isEmpty, "a cell belongs to a row")
        append(number: Self.number(of: field))
        append(number: column)
        append(number: text.count)
        bytes.append(contentsOf: text)
    }

    /// The cells of a row, by its position in `places`.
    package func cells(ofRow row: Int) -> [Cell] {
        var position = starts[row]
        let end = row + 1 < starts.count ? starts[row + 1] : bytes.count
        var cells: [Cell] = []
        while position < end {
            let field = ShipmentField.allCases[number(at: &position)]
            let column = number(at: &position)
            let count = number(at: &position)
            cells.append(
                Cell(field: field, column: column, text: bytes[position..<position + count]))
            position += count
        }
        return cells
    }

    private static func number(of field: ShipmentField) -> Int {
        guard let number = ShipmentField.allCases.firstIndex(of: field) else {
            preconditionFailure("every field has its place among all")
        }
        return number
    }

    /// Seven bits a byte, the lowest first, the eighth set where another follows.
    private mutating func append(number: Int) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private func number(at position: inout Int) -> Int {
        var number = 0
        var shift = 0
        while true {
            let byte = bytes[position]
            position += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }
}
