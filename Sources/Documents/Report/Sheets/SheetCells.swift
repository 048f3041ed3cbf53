extension WorkbookSheet.Cell {
    typealias Style = WorkbookSheet.Style

    /// Text from somebody's file, which stays text also when it is edited.
    static func stated(_ text: String) -> Self {
        Self(
            value: .text(Excerpt.visible(text, limit: 200)),
            style: Style(format: "@", alignment: .left, border: .grid, wraps: true))
    }

    /// Text of ours.
    static func text(_ text: String, isBold: Bool = false, span: Int = 1) -> Self {
        Self(
            value: text.isEmpty && span == 1 ? .blank : .text(text),
            style: Style(alignment: .left, border: .grid, isBold: isBold, wraps: true), span: span)
    }

    /// Text above or below a table.
    static func note(_ text: String) -> Self {
        Self(value: text.isEmpty ? .blank : .text(text), style: Style(alignment: .left))
    }

    /// A figure as it is printed; as text where it has more digits than a spreadsheet keeps.
    static func figure(_ figure: String, isBold: Bool = false) -> Self {
        guard let number = WorkbookSheet.Number(figure: figure) else {
            return Self(
                value: .text(figure),
                style: Style(format: "@", alignment: .right, border: .grid, isBold: isBold))
        }
        return Self(
            value: .number(number),
            style: Style(
                format: format(of: number, isPercentage: figure.hasSuffix("%")), alignment: .right,
                border: .grid, isBold: isBold))
    }

    /// The total of a column, as a formula that comes to `figure`.
    static func total(_ formula: String, is figure: String) -> Self {
        let cell = self.figure(figure, isBold: true)
        guard case .number(let number) = cell.value else { return cell }
        return Self(value: .formula(formula, is: number), style: cell.style)
    }

    private static func format(of number: WorkbookSheet.Number, isPercentage: Bool) -> String {
        let decimals = number.decimals - (isPercentage ? 2 : 0)
        let zeros = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
        return (isPercentage ? "0" : "#,##0") + zeros + (isPercentage ? "%" : "")
    }
}

/// The sum of a column's rows as a formula; rounded where the numbers have decimals.
struct ColumnSum {
    /// Of the sheet, from 0.
    let column: Int
    let rows: Range<Int>
    let decimals: Int

    var formula: String {
        let letters = WorkbookSheet.letters(of: column)
        let sum = "SUM(\(letters)\(rows.lowerBound + 1):\(letters)\(rows.upperBound))"
        return decimals == 0 ? sum : "ROUND(\(sum),\(decimals))"
    }
}
