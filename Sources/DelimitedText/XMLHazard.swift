/// What FoundationXML's parser must never be given: it traps, or follows what nobody asked for.
package enum XMLHazard: Equatable, Sendable {
    /// It traps on names that are not UTF-8.
    case notUTF8
    /// A `<!DOCTYPE` at this index: it could name entities.
    case documentType(at: Int)
    /// A processing instruction of a name alone, as `<?page?>`, at this index: it reads from no
    /// address.
    case bareInstruction(at: Int)

    /// The first hazard in a document; nil where the parser may have it.
    ///
    /// Comments and CDATA are not told apart: what looks like a hazard in them is one too.
    package static func first(in bytes: Span<UInt8>) -> XMLHazard? {
        guard ByteSearch.isUTF8(bytes) else { return .notUTF8 }
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                if bytes[index + 1] == UInt8(ascii: "!"), opensDocumentType(bytes, index) {
                    return .documentType(at: index)
                }
                if bytes[index + 1] == UInt8(ascii: "?"), isBareInstruction(bytes, index + 2) {
                    return .bareInstruction(at: index)
                }
            }
            index += 1
        }
        return nil
    }

    private static func opensDocumentType(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        let word = [UInt8]("<!DOCTYPE".utf8)
        guard index + word.count <= bytes.count else { return false }
        return ByteSearch.areEqual(bytes.extracting(index..<index + word.count), word.span)
    }

    /// Whether an instruction, whose name begins at `start`, ends without a blank, or has a `<` in its
    /// name, as none may: so no byte is looked at twice.
    private static func isBareInstruction(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        for index in start..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return false
            case UInt8(ascii: "<"): return true
            case UInt8(ascii: ">") where bytes[index - 1] == UInt8(ascii: "?"): return true
            default: break
            }
        }
        return false
    }
}
