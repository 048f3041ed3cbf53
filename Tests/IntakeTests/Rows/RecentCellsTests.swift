import DelimitedText
import Testing

@testable import Intake

/// Cells that came lately are known again, and never taken for one another.
struct RecentCellsTests {
    private static func cell(_ text: String) throws -> ShortBytes {
        let bytes = Array(text.utf8)
        let cell = ShortBytes(bytes.indices, of: bytes.span)
        return try #require(cell)
    }

    @Test func aCellIsFoundWithItsNumber() throws {
        var cells = RecentCells()
        #expect(try cells.number(of: Self.cell("")) == nil)
        cells.remember(try Self.cell(""), as: 4)
        cells.remember(try Self.cell("91440117MX00007990"), as: 7)
        #expect(try cells.number(of: Self.cell("91440117MX00007990")) == 7)
        #expect(try cells.number(of: Self.cell("")) == 4)
        #expect(try cells.number(of: Self.cell("91440117MX00007991")) == nil)
    }

    @Test func zerosBehindACellAreNotTheCell() throws {
        var cells = RecentCells()
        cells.remember(try Self.cell("SF"), as: 1)
        #expect(try cells.number(of: Self.cell("SF\u{0}")) == nil)
        #expect(try cells.number(of: Self.cell("SF")) == 1)
    }

    @Test func ofTwoCellsInOnePlaceTheLastIsKnown() throws {
        // There are more cells than places.
        let texts = (0..<4 * RecentCells.count).map { "样例\($0)" }
        var cells = RecentCells()
        for (number, text) in texts.enumerated() {
            cells.remember(try Self.cell(text), as: number)
        }
        var known = 0
        for (number, text) in texts.enumerated() {
            guard let found = try cells.number(of: Self.cell(text)) else { continue }
            #expect(found == number)
            known += 1
        }
        #expect(known > 0 && known <= RecentCells.count)
    }
}
