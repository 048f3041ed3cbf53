private import CLibXLSXWriter
private import CSystemCalls
private import Glibc
import Subsidy

/// Excel workbooks through libxlsxwriter, in memory; the only file that touches the C library.
enum Workbook {
    /// Why there is no workbook, in the library's or the system's words.
    struct Fault: Error, Equatable {
        let reason: String
    }

    /// One sheet; text stays text whatever it looks like, amounts are numbers.
    struct Sheet {
        let name: String
        let rows: [[ProfileSheet.Cell]]
        let unit: BankProfile.Unit
        /// Of the columns, in the widths of a digit.
        let widths: [Int]
    }

    /// The same bytes for the same sheet and day, whatever the clock and the time zone.
    static func bytes(of sheet: Sheet, created: CalendarDate) throws(Fault) -> [UInt8] {
        let file = try MemoryFile()
        // A workbook's parts are files while it is made. They hold accounts, so they belong into
        // memory, too; the library takes their names away as soon as they are open.
        let isShared = unsafe access("/dev/shm", W_OK) == 0
        let code = unsafe (isShared ? "/dev/shm" : "/tmp").withCString { folder in
            var options = unsafe lxw_workbook_options()
            unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
            let book = unsafe workbook_new_opt(file.path, &options)
            unsafe date(book, created)
            let isWritten = unsafe write(sheet, to: book)
            let code = unsafe closeSilently(book)
            return isWritten ? code : LXW_ERROR_PARAMETER_VALIDATION
        }
        guard code == LXW_NO_ERROR else {
            throw Fault(reason: unsafe String(cString: lxw_strerror(code)))
        }
        return try file.bytes()
    }

    /// The library would say on standard error what its code says, too.
    private static func closeSilently(_ book: UnsafeMutablePointer<lxw_workbook>?) -> lxw_error {
        var room = [CChar](repeating: 0, count: 4096)
        return unsafe room.withUnsafeMutableBufferPointer { room in
            let spoken = unsafe silence_stderr(room.baseAddress, UInt(room.count))
            defer { unsafe restore_stderr(spoken) }
            return unsafe workbook_close(book)
        }
    }

    /// The day on which the bank is to pay, at its beginning in China, and no clock's time.
    private static func date(_ book: UnsafeMutablePointer<lxw_workbook>?, _ day: CalendarDate) {
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = time_t(day.dayNumber) * 86_400 - 8 * 3600
        unsafe _ = workbook_set_properties(book, &properties)
    }

    private static func write(_ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>?) -> Bool
    {
        let text = unsafe workbook_add_format(book)
        unsafe format_set_num_format(text, "@")
        let amount = unsafe workbook_add_format(book)
        unsafe format_set_num_format(amount, sheet.unit == .yuan ? "0.00" : "0")
        guard let page = unsafe workbook_add_worksheet(book, sheet.name) else { return false }
        for (column, width) in sheet.widths.enumerated() {
            let column = UInt16(column)
            unsafe _ = worksheet_set_column(page, column, column, Double(width), text)
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let (row, column) = (UInt32(row), UInt16(column))
                let code =
                    switch cell {
                    case .text(let string):
                        unsafe worksheet_write_string(page, row, column, string, text)
                    case .amount(let fen):
                        unsafe worksheet_write_number(
                            page, row, column, number(fen, in: sheet.unit), amount)
                    }
                guard code == LXW_NO_ERROR else { return false }
            }
        }
        return true
    }

    /// The one amount that is a binary number, for the one format that knows no other.
    ///
    /// Fen are whole and below 2^53, so the quotient is the double next to the amount; of 15 digits
    /// and fewer its shortest decimal is the amount itself. Who reads the file back proves it.
    private static func number(_ amount: Fen, in unit: BankProfile.Unit) -> Double {
        switch unit {
        case .yuan: Double(amount.count) / 100
        case .fen: Double(amount.count)
        }
    }
}

/// A file without a name that lies in memory and goes with its owner.
private struct MemoryFile: ~Copyable {
    private let descriptor: Int32

    init() throws(Workbook.Fault) {
        descriptor = unsafe memfd_create("workbook", 1)
        guard descriptor >= 0 else { throw Self.fault }
    }

    deinit { close(descriptor) }

    /// By which a library that wants a path opens it.
    var path: String { "/proc/self/fd/\(descriptor)" }

    func bytes() throws(Workbook.Fault) -> [UInt8] {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size > 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.fault }
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe read(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
            }
            guard count > 0 else { throw Self.fault }
            filled += count
        }
        return bytes
    }

    private static var fault: Workbook.Fault {
        Workbook.Fault(reason: unsafe String(cString: strerror(errno)))
    }
}
