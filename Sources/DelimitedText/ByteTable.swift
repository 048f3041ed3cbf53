/// Numbers byte strings in the order of their coming; a look-up makes no String and allocates nothing.
package struct ByteTable: Sendable {
    private struct Entry: Sendable {
        let start: Int
        let count: Int
        let hash: UInt64
    }

    private var arena: [UInt8] = []
    private var entries: [Entry] = []
    /// The number of an entry plus one, by hash; 0 is empty.
    ///
    /// A power of two long, and at least twice as long as there are entries.
    private var slots = [UInt32](repeating: 0, count: 64)

    package init() {}

    package var count: Int { entries.count }

    /// The number of a key that has been inserted.
    package func number(of key: Span<UInt8>) -> Int? {
        let hash = ByteSearch.hash(key)
        var slot = slot(hash)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if entries[number].hash == hash, isKey(key, of: number) {
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Gives a key that is not there yet the next number.
    package mutating func insert(_ key: Span<UInt8>) {
        precondition(number(of: key) == nil, "a key is inserted once")
        entries.append(
            Entry(start: arena.count, count: key.count, hash: ByteSearch.hash(key)))
        for index in key.indices { arena.append(key[index]) }
        if entries.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for number in entries.indices { place(number) }
        } else {
            place(entries.count - 1)
        }
    }

    private func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    }

    private mutating func place(_ number: Int) {
        var slot = slot(entries[number].hash)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
    }

    private func isKey(_ key: Span<UInt8>, of number: Int) -> Bool {
        let entry = entries[number]
        return ByteSearch.areEqual(
            arena.span.extracting(entry.start..<entry.start + entry.count), key)
    }
}
