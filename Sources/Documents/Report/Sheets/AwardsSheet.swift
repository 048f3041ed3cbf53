import Subsidy

/// The awards with their total, in figures and in words, and the lines for signatures.
struct AwardsSheet {
    private typealias Cell = WorkbookSheet.Cell
    private typealias Style = WorkbookSheet.Style

    /// So many of the largest have a bar.
    private static let barCount = 30
    private static let nameColumn = 2
    private static let amountColumn = 5

    private let report: Report
    private let lines: [AwardFigures]
    private let isFurther: Bool

    init(_ report: Report) {
        self.report = report
        let others = report.awards.filter { figures in
            guard let award = figures.award else { return false }
            return award.amount == .zero && award.position.sentBefore > .zero
        }
        // Who was paid before and has no award any more must give it back.
        lines = report.paidAwards + others
        isFurther = report.edition.batch.number > 1
    }

    private var language: Language { report.edition.language }
    private var listed: Range<Int> { SheetFrame.headRows..<SheetFrame.headRows + lines.count }

    var sheet: WorkbookSheet {
        frame.sheet(
            note: note,
            lines.enumerated().map { row(of: $1, number: $0 + 1) } + [totalRow, wordsRow]
                + signatures)
    }

    /// The largest awards as bars.
    var chartSheet: WorkbookSheet {
        let count = min(lines.count, Self.barCount)
        let frame = SheetFrame(report: report, label: .chart, columns: [])
        var sheet = WorkbookSheet(
            name: SheetLabel.chart.text[language], columns: [],
            rows: [[Cell(value: .text(frame.heading), style: Style(isBold: true, size: 14))]],
            page: frame.page(titleRow: nil))
        if count > 0 {
            sheet.chart = WorkbookChart(
                title: SheetLabel.largest(count)[language],
                sheet: SheetLabel.awards.text[language],
                rows: listed.lowerBound...listed.lowerBound + count - 1, names: Self.nameColumn,
                numbers: Self.amountColumn, row: 2,
                size: (width: 1100, height: 160 + 20 * count))
        }
        return sheet
    }

    private var frame: SheetFrame {
        let unit = UnitWording.text(of: report.programme.unit)[language]
        let before = BatchLabel.paidBefore.text[language]
        let reclaim = BatchLabel.toReclaim.text[language]
        let yuan = Text("（元）", " (yuan)")[language]
        let volume = AwardLabel.volume.text[language] + Text("（\(unit)）", " (\(unit))")[language]
        let volumeWidth = Self.width(
            16, of: Figures.text(report.countedVolume, in: report.programme.unit))
        let amountWidth = Self.width(17, of: report.totals?.awards.description ?? "")
        var columns: [SheetFrame.Column] = [
            .init(AwardLabel.number.text[language], 6, isNumber: true),
            .init(SheetLabel.code.text[language], 21),
            .init(SheetLabel.name.text[language], 40),
            .init(volume, volumeWidth, isNumber: true),
            .init(AwardLabel.share.text[language], 11, isNumber: true),
            .init(AwardLabel.amount.text[language], amountWidth, isNumber: true),
        ]
        if isFurther { columns.append(.init(before + yuan, amountWidth, isNumber: true)) }
        columns += [
            .init(issuedTitle, amountWidth, isNumber: true),
            .init(BatchLabel.held.text[language] + yuan, amountWidth, isNumber: true),
        ]
        if isFurther { columns.append(.init(reclaim + yuan, amountWidth, isNumber: true)) }
        columns += [
            .init(AwardLabel.state.text[language], 16), .init(SheetLabel.remark.text[language], 30),
        ]
        return SheetFrame(report: report, label: .awards, columns: columns)
    }

    /// At least so much, and room for the largest figure of the column in bold.
    private static func width(_ least: Int, of figure: String) -> Int {
        max(least, Figures.grouped(figure).utf8.count + 3)
    }

    private var issuedTitle: String {
        guard report.edition.state == .published else {
            return PaymentWording.nameOfIssued(in: report.edition.state)[language]
                + Text("（元）", " (yuan)")[language]
        }
        return SheetLabel.issued.text[language]
    }

    private var note: String {
        let draft =
            report.edition.state == .draft ? [HeadLabel.draftNote.text[language]] : []
        let batch = isFurther ? [BatchWording.text(of: report.edition.batch)[language]] : []
        return (draft + [ApprovalWording.text(of: report.programme.approval)[language]] + batch)
            .joined(separator: " ")
    }

    private func row(of figures: AwardFigures, number: Int) -> [Cell] {
        guard let award = figures.award else { preconditionFailure("an award has a working") }
        // Who has an award that is neither issued nor held was paid before.
        let state =
            figures.payment == .none && award.amount > .zero
            ? PaymentWording.nameOfIssued(in: .published)
            : PaymentWording.name(of: figures.payment, in: report.edition.state)
        return [
            .figure(String(number)), .stated(figures.uscc.text), .stated(figures.name),
            .figure(figures.volume), .figure(figures.share.isEmpty ? "0.0000%" : figures.share),
        ] + amounts(award.amount, award.position).map { .figure($0.description) } + [
            .text(state[language]), .text(HoldWording.text(of: figures.holdReasons, in: language)),
        ]
    }

    /// In the order of their columns.
    private func amounts(_ award: Fen, _ position: BatchPlan.Position) -> [Fen] {
        let now = [position.issued, position.held]
        return [award] + (isFurther ? [position.sentBefore] + now + [position.toReclaim] : now)
    }

    private var totalRow: [Cell] {
        guard let totals = report.totals else { preconditionFailure("awards have a total") }
        let unit = report.programme.unit
        let volume = lines.map(\.volumeCount).reduce(0, +)
        let counted = Figures.text(report.countedVolume, in: unit)
        let row = listed.upperBound + 1
        let now = [totals.issued, totals.held]
        let amounts =
            [totals.awards]
            + (isFurther ? [totals.paidBefore] + now + [totals.toReclaim] : now)
        return [
            .text(AwardLabel.total.text[language], isBold: true, span: 3),
            .total(sum(3, unit == .weight ? 3 : 0), is: Figures.text(volume, in: unit)),
            .total(
                "ROUND(D\(row)/\(counted),6)", is: Figures.share(volume, of: report.countedVolume)),
        ]
            + amounts.enumerated().map { index, amount in
                .total(sum(Self.amountColumn + index, 2), is: amount.description)
            } + [.text(""), .text("")]
    }

    private func sum(_ column: Int, _ decimals: Int) -> String {
        ColumnSum(column: column, rows: listed, decimals: decimals).formula
    }

    private var wordsRow: [Cell] {
        let words = AmountInWords.text(of: report.totals?.awards ?? .zero)
        return [
            .text(SheetLabel.inWords.text[language], isBold: true, span: 3),
            .text(words, isBold: true, span: frame.columns.count - 3),
        ]
    }

    /// Who made it, who looked at it, who approved it, and when; and room for the seal.
    private var signatures: [[Cell]] {
        func line(_ first: Text, _ second: Text, _ third: Text) -> [Cell] {
            let label = Style(alignment: .right)
            let blank = Cell(value: .blank, style: Style(border: .below))
            func name(_ text: Text, span: Int = 1) -> Cell {
                let colon = Text("：", ":")[language]
                return Cell(value: .text(text[language] + colon), style: label, span: span)
            }
            return [
                name(first, span: 2), blank, name(second), blank, blank, name(third), blank, blank,
            ]
        }
        let date = HeadLabel.signDate.text
        let seal = HeadLabel.seal.text[language] + Text("：", ":")[language]
        return [
            [],
            line(
                HeadLabel.prepared.text, HeadLabel.reviewed.text, HeadLabel.approved.text)
                + [.note(seal)],
            [], line(date, date, date),
        ]
    }
}
