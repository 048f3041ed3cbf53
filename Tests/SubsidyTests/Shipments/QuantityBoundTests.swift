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
}
