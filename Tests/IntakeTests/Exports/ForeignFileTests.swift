import Subsidy
import Testing

/// Files that are no CSV, whatever their names say.
struct ForeignFileTests {
    private static let files: [(ForeignFormat, [UInt8])] = [
        (.xlsx, [0x50, 0x4B, 0x03, 0x04] + Array("xl/workbook.xml".utf8)),
        (.zip, [0x50, 0x4B, 0x03, 0x04] + Array("sf.csv".utf8)),
        (.xls, [0xD0, 0xCF, 0x11, 0xE0]), (.gzip, [0x1F, 0x8B, 0x08]),
        (.html, Array("<html><table>".utf8)), (.html, Array("\u{FEFF}<table border=1>".utf8)),
    ]

    @Test(arguments: files, ["a.csv", "a.xlsx", "a"])
    func fileThatIsNoCSVIsRefusedWhateverItsName(
        file: (ForeignFormat, [UInt8]), name: String
    ) throws {
        var sample = IntakeSample()
        sample.add(name, bytes: file.1)
        #expect(try sample.fault() == InputFault(.notCSV(file.0), file: "exports/" + name))
    }

    @Test func bytesWithZerosAndNoHeaderAreNoText() throws {
        var sample = IntakeSample()
        sample.add("a.csv", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 0x0A])
        #expect(try sample.fault() == InputFault(.notCSV(.binary), file: "exports/a.csv"))
    }
}
