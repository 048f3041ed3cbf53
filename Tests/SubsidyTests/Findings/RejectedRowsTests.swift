import Subsidy
import Testing

struct RejectedRowsTests {
    @Test func cellsComeBackAsTheyWereAdded() {
        var rows = RejectedRows()
        var due: [[String]] = []
        // Lengths and columns on both sides of what one byte of a number holds.
        for (index, length) in [0, 1, 127, 128, 129, 16_383, 16_384, 70_000].enumerated() {
            rows.beginRow(at: Place(file: UInt16(index), line: UInt32(index * 7)))
            var cells: [String] = []
            for (column, field) in zip([0, 127, 128, 1023], ShipmentField.allCases.reversed()) {
                let text = [UInt8](repeating: UInt8(index), count: length)
                rows.add(field, column: column, text: text)
                cells.append("\(field) \(column) \(text)")
            }
            due.append(cells)
        }
        rows.beginRow(at: Place(file: 9, line: 1))
        due.append([])
        #expect(rows.places.map(\.line) == [0, 7, 14, 21, 28, 35, 42, 49, 1])
        let found = rows.places.indices.map { row in
            rows.cells(ofRow: row).map { "\($0.field) \($0.column) \(Array($0.text))" }
        }
        #expect(found == due)
    }
}
