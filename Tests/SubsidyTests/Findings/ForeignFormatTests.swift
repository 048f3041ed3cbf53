import Subsidy
import Testing

struct ForeignFormatTests {
    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0]

    private static let files: [(ForeignFormat, [UInt8])] = [
        (.xlsx, zip + Array("[Content_Types].xml".utf8)),
        (.xlsx, zip + Array("xl/workbook.xml".utf8)), (.zip, zip + Array("sf.csv".utf8)),
        (.xls, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.gzip, [0x1F, 0x8B, 0x08, 0]),
        (.pdf, Array("%PDF-1.7".utf8)), (.html, Array("<!DOCTYPE html><html>".utf8)),
        (.html, Array("\r\n  <HTML xmlns=\"x\"><table>".utf8)),
        (.html, Array("\u{FEFF}<table border=1>".utf8)), (.html, Array("<meta charset=gbk>".utf8)),
        (.html, Array("<?xml version=\"1.0\"?><Workbook>".utf8)),
    ]

    @Test(arguments: files)
    func fileIsKnownByItsBytes(format: ForeignFormat, bytes: [UInt8]) {
        #expect(ForeignFormat(startingWith: bytes) == format)
    }

    @Test(arguments: ["", "PK,1", "运单号,企业名称", "a<table>", "<b>运单号</b>", "\"<html\""])
    func otherBytesMayBeCSV(text: String) {
        #expect(ForeignFormat(startingWith: Array(text.utf8)) == nil)
    }
}
