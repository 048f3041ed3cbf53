internal import DelimitedText

/// Which documents a folder must hold, and may not, by its state and by what was awarded.
enum Layout {
    static func failures(
        of folder: FolderContents, for report: ReportFile, quarantine: QuarantineFiles
    ) -> [Failure] {
        let due =
            documents(for: report).map(\.rawValue) + quarantine.paths.values.sorted(by: isBefore)
            + report.paymentFiles.map(\.path) + letters(of: report)
        var failures: [Failure] = []
        for path in due where folder.files[path] == nil {
            failures.append(Failure(.documentMissing, file: path))
        }
        let names = Set(due)
        for path in folder.files.keys.sorted(by: isBefore) where !names.contains(path) {
            failures.append(
                Failure(.documentUnexpected, file: path, place: report.state.rawValue))
        }
        for path in [Document.reportPage.rawValue] + letters(of: report)
        where folder.files[path]?.count == 0 {
            failures.append(Failure(.documentMissing, file: path))
        }
        return failures + paymentFiles(of: report)
    }

    /// The pages of all enterprises, where there are any.
    private static func letters(of report: ReportFile) -> [String] {
        guard report.state.hasAwards, report.settings.letters == true else { return [] }
        return report.awards.map { "letters/\($0.uscc).html" }
    }

    private static func documents(for report: ReportFile) -> [Document] {
        var due: [Document] = [.report, .reportPage, .findings, .sums]
        if report.state.hasAwards { due += [.awards, .reportWorkbook] }
        if report.state == .published, report.awards.contains(where: { $0.payment == .held }) {
            due.append(.held)
        }
        if report.state == .published, report.settings.signingKey != nil { due.append(.signature) }
        if report.state.hasAwards, report.settings.notice != nil { due.append(.notice) }
        return due
    }

    /// Each of the files asked for, its parts once each; none where nothing was paid.
    private static func paymentFiles(of report: ReportFile) -> [Failure] {
        let isPaid =
            report.state == .published && report.awards.contains { $0.payment == .issued }
        let asked = isPaid ? report.settings.payments : []
        let written = Set(report.paymentFiles.map(\.profile))
        var failures = asked.filter { !written.contains($0) }.map {
            Failure(.documentMissing, file: Document.report.rawValue, place: $0)
        }
        var paths: Set<String> = []
        for file in report.paymentFiles {
            let isPain001 = file.profile == "pain.001"
            let isSound =
                asked.contains(file.profile) && paths.insert(file.path).inserted
                && file.path.hasPrefix("payments/") && isPain001 == (file.layout == nil)
            if !isSound { failures.append(Failure(.documentUnexpected, file: file.path)) }
        }
        return failures
    }
}
