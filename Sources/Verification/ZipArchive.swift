private import CZlib

/// The library that workbooks are unpacked with.
package enum ZipLibrary {
    /// Of the library that is loaded.
    package static var version: String { unsafe String(cString: zlibVersion()) }
}

/// The parts of a zip archive, taken out one by one; the only file that touches zlib.
struct ZipArchive {
    private struct Entry {
        let method: Int
        let checksum: UInt32
        let size: Int
        /// From its own head to its end.
        let place: Range<Int>
        let packed: Range<Int>
    }

    /// Of all parts together, unpacked: workbooks of 100,000 enterprises have some 50 MB.
    private static let maximumSize = 256 << 20
    /// Unpacked for each byte of the archive: what workbooks hold packs to a tenth.
    private static let maximumRatio = 100

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    /// The parts' names, in order.
    var names: [String] { entries.keys.sorted(by: isBefore) }

    /// Nil where the bytes are no archive, name a part twice, have bytes that are in two parts, or
    /// are more unpacked than any workbook of ours.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        // The end record has 22 bytes, and no comment here.
        let end = bytes.count - 22
        guard end >= 0, number(at: end, of: 4) == 0x0605_4B50,
            let count = number(at: end + 10, of: 2), let list = number(at: end + 16, of: 4)
        else { return nil }
        var position = list
        for _ in 0..<count {
            guard let entry = entry(at: position),
                let nameLength = number(at: position + 28, of: 2),
                let extra = number(at: position + 30, of: 2),
                let comment = number(at: position + 32, of: 2),
                let name = slice(position + 46, nameLength)
            else { return nil }
            let text = String(decoding: name, as: UTF8.self)
            guard entries.updateValue(entry, forKey: text) == nil else { return nil }
            position += 46 + nameLength + extra + comment
        }
        let size = entries.values.reduce(0) { $0 + $1.size }
        guard size <= min(Self.maximumSize, Self.maximumRatio * bytes.count), areApart(before: list)
        else { return nil }
    }

    /// What the list says at `position` of a part, and the part's own head of where it stands.
    private func entry(at position: Int) -> Entry? {
        guard number(at: position, of: 4) == 0x0201_4B50,
            let method = number(at: position + 10, of: 2),
            let checksum = number(at: position + 16, of: 4),
            let packed = number(at: position + 20, of: 4),
            let size = number(at: position + 24, of: 4),
            let offset = number(at: position + 42, of: 4),
            number(at: offset, of: 4) == 0x0403_4B50,
            let nameLength = number(at: offset + 26, of: 2),
            let extra = number(at: offset + 28, of: 2)
        else { return nil }
        let start = offset + 30 + nameLength + extra
        return Entry(
            method: method, checksum: UInt32(checksum), size: size,
            place: offset..<start + packed, packed: start..<start + packed)
    }

    /// Whether no two parts share a byte, and none reaches into the list of them.
    private func areApart(before list: Int) -> Bool {
        let places = entries.values.map(\.place).sorted { $0.lowerBound < $1.lowerBound }
        return zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
            && places.last.map { $0.upperBound <= list } ?? true
    }

    /// A part's bytes, as long as said and with the checksum said; nil otherwise.
    func part(_ name: String) -> [UInt8]? {
        guard let entry = entries[name],
            let packed = slice(entry.packed.lowerBound, entry.packed.count)
        else { return nil }
        let content: [UInt8]?
        switch entry.method {
        case 0: content = Array(packed)
        case 8: content = Self.inflated(Array(packed), to: entry.size)
        default: content = nil
        }
        guard let content, content.count == entry.size else { return nil }
        return Self.checksum(content) == entry.checksum ? content : nil
    }

    private func slice(_ start: Int, _ count: Int) -> ArraySlice<UInt8>? {
        guard start >= 0, start <= bytes.count, count <= bytes.count - start else { return nil }
        return bytes[start..<start + count]
    }

    /// A little-endian number.
    private func number(at position: Int, of count: Int) -> Int? {
        slice(position, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: unsafe crc32(0, bytes, UInt32(bytes.count)))
    }

    private static func inflated(_ packed: [UInt8], to size: Int) -> [UInt8]? {
        var packed = packed
        var content = [UInt8](repeating: 0, count: size + 1)
        var stream = unsafe z_stream()
        // A raw stream, without the head of zlib's own format.
        guard
            unsafe inflateInit2_(
                &stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        let code = unsafe packed.withUnsafeMutableBufferPointer { source in
            unsafe content.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                return unsafe inflate(&stream, Z_FINISH)
            }
        }
        let made = unsafe Int(stream.total_out)
        unsafe _ = inflateEnd(&stream)
        guard code == Z_STREAM_END, made == size else { return nil }
        content.removeLast()
        return content
    }
}
