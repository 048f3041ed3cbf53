import Subsidy

/// `report.xlsx`: the report for finance and the review group, in sheets that compute their totals.
enum ReportWorkbook {
    static let path = "report.xlsx"

    static func bytes(_ report: Report) throws(OutputDocuments.Fault) -> [UInt8] {
        do throws(Workbook.Fault) {
            return try Workbook.bytes(of: sheets(report), created: date(of: report))
        } catch {
            throw .workbook(error.reason, file: path)
        }
    }

    static func sheets(_ report: Report) -> [WorkbookSheet] {
        let awards = AwardsSheet(report)
        return [
            awards.sheet, awards.chartSheet, FilesSheet.sheet(report), FindingsSheet.sheet(report),
            SettingsSheet.sheet(report),
        ]
    }

    /// What dates the file, which is to be the same whenever it is made.
    private static func date(of report: Report) -> CalendarDate {
        report.edition.paymentDate ?? report.programme.period.to
    }
}
