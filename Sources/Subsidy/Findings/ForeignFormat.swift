/// What a file is that is no CSV.
package enum ForeignFormat: String, Sendable, CaseIterable {
    case xlsx
    case xls
    case zip
    case gzip
    case html
    case pdf
    case binary
}

extension ForeignFormat {
    /// What a file is that begins with `bytes`, where that is no CSV.
    package init?(startingWith bytes: [UInt8]) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let text = String(decoding: bytes.prefix(4096), as: Unicode.ASCII.self)
            self = text.contains("xl/") || text.contains("[Content_Types].xml") ? .xlsx : .zip
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .xls
        } else if bytes.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if bytes.starts(with: "%PDF".utf8) {
            self = .pdf
        } else if Self.isHTML(bytes) {
            self = .html
        } else {
            return nil
        }
    }

    /// Web pages saved under a spreadsheet's name begin so, after blanks and a BOM.
    private static func isHTML(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(1024), as: Unicode.ASCII.self).lowercased()
        let start = text.unicodeScalars.drop { $0.value <= 0x20 || $0.value > 0x7E }
        return ["<!doctype html", "<html", "<table", "<meta", "<?xml", "<head"].contains {
            String(start.prefix(20)).hasPrefix($0)
        }
    }
}
