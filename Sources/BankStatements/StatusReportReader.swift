internal import DelimitedText
internal import Foundation
internal import FoundationXML
internal import Subsidy

/// The parts of a pain.002.001.10 message that answer something, each with its texts and lines.
struct StatusReportParts {
    /// One element's text, by its path in the part: `OrgnlTxRef/Amt/InstdAmt`.
    struct Leaf {
        let path: String
        let text: String
        let currency: String?
        let line: Int
    }

    /// The group, an instruction or a transaction, as far as it was read.
    struct Part {
        let name: String
        let line: Int
        fileprivate(set) var leaves: [Leaf] = []
        /// The transactions of an instruction.
        fileprivate(set) var parts: [Part] = []

        /// The one element at `path` that is not empty; nil where there is none.
        func leaf(_ path: String) -> Leaf? { leaves.first { $0.path == path && !$0.text.isEmpty } }
    }

    fileprivate(set) var headers: [Part] = []
    fileprivate(set) var groups: [Part] = []
    fileprivate(set) var instructions: [Part] = []

    static let namespace = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"

    /// Refuses what is no such message, or holds a document type, which none needs.
    static func read(_ bytes: [UInt8], file: String) throws(InputFault) -> StatusReportParts {
        func line(of index: Int) -> Int {
            bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
        }
        switch XMLHazard.first(in: bytes.span) {
        case .notUTF8: throw InputFault(.notUTF8, file: file)
        case .documentType(let index):
            throw InputFault(.statement(.documentType), file: file, line: line(of: index))
        case .bareInstruction(let index):
            throw InputFault(.statement(.bareInstruction), file: file, line: line(of: index))
        case nil: break
        }
        guard isSaidToBeUTF8(bytes) else { throw InputFault(.notUTF8, file: file) }
        // Of a whole file at once the parser takes no more than 10 MB.
        let parser = XMLParser(stream: InputStream(data: Data(bytes)))
        parser.shouldProcessNamespaces = true
        let reader = StatusReportReader(file: file)
        parser.delegate = reader
        let isWhole =
            parser.parse() && parser.parserError == nil && reader.hasBegun && reader.depth == 0
        if let fault = reader.fault { throw fault }
        guard isWhole else {
            throw InputFault(
                .statement(.notXML), file: file, line: max(1, parser.lineNumber))
        }
        return reader.parts
    }

    /// Said to be nothing else than UTF-8: in another encoding the bytes may mean other characters.
    private static func isSaidToBeUTF8(_ bytes: [UInt8]) -> Bool {
        guard !bytes.contains(0) else { return false }
        let declaration = String(decoding: bytes.prefix(256), as: UTF8.self).prefix { $0 != ">" }
        guard let name = declaration.firstMatch(of: /encoding\s*=\s*["']([^"']*)/) else {
            return true
        }
        return ["utf-8", "utf8", "us-ascii"].contains(name.1.lowercased())
    }
}

/// Gathers the parts while the parser goes through the message.
private final class StatusReportReader: NSObject, XMLParserDelegate {
    var parts = StatusReportParts()
    /// The first thing that cannot be used.
    var fault: InputFault?
    /// Of nothing at all the parser says that it is well formed.
    private(set) var hasBegun = false
    var depth: Int { elements.count }

    private struct Element {
        let name: String
        let currency: String?
        let line: Int
        /// Whether elements stand in it.
        var hasElements = false
    }

    private let file: String
    private var elements: [Element] = []
    private var text = ""
    private var open: [(part: StatusReportParts.Part, depth: Int)] = []
    /// The depth of an element whose content is anybody's.
    private var skipped: Int?

    init(file: String) { self.file = file }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        hasBegun = true
        let line = max(1, parser.lineNumber)
        if skipped == nil {
            if namespaceURI != StatusReportParts.namespace || !isExpected(name) {
                refuse(.otherMessage, line: line)
            }
            refuseTextBetweenElements(line)
        }
        if !elements.isEmpty { elements[elements.count - 1].hasElements = true }
        elements.append(Element(name: name, currency: attributes["Ccy"], line: line))
        if skipped == nil {
            if name == "SplmtryData" { skipped = elements.count }
            if isPart(name) { open.append((.init(name: name, line: line), elements.count)) }
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if skipped == nil { text += string }
    }

    func parser(_ parser: XMLParser, foundCDATA data: Data) {
        if skipped == nil { text += String(decoding: data, as: UTF8.self) }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        guard let element = elements.last else { return }
        defer { elements.removeLast() }
        if let depth = skipped {
            if depth == elements.count { skipped = nil }
            return
        }
        if let last = open.last, last.depth == elements.count {
            refuseTextBetweenElements(max(1, parser.lineNumber))
            open.removeLast()
            close(last.part)
        } else if element.hasElements {
            refuseTextBetweenElements(max(1, parser.lineNumber))
        } else {
            put(element)
        }
        text = ""
    }

    // parse() says true of faults that libxml2 reads over.
    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        refuse(.notXML, line: max(1, parser.lineNumber))
    }

    /// Whether an element may stand where the parser is: the first two have their names.
    private func isExpected(_ name: String) -> Bool {
        switch elements.count {
        case 0: name == "Document"
        case 1: name == "CstmrPmtStsRpt"
        default: true
        }
    }

    /// Whether the newest element is a part of the message.
    private func isPart(_ name: String) -> Bool {
        switch elements.count {
        case 3: ["GrpHdr", "OrgnlGrpInfAndSts", "OrgnlPmtInfAndSts"].contains(name)
        case 4: name == "TxInfAndSts" && open.last?.part.name == "OrgnlPmtInfAndSts"
        default: false
        }
    }

    private func close(_ part: StatusReportParts.Part) {
        switch part.name {
        case "GrpHdr": parts.headers.append(part)
        case "OrgnlGrpInfAndSts": parts.groups.append(part)
        case "OrgnlPmtInfAndSts": parts.instructions.append(part)
        default: open[open.count - 1].part.parts.append(part)
        }
    }

    /// Keeps the text of an element, without the blanks around it.
    private func put(_ element: Element) {
        guard let depth = open.last?.depth else { return }
        let path = elements[depth...].map(\.name).joined(separator: "/")
        open[open.count - 1].part.leaves.append(
            StatusReportParts.Leaf(
                path: path, text: text.trimmingCharacters(in: .whitespacesAndNewlines),
                currency: element.currency, line: element.line))
    }

    /// Text that is no element's own belongs to nothing: the schema has no mixed content.
    private func refuseTextBetweenElements(_ line: Int) {
        if !text.utf8.allSatisfy({ " \t\r\n".utf8.contains($0) }) { refuse(.notXML, line: line) }
        text = ""
    }

    private func refuse(_ problem: StatementFault, line: Int) {
        if fault == nil { fault = InputFault(.statement(problem), file: file, line: line) }
    }
}
