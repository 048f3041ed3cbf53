internal import Foundation
internal import FoundationXML

/// A workbook of one sheet, read back from its XML.
struct WorkbookContents {
    let sheet: String
    /// By row and column, both from 0; a cell that is not there is empty text.
    let rows: [[PaymentLines.Cell]]

    /// Nil where the bytes are no such workbook: two sheets, a formula, a cell of another type.
    static func read(_ bytes: [UInt8]) -> WorkbookContents? {
        let sheetPath = "xl/worksheets/sheet1.xml"
        guard let archive = ZipArchive(bytes),
            archive.names.filter({ $0.hasPrefix("xl/worksheets/") }) == [sheetPath],
            // A part that was cut off opens in no program.
            archive.names.allSatisfy({ archive.part($0).flatMap { parse($0, PartReader()) } != nil }
            ),
            let book = archive.part("xl/workbook.xml").flatMap({ parse($0, BookReader()) }),
            book.sheets.count == 1,
            let strings = archive.part("xl/sharedStrings.xml").flatMap({
                parse($0, StringsReader())
            }),
            let page = archive.part(sheetPath).flatMap({ parse($0, PageReader(strings.texts)) })
        else { return nil }
        return WorkbookContents(sheet: book.sheets[0], rows: page.rows)
    }

    private static func parse<Reader: PartReader>(_ bytes: [UInt8], _ reader: Reader) -> Reader? {
        let data = Data(bytes)
        // FoundationXML takes no bytes for a document, and traps on element names that are not UTF-8.
        guard !bytes.isEmpty, isUTF8(bytes), data.range(of: Data("<!DOCTYPE".utf8)) == nil
        else { return nil }
        let parser = XMLParser(data: data)
        parser.delegate = reader
        return parser.parse() && parser.parserError == nil && !reader.isForeign ? reader : nil
    }
}

/// What the readers of a workbook's parts share: the text of the element that is open.
private class PartReader: NSObject, XMLParserDelegate {
    var isForeign = false
    fileprivate var text = ""

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { isForeign = true }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        text = ""
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

/// The sheets' names of xl/workbook.xml.
private final class BookReader: PartReader {
    private(set) var sheets: [String] = []

    override func begin(_ name: String, _ attributes: [String: String]) {
        if name == "sheet" { sheets.append(attributes["name"] ?? "") }
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
        // How Excel writes a character that XML does not have; it would be read as another one.
        if text.contains(#/_x[0-9A-Fa-f]{4}_/#) { isForeign = true }
        texts[last] += text
    }
}

/// xl/worksheets/sheet1.xml: text cells by their number in the shared strings, and numbers.
private final class PageReader: PartReader {
    private(set) var rows: [[PaymentLines.Cell]] = []

    private let texts: [String]
    private var place: (row: Int, column: Int)?
    private var type = ""

    init(_ texts: [String]) { self.texts = texts }

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "c":
            place = Self.place(attributes["r"] ?? "")
            type = attributes["t"] ?? "n"
            if place == nil || !["n", "s"].contains(type) { isForeign = true }
        case "f", "is": isForeign = true
        default: break
        }
    }

    override func end(_ name: String) {
        guard name == "v", let place else { return }
        if type == "n" {
            put(.number(text), at: place)
        } else if let index = Int(text), texts.indices.contains(index) {
            put(.text(texts[index]), at: place)
        } else {
            isForeign = true
        }
    }

    /// Cells come by rows and columns, each once.
    private func put(_ cell: PaymentLines.Cell, at place: (row: Int, column: Int)) {
        while rows.count <= place.row { rows.append([]) }
        guard rows.count == place.row + 1, rows[place.row].count <= place.column else {
            isForeign = true
            return
        }
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

/// Takes a workbook of payments apart as `PaymentTextReader` does a text.
enum PaymentWorkbookReader {
    static func read(
        _ bytes: [UInt8], _ form: ReportFile.PaymentForm, proof: inout Proof
    ) -> PaymentLines {
        var found = PaymentLines()
        guard let book = WorkbookContents.read(bytes) else {
            proof.fail(.workbook)
            return found
        }
        proof.equal(book.sheet, form.sheet, .workbook, place: "sheet")
        let above = form.before.count + (form.titles ? 1 : 0)
        guard book.rows.count >= above + form.after.count else {
            proof.fail(.header, line: book.rows.count)
            return found
        }
        found.before = book.rows.prefix(form.before.count).map(single)
        found.after = book.rows.suffix(form.after.count).map(single)
        if form.titles {
            let titles = form.columns.map { PaymentLines.Cell.text($0.title) }
            proof.require(
                book.rows[form.before.count] == titles, .header, line: above,
                expected: form.columns.map(\.title).joined(separator: ","))
        }
        for (index, row) in book.rows.enumerated().dropFirst(above).dropLast(form.after.count) {
            guard row.count <= form.columns.count else {
                proof.fail(
                    .cellCount, line: index + 1, expected: String(form.columns.count),
                    found: String(row.count))
                continue
            }
            let missing = form.columns.count - row.count
            found.rows.append(
                PaymentLines.Line(
                    number: index + 1,
                    cells: row + Array(repeating: .text(""), count: missing)))
        }
        return found
    }

    private static func single(_ row: [PaymentLines.Cell]) -> String {
        row.count == 1 ? row[0].text : row.map(\.text).joined(separator: "\t")
    }
}
