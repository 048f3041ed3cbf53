import Subsidy

/// One sheet of a workbook as a value: what its cells hold, how they look and how it prints.
struct WorkbookSheet {
    /// Of at most 31 characters, and none of `[]:*?/\`.
    let name: String
    var columns: [Column]
    var rows: [[Cell]]
    /// How it prints and scrolls; nil where it is for a program alone.
    var page: Page?
    var chart: WorkbookChart?

    struct Column {
        /// In the widths of a digit; a Chinese character takes two.
        let width: Int
        /// Of cells that hold nothing.
        var style: Style?
    }

    struct Cell: Equatable {
        let value: Value
        let style: Style
        /// How many columns it takes; more than one only of text.
        var span = 1
    }

    enum Value: Equatable {
        case blank
        /// Stays text whatever it looks like.
        case text(String)
        case number(Number)
        /// A formula, and its value for whoever shows the file without computing.
        case formula(String, is: Number)
    }

    /// An exact decimal of at most 15 digits, which a spreadsheet keeps as it is.
    struct Number: Equatable {
        let units: UInt128
        /// How many of its digits stand behind the point.
        let decimals: Int

        /// Nil where a spreadsheet would round it.
        init?(_ units: UInt128, decimals: Int) {
            guard units < 1_000_000_000_000_000 else { return nil }
            self.units = units
            self.decimals = decimals
        }

        /// An amount, in yuan unless said; it has 15 digits at most.
        init(_ amount: Fen, decimals: Int = 2) {
            guard let number = Self(UInt128(amount.count), decimals: decimals) else {
                preconditionFailure("an amount has 15 digits at most")
            }
            self = number
        }

        /// Of a figure as it is printed, `12.500` or, as 0.123456, `12.3456%`.
        init?(figure: String) {
            let isPercentage = figure.hasSuffix("%")
            let parts = figure.dropLast(isPercentage ? 1 : 0).split(
                separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), let units = UInt128(parts.joined()) else {
                return nil
            }
            let decimals = parts.count == 2 ? parts[1].count : 0
            self.init(units, decimals: decimals + (isPercentage ? 2 : 0))
        }
    }

    struct Style: Hashable {
        enum Alignment: Hashable { case general, left, center, right }
        enum Border: Hashable { case none, grid, below }

        /// How numbers are shown, `0.00`; `@` keeps text that people edit text.
        var format = "General"
        var alignment = Alignment.general
        var border = Border.none
        var isBold = false
        var isShaded = false
        var wraps = false
        /// In points.
        var size = 11
    }

    /// A4 across, as wide as the sheet, on as many pages as it takes.
    struct Page {
        /// The rows above are seen while the others scroll.
        let frozenRows: Int
        /// The row, from 0, that stands on top of each page.
        var titleRow: Int?
        /// Left and right above the page: what it is, and whether it is a draft.
        let header: (left: String, right: String)
        /// With `&P` for the page and `&N` for their number.
        let footer: String
    }
}

/// Bars of the numbers of one column, named by another; both of the same rows.
struct WorkbookChart {
    let title: String
    /// The sheet that has the numbers.
    let sheet: String
    /// From 0, the last included.
    let rows: ClosedRange<Int>
    let names: Int
    let numbers: Int
    /// Where its upper left corner stands, from 0.
    let row: Int
    /// In points of the screen.
    let size: (width: Int, height: Int)
}

extension WorkbookSheet {
    /// In points, so that each line of a wrapped cell is seen; nil where a row has no grid.
    ///
    /// Programs that open a workbook do not all measure its rows themselves.
    func height(of cells: [Cell]) -> Int? {
        guard cells.contains(where: { $0.style.border == .grid }) else { return nil }
        var column = 0
        var lines = 1
        for cell in cells {
            defer { column += cell.span }
            guard case .text(let text) = cell.value, cell.style.wraps else { continue }
            let room = columns[column..<column + cell.span].reduce(0) { $0 + $1.width } - 3
            lines = max(lines, (DisplayWidth.of(text) + room - 1) / max(1, room))
        }
        return min(15 * lines + 3, 409)
    }

    /// `E`, the letters of the column numbered 4.
    static func letters(of column: Int) -> String {
        var rest = column
        var letters = ""
        while rest >= 0 {
            let letter = UInt8(ascii: "A") + UInt8(rest % 26)
            letters.insert(Character(Unicode.Scalar(letter)), at: letters.startIndex)
            rest = rest / 26 - 1
        }
        return letters
    }
}
