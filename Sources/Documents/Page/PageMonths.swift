import Subsidy

/// The counted volume by month, the months without any among them.
enum PageMonths {
    static func values(_ report: Report) -> [String: any Sendable] {
        let largest = report.months.map(\.volumeCount).max() ?? 0
        return [
            "hasMonths": largest > 0,
            "months": report.months.map { month in
                PagePart([
                    "month": month.month.description, "monthVolume": Figures.grouped(month.volume),
                    "monthShare": month.share, "monthEnterprises": String(month.enterprises),
                    "monthWidth": PageBar.width(month.volumeCount, of: largest),
                ])
            },
            "countedVolume": Figures.grouped(report.volumes[.counted] ?? ""),
        ]
    }
}
