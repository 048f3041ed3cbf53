import DelimitedText
import FuzzInput
@testable import Intake
import Subsidy

/// Footers and file name patterns, and texts that recur.
enum FooterCheck {
    static func run(_ cell: [UInt8], _ text: String) {
        let canonical = CanonicalText.value(text)
        if FooterRule.isFooter(canonical) {
            let rule = FooterRule(encoding: .utf8)
            expect(rule.mayBegin(cell.span), "the quick look lets every footer through")
        }
        let cells = canonical.split(separator: ",", omittingEmptySubsequences: false)
        let columns: [ShipmentField: Int] = [.pieces: 1, .weight: 2]
        for total in FooterRule.totals(cells.map(String.init), columns: columns, line: 7) {
            expect(total.line == 7, "a total stands on its footer's line")
        }
        expect(FilePattern.matches(text, pattern: "*"), "a star matches all")
        expect(FilePattern.matches(text, pattern: text), "a name matches itself")
        expectNumbered(cell)
    }

    /// Parts of the cell, numbered in the order of their coming.
    private static func expectNumbered(_ cell: [UInt8]) {
        var table = ByteTable()
        var parts: [ArraySlice<UInt8>] = []
        for part in cell.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let number = table.number(of: Array(part).span)
            expect(number == parts.firstIndex(of: part), "a text keeps its number")
            guard number == nil else { continue }
            table.insert(Array(part).span)
            parts.append(part)
        }
        expect(table.count == parts.count, "each text is numbered once")
    }
}
