import Mustache

/// Text between tags and in attributes, scalar by scalar.
///
/// A Character is not enough: U+0600 before `<` makes one Character of both, and a comparison by
/// Characters lets that `<` pass.
struct PageText: MustacheContentType {
    static let name = "FENTAN"

    func escapeText(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        MarkupText.append(text, apostrophe: "&#39;", to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
