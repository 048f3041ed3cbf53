/// Which documents a folder must hold, and may not, by its state and by what was awarded.
enum Layout {
    static func failures(
        of folder: FolderContents, for report: ReportFile, quarantine: QuarantineFiles
    ) -> [Failure] {
        let due =
            documents(for: report).map(\.rawValue) + quarantine.paths.values.sorted(by: isBefore)
        var failures: [Failure] = []
        for path in due where folder.files[path] == nil {
            failures.append(Failure(.documentMissing, file: path))
        }
        let names = Set(due)
        for path in folder.files.keys.sorted(by: isBefore) where !names.contains(path) {
            failures.append(
                Failure(.documentUnexpected, file: path, place: report.state.rawValue))
        }
        if let page = folder[.reportPage], page.isEmpty {
            failures.append(Failure(.documentMissing, file: Document.reportPage.rawValue))
        }
        return failures
    }

    private static func documents(for report: ReportFile) -> [Document] {
        var due: [Document] = [.report, .reportPage, .findings, .sums]
        if report.state.hasAwards { due.append(.awards) }
        guard report.state == .published else { return due }
        if report.awards.contains(where: { $0.payment == .held }) { due.append(.held) }
        guard report.awards.contains(where: { $0.payment == .issued }) else { return due }
        if report.settings.payments.contains("neutral") { due.append(.neutral) }
        if report.settings.payments.contains("pain.001") { due.append(.pain001) }
        return due
    }
}
