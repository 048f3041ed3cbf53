/// An XML document as it is written, an element a line, four blanks deeper within each.
struct XMLText: ~Copyable {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    /// An element with elements in it.
    mutating func element(
        _ name: String, attributes: String = "", _ content: (inout XMLText) -> Void
    ) {
        line("<\(name)\(attributes)>")
        depth += 1
        content(&self)
        depth -= 1
        line("</\(name)>")
    }

    /// An element with text in it; `attributes` stand as they are, with a blank before them.
    mutating func element(_ name: String, attributes: String = "", _ text: String) {
        indent()
        bytes.append(contentsOf: "<\(name)\(attributes)>".utf8)
        MarkupText.append(text, apostrophe: "&apos;", to: &bytes)
        bytes.append(contentsOf: "</\(name)>\n".utf8)
    }

    private mutating func line(_ tag: String) {
        indent()
        bytes.append(contentsOf: tag.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 4 * depth))
    }
}
