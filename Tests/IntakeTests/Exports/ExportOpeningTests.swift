import Intake
import Subsidy
import Testing

struct ExportOpeningTests {
    @Test(arguments: ["", "\u{FEFF}", "\n\r\n\r"])
    func fileWithoutTextIsEmpty(text: String) throws {
        var sample = IntakeSample()
        sample.add("a.csv", text)
        #expect(try sample.fault() == InputFault(.empty, file: "exports/a.csv"))
    }

    @Test(arguments: ["", "\n", "\r\n\r\n", "\n,,,\n \n"])
    func headerAloneIsAFileWithoutRows(rest: String) throws {
        var sample = IntakeSample()
        sample.add("a.csv", IntakeSample.header + rest)
        let reading = try sample.reading()
        #expect(reading.total.total == 0)
        #expect(reading.findings.joined().isEmpty)
    }

    @Test(arguments: ["a,b,c\n1,2,3\n", "收件人,手机\n张三,1\n", "甲乙丙"])
    func unknownLayoutIsRefused(text: String) throws {
        var sample = IntakeSample()
        sample.add("a.csv", text)
        let fault = try #require(try sample.fault())
        #expect(fault.problem == .unknownLayout(missing: ["运单号", "统一社会信用代码/企业名称", "发货日期"]))
        #expect(fault.file == "exports/a.csv")
    }

    @Test func firstPatternThatFitsDecides() throws {
        let (first, second) = (IntakeSample.codes["甲"], IntakeSample.codes["乙"])
        var sample = IntakeSample(settings: [
            try IntakeSample.settings("sf-*.csv", uscc: first),
            try IntakeSample.settings("*.csv", uscc: second),
        ])
        sample.add("sf-1.csv", "运单号,发货日期\nSF1,2026-05-05\n")
        sample.add("yto.csv", "运单号,发货日期\nYT1,2026-05-05\nYT2,2026-05-05\n")
        #expect(try sample.outcome().volumes == ["甲": 1, "乙": 2])
    }

    @Test func rowsOwnCodeWinsOverTheSettings() throws {
        let settings = [try IntakeSample.settings(uscc: IntakeSample.codes["乙"])]
        let outcome = try IntakeSample(
            IntakeSample.header, "SF1,甲,2026-05-05,1", "SF2,,2026-05-05,1", settings: settings
        ).outcome()
        #expect(outcome.volumes == ["甲": 1, "乙": 1])
    }

    @Test func carrierOfTheSettingsIsThatOfRowsWithoutOne() throws {
        var sample = IntakeSample(settings: [try IntakeSample.settings("a.csv", carrier: "顺丰速运")])
        sample.add("a.csv", "运单号,企业名称,发货日期\nX1,甲,2026-05-05\nX2,甲,2026-05-05\n")
        sample.add("b.csv", "运单号,企业名称,发货日期,承运商\nX1,甲,2026-05-05,SF\nX2,甲,2026-05-05,圆通\n")
        #expect(
            try sample.outcome().findings == [
                "b.csv:2 duplicate.same", "b.csv:3 duplicate.differs",
            ])
    }

    @Test func columnsOfTheSettingsAreRead() throws {
        let settings = [
            try IntakeSample.settings(
                columns: ["waybill": "单据", "enterprise": "客户名称", "shipped": "哪天"])
        ]
        let outcome = try IntakeSample(
            "单据,客户名称,哪天", "SF1,甲,2026-05-05", settings: settings
        ).outcome()
        #expect(outcome.volumes == ["甲": 1])
    }

    @Test func digestIsOfTheFilesBytes() throws {
        var sample = IntakeSample()
        sample.add("a.csv", "运单号,企业名称,发货日期\n")
        let reading = try sample.reading(.init(threads: 1, blockBytes: 1))
        #expect(
            reading.files[0].sha256
                == "7af1e4f0f0bc843c963074c542d626969e54a7e9be6cf8b1ce1d749c28b97ace")
    }
}
