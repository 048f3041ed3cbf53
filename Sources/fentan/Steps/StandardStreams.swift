import DelimitedText
import Foundation
import Glibc

/// A standard stream that the system would not read or write.
struct StreamFault: Error {
    let code: Int32
    let isOutput: Bool
}

/// Standard output, byte by byte as it is given.
enum StandardOutput {
    static func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes all of it.
    static func write(_ bytes: [UInt8]) throws {
        let code = unsafe bytes.withUnsafeBytes { buffer -> Int32 in
            var done = 0
            while done < buffer.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
                let count = unsafe Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
                if count < 0, errno != EINTR { return errno }
                if count > 0 { done += count }
            }
            return 0
        }
        if code != 0 { throw StreamFault(code: code, isOutput: true) }
    }
}

/// Standard input, byte by byte or as a file.
enum StandardInput {
    static var temporaryFolder: String { FileManager.default.temporaryDirectory.path }

    /// Calls `body` with the path of a file with its bytes: itself where it is a file, else a copy
    /// without a name.
    static func withPath<Value>(_ body: (String) throws -> Value) throws -> Value {
        var status = stat()
        let isFile =
            unsafe fstat(STDIN_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && lseek(STDIN_FILENO, 0, SEEK_CUR) == 0
        if isFile { return try body("/proc/self/fd/\(STDIN_FILENO)") }
        let copy = try copied()
        return try withExtendedLifetime(copy) { try body(copy.path) }
    }

    private static func copied() throws -> TemporaryFile {
        do {
            let file = try TemporaryFile(in: temporaryFolder)
            var written = 0
            while true {
                let bytes = try read(1 << 20)
                if bytes.isEmpty { return file }
                try file.write(unsafe bytes.span.bytes, at: written)
                written += bytes.count
            }
        } catch let fault as TemporaryFile.Fault {
            throw StreamFault(code: fault.code, isOutput: true)
        }
    }

    /// The next bytes, as many as are asked for; fewer at the end alone.
    static func read(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        // What was never sent takes no room.
        while bytes.count < count {
            let part = try readOnce(min(count - bytes.count, 1 << 22))
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }

    /// All that there is.
    static func bytes() throws -> [UInt8] { try read(Int.max) }

    private static func readOnce(_ count: Int) throws -> [UInt8] {
        var code: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            while true {
                let got = unsafe Glibc.read(STDIN_FILENO, room.baseAddress, count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { code = errno }
                filled = max(got, 0)
                return
            }
        }
        if code != 0 { throw StreamFault(code: code, isOutput: false) }
        return bytes
    }
}
