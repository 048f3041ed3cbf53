internal import DelimitedText
internal import Foundation
internal import FoundationXML

/// A workbook read back from its XML: the sheets' cells, in their order.
struct WorkbookContents {
    enum Cell: Equatable {
        case text(String)
        /// Its digits, as the file has them.
        case number(String)
        /// Without its equals sign, and the number that the file has for it.
        case formula(String, is: String)
    }

    struct Sheet {
        let name: String
        /// By row and column, both from 0; a cell that is not there is empty text.
        let rows: [[Cell]]
    }

    let sheets: [Sheet]

    /// Rows and cells that may be left out, beside one for each cell: what is empty takes memory too.
    private static let gaps = 1024

    /// Nil where the bytes are no such workbook: sheets that its list does not have, a cell that is
    /// neither text nor a number or stands far off, a formula without a number.
    static func read(_ bytes: [UInt8]) -> WorkbookContents? {
        let folder = "xl/worksheets/"
        guard let archive = ZipArchive(bytes),
            // A part that was cut off opens in no program.
            archive.names.allSatisfy({ archive.part($0).flatMap { parse($0, PartReader()) } != nil }
            ),
            let book = archive.part("xl/workbook.xml").flatMap({ parse($0, BookReader()) }),
            let relations = archive.part("xl/_rels/workbook.xml.rels").flatMap({
                parse($0, RelationsReader())
            }),
            let strings = archive.part("xl/sharedStrings.xml").flatMap({
                parse($0, StringsReader())
            })
        else { return nil }
        let paths = book.sheets.compactMap { relations.targets[$0.relation] }.map { "xl/" + $0 }
        let parts = archive.names.filter {
            $0.hasPrefix(folder) && !$0.dropFirst(folder.count).contains("/")
        }
        guard paths.count == book.sheets.count, paths.sorted(by: isBefore) == parts else {
            return nil
        }
        var sheets: [Sheet] = []
        var room = gaps
        for (sheet, path) in zip(book.sheets, paths) {
            let reader = PageReader(strings.texts, room: room)
            guard let page = archive.part(path).flatMap({ parse($0, reader) }) else { return nil }
            room = page.room
            sheets.append(Sheet(name: sheet.name, rows: page.rows))
        }
        return WorkbookContents(sheets: sheets)
    }

    private static func parse<Reader: PartReader>(_ bytes: [UInt8], _ reader: Reader) -> Reader? {
        let data = Data(bytes)
        // FoundationXML takes no bytes for a document.
        guard !bytes.isEmpty, XMLHazard.first(in: bytes.span) == nil else { return nil }
        let parser = XMLParser(inPieces: data)
        parser.delegate = reader
        let isWhole = parser.parse() && parser.parserError == nil && reader.hasBegun
        return isWhole && !reader.isForeign ? reader : nil
    }
}

/// What the readers of a workbook's parts share: the text of the element that is open.
private class PartReader: NSObject, XMLParserDelegate {
    var isForeign = false
    /// Of nothing at all the parser says that it is well formed.
    private(set) var hasBegun = false
    fileprivate var text = ""

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { isForeign = true }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        text = ""
        hasBegun = true
        begin(name, attributes)
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        end(name)
        text = ""
    }

    func begin(_ name: String, _ attributes: [String: String]) {}
    func end(_ name: String) {}
}

/// The sheets of xl/workbook.xml, and by which relation each is found.
private final class BookReader: PartReader {
    private(set) var sheets: [(name: String, relation: String)] = []

    override func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "sheet" else { return }
        sheets.append((attributes["name"] ?? "", attributes["r:id"] ?? ""))
    }
}

/// xl/_rels/workbook.xml.rels: the part of each relation.
private final class RelationsReader: PartReader {
    private(set) var targets: [String: String] = [:]

    override func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", let id = attributes["Id"] else { return }
        if targets.updateValue(attributes["Target"] ?? "", forKey: id) != nil { isForeign = true }
    }
}

/// xl/sharedStrings.xml: each string by its number.
private final class StringsReader: PartReader {
    private(set) var texts: [String] = []

    override func begin(_ name: String, _ attributes: [String: String]) {
        if name == "si" { texts.append("") }
        // A part of a string, formatted or a reading aid, is nothing that we write.
        if name == "r" || name == "rPh" { isForeign = true }
    }

    override func end(_ name: String) {
        guard name == "t" else { return }
        guard let last = texts.indices.last else {
            isForeign = true
            return
        }
        guard let plain = Self.unescaped(text) else {
            isForeign = true
            return
        }
        texts[last] += plain
    }

    /// Excel writes a character that XML does not have as `_x0001_`, and `_x005F_` for an underscore
    /// that would begin such a code; nil where the text has another code than that one.
    private static func unescaped(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let parts = text.split(separator: "_x005F_", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { !$0.contains(#/_x[0-9A-Fa-f]{4}_/#) }
        return isPlain ? parts.joined(separator: "_") : nil
    }
}

/// A part of xl/worksheets: text cells by their number in the shared strings, numbers, formulas.
private final class PageReader: PartReader {
    private(set) var rows: [[WorkbookContents.Cell]] = []
    /// How many rows and cells there may still be, those between others included.
    private(set) var room: Int

    private let texts: [String]
    private var place: (row: Int, column: Int)?
    private var type = ""
    private var formula: String?

    init(_ texts: [String], room: Int) {
        self.texts = texts
        self.room = room
    }

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "c":
            place = Self.place(attributes["r"] ?? "")
            type = attributes["t"] ?? "n"
            formula = nil
            room += 2
            if place == nil || !["n", "s"].contains(type) { isForeign = true }
        // A formula of many cells, or a string that is not among the shared ones.
        case "f": if !attributes.isEmpty { isForeign = true }
        case "is": isForeign = true
        default: break
        }
    }

    override func end(_ name: String) {
        switch name {
        case "f": formula = text
        case "v": takeValue()
        // A formula without a value would be shown as nothing.
        case "c": if formula != nil { isForeign = true }
        default: break
        }
    }

    private func takeValue() {
        guard let place else { return }
        defer { formula = nil }
        if type == "n" {
            put(formula.map { .formula($0, is: text) } ?? .number(text), at: place)
        } else if formula != nil {
            isForeign = true
        } else if let index = Int(text), texts.indices.contains(index) {
            put(.text(texts[index]), at: place)
        } else {
            isForeign = true
        }
    }

    /// Cells come by rows and columns, each once.
    private func put(_ cell: WorkbookContents.Cell, at place: (row: Int, column: Int)) {
        let newRows = place.row + 1 - rows.count
        let newCells = place.column + 1 - (newRows > 0 ? 0 : rows[place.row].count)
        guard newRows >= 0, newCells > 0, newRows + newCells <= room else {
            isForeign = true
            return
        }
        room -= newRows + newCells
        while rows.count <= place.row { rows.append([]) }
        while rows[place.row].count < place.column { rows[place.row].append(.text("")) }
        rows[place.row].append(cell)
    }

    /// `C2` as row 1 and column 2.
    private static func place(_ reference: String) -> (row: Int, column: Int)? {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count),
            let row = Int(
                reference.utf8.dropFirst(letters.count).reduce(into: "") {
                    $0.unicodeScalars.append(Unicode.Scalar($1))
                }), (1...1_048_576).contains(row)
        else { return nil }
        let column = letters.reduce(0) { $0 * 26 + Int($1 - 0x40) }
        return column <= 16_384 ? (row - 1, column - 1) : nil
    }
}
