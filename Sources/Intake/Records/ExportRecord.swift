import Subsidy
private import DelimitedText

/// What is known of one export as a whole: of the opened file and its bytes.
package struct ExportRecord: Sendable {
    package let export: Export
    package let sha256: String
    package let bytes: Int
    /// The first byte of its rows; what stands before it is header.
    package let rowsStart: Int

    var frame: RecordFrame {
        var fields = FieldWriter()
        fields.number(export.index)
        fields.choice(export.encoding)
        fields.choice(export.layout.kind)
        fields.count(export.layout.line)
        fields.count(export.layout.names.count)
        for name in export.layout.names { fields.text(name) }
        fields.count(export.layout.columns.count)
        for (field, column) in export.layout.columns.sorted(by: { $0.value < $1.value }) {
            fields.choice(field)
            fields.count(column)
        }
        fields.text(sha256)
        fields.count(bytes)
        fields.count(rowsStart)
        return RecordFrame(
            .export, partition: RecordFrame.everywhere, count: 1, payload: fields.bytes)
    }

    init(export: Export, sha256: String, bytes: Int, rowsStart: Int) {
        self.export = export
        self.sha256 = sha256
        self.bytes = bytes
        self.rowsStart = rowsStart
    }

    /// `names` are the exports' in their order.
    init(
        _ frame: RecordFrame, names: [String], settings: [ExportSettings]
    ) throws(RecordFault) {
        var fields = FieldReader(frame.payload)
        let index = try fields.index(below: names.count)
        let encoding = try fields.choice(of: TextEncoding.self)
        let kind = try fields.choice(of: ExportKind.self)
        let line = try fields.count()
        var titles: [String] = []
        for _ in 0..<(try fields.count()) { titles.append(try fields.text()) }
        var columns: [ShipmentField: Int] = [:]
        for _ in 0..<(try fields.count()) {
            columns[try fields.choice()] = try fields.index(below: titles.count)
        }
        let name = names[index]
        export = Export(
            index: UInt16(index), name: name, encoding: encoding,
            layout: Layout(names: titles, line: line, columns: columns, kind: kind),
            settings: settings.first { FilePattern.matches(name, pattern: $0.pattern) })
        sha256 = try fields.text()
        bytes = try fields.count()
        rowsStart = try fields.count()
        try fields.end()
    }
}
