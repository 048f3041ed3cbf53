internal import DelimitedText
internal import Foundation
internal import FoundationXML

/// The notice read back: the cells of its table, and the texts that have an id.
struct NoticePage {
    fileprivate(set) var rows: [[String]] = []
    fileprivate(set) var totals: [[String]] = []
    fileprivate(set) var texts: [String: String] = [:]

    private static let start = "<!DOCTYPE html>\n<html "

    /// Nil where the bytes are no whole page, or hold what a page alone has no need of.
    static func read(_ bytes: [UInt8]) -> NoticePage? {
        let data = Data(bytes)
        guard bytes.starts(with: start.utf8),
            XMLHazard.first(in: bytes.span.extracting(droppingFirst: start.utf8.count)) == nil
        else { return nil }
        let parser = XMLParser(inPieces: data)
        let reader = NoticePageReader()
        parser.delegate = reader
        guard parser.parse(), parser.parserError == nil, !reader.isForeign else { return nil }
        return reader.page
    }
}

private final class NoticePageReader: NSObject, XMLParserDelegate {
    var page = NoticePage()
    /// An element or attribute that could run or fetch something was met.
    var isForeign = false

    private static let elements: Set = [
        "html", "head", "meta", "title", "style", "body", "div", "main", "h1", "h2", "span", "p",
        "table", "thead", "tbody", "tfoot", "tr", "th", "td", "section", "dl", "dt", "dd", "footer",
    ]
    private static let attributes: Set = [
        "lang", "charset", "http-equiv", "content", "name", "class", "id", "scope", "colspan",
        "data-label", "aria-labelledby",
    ]

    private var isHead = false
    private var isFoot = false
    private var row: [String] = []
    private var cell: String?
    /// The open elements' ids, each with its text so far.
    private var open: [(id: String?, text: String)] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        if !Self.elements.contains(name) || !Self.attributes.isSuperset(of: attributes.keys) {
            isForeign = true
        }
        open.append((attributes["id"], ""))
        switch name {
        case "thead": isHead = true
        case "tfoot": isFoot = true
        case "tr": row = []
        case "td", "th": cell = ""
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if cell != nil { cell?.append(text) }
        for index in open.indices where open[index].id != nil { open[index].text += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        if let closed = open.popLast(), let id = closed.id,
            page.texts.updateValue(closed.text, forKey: id) != nil
        {
            isForeign = true
        }
        switch name {
        case "thead": isHead = false
        case "tfoot": isFoot = false
        case "tr" where isFoot: page.totals.append(row)
        case "tr" where !isHead: page.rows.append(row)
        case "td", "th":
            row.append(cell ?? "")
            cell = nil
        default: break
        }
    }
}
