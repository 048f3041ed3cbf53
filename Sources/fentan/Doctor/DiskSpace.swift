import Glibc

/// Room on the file system of an output.
enum DiskSpace {
    /// There is less than a run may need.
    struct Short: Error {
        let place: String
        let free: Int
        let needed: Int
    }

    /// As much as the exports, for rows that memory has no room for, findings and quarantine; and
    /// some more for the documents.
    static func needed(exportBytes: Int) -> Int { exportBytes + (64 << 20) }

    /// What this user may still write there.
    static func free(at folder: String) throws -> Int {
        var status = statvfs()
        guard unsafe statvfs(folder, &status) == 0 else {
            throw OutputFolder.Fault.system(folder, errno, .inputOutput)
        }
        return Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(
                by: UInt64(status.f_frsize)
            ).partialValue)
    }
}
