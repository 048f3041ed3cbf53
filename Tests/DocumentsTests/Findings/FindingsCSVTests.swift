import DelimitedText
import Subsidy
import Testing

@testable import Documents

struct FindingsCSVTests {
    private func rows(
        _ findings: [Finding], language: Language = .zh,
        _ change: (inout Sample) throws -> Void = { _ in }
    ) throws -> [[String]] {
        var sample = try Sample.plain()
        sample.files.append(Sample.file("yto.csv"))
        sample.strangers = [.name("外地样例百货店"), .code(try USCC(Sample.codes[9]))]
        sample.findings = findings
        try change(&sample)
        let bytes = try FindingsCSV.content(
            of: sample.settlement(), language: language, in: .memory
        ).whole()
        return try CSVTable.rows(of: bytes).map(\.cells)
    }

    private func explanation(
        _ code: FindingCode, _ detail: FindingDetail, enterprise: Int? = nil,
        language: Language = .zh
    ) throws -> String {
        let finding = Finding(
            code, source: .export(0), line: 7, enterprise: enterprise.map { EnterpriseID($0) },
            detail: detail)
        return try #require(try rows([finding], language: language).last?.last)
    }

    @Test func hasTheColumnsOfTheInterface() throws {
        #expect(try rows([]) == [["文件", "行号", "列", "代码", "统一社会信用代码", "运单号", "说明"]])
    }

    @Test func manyFindingsHaveALineEachInTheirOrder() throws {
        // More than one part of them, the last one short.
        let lines = UInt32(2)...45_001
        let findings = lines.map { Finding(.waybillMissing, source: .export(0), line: $0) }
        let rows = try rows(findings)
        try #require(rows.count == 45_001)
        #expect(rows.dropFirst().map { $0[1] } == lines.map(String.init))
        #expect(rows.allSatisfy { $0.count == 7 })
    }

    @Test func whatHasNoRoomInMemoryIsTheSame() throws {
        var sample = try Sample.plain()
        sample.findings = (UInt32(2)...170_000).map {
            Finding(.waybillMissing, source: .export(0), line: $0)
        }
        let settlement = try sample.settlement()
        let whole = try FindingsCSV.content(of: settlement, language: .zh, in: .memory)
        for limit in [0, 8 << 20] {
            let content = try FindingsCSV.content(
                of: settlement, language: .zh, in: .init(limit: limit, folder: "/tmp"))
            let isInMemory = if case .memory = content { true } else { false }
            #expect(!isInMemory && content == whole)
        }
        #expect(throws: InputFault(.cannotSpill("No such file or directory"), file: "/nowhere")) {
            try FindingsCSV.content(
                of: settlement, language: .zh, in: .init(limit: 0, folder: "/nowhere"))
        }
    }

    @Test func beginsWithAMarkAndEndsItsLinesWithCRLF() throws {
        let bytes = try FindingsCSV.content(
            of: try Sample.plain().settlement(), language: .zh, in: .memory
        ).whole()
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
    }

    @Test func aRowsFindingNamesFileLineColumnCodeEnterpriseAndWaybill() throws {
        let waybill = try Sample.waybill("YT123")
        let finding = Finding(
            .duplicateSame, source: .export(0), line: 12, column: .position(3),
            enterprise: EnterpriseID(0), waybill: waybill,
            detail: .countedAt(Place(file: 1, line: 8), []))
        #expect(
            try rows([finding]).last == [
                "sf.csv", "12", "件数", "duplicate.same", "91110000710926094P", "YT123",
                "同一企业的同一运单已在另一行计入（计入的是 yto.csv:8）。无需处理。",
            ])
    }

    @Test func aFileOrARosterHasItsOwnPlaceAndColumn() throws {
        let file = Finding(.fileRepeated, source: .export(1), detail: .sameAs(0))
        let settings = Finding(
            .cnapsCheckDigit, source: .settings, column: .field(.cnaps),
            detail: .cell("123456789012"))
        let table = try rows([file, settings])
        #expect(table.contains { $0.prefix(4) == ["yto.csv", "", "", "file.repeated"] })
        #expect(
            table.contains {
                $0.prefix(4) == ["fentan.yaml", "", "payer.cnaps", "cnaps.check-digit"]
            })
    }

    @Test func aStrangerIsNamedAndHasItsCodeWhereThereIsOne() throws {
        let byName = Finding(
            .enterpriseNotOnRoster, source: .export(0), line: 2, enterprise: EnterpriseID(3))
        let byCode = Finding(
            .enterpriseNotOnRoster, source: .export(0), line: 3, enterprise: EnterpriseID(4))
        let table = try rows([byName, byCode])
        #expect(table[1][4].isEmpty)
        #expect(table[1][6].hasPrefix("该企业不在名册上（外地样例百货店）。"))
        #expect(table[2][4] == Sample.codes[9])
    }

    @Test func cellsThatWouldBeFormulasAreGuarded() throws {
        let dash = try Sample.waybill("-5")
        let findings = [
            Finding(.waybillSuspicious, source: .export(0), line: 2, waybill: dash),
            Finding(
                .waybillSuspicious, source: .export(0), line: 3, waybill: WaybillKey(longNumber: 0)),
        ]
        let table = try rows(findings) {
            $0.files[0] = Sample.file("=cmd.csv")
            $0.longWaybills = [Array("@SUM(A1),中".utf8)]
        }
        #expect(table[1][0] == "'=cmd.csv" && table[1][5] == "'-5")
        #expect(table[2][5] == "'@SUM(A1),中")
    }

    @Test func aResidentIdentityNumberIsMasked() throws {
        for excerpt in ["362322198709086409", "'362322198709086409", " 36232219870908640９"] {
            let text = try explanation(
                .enterpriseCheckDigit, .codeFault(.residentIdentityNumber, excerpt: excerpt))
            #expect(text.contains("362*************"))
            #expect(!text.contains("19870908"))
        }
    }

    @Test func excerptsAreShortAndShowWhatIsNotSeen() throws {
        let long = try explanation(.dateUnreadable, .cell(String(repeating: "长", count: 61)))
        #expect(long.contains("“" + String(repeating: "长", count: 60) + "…”"))
        let odd = try explanation(.dateUnreadable, .cell("a\tb\u{0}c\u{200B}d\u{202E}e"))
        #expect(odd.contains("“a␉b␀c⟨U+200B⟩d⟨U+202E⟩e”"))
    }

    @Test func cellsWithCommasAndQuotesComeBackWhole() throws {
        #expect(try explanation(.piecesUnreadable, .cell("1,\"2\"")).contains("“1,\"2\"”"))
    }

    @Test func valuesStandInBrackets() throws {
        #expect(
            try explanation(.dateUnreadable, .cell("46027"), language: .en)
                == "The date of shipment cannot be read (“46027”; it looks like Excel's number of a "
                + "day; export again without Excel). Write it like 2026-01-05 and export again.")
        #expect(
            try explanation(.encodingInvalid, .bytes([0xFF, 0x30])).contains("（字节 ff 30）"))
        #expect(
            try explanation(
                .contestedEnterprises, .claimedBy(EnterpriseID(1), Place(file: 1, line: 9))
            )
            .contains("（广州样例乙网络科技有限公司，见 yto.csv:9）"))
        #expect(
            try explanation(
                .dateOutsidePeriod, .date(try Sample.date("2025-12-31"), nil)
            ).contains("（2025-12-31；补贴期为 2026-01-01 至 2026-12-31）"))
        #expect(
            try explanation(
                .duplicateDiffers, .countedAt(Place(file: 0, line: 2), [.volume, .carrier, .date])
            ).contains("（计入的是 sf.csv:2；出货量不同；承运商不同；发货日期相差超过 3 天）"))
        #expect(
            try explanation(.statusUnlisted, .status("退改中", rows: 2)).contains("（“退改中”；2 行）"))
        #expect(
            try explanation(.rowColumns, .cellCount(found: 7, expected: 5)).contains(
                "（有 7 列，应有 5 列）"))
    }

    @Test func anotherClaimThatCannotBeReadIsSaidToBe() throws {
        #expect(
            try explanation(
                .contestedEnterprises, .claimedBy(.unreadable, Place(file: 0, line: 2))
            ).contains("无法识别的企业"))
    }
}
