private import Glibc

/// The one file of the folder that intake reads, in a temporary folder of this process.
enum ExportFile {
    static let folder: String = {
        let root = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array((root + "/fentan-fuzz-XXXXXX").utf8CString)
        guard unsafe mkdtemp(&template) != nil else { fatalError("no temporary folder") }
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard unsafe mkdir(path + "/exports", 0o700) == 0 else { fatalError("no folder") }
        atexit { ExportFile.remove() }
        return path
    }()

    static func write(_ bytes: [UInt8]) {
        let file = unsafe open(
            folder + "/exports/a.csv", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { fatalError("the export cannot be written") }
        defer { close(file) }
        let written = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.write(file, buffer.baseAddress, buffer.count)
        }
        guard written == bytes.count else { fatalError("the export cannot be written") }
    }

    private static func remove() {
        unsafe unlink(folder + "/exports/a.csv")
        unsafe rmdir(folder + "/exports")
        unsafe rmdir(folder)
    }
}
