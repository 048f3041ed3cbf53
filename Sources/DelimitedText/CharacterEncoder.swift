private import Glibc

/// The encodings that files for banks are written in.
package enum WrittenEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// One or two bytes a character: the part of GB18030 without its four-byte codes.
    case gbk
    case gb18030
}

/// Text to the bytes of an encoding, character by character: nothing is replaced or left out.
package enum CharacterEncoder {
    /// All of `text`, or the first of its characters that the encoding has no bytes for.
    package static func encode(
        _ text: String, as encoding: WrittenEncoding
    ) -> Result<[UInt8], UnencodableCharacter> {
        if encoding == .utf8 || text.utf8.allSatisfy({ $0 < 0x80 }) {
            return .success(Array(text.utf8))
        }
        let codes = Codes(hasFourBytes: encoding == .gb18030)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let code = codes.code(of: scalar) {
                bytes += code
            } else {
                return .failure(UnencodableCharacter(scalar: scalar))
            }
        }
        return .success(bytes)
    }
}

/// The codes of GBK, and of GB18030 where it has four bytes.
private struct Codes: ~Copyable {
    private let hasFourBytes: Bool
    private let pairs = Converter("GBK")
    private let whole = Converter("GB18030")

    init(hasFourBytes: Bool) { self.hasFourBytes = hasFourBytes }

    /// Only what every edition of the standard reads alike.
    ///
    /// The C library's GBK also has a byte for the euro and drops language tags. The editions of
    /// GB18030 differ in what they moved from the private use area to Unicode proper.
    func code(of scalar: Unicode.Scalar) -> [UInt8]? {
        let isPrivate = scalar.properties.generalCategory == .privateUse
        guard !isPrivate, !Self.moved.contains(scalar.value), let code = whole.bytes(of: scalar)
        else { return nil }
        if hasFourBytes { return code.count == 2 || code.count == 4 ? code : nil }
        return code.count == 2 && pairs.bytes(of: scalar) == code ? code : nil
    }

    private static let moved = Set<UInt32>(0xFE10...0xFE19).union(0x9FB4...0x9FBB).union([
        0x1E3F, 0x20087, 0x20089, 0x200CC, 0x215D7, 0x2298F, 0x241FE,
    ])
}

/// A converter of the C library from UTF-8.
@safe private struct Converter: ~Copyable {
    private let handle: iconv_t

    init(_ name: String) {
        unsafe handle = iconv_open(name, "UTF-8")
        unsafe precondition(handle != iconv_t(bitPattern: -1), "iconv has no \(name)")
    }

    deinit { unsafe _ = iconv_close(handle) }

    func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
        var source = Array(String(scalar).utf8).map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: 8)
        let written = unsafe source.withUnsafeMutableBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target -> Int? in
                var input = source.baseAddress
                var inputLeft = source.count
                var output = target.baseAddress
                var outputLeft = target.count
                let code = unsafe iconv(handle, &input, &inputLeft, &output, &outputLeft)
                return code == 0 && inputLeft == 0 ? target.count - outputLeft : nil
            }
        }
        return written.map { target.prefix($0).map { UInt8(bitPattern: $0) } }
    }
}

/// A character that an encoding does not have.
package struct UnencodableCharacter: Error, Equatable {
    package let scalar: Unicode.Scalar
}
