internal import DelimitedText
internal import Foundation
internal import FoundationXML

/// A pain.001.001.09 message, read back: the texts of its parts, each by its path in the part.
struct Pain001 {
    /// A group header, a payment information or a transaction.
    struct Part {
        /// Text by path, such as `CdtrAcct/Id/Othr/Id`; an attribute as `Amt/InstdAmt@Ccy`.
        fileprivate(set) var texts: [String: String] = [:]
        /// A path that occurs twice: which one holds would be a guess.
        fileprivate(set) var repeated: String?

        subscript(path: String) -> String? { texts[path] }

        fileprivate mutating func put(_ text: String, at path: String) {
            if texts.updateValue(text, forKey: path) != nil { repeated = path }
        }
    }

    fileprivate(set) var headers: [Part] = []
    fileprivate(set) var instructions: [Part] = []
    fileprivate(set) var transactions: [Part] = []

    static let namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"

    /// Nil where the bytes are no such message, or hold a document type, which none needs.
    static func read(_ bytes: [UInt8]) -> Pain001? {
        let data = Data(bytes)
        guard XMLHazard.first(in: bytes.span) == nil else { return nil }
        let parser = XMLParser(inPieces: data)
        parser.shouldProcessNamespaces = true
        let reader = Pain001Reader()
        parser.delegate = reader
        guard parser.parse(), parser.parserError == nil, !reader.isForeign, reader.hasBegun,
            reader.depth == 0
        else { return nil }
        return reader.message
    }
}

private final class Pain001Reader: NSObject, XMLParserDelegate {
    var message = Pain001()
    /// Another namespace or root was met, text between elements, or bytes that are no XML.
    var isForeign = false
    /// Of nothing at all the parser says that it is well formed.
    var hasBegun = false
    var depth: Int { elements.count }

    private var elements: [String] = []
    private var isLeaf = false
    private var text = ""
    /// The parts that are open, each with the number of elements around it and including it.
    private var open: [(part: Pain001.Part, depth: Int)] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        hasBegun = true
        if elements.isEmpty, name != "Document" { isForeign = true }
        if namespaceURI != Pain001.namespace { isForeign = true }
        refuseTextBetweenElements()
        elements.append(name)
        isLeaf = true
        switch name {
        case "GrpHdr", "PmtInf", "CdtTrfTxInf": open.append((Pain001.Part(), elements.count))
        default:
            if let currency = attributes["Ccy"], let path { put(currency, at: path + "@Ccy") }
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        if let last = open.last, last.depth == elements.count {
            open.removeLast()
            close(last.part, name)
        } else if isLeaf, let path {
            put(text, at: path)
            text = ""
        }
        refuseTextBetweenElements()
        isLeaf = false
        elements.removeLast()
    }

    /// Text that is no element's own belongs to nothing: the schema has no mixed content.
    private func refuseTextBetweenElements() {
        if !text.utf8.allSatisfy({ " \t\r\n".utf8.contains($0) }) { isForeign = true }
        text = ""
    }

    // parse() says true of faults that libxml2 reads over.
    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        isForeign = true
    }

    /// Where the current element stands in the innermost open part.
    private var path: String? {
        open.last.map { elements[$0.depth...].joined(separator: "/") }
    }

    private func put(_ text: String, at path: String) {
        open[open.count - 1].part.put(text, at: path)
    }

    private func close(_ part: Pain001.Part, _ name: String) {
        switch name {
        case "GrpHdr": message.headers.append(part)
        case "PmtInf": message.instructions.append(part)
        default: message.transactions.append(part)
        }
    }
}
