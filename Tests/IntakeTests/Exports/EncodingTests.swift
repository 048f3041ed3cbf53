import Intake
import Subsidy
import Testing

struct EncodingTests {
    private static let text =
        IntakeSample.header
        + "\r\nSF1,甲,2026-05-05,2\r\nSF2,广州（乙）公司,2026-05-06,3\r\nSF3,谁,1/5/26,\r\n"

    private static func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return isLittleEndian ? [low, high] : [high, low]
        }
    }

    @Test(
        arguments: [
            ("utf-8", Array(text.utf8)), ("utf-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            ("gb18030", GB18030Text.bytes(text.replacing("谁", with: "丁"))),
            ("utf-16le", utf16("\u{FEFF}" + text, isLittleEndian: true)),
            ("utf-16be", utf16("\u{FEFF}" + text, isLittleEndian: false)),
        ] as [(String, [UInt8])])
    func encodingIsSeenFromTheFile(encoding: String, bytes: [UInt8]) throws {
        for blockBytes in [1, 5, 1 << 20] {
            var sample = IntakeSample()
            sample.add("a.csv", bytes: bytes)
            let reading = try sample.reading(.init(threads: 1, blockBytes: blockBytes))
            let outcome = ReadingOutcome(reading, roster: try IntakeSample.roster())
            #expect(reading.files[0].encoding == encoding)
            #expect(reading.files[0].bytes == bytes.count)
            #expect(reading.files[0].columns == ["运单号", "企业名称", "发货日期", "件数"])
            #expect(outcome.volumes == ["甲": 2, "乙": 3])
            #expect(outcome.findings == ["4 date.unreadable"])
        }
    }

    @Test func carrierThatIsUTF8ByChanceIsReadAsGB18030() throws {
        var sample = IntakeSample()
        let rows =
            "waybill,uscc,shipped,carrier\nSF1,\(IntakeSample.codes["甲"] ?? ""),2026-05-05,圆通\n"
        sample.add("a.csv", bytes: GB18030Text.bytes(rows))
        sample.add("b.csv", rows)
        let reading = try sample.reading()
        #expect(reading.files.map(\.encoding) == ["gb18030", "utf-8"])
        // Read alike, the carriers are one and the dates equal.
        let codes = reading.findings.joined().map(\.code)
        #expect(codes == [.duplicateSame])
    }

    @Test func headerThatFitsDecidesWhereTheRowsWouldNot() throws {
        var sample = IntakeSample()
        let header = GB18030Text.bytes("运单号,企业名称,发货日期,承运商\n")
        sample.add("a.csv", bytes: header + Array("SF1,谁谁谁谁谁谁谁谁谁谁谁谁谁,2026-05-05,\n".utf8))
        #expect(try sample.reading().files[0].encoding == "gb18030")
    }

    @Test(arguments: ["utf-8", "gb18030"])
    func badByteRejectsItsRowAndHidesNothing(encoding: String) throws {
        let lines = [
            IntakeSample.header, "SF1,甲,2026-05-05,2", "SF2,甲?,2026-05-05,2", "SF3,乙,x,2",
            "S?F4,乙,2026-05-05,2",
            "SF5,乙,2026-05-05,4",
        ]
        let text = lines.joined(separator: "\n")
        var bytes = encoding == "utf-8" ? Array(text.utf8) : GB18030Text.bytes(text)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "?") { bytes[index] = 0xFF }
        var sample = IntakeSample()
        sample.add("a.csv", bytes: bytes)
        let outcome = try sample.outcome()
        #expect(outcome.volumes == ["甲": 2, "乙": 4])
        #expect(
            outcome.details == [
                "3 encoding.invalid position(1)    bytes([255])",
                "4 date.unreadable position(2) 乙 SF3 2 cell(\"x\")",
                "5 encoding.invalid position(0)    bytes([255])",
            ])
    }

    @Test func badByteInAColumnThatIsNotUsedIsLetPass() throws {
        var sample = IntakeSample()
        let text = "运单号,企业名称,发货日期,收件人\nSF1,甲,2026-05-05,"
        sample.add("a.csv", bytes: Array(text.utf8) + [0xFF, 0xFE, 0x0A])
        #expect(try sample.outcome().volumes == ["甲": 1])
    }

    @Test func zeroByteRejectsItsRow() throws {
        let outcome = try IntakeSample(
            IntakeSample.header, "SF1,甲,2026-05-05,2", "SF\u{0}2,甲,2026-05-05,2",
            "SF3,甲,2026-05-05,\u{0}",
            "SF4,甲,2026-05-05,1"
        ).outcome()
        #expect(outcome.findings == ["3 encoding.invalid", "4 encoding.invalid"])
        #expect(outcome.volumes == ["甲": 3])
    }

    @Test func settingsDecideWhereNoMarkDoes() throws {
        var sample = IntakeSample(settings: [
            try IntakeSample.settings("a*", encoding: "utf-16"),
            try IntakeSample.settings(encoding: "gb18030"),
        ])
        sample.add("a.csv", bytes: Self.utf16(Self.text, isLittleEndian: true))
        sample.add("b.csv", bytes: [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
        sample.add("c.csv", bytes: GB18030Text.bytes(Self.text))
        let encodings = try sample.reading().files.map(\.encoding)
        #expect(encodings == ["utf-16le", "utf-8", "gb18030"])
    }

    @Test func settingsThatDoNotFitTheHeaderAreRefused() throws {
        var sample = IntakeSample(settings: [try IntakeSample.settings(encoding: "gb18030")])
        sample.add("a.csv", Self.text)
        let fault = try #require(try sample.fault())
        guard case .unknownLayout = fault.problem else {
            Issue.record("\(fault)")
            return
        }
        #expect(fault.file == "exports/a.csv")
    }

    @Test func halfOfASurrogatePairRejectsItsRow() throws {
        var bytes = Self.utf16("\u{FEFF}" + Self.text, isLittleEndian: true)
        bytes += [0x53, 0x00, 0x3D, 0xD8] + Self.utf16(",甲,2026-05-05,1\n", isLittleEndian: true)
        var sample = IntakeSample()
        sample.add("a.csv", bytes: bytes)
        #expect(
            try sample.outcome().findings == ["4 date.unreadable", "5 encoding.invalid"])
    }
}
