/// The cells of many records, one after another in one buffer, each followed by one separator byte.
package struct CellStore: Sendable {
    package private(set) var bytes: [UInt8] = []
    package private(set) var ends: [UInt32] = []

    package init() {}

    /// Cells over bytes that are already there, as a scan of a quote-free block finds them; `ends`
    /// may have room behind the last.
    package init(bytes: [UInt8], ends: [UInt32]) {
        self.bytes = bytes
        self.ends = ends
    }

    /// Where the next cell begins.
    package struct Mark: Sendable {
        package let cell: Int
        package let byte: Int
    }

    package var mark: Mark { Mark(cell: ends.count, byte: bytes.count) }

    /// Appends cells that each have a byte behind them, with their ends among those bytes.
    mutating func append(_ cells: UnsafeRawBufferPointer, ends: [UInt32]) {
        let start = UInt32(bytes.count)
        unsafe bytes.append(contentsOf: cells)
        for end in ends { self.ends.append(start + end) }
    }

    package mutating func appendEmpty() {
        ends.append(UInt32(bytes.count))
        bytes.append(0)
    }

    /// The room of `ends`, for a new scan, which overwrites what is in it.
    mutating func takeEnds() -> [UInt32] {
        var taken: [UInt32] = []
        swap(&taken, &ends)
        return taken
    }

    /// The room of `bytes`, emptied.
    mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        taken.removeAll(keepingCapacity: true)
        return taken
    }

    package mutating func truncate(to mark: Mark) {
        bytes.removeLast(bytes.count - mark.byte)
        ends.removeLast(ends.count - mark.cell)
    }
}
