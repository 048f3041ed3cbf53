/// The classes of rows that are not counted; every such row has one line in findings.csv.
enum RowClass: String, CaseIterable {
    case duplicate, contested, excluded, rejected

    /// The class whose codes include `code`; nil for a finding that decides no row.
    init?(code: String) {
        for rowClass in Self.allCases where rowClass.codes.contains(code) {
            self = rowClass
            return
        }
        return nil
    }

    private var codes: Set<String> {
        switch self {
        case .duplicate: ["duplicate.same", "duplicate.differs", "duplicate.last-year"]
        case .contested: ["contested.enterprises", "contested.volumes", "contested.overlap"]
        case .excluded:
            [
                "status.not-counted", "status.returned-elsewhere", "date.outside-period",
                "enterprise.not-on-roster", "enterprise.refused", "enterprise.other-support",
                "adjudicated.other", "adjudicated.none",
            ]
        case .rejected:
            [
                "row.columns", "row.quote", "row.too-long", "encoding.invalid",
                "waybill.missing", "waybill.excel-damaged",
                "enterprise.missing", "enterprise.check-digit", "enterprise.contradiction",
                "date.missing", "date.unreadable", "pieces.unreadable", "pieces.not-positive",
                "weight.missing", "weight.unreadable", "weight.not-positive",
                "volume.unreadable", "volume.negative", "month.unreadable",
            ]
        }
    }
}

extension ReportFile.Rows {
    subscript(rowClass: RowClass) -> UInt64 {
        switch rowClass {
        case .duplicate: duplicate
        case .contested: contested
        case .excluded: excluded
        case .rejected: rejected
        }
    }
}
