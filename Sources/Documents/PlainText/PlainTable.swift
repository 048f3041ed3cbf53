/// Rows of cells in columns, for a terminal.
package struct PlainTable {
    package enum Side: Sendable {
        case left
        case right
    }

    private let sides: [Side]
    private var rows: [[String]] = []

    package init(_ sides: [Side]) { self.sides = sides }

    /// `cells` are as many as there are columns.
    package mutating func row(_ cells: [String]) {
        precondition(cells.count == sides.count, "a row has a cell for each column")
        rows.append(cells)
    }

    /// A line a row, no blanks at its end.
    package var lines: [String] {
        let widths = sides.indices.map { column in
            rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        return rows.map { cells in
            let padded = cells.indices.map { column in
                let cell = cells[column]
                let blanks = String(
                    repeating: " ", count: widths[column] - DisplayWidth.of(cell))
                return sides[column] == .left ? cell + blanks : blanks + cell
            }
            let line = padded.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
