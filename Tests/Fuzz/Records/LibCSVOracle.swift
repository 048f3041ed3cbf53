private import CLibCSV

/// What libcsv itself makes of bytes, given to it all at once.
enum LibCSVOracle {
    /// Rows of cells without the blanks around them.
    static func rows(of bytes: [UInt8]) -> [[[UInt8]]] {
        var table = Table()
        var parser = unsafe csv_parser()
        unsafe csv_init(&parser, 0)
        defer { unsafe csv_free(&parser) }
        unsafe withUnsafeMutablePointer(to: &table) { table in
            unsafe bytes.withUnsafeBytes { buffer in
                _ = unsafe csv_parse(
                    &parser, buffer.baseAddress, buffer.count, appendCell, endRow, table)
                _ = unsafe csv_fini(&parser, appendCell, endRow, table)
            }
        }
        return table.rows
    }
}

private struct Table {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
}

private func appendCell(
    _ text: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
    guard let context = unsafe context else { return }
    let table = unsafe context.assumingMemoryBound(to: Table.self)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    var cell = unsafe Array(UnsafeRawBufferPointer(start: text, count: length))[...]
    cell = cell.drop(while: isBlank)
    while let last = cell.last, isBlank(last) { cell.removeLast() }
    unsafe table.pointee.row.append(Array(cell))
}

private func endRow(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
    guard let context = unsafe context else { return }
    let table = unsafe context.assumingMemoryBound(to: Table.self)
    unsafe table.pointee.rows.append(table.pointee.row)
    unsafe table.pointee.row = []
}
