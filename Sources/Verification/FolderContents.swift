package import DelimitedText

/// An output folder as a value: each file's bytes by its path in the folder (`payments/held.csv`).
package struct FolderContents: Sendable, Equatable {
    package var files: [String: FileBytes]
    /// Paths of folders within the folder, those without a file included.
    package var folders: Set<String>

    package init(files: [String: FileBytes], folders: Set<String> = []) {
        self.files = files
        self.folders = folders
    }

    subscript(document: Document) -> [UInt8]? { self[document.rawValue] }

    /// All bytes of a file; what cannot be read is not there, which its digest shows.
    package subscript(path: String) -> [UInt8]? { try? files[path]?.whole() }
}

/// The files that an output folder may hold, beside the payment files that report.json names.
enum Document: String, CaseIterable {
    case awards = "awards.csv"
    case findings = "findings.csv"
    case held = "payments/held.csv"
    case notice = "notice.html"
    case reportPage = "report.html"
    case report = "report.json"
    case reportWorkbook = "report.xlsx"
    case signature = "SHA256SUMS.sig"
    case sums = "SHA256SUMS"
}
