import Subsidy

/// The exports: what became of their rows, and the totals of each class.
enum FilesSheet {
    static func sheet(_ report: Report) -> WorkbookSheet {
        let language = report.edition.language
        let classes = RowClass.allCases.map { ClassWording(of: $0).name[language] }
        let columns: [SheetFrame.Column] =
            [
                .init(SheetLabel.file.text[language], 36),
                .init(SheetLabel.kind.text[language], 12),
                .init(SheetLabel.encoding.text[language], 11),
                .init(SheetLabel.bytes.text[language], 16, isNumber: true),
                .init(FlowLabel.read.text[language], 13, isNumber: true),
            ] + classes.map { .init($0, 13, isNumber: true) }
        let frame = SheetFrame(report: report, label: .files, columns: columns)
        return frame.sheet(
            note: FlowLabel.rowIdentity.text[language],
            report.files.map { row(of: $0, language) } + [totalRow(report)])
    }

    private static func row(of file: FileFigures, _ language: Language) -> [WorkbookSheet.Cell] {
        let kind: SheetLabel =
            switch file.kind {
            case .waybills: .waybills
            case .volumes: .volumes
            }
        return [
            .stated(file.name), .text(kind.text[language]), .text(file.encoding.uppercased()),
            .figure(String(file.bytes)),
        ] + counts(file.rows).map { .figure(String($0)) }
    }

    private static func totalRow(_ report: Report) -> [WorkbookSheet.Cell] {
        let bytes = report.files.reduce(0) { $0 + $1.bytes }
        let first = SheetFrame.headRows
        return [.text(AwardLabel.total.text[report.edition.language], isBold: true, span: 3)]
            + ([bytes] + counts(report.rows)).enumerated().map { index, count in
                let sum = ColumnSum(
                    column: 3 + index, rows: first..<first + report.files.count, decimals: 0)
                return .total(sum.formula, is: String(count))
            }
    }

    /// Read, and in each class.
    private static func counts(_ rows: ClassRows) -> [Int] {
        [rows.read] + RowClass.allCases.map { rows[$0] }
    }
}
