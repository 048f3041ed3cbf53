/// Writes CSV as bytes: UTF-8, CRLF, cells quoted where they need it.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8]
    private var isAtRowStart = true

    /// `marked` begins the file with a BOM, by which Excel knows UTF-8.
    package init(marked: Bool = true) {
        bytes = marked ? TextEncoding.utf8Mark : []
    }

    package mutating func cell(_ text: String) {
        var text = text
        text.withUTF8 { buffer in
            unsafe cell(Span(_unsafeElements: buffer))
        }
    }

    package mutating func cell(_ text: Span<UInt8>) {
        if !isAtRowStart { bytes.append(UInt8(ascii: ",")) }
        isAtRowStart = false
        LibCSV.write(text, to: &bytes)
    }

    package mutating func endRow() {
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
        isAtRowStart = true
    }

    package mutating func row(_ cells: [String]) {
        for text in cells { cell(text) }
        endRow()
    }
}
