import Subsidy

/// Text from somebody's file, fit to be shown: short, and with what is not seen made visible.
enum Excerpt {
    static let limit = 60

    /// `text` in at most `limit` characters; controls as ␉, zero-width and turning ones as ⟨U+200B⟩.
    static func visible(_ text: String, limit: Int = limit) -> String {
        var bytes: [UInt8] = []
        append(text, limit: limit, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: String, limit: Int = limit, to bytes: inout [UInt8]) {
        if isPlain(text, limit: limit) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == limit {
                bytes.append(contentsOf: "…".utf8)
                return
            }
            append(scalar, to: &bytes)
        }
    }

    /// A cell that holds a resident's identity number with its first three and last two characters
    /// alone; any other as it stands.
    static func withoutIdentityNumber(_ cell: String) -> String {
        guard cell.utf8.count >= 18 else { return cell }
        let isBare = cell.utf8.count == 18 && isPlain(cell, limit: 18)
        let number = (isBare ? cell : CanonicalText.name(cell)).uppercased()
        guard number.utf8.count == 18 else { return cell }
        do {
            _ = try USCC(number)
            return cell
        } catch {
            guard error == .residentIdentityNumber else { return cell }
            return number.prefix(3) + String(repeating: "*", count: 13) + number.suffix(2)
        }
    }

    /// ASCII that is seen and short: most cells, and nothing is to be done with them.
    private static func isPlain(_ text: String, limit: Int) -> Bool {
        let bytes = text.utf8
        return bytes.count <= limit && bytes.allSatisfy { (0x20...0x7E) ~= $0 }
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0..<0x20: append(shown: 0x2400 + scalar.value, to: &bytes)
        case 0x7F: append(shown: 0x2421, to: &bytes)
        case 0x80..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
            bytes.append(contentsOf: "⟨U+\(zeros)\(digits)⟩".utf8)
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func append(shown value: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
