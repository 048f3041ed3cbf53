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
    package func number(of key: Span<UInt8>) -> Int? { number(of: 0..<key.count, in: key) }

    /// The number of the key that stands at `range` of `bytes`.
    package func number(of range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
        let key = unsafe bytes.extracting(range).bytes
        let hash = ByteSearch.hash(key)
        let slots = slots.span
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if isKey(key, hash, of: entries[number]) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Whether the key of `number` stands at `range` of `bytes`: cheaper than to look it up.
    package func isKey(_ range: Range<Int>, in bytes: Span<UInt8>, of number: Int) -> Bool {
        let entry = entries[number]
        guard entry.count == range.count else { return false }
        return isKey(unsafe bytes.extracting(range).bytes, entry.hash, of: entry)
    }

    @inline(__always)
    private func isKey(_ key: RawSpan, _ hash: UInt64, of entry: Entry) -> Bool {
        guard entry.hash == hash, entry.count == key.byteCount else { return false }
        let known = unsafe arena.span.bytes.extracting(entry.start..<entry.start + entry.count)
        return ByteSearch.areEqual(known, key)
    }

    /// Gives a key that is not there yet the next number.
    package mutating func insert(_ key: Span<UInt8>) {
        precondition(number(of: key) == nil, "a key is inserted once")
        let hash = unsafe ByteSearch.hash(key.bytes)
        entries.append(Entry(start: arena.count, count: key.count, hash: hash))
        for index in key.indices { arena.append(key[index]) }
        if entries.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for number in entries.indices { place(number) }
        } else {
            place(entries.count - 1)
        }
    }

    private mutating func place(_ number: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[number].hash >> 20) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number + 1)
    }
}
