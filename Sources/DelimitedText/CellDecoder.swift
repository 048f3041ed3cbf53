/// Cells of one file as UTF-8 text, whatever its encoding.
///
/// UTF-16 files have become UTF-8 before they are scanned.
package struct CellDecoder: ~Copyable {
    private let gb18030: GB18030?

    package init(_ encoding: TextEncoding) {
        gb18030 = encoding == .gb18030 ? GB18030() : nil
    }

    /// The cell's UTF-8, or the first bytes that are no text; a NUL is none.
    package func decode(_ cell: Span<UInt8>) -> Result<[UInt8], UndecodableBytes> {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cell.count)
        for index in cell.indices { bytes.append(cell[index]) }
        if ByteSearch.isPlain(cell) { return .success(bytes) }
        switch gb18030 {
        case .some(let converter): return converter.decode(bytes)
        case nil: return Self.validated(bytes)
        }
    }

    /// The cell as a String, U+FFFD for what is no text: for excerpts alone.
    package func excerpt(_ cell: Span<UInt8>) -> String {
        switch decode(cell) {
        case .success(let text): return String(decoding: text, as: UTF8.self)
        case .failure:
            var bytes: [UInt8] = []
            for index in cell.indices { bytes.append(cell[index]) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func validated(_ bytes: [UInt8]) -> Result<[UInt8], UndecodableBytes> {
        if let zero = bytes.firstIndex(of: 0) {
            return .failure(UndecodableBytes(bytes: [bytes[zero]]))
        }
        if String(validating: bytes, as: UTF8.self) != nil { return .success(bytes) }
        var position = 0
        while position < bytes.count {
            let end = (position + 1...min(position + 4, bytes.count)).first {
                String(validating: bytes[position..<$0], as: UTF8.self) != nil
            }
            guard let end else { return .failure(UndecodableBytes(bytes: [bytes[position]])) }
            position = end
        }
        return .success(bytes)
    }
}
