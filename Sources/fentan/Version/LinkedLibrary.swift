private import CSystemCalls
import DelimitedText
import Documents
import Glibc
import Ledger
import Verification

/// A library of the system's, with the version that is loaded where the library can be asked.
struct LinkedLibrary: Sendable {
    let name: String
    let version: String
    /// The oldest version that does; nil where any that can be loaded does.
    var oldest: String?

    static var all: [LinkedLibrary] {
        [
            LinkedLibrary(name: "libcsv", version: LibCSV.version),
            LinkedLibrary(name: "libxlsxwriter", version: WorkbookLibrary.version),
            // STRICT tables, which the ledger is made of.
            LinkedLibrary(name: "SQLite", version: LedgerFile.libraryVersion, oldest: "3.37.0"),
            libxml2,
            LinkedLibrary(name: "zlib", version: ZipLibrary.version),
            LinkedLibrary(
                name: "glibc", version: unsafe String(cString: gnu_get_libc_version())),
        ].compactMap(\.self)
    }

    var isTooOld: Bool {
        guard let oldest else { return false }
        return Self.numbers(version).lexicographicallyPrecedes(Self.numbers(oldest))
    }

    private static func numbers(_ version: String) -> [Int] {
        version.split(separator: ".").map { Int($0.prefix(while: \.isNumber)) ?? 0 }
    }

    /// Foundation loads it; `20914` is 2.9.14.
    ///
    /// Nil where the name cannot be found.
    private static var libxml2: LinkedLibrary? {
        guard let symbol = unsafe dlsym(nil, "xmlParserVersion"),
            let text = unsafe symbol.load(as: UnsafePointer<CChar>?.self),
            let number = Int(unsafe String(cString: text).prefix(while: \.isNumber))
        else { return nil }
        return LinkedLibrary(
            name: "libxml2",
            version: "\(number / 10_000).\(number / 100 % 100).\(number % 100)")
    }
}
