import DelimitedText
import Glibc
import ProgrammeFolder

/// Who may read and write a programme's folder, by its modes.
struct AccessRights {
    /// The inputs that this user cannot read.
    private(set) var unreadable: [String] = []
    /// The folder in which the output is made, where this user may not write into it.
    private(set) var unwritable: String?
    /// What anybody on the machine may change.
    private(set) var writableByOthers: [String] = []
    /// What anybody on the machine may read: accounts, and recipients' names in exports.
    private(set) var readableByOthers: [String] = []

    init(of inputs: ProgrammeInputs, output: String) {
        let exports = inputs.path(of: ProgrammeInputs.exportsName)
        let folders = [inputs.path, exports].filter(ByteFile.isFolder)
        let files = folders.flatMap(Self.files)
        for path in files + folders where unsafe access(path, R_OK) != 0 {
            unreadable.append(path)
        }
        let parent = FileTree.parent(of: output)
        if !Self.mayWrite(parent) { unwritable = parent }
        guard Self.isReachable(inputs.path) else { return }
        for path in folders + files {
            let mode = Self.mode(of: path)
            if mode & S_IWOTH != 0 { writableByOthers.append(path) }
            if mode & S_IROTH != 0 { readableByOthers.append(path) }
        }
    }

    static func mayWrite(_ folder: String) -> Bool { unsafe access(folder, W_OK | X_OK) == 0 }

    /// Whether its group or anybody may read or write it.
    static func isOpenToOthers(_ path: String) -> Bool { mode(of: path) & 0o077 != 0 }

    /// The regular files that stand in a folder.
    private static func files(in folder: String) -> [String] {
        let names = (try? ByteFile.names(inFolder: folder)) ?? []
        return names.map { folder + "/" + String(decoding: $0, as: UTF8.self) }
            .filter { mode(of: $0) & S_IFMT == S_IFREG }
    }

    /// Whether anybody may enter the folder and every one that it lies in.
    private static func isReachable(_ folder: String) -> Bool {
        guard let resolved = try? ByteFile.realPath(folder) else { return true }
        var path = String(decoding: resolved, as: UTF8.self)
        while path != "/" {
            if mode(of: path) & S_IXOTH == 0 { return false }
            path = FileTree.parent(of: path)
        }
        return true
    }

    private static func mode(of path: String) -> mode_t {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? status.st_mode : 0
    }
}
