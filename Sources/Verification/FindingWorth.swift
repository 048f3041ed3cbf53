/// What report.json says each code's volume is worth: volume x pool / counted volume, half up.
enum FindingWorth {
    static func failures(of report: ReportFile) -> [Failure] {
        var proof = Proof(.report)
        for (finding, next) in zip(report.findings, report.findings.dropFirst()) {
            proof.require(
                isBefore(finding.code, next.code), .findingOrder, place: "findings",
                found: next.code)
        }
        for finding in report.findings {
            let worth = worth(of: finding, in: report, proof: &proof)
            // A run without awards may say that it has no rate.
            if finding.yuan == nil, !report.state.hasAwards { continue }
            proof.equal(finding.yuan, worth, .findingYuan, place: finding.code)
        }
        return proof.failures
    }

    /// Nil where the code has no volume or the run no rate.
    private static func worth(
        of finding: ReportFile.FindingTotal, in report: ReportFile, proof: inout Proof
    ) -> String? {
        guard let text = finding.volume else { return nil }
        let unit = report.settings.volume
        guard let volume = Figures.volume(text, in: unit) else {
            proof.fail(.form, place: finding.code, found: text)
            return nil
        }
        guard let pool = Figures.fen(report.pool),
            let counted = Figures.volume(report.volume.counted, in: unit)
        else { return nil }
        return Figures.roundedHalfUp(volume, times: pool, over: counted).map(Figures.yuan)
    }
}
