/// Values by byte strings, for cells that recur: a look-up makes no String and no allocation.
package struct ByteTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let start: Int
        let count: Int
        let hash: UInt64
        let value: Value
    }

    private var arena: [UInt8] = []
    private var entries: [Entry] = []
    /// Index into `entries` plus one, by hash; 0 is empty.
    ///
    /// A power of two long.
    private var slots = [UInt32](repeating: 0, count: 64)

    package init() {}

    package var count: Int { entries.count }

    /// FNV-1a, 64 bits.
    package static func hash(_ key: Span<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var hash = seed
        for index in key.indices { hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01B3 }
        return hash
    }

    package func value(for key: Span<UInt8>) -> Value? {
        find(key, hash: Self.hash(key)).map { entries[$0].value }
    }

    package mutating func insert(_ value: Value, for key: Span<UInt8>) {
        let hash = Self.hash(key)
        precondition(find(key, hash: hash) == nil, "a key is inserted once")
        entries.append(Entry(start: arena.count, count: key.count, hash: hash, value: value))
        for index in key.indices { arena.append(key[index]) }
        if entries.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for index in entries.indices { place(index) }
        } else {
            place(entries.count - 1)
        }
    }

    private mutating func place(_ index: Int) {
        var slot = Int(truncatingIfNeeded: entries[index].hash >> 20) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(index + 1)
    }

    private func find(_ key: Span<UInt8>, hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, matches(entries[index], key) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func matches(_ entry: Entry, _ key: Span<UInt8>) -> Bool {
        guard entry.count == key.count else { return false }
        for index in key.indices where arena[entry.start + index] != key[index] { return false }
        return true
    }
}
