/// Text as it stands between the tags of HTML and XML, and in attributes.
///
/// Byte by byte: what markup gives a meaning is ASCII.
enum MarkupText {
    /// `apostrophe` is what stands for one: HTML and XML have different names for it.
    static func append(_ text: String, apostrophe: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: apostrophe.utf8)
            default: bytes.append(byte)
            }
        }
    }
}
