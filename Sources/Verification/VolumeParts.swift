/// What an enterprise's volume is made of: months and files, each adding up to it again.
enum VolumeParts {
    static func failures(of report: ReportFile) -> [Failure] {
        var proof = Proof(.report)
        for award in report.awards {
            months(of: award, in: report.settings, proof: &proof)
            files(of: award, in: report, proof: &proof)
        }
        rows(of: report, proof: &proof)
        return proof.failures
    }

    private static func months(
        of award: ReportFile.Award, in settings: ReportFile.Settings, proof: inout Proof
    ) {
        let first = settings.period.from.prefix(7)
        let last = settings.period.to.prefix(7)
        for (index, month) in award.months.enumerated() {
            let isNext = index == 0 || isBefore(award.months[index - 1].month, month.month)
            let isWithin = first <= month.month && month.month <= last
            proof.require(
                isNext && isWithin && month.month.utf8.count == 7, .monthTotal,
                place: award.uscc, found: month.month)
        }
        add(award.months.map(\.volume), to: award, settings.volume, .monthTotal, proof: &proof)
    }

    private static func files(
        of award: ReportFile.Award, in report: ReportFile, proof: inout Proof
    ) {
        for (index, file) in award.files.enumerated() {
            let isNext = index == 0 || isBefore(award.files[index - 1].name, file.name)
            proof.require(
                isNext && file.rows > 0, .fileTotal, place: award.uscc, found: file.name)
        }
        add(
            award.files.map(\.volume), to: award, report.settings.volume, .fileTotal,
            proof: &proof)
    }

    /// The parts are figures and add up to the award's volume.
    private static func add(
        _ parts: [String], to award: ReportFile.Award, _ unit: VolumeUnit, _ check: Check,
        proof: inout Proof
    ) {
        var sum: UInt128 = 0
        for text in parts {
            let volume = Figures.volume(text, in: unit)
            proof.require(volume != nil, .form, place: award.uscc, found: text)
            sum += volume ?? 0
        }
        proof.equal(Figures.volumeText(sum, in: unit), award.volume, check, place: award.uscc)
    }

    /// All enterprises' rows of a file are those that it counts.
    private static func rows(of report: ReportFile, proof: inout Proof) {
        var counted: [String: UInt128] = [:]
        for file in report.awards.flatMap(\.files) {
            counted[file.name, default: 0] += UInt128(file.rows)
        }
        for file in report.files {
            proof.equal(
                counted.removeValue(forKey: file.name) ?? 0, UInt128(file.rows.counted), .fileRows,
                place: file.name)
        }
        for name in counted.keys.sorted(by: isBefore) {
            proof.fail(.fileRows, place: name)
        }
    }
}
