import FuzzInput
import Subsidy

/// What must hold of every reading that records come to.
enum ReadingCheck {
    static func run(_ reading: Reading) {
        for (index, file) in reading.files.enumerated() {
            let own = reading.findings.joined().filter { $0.source == .export(UInt16(index)) }
            for rowClass in RowClass.allCases where rowClass != .counted {
                let findings = own.filter { $0.code.rowClass == rowClass }
                expect(
                    findings.count == file.tally.rows(rowClass), "a row not counted has one finding"
                )
            }
        }
        for finding in reading.findings.joined() {
            _ = reading.text(of: finding.waybill)
            expect(finding.code.rowClass == nil || finding.line != nil, "a row has a line")
            if case .decided(let decision) = finding.detail {
                expect(reading.decisions.indices.contains(decision.index), "a decision is known")
            }
        }
        for id in reading.volumes.enterprises {
            _ = reading.volumes.byMonth(id).map(\.month.description)
        }
        for rows in reading.rejected {
            for row in rows.places.indices { _ = rows.cells(ofRow: row) }
        }
    }
}
