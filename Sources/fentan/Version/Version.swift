private import CBuildFacts
import Documents
import Ledger

/// What this program is.
enum Version {
    /// What documents and the ledger name: the same for every build of the same sources.
    static let text = "0.1.0"

    /// `--version`: the program, its source, the forms that it writes, and what it stands on.
    static var full: String {
        let packages = unsafe String(cString: fentan_packages())
        return """
            fentan \(text)
            commit     \(commit ?? "not known: scripts/build tells it")
            forms      report.json \(OutputDocuments.reportSchema), ledger \(LedgerFile.schemaVersion), \
            late waybills \(LateWaybillsCode.form)
            libraries  \(LinkedLibrary.all.map { "\($0.name) \($0.version)" }.joined(separator: ", "))
            packages   \(packages.isEmpty ? "not known: scripts/build tells them" : packages)
            """
    }

    /// Nil where the binary was not built by scripts/build.
    static var commit: String? {
        let commit = unsafe String(cString: fentan_commit())
        return commit.isEmpty ? nil : commit
    }
}
