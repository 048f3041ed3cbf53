import DelimitedText
import FuzzInput
@testable import Intake

/// Records and cells are what libcsv says they are, and the same in blocks of any size.
@_cdecl("LLVMFuzzerTestOneInput")
package func testRecords(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = unsafe FuzzInput(data, size)
    let blockBytes = 1 + Int(input.choice() % 64)
    let scanner = RecordScanner(believedCells: believedCells(input.choice()))
    let bytes = input.rest
    let records = RecordCover.records(of: bytes, by: scanner)
    let rows = BlockReading.rows(of: bytes, records: records)
    if !bytes.contains(UInt8(ascii: "\"")) {
        let scanned = BlockReading.rows(of: bytes, records: nil)
        expect(rows == scanned, "a scan of bytes without a quote says what libcsv says")
    }
    if records.allSatisfy({ $0.fault == nil }) {
        let whole = LibCSVOracle.rows(of: bytes).filter(isFilled)
        expect(rows.map(\.cells).filter(isFilled) == whole, "libcsv sees the same records")
    }
    let inBlocks = BlockReading.rows(of: bytes, blockBytes: blockBytes, scanner: scanner)
    expect(rows == inBlocks, "records do not depend on the size of blocks")
    return 0
}

/// libcsv skips records of blanks, which our readers pass over later.
private func isFilled(_ cells: [[UInt8]]) -> Bool { cells.contains { !$0.isEmpty } }

private func believedCells(_ choice: UInt8) -> ClosedRange<Int> {
    guard choice != 0 else { return 1...Int.max }
    let fewest = 1 + Int(choice & 7)
    return fewest...fewest + Int(choice >> 3 & 7)
}
