private import Glibc

/// The C library's conversions, which it loads from files: held open for as long as the process.
package enum Conversions {
    /// A conversion that cannot be loaded; errno.
    package struct Fault: Error {
        package let code: Int32

        package var text: String { unsafe String(cString: strerror(code)) }
    }

    private static let pairs = [
        ("UTF-8", "GB18030"), ("GB18030", "UTF-8"), ("GBK", "UTF-8"),
    ]

    /// Loads what is needed later, when nobody can answer that it is missing.
    package static func open() throws(Fault) {
        for (target, source) in pairs {
            // Never closed: the library keeps what it has loaded.
            let handle = unsafe iconv_open(target, source)
            if unsafe handle == iconv_t(bitPattern: -1) { throw Fault(code: errno) }
        }
    }
}
