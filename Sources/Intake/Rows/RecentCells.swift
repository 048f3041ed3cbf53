import DelimitedText

/// Short cells that came lately, by their words: a look here costs less than one into their table.
///
/// Each cell has one place, and the last that came there has it. What is found is compared whole.
struct RecentCells: Sendable {
    private struct Slot: Sendable, BitwiseCopyable {
        var cell = ShortBytes.none
        var number = 0
    }

    /// A power of two.
    static let count = 1024

    private var slots = [Slot](repeating: Slot(), count: Self.count)

    /// The number that a cell was remembered with; nil where it is not here.
    @inline(__always)
    func number(of cell: ShortBytes) -> Int? {
        let place = Self.place(of: cell)
        return slots[place].cell == cell ? slots[place].number : nil
    }

    mutating func remember(_ cell: ShortBytes, as number: Int) {
        slots[Self.place(of: cell)] = Slot(cell: cell, number: number)
    }

    /// Where a cell stands, if it is here.
    @inline(__always)
    static func place(of cell: ShortBytes) -> Int {
        var mixed = cell.first &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 32) ^ cell.second) &* 0xD1B5_4A32_D192_ED03
        mixed = (mixed ^ (mixed >> 32) ^ cell.third) &* 0xFF51_AFD7_ED55_8CCD
        return Int(truncatingIfNeeded: mixed >> 48) & (count - 1)
    }
}
