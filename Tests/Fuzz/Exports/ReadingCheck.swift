import FuzzInput
import Subsidy

/// What must hold of every reading, and between two of the same bytes.
enum ReadingCheck {
    static func run(_ reading: Reading, unit: VolumeUnit) {
        let tally = reading.total
        for rowClass in RowClass.allCases where rowClass != .counted {
            let findings = reading.findings.joined().filter { $0.code.rowClass == rowClass }
            expect(findings.count == tally.rows(rowClass), "a row not counted has one finding")
            let volume = findings.reduce(UInt128(0)) { $0 + UInt128($1.volume ?? 0) }
            expect(volume == tally.volume(rowClass), "findings have the volume of their class")
        }
        let lines = reading.findings.joined().filter { $0.code.rowClass != nil }.compactMap(\.line)
        expect(Set(lines).count == lines.count, "a line has one class")
        expect(reading.volumes.total == tally.volume(.counted), "volumes are those of counted rows")
        if unit == .waybills {
            let counted = UInt128(tally.rows(.counted))
            expect(reading.volumes.total == counted, "a waybill is counted once")
        }
        let statusRows = reading.statuses.reduce(0) { $0 + $1.rows }
        expect(statusRows <= tally.total, "a row has one status at most")
        let contested = reading.stepEight.contested
        expect(contested <= tally.volume(.contested), "a contested waybill weighs once")
        for finding in reading.findings.joined() { _ = reading.text(of: finding.waybill) }
    }

    static func expectSame(_ one: Reading, _ other: Reading) {
        let (file, same) = (one.files[0], other.files[0])
        expect(file.sha256 == same.sha256 && file.bytes == same.bytes, "the same bytes")
        expect(file.encoding == same.encoding, "the same encoding")
        expect(file.tally == same.tally, "the same classes")
        expect(file.controls == same.controls, "the same footers")
        expect(one.statuses == other.statuses, "the same statuses")
        expect(one.stepEight == other.stepEight, "the same volumes of step eight")
        expect(one.strangers == other.strangers, "the same strangers")
        expect(one.longWaybills == other.longWaybills, "the same long waybills")
        expect(one.enterprisesWithRows == other.enterprisesWithRows, "the same enterprises")
        for id in one.enterprisesWithRows {
            expect(one.volumes.volume(of: id) == other.volumes.volume(of: id), "the same volume")
        }
        let (found, again) = (sorted(one.findings), sorted(other.findings))
        expect(found.count == again.count, "as many findings")
        for (finding, same) in zip(found, again) {
            expect(agree(finding, same), "the same findings")
        }
    }

    private static func sorted(_ lists: [[Finding]]) -> [Finding] {
        lists.joined().sorted {
            ($0.line ?? 0, $0.code.rawValue) < ($1.line ?? 0, $1.code.rawValue)
        }
    }

    private static func agree(_ one: Finding, _ other: Finding) -> Bool {
        one.code == other.code && one.line == other.line && one.column == other.column
            && one.enterprise == other.enterprise && one.waybill == other.waybill
            && one.volume == other.volume && one.detail == other.detail
    }
}
