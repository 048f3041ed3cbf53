import Subsidy

/// The settings in force, the approval and the inputs; the payer's account masked.
enum SettingsSheet {
    static func sheet(_ report: Report) -> WorkbookSheet {
        let language = report.edition.language
        let frame = SheetFrame(
            report: report, label: .settings,
            columns: [
                .init(SheetLabel.setting.text[language], 44),
                .init(SheetLabel.value.text[language], 90),
            ])
        return frame.sheet(
            note: VerdictWording(report).sentence[language],
            settings(report) + batches(report) + exports(report) + inputs(report))
    }

    private static func settings(_ report: Report) -> [[WorkbookSheet.Cell]] {
        let language = report.edition.language
        let approval = ApprovalWording.text(of: report.programme.approval)[language]
        return [[.text(SettingLabel.approval.text[language]), .stated(approval)]]
            + PageSettings.rows(report).map { label, value in
                [.text(label.text[language]), value.isEmpty ? .text("") : .stated(value)]
            }
    }

    private static func batches(_ report: Report) -> [[WorkbookSheet.Cell]] {
        let language = report.edition.language
        guard report.edition.batch.number > 1 else { return [] }
        return (report.edition.earlier + [report.edition.batch]).map { batch in
            [
                .text(SheetLabel.batch.text[language]),
                .stated(BatchWording.text(of: batch)[language]),
            ]
        }
    }

    private static func exports(_ report: Report) -> [[WorkbookSheet.Cell]] {
        guard !report.programme.exports.isEmpty else { return [] }
        return [section(SettingLabel.exports.text, report)]
            + report.programme.exports.map { export in
                [.stated(export.pattern), .stated(PageSettings.text(of: export))]
            }
    }

    private static func inputs(_ report: Report) -> [[WorkbookSheet.Cell]] {
        [section(FileLabel.inputs.text, report)]
            + report.edition.inputs.map { [.stated($0.name), .stated($0.sha256)] }
    }

    private static func section(_ title: Text, _ report: Report) -> [WorkbookSheet.Cell] {
        [.text(title[report.edition.language], isBold: true, span: 2)]
    }
}
