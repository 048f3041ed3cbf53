private import DelimitedText
package import Subsidy

/// Reads what a bank says of payments: a CSV table, or a pain.002.001.10 message.
package enum BankStatementFile {
    /// No statement of a year's payments is larger.
    static let maximumBytes = 64 << 20

    /// The statement at `path`, and the bytes that it was read from.
    package static func statement(
        at path: String
    ) throws(InputFault) -> (statement: BankStatement, bytes: [UInt8]) {
        let bytes: [UInt8]
        do throws(ByteFile.Fault) {
            bytes = try ByteFile.bytes(of: path, limit: maximumBytes)
        } catch {
            if error.isMissing { throw InputFault(.statement(.missing), file: path) }
            if error.isFolder || error.isSpecial {
                throw InputFault(.statement(.notPlain), file: path)
            }
            throw InputFault(.unreadable(error.text), file: path)
        }
        return (try statement(of: bytes, file: path), bytes)
    }

    /// The statement that `bytes` are; `file` is what messages call it.
    package static func statement(
        of bytes: [UInt8], file: String
    ) throws(InputFault) -> BankStatement {
        if isXML(bytes) { return try StatusReport.statement(of: bytes, file: file) }
        if let format = ForeignFormat(startingWith: bytes) {
            throw InputFault(.statement(.format(format)), file: file)
        }
        return try StatementTable.statement(of: bytes, file: file)
    }

    /// Whether the first character is a `<`, in UTF-8 or UTF-16, and the file no web page.
    private static func isXML(_ bytes: [UInt8]) -> Bool {
        let mark = TextEncoding.marked(bytes)?.length ?? 0
        let start = bytes.dropFirst(mark).prefix(1024).filter { $0 != 0 }
            .drop { $0 <= 0x20 }
        guard start.first == UInt8(ascii: "<") else { return false }
        let text = String(decoding: start.prefix(16), as: Unicode.ASCII.self).lowercased()
        return !["<!doctype html", "<html", "<table", "<meta", "<head"].contains {
            text.hasPrefix($0)
        }
    }
}
