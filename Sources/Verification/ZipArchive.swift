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
        let packed: Int
        let size: Int
        let offset: Int
    }

    /// Larger parts are no workbook of payments.
    private static let maximumSize = 256 << 20

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    /// The parts' names, in order.
    var names: [String] { entries.keys.sorted(by: isBefore) }

    /// Nil where the bytes are no archive, or name a part twice.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        // The end record has 22 bytes, and no comment here.
        let end = bytes.count - 22
        guard end >= 0, number(at: end, of: 4) == 0x0605_4B50,
            let count = number(at: end + 10, of: 2), var position = number(at: end + 16, of: 4)
        else { return nil }
        for _ in 0..<count {
            guard number(at: position, of: 4) == 0x0201_4B50,
                let method = number(at: position + 10, of: 2),
                let checksum = number(at: position + 16, of: 4),
                let packed = number(at: position + 20, of: 4),
                let size = number(at: position + 24, of: 4),
                let nameLength = number(at: position + 28, of: 2),
                let extra = number(at: position + 30, of: 2),
                let comment = number(at: position + 32, of: 2),
                let offset = number(at: position + 42, of: 4),
                let name = slice(position + 46, nameLength)
            else { return nil }
            let entry = Entry(
                method: method, checksum: UInt32(checksum), packed: packed, size: size,
                offset: offset)
            let text = String(decoding: name, as: UTF8.self)
            guard entries.updateValue(entry, forKey: text) == nil else { return nil }
            position += 46 + nameLength + extra + comment
        }
    }

    /// A part's bytes, as long as said and with the checksum said; nil otherwise.
    func part(_ name: String) -> [UInt8]? {
        guard let entry = entries[name], entry.size <= Self.maximumSize,
            number(at: entry.offset, of: 4) == 0x0403_4B50,
            let nameLength = number(at: entry.offset + 26, of: 2),
            let extra = number(at: entry.offset + 28, of: 2),
            let packed = slice(entry.offset + 30 + nameLength + extra, entry.packed)
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
        return code == Z_STREAM_END && made == size ? Array(content.prefix(size)) : nil
    }
}
