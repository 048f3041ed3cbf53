import Subsidy
import Testing

/// Ten digits went past the largest quantity, where the same number with commas did not.
struct QuantityBoundTests {
    @Test(arguments: [
        ("1000000000", QuantityReading.stated(1_000_000_000_000)),
        ("1,000,000,000", .stated(1_000_000_000_000)), ("1000000001", .unreadable),
        ("1,000,000,001", .unreadable), ("9999999999", .unreadable),
    ])
    func noWeightIsAboveTheLargest(cell: String, reading: QuantityReading) {
        let bytes = Array(cell.utf8)
        #expect(Quantity.grams(bytes.span) == reading)
    }

    /// A telephone number that has slipped into the column of pieces is none.
    @Test(arguments: [
        ("99999999", QuantityReading.stated(99_999_999)), ("100000000", .unreadable),
        ("100,000,000", .unreadable), ("13800138000", .unreadable), ("1000000000000", .unreadable),
    ])
    func noParcelHasMorePieces(cell: String, reading: QuantityReading) {
        let bytes = Array(cell.utf8)
        #expect(Quantity.pieces(bytes.span) == reading)
    }
}
