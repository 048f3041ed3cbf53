import Subsidy
import Testing

struct FindingCodeTests {
    @Test(
        arguments: [
            (
                RowClass.rejected,
                [
                    "row.columns", "row.quote", "row.too-long", "encoding.invalid",
                    "waybill.missing",
                    "waybill.excel-damaged", "enterprise.missing", "enterprise.check-digit",
                    "enterprise.contradiction", "date.missing", "date.unreadable",
                    "pieces.unreadable",
                    "pieces.not-positive", "weight.missing", "weight.unreadable",
                    "weight.not-positive", "volume.unreadable",
                    "volume.negative", "month.unreadable",
                ]
            ),
            (
                .excluded,
                [
                    "status.not-counted", "status.returned-elsewhere", "date.outside-period",
                    "enterprise.not-on-roster", "enterprise.refused",
                    "enterprise.other-support",
                    "adjudicated.other", "adjudicated.none",
                ]
            ),
            (.contested, ["contested.enterprises", "contested.volumes", "contested.overlap"]),
            (.duplicate, ["duplicate.same", "duplicate.differs", "duplicate.last-year"]),
            (
                nil,
                [
                    "status.unlisted", "waybill.suspicious", "coverage.no-rows", "coverage.month",
                    "control.differs", "cnaps.check-digit", "account.suspicious", "file.repeated",
                ]
            ),
        ] as [(RowClass?, [String])])
    func everyCodeBelongsToItsClass(rowClass: RowClass?, codes: [String]) {
        let found = FindingCode.allCases.filter { $0.rowClass == rowClass }.map(\.rawValue)
        #expect(found == codes)
    }
}
