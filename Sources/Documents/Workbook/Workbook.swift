private import CLibXLSXWriter
private import CSystemCalls
private import Glibc
import Subsidy

/// The library that workbooks are made with.
package enum WorkbookLibrary {
    /// Of the library that is loaded.
    package static var version: String { unsafe String(cString: lxw_version()) }
}

/// Excel workbooks through libxlsxwriter, in memory; the only file that touches the C library.
@safe
struct Workbook: ~Copyable {
    /// Why there is no workbook, in the library's or the system's words.
    struct Fault: Error, Equatable {
        let reason: String
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [WorkbookSheet.Style: UnsafeMutablePointer<lxw_format>] =
        unsafe [:]

    /// The same bytes for the same sheets and day, whatever the clock and the time zone.
    static func bytes(
        of sheets: [WorkbookSheet], created: CalendarDate
    ) throws(Fault) -> [UInt8] {
        let file = try MemoryFile()
        // A workbook's parts are files while it is made. They hold accounts, so they belong into
        // memory, too; the library takes their names away as soon as they are open.
        let isShared = unsafe access("/dev/shm", W_OK) == 0
        let code = unsafe (isShared ? "/dev/shm" : "/tmp").withCString { folder in
            var options = unsafe lxw_workbook_options()
            unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
            guard let made = unsafe workbook_new_opt(file.path, &options) else {
                return LXW_ERROR_MEMORY_MALLOC_FAILED
            }
            var book = unsafe Workbook(book: made)
            book.date(created)
            let isWritten = sheets.allSatisfy { book.write($0) }
            let code = unsafe close_silently(made)
            return isWritten ? code : LXW_ERROR_PARAMETER_VALIDATION
        }
        guard code == LXW_NO_ERROR else {
            throw Fault(reason: unsafe String(cString: lxw_strerror(code)))
        }
        return try file.bytes()
    }

    private init(book: UnsafeMutablePointer<lxw_workbook>) { unsafe self.book = book }

    /// A day at its beginning in China, and no clock's time.
    private func date(_ day: CalendarDate) {
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = time_t(day.dayNumber) * 86_400 - 8 * 3600
        unsafe _ = workbook_set_properties(book, &properties)
    }

    private mutating func write(_ sheet: WorkbookSheet) -> Bool {
        guard let page = unsafe workbook_add_worksheet(book, sheet.name) else { return false }
        for (index, column) in sheet.columns.enumerated() {
            let index = UInt16(index)
            let format = unsafe column.style.flatMap { unsafe self.format($0) }
            unsafe _ = worksheet_set_column(page, index, index, Double(column.width), format)
        }
        for (row, cells) in sheet.rows.enumerated() {
            if let height = sheet.height(of: cells) {
                unsafe _ = worksheet_set_row(page, UInt32(row), Double(height), nil)
            }
            var column = 0
            for cell in cells {
                guard unsafe write(cell, row, column, to: page) else { return false }
                column += cell.span
            }
        }
        if let setup = sheet.page { unsafe lay(out: page, setup) }
        if let chart = sheet.chart { return unsafe draw(chart, on: page) }
        return true
    }

    private mutating func write(
        _ cell: WorkbookSheet.Cell, _ row: Int, _ column: Int,
        to page: UnsafeMutablePointer<lxw_worksheet>
    ) -> Bool {
        guard let format = unsafe format(cell.style) else { return false }
        let (line, place) = (UInt32(row), UInt16(column))
        if cell.span > 1 {
            let last = UInt16(column + cell.span - 1)
            guard
                unsafe worksheet_merge_range(page, line, place, line, last, "", format)
                    == LXW_NO_ERROR
            else { return false }
        }
        let code =
            switch cell.value {
            case .blank: unsafe worksheet_write_blank(page, line, place, format)
            case .text(let text):
                unsafe worksheet_write_string(page, line, place, Self.escaped(text), format)
            case .number(let number):
                unsafe worksheet_write_number(page, line, place, Self.double(number), format)
            case .formula(let formula, let number):
                unsafe worksheet_write_formula_num(
                    page, line, place, "=" + formula, format, Self.double(number))
            }
        return code == LXW_NO_ERROR
    }

    /// The format of a style, made once.
    private mutating func format(
        _ style: WorkbookSheet.Style
    ) -> UnsafeMutablePointer<lxw_format>? {
        if let format = unsafe formats[style] { return unsafe format }
        guard let format = unsafe workbook_add_format(book) else { return nil }
        unsafe format_set_num_format(format, style.format)
        if style.isBold { unsafe format_set_bold(format) }
        if style.wraps { unsafe format_set_text_wrap(format) }
        if style.size != 11 { unsafe format_set_font_size(format, Double(style.size)) }
        if style.isShaded { unsafe format_set_bg_color(format, 0xE8EEF4) }
        switch style.border {
        case .none: break
        case .grid: unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .below: unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        let alignment: lxw_format_alignments? =
            switch style.alignment {
            case .general: nil
            case .left: LXW_ALIGN_LEFT
            case .center: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        if let alignment { unsafe format_set_align(format, UInt8(alignment.rawValue)) }
        if style.border == .grid {
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            // Text stands apart from the number on its left.
            if style.alignment == .left { unsafe format_set_indent(format, 1) }
        }
        unsafe formats[style] = format
        return unsafe format
    }

    private func lay(
        out page: UnsafeMutablePointer<lxw_worksheet>, _ setup: WorkbookSheet.Page
    ) {
        unsafe worksheet_set_landscape(page)
        unsafe worksheet_set_paper(page, 9)
        unsafe worksheet_fit_to_pages(page, 1, 0)
        unsafe worksheet_center_horizontally(page)
        unsafe worksheet_set_margins(page, 0.5, 0.5, 0.75, 0.75)
        if setup.frozenRows > 0 {
            unsafe worksheet_freeze_panes(page, UInt32(setup.frozenRows), 0)
        }
        if let row = setup.titleRow {
            unsafe _ = worksheet_repeat_rows(page, UInt32(row), UInt32(row))
        }
        // A sign of its own begins a command there.
        let (left, right) = (
            setup.header.left.replacing("&", with: "&&"),
            setup.header.right.replacing("&", with: "&&")
        )
        unsafe _ = worksheet_set_header(page, "&L\(left)&R\(right)")
        unsafe _ = worksheet_set_footer(page, "&C" + setup.footer)
    }

    private func draw(
        _ chart: WorkbookChart, on page: UnsafeMutablePointer<lxw_worksheet>
    ) -> Bool {
        guard let drawing = unsafe workbook_add_chart(book, UInt8(LXW_CHART_BAR.rawValue)),
            unsafe chart_add_series(
                drawing, chart.range(of: chart.names), chart.range(of: chart.numbers)) != nil
        else { return false }
        unsafe chart_title_set_name(drawing, chart.title)
        unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        // The first is to stand on top.
        unsafe chart_axis_set_reverse(drawing.pointee.y_axis)
        unsafe chart_axis_set_interval_unit(drawing.pointee.y_axis, 1)
        unsafe chart_axis_set_num_format(drawing.pointee.x_axis, "#,##0")
        unsafe chart_set_series_gap(drawing, 60)
        var options = unsafe lxw_chart_options()
        unsafe options.x_scale = Double(chart.size.width) / 480
        unsafe options.y_scale = Double(chart.size.height) / 288
        return unsafe worksheet_insert_chart_opt(page, UInt32(chart.row), 0, drawing, &options)
            == LXW_NO_ERROR
    }

    /// `text` with what would be read as the code of a character, `_x0041_`, kept as it stands.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            kept.append(byte)
            if isCode(bytes[index...].prefix(7)) { kept.append(contentsOf: "x005F_".utf8) }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static func isCode(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 7 && bytes.starts(with: "_x".utf8) && bytes.last == UInt8(ascii: "_")
            && bytes.dropFirst(2).dropLast().allSatisfy(isHexadecimal)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    /// The one place where a figure is a binary number, for the one format that knows no other.
    ///
    /// Units are whole and below 2^53, so the quotient is the double next to the figure; of 15
    /// digits and fewer its shortest decimal is the figure itself. Who reads the file proves it.
    private static func double(_ number: WorkbookSheet.Number) -> Double {
        let divisor = (0..<number.decimals).reduce(1) { power, _ in power * 10 }
        return Double(number.units) / Double(divisor)
    }
}

extension WorkbookChart {
    /// `'补贴'!$C$5:$C$44`.
    fileprivate func range(of column: Int) -> String {
        let letters = WorkbookSheet.letters(of: column)
        return "='\(sheet)'!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
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
