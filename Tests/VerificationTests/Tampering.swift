import DelimitedText
import Testing

@testable import Verification

/// One change to a sound folder, signed anew unless said, and the check that must notice it.
struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: Check
    let isSigned: Bool
    let change: @Sendable (inout FolderContents) -> Void

    init(
        _ name: String, _ check: Check, isSigned: Bool = true,
        change: @escaping @Sendable (inout FolderContents) -> Void
    ) {
        testDescription = name
        self.check = check
        self.isSigned = isSigned
        self.change = change
    }

    /// Puts `new` for the first `old` in `document`, which must hold it.
    init(
        _ name: String, _ check: Check, in document: SampleFile, _ old: String, _ new: String,
        isSigned: Bool = true
    ) {
        self.init(name, check, isSigned: isSigned) { $0.replace(old, new, in: document) }
    }

    func apply(to contents: inout FolderContents) {
        change(&contents)
        if isSigned { Sample.sign(&contents) }
    }
}

/// The sample's files that tests change.
enum SampleFile: String {
    case awards = "awards.csv"
    case notice = "notice.html"
    case findings = "findings.csv"
    case held = "payments/held.csv"
    case neutral = "payments/neutral.csv"
    case pain001 = "payments/pain.001.xml"
    case bank = "payments/bank.txt"
    case reportPage = "report.html"
    case report = "report.json"
    case sums = "SHA256SUMS"
}

extension FolderContents {
    mutating func replace(_ old: String, _ new: String, in document: SampleFile, all: Bool = false)
    {
        replace(old, new, in: document.rawValue, all: all)
    }

    mutating func replace(_ old: String, _ new: String, in path: String, all: Bool = false) {
        let text = String(decoding: self[path] ?? [], as: UTF8.self)
        #expect(text.utf8.count > 0 && text.contains(old), "\(path) has no \(old)")
        let changed = text.replacing(old, with: new, maxReplacements: all ? .max : 1)
        self[file: path] = Array(changed.utf8)
    }
}

extension FolderContents {
    /// The same, none of it in memory.
    func inTemporaryFiles() throws -> FolderContents {
        var contents = self
        for (path, content) in files {
            var writer = FileBytesWriter(in: FileBytes.Room(limit: 0, folder: "/tmp"))
            try writer.append(content.whole())
            contents.files[path] = try writer.finish()
        }
        return contents
    }

    /// A file's bytes, to be changed.
    subscript(file path: String) -> [UInt8]? {
        get { self[path] }
        set { files[path] = newValue.map(FileBytes.memory) }
    }
}
