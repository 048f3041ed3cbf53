/// report.xlsx against report.json: every figure of its tables, and that each total is a formula
/// over its column whose kept value is the sum.
struct ReportSheets {
    /// What a cell must hold.
    private enum Due {
        case any
        case text(String)
        /// A number; text only where it has more digits than a spreadsheet keeps.
        case figure(String)
        case total(String, is: String)
        /// An amount in words.
        case words(UInt128?)
    }

    /// Above the lines: title, note and the columns' titles.
    private static let headRows = 3

    private let report: ReportFile
    private let isFurther: Bool

    static func failures(in folder: FolderContents, against report: ReportFile) -> [Failure] {
        guard let bytes = folder[.reportWorkbook] else { return [] }
        var proof = Proof(.reportWorkbook)
        guard let sheets = WorkbookContents.read(bytes)?.sheets, sheets.count == 5 else {
            proof.fail(.reportWorkbook)
            return proof.failures
        }
        let due = ReportSheets(
            report: report, isFurther: report.batch.map { $0.number > 1 } ?? false)
        due.prove(sheets[0], due.awards, proof: &proof)
        due.prove(sheets[2], due.files, proof: &proof)
        due.prove(sheets[3], due.findings, proof: &proof)
        return proof.failures
    }

    /// The lines of a table, and nothing of figures beside or below them.
    private func prove(
        _ sheet: WorkbookContents.Sheet, _ due: [[Due]], proof: inout Proof
    ) {
        for (index, row) in due.enumerated() {
            let line = Self.headRows + index
            let cells = line < sheet.rows.count ? sheet.rows[line] : []
            for (column, cell) in row.enumerated() {
                let found = column < cells.count ? cells[column] : .text("")
                let place = "\(sheet.name)!\(Self.letter(column))"
                prove(found, cell, line: line + 1, place: place, proof: &proof)
            }
            prove(noFigureIn: cells.dropFirst(row.count), line, sheet, proof: &proof)
        }
        for (line, cells) in sheet.rows.enumerated().dropFirst(Self.headRows + due.count) {
            prove(noFigureIn: cells[...], line, sheet, proof: &proof)
        }
    }

    private func prove(
        noFigureIn cells: ArraySlice<WorkbookContents.Cell>, _ line: Int,
        _ sheet: WorkbookContents.Sheet, proof: inout Proof
    ) {
        let hasFigure = cells.contains { cell in
            if case .text = cell { false } else { true }
        }
        proof.require(!hasFigure, .reportCell, line: line + 1, place: sheet.name)
    }

    private func prove(
        _ found: WorkbookContents.Cell, _ due: Due, line: Int, place: String,
        proof: inout Proof
    ) {
        switch (found, due) {
        case (.text(let text), .text(let due)):
            proof.equal(text, due, .reportCell, line: line, place: place)
        case (.text, .any): break
        case (.text(let text), .words(let fen)):
            proof.require(
                fen != nil && AmountInWords.fen(of: text) == fen, .reportCell, line: line,
                place: place, expected: fen.map(Figures.yuan), found: text)
        case (.number(let digits), .figure(let figure)):
            proof.require(
                Self.isNumber(digits, figure), .reportCell, line: line, place: place,
                expected: figure, found: digits)
        case (.text(let text), .figure(let figure)), (.text(let text), .total(_, let figure)):
            proof.require(
                text == figure && Self.digitCount(figure) > 15, .reportCell, line: line,
                place: place, expected: figure, found: text)
        case (.formula(let formula, let digits), .total(let due, let figure)):
            proof.equal(formula, due, .reportFormula, line: line, place: place)
            proof.require(
                Self.isNumber(digits, figure), .reportFormula, line: line, place: place,
                expected: figure, found: digits)
        case (.number(let text), .text), (.number(let text), .any), (.number(let text), .total),
            (.formula(let text, _), .text), (.formula(let text, _), .any),
            (.formula(let text, _), .figure), (.number(let text), .words),
            (.formula(let text, _), .words):
            proof.fail(.reportCell, line: line, place: place, found: text)
        }
    }

    /// Whether a workbook's binary number is the one next to a figure of at most 15 digits:
    /// no other such figure has the same.
    private static func isNumber(_ digits: String, _ figure: String) -> Bool {
        guard digitCount(figure) <= 15, let number = Double(digits) else { return false }
        guard figure.hasSuffix("%") else { return number == Double(figure) }
        let point = figure.utf8.firstIndex(of: UInt8(ascii: ".")) ?? figure.endIndex
        let whole = figure[..<point]
        let padded = String(repeating: "0", count: max(0, 3 - whole.utf8.count)) + whole
        let fraction = figure[point...].dropFirst().dropLast()
        return number == Double("\(padded.dropLast(2)).\(padded.suffix(2))\(fraction)")
    }

    private static func digitCount(_ figure: String) -> Int {
        figure.drop { $0 == "0" || $0 == "." }.count { $0.isNumber }
    }

    private static func letter(_ column: Int) -> String {
        String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column)))
    }
}

extension ReportSheets {
    private var awards: [[Due]] {
        func fen(_ award: ReportFile.Award) -> UInt128 { award.amount.flatMap(Figures.fen) ?? 0 }
        let paid = report.awards.filter { fen($0) > 0 }.sorted { left, right in
            fen(left) != fen(right) ? fen(left) > fen(right) : isBefore(left.uscc, right.uscc)
        }
        let others = report.awards.filter {
            fen($0) == 0 && ($0.paidBefore.flatMap(Figures.fen) ?? 0) > 0
        }
        let lines = paid + others
        let unit = report.settings.volume
        let counted = Figures.volume(report.volume.counted, in: unit) ?? 0
        let rows = lines.enumerated().map { index, award in
            let volume = Figures.volume(award.volume, in: unit) ?? 0
            let share = Figures.percentage(volume, of: counted) ?? ""
            return [
                .figure("\(index + 1)"), .text(award.uscc), name(award.name),
                .figure(award.volume), .figure(share), .figure(award.amount ?? ""),
            ] + positions(award.paidBefore, award.issued, award.held, award.toReclaim) + [
                .any, .any,
            ]
        }
        let volume = lines.reduce(0) { $0 + (Figures.volume($1.volume, in: unit) ?? 0) }
        let totals = report.totals
        let sums =
            [.figure(totals.awards ?? "")]
            + positions(totals.paidBefore, totals.issued, totals.held, totals.toReclaim)
        let total: [Due] =
            [
                .any, .text(""), .text(""),
                sum(3, lines.count, unit == .weight ? 3 : 0, Figures.volumeText(volume, in: unit)),
                .total(
                    "ROUND(D\(Self.headRows + lines.count + 1)/\(report.volume.counted),6)",
                    is: Figures.percentage(volume, of: counted) ?? ""),
            ]
            + sums.enumerated().map { index, due in
                guard case .figure(let figure) = due else { return due }
                return sum(5 + index, lines.count, 2, figure)
            } + [.text(""), .text("")]
        let words = Due.words(totals.awards.flatMap(Figures.fen))
        return rows + [total, [.any, .text(""), .text(""), words]]
    }

    private var files: [[Due]] {
        func counts(_ rows: ReportFile.Rows) -> [UInt64] {
            [rows.read, rows.counted, rows.duplicate, rows.contested, rows.excluded, rows.rejected]
        }
        let rows = report.files.map { file in
            [name(file.name), .any, .any, .figure("\(file.bytes)")]
                + counts(file.rows).map { Due.figure("\($0)") }
        }
        let bytes = report.files.reduce(UInt64(0)) { $0 &+ $1.bytes }
        let totals = ([bytes] + counts(report.rows)).enumerated().map { index, count in
            sum(3 + index, report.files.count, 0, "\(count)")
        }
        return rows + [[.any, .text(""), .text("")] + totals]
    }

    private var findings: [[Due]] {
        guard !report.findings.isEmpty else { return [] }
        let rows = report.findings.map { one -> [Due] in
            [
                .text(one.code), .any, .any, .figure("\(one.count)"),
                one.volume.map(Due.figure) ?? .text(""), one.yuan.map(Due.figure) ?? .text(""),
                .any,
            ]
        }
        let count = report.findings.reduce(UInt64(0)) { $0 &+ $1.count }
        return rows + [
            [.any, .text(""), .text(""), sum(3, report.findings.count, 0, "\(count)")]
        ]
    }

    private func positions(
        _ before: String?, _ issued: String?, _ held: String?, _ reclaim: String?
    ) -> [Due] {
        (isFurther ? [before, issued, held, reclaim] : [issued, held]).map { .figure($0 ?? "") }
    }

    /// A name as it stands, where nothing of it had to be made visible or cut.
    private func name(_ name: String) -> Due {
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
                .unassigned:
                false
            default: true
            }
        }
        return isPlain && name.unicodeScalars.count <= 200 ? .text(name) : .any
    }

    private func sum(_ column: Int, _ count: Int, _ decimals: Int, _ figure: String) -> Due {
        let letter = Self.letter(column)
        let sum = "SUM(\(letter)\(Self.headRows + 1):\(letter)\(Self.headRows + count))"
        return .total(decimals == 0 ? sum : "ROUND(\(sum),\(decimals))", is: figure)
    }
}
