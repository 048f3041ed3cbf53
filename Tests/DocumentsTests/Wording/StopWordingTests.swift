import Subsidy
import Testing

@testable import Documents

struct StopWordingTests {
    private func line(_ stop: Stop, _ language: Language = .zh) throws -> String {
        StopWording(stop, of: try Sample.plain().settlement()).line(in: language)
    }

    @Test func rejectedRowsNameTheLimit() throws {
        #expect(
            try line(.rejected(rows: 12, of: 100))
                == "exports/: 读取的 100 行中有 12 行无效，超过上限 1%（max-rejected）。"
                + "请按 findings.csv 逐行更正，重新导出后再运行。")
    }

    @Test func aFooterThatDiffersNamesFileAndLine() throws {
        let control = ControlTotal(line: 260, subject: .weight, stated: 12_500, read: 12_000)
        #expect(
            try line(.controlDiffers(file: "sf.csv", control), .en).hasPrefix(
                "exports/sf.csv:260: line 260 states 12.500 kilograms and 12.000 were read."))
    }

    @Test func pendingEnterprisesAreNamedWithTheAwardTheyWouldHave() throws {
        var sample = try Sample.plain()
        sample.enterprises[1].review = .pending
        let settlement = try sample.settlement()
        let stop = try #require(settlement.stops.first)
        let line = StopWording(stop, of: settlement).line(in: .zh)
        #expect(line.hasPrefix("roster.csv:3: 1 家有出货量的企业仍在待审："))
        #expect(line.contains("广州样例乙网络科技有限公司（881 件，196651.79 元）"))
    }

    @Test(arguments: [(5, "", ""), (7, "，另有 2 家。", " and 2 more.")])
    func pendingEnterprisesBeyondTheFirstFiveAreCounted(count: Int, zh: String, en: String) throws {
        var sample = try Sample.plain()
        sample.enterprises = try Sample.codes.prefix(count).enumerated().map { index, code in
            try Sample.enterprise(code, "样例\(index)公司", line: index + 2, review: .pending)
        }
        sample.volumes = [UInt64](repeating: 1, count: count)
        let settlement = try sample.settlement()
        let stop = try #require(settlement.stops.first)
        let wording = StopWording(stop, of: settlement)
        #expect(wording.line(in: .zh).contains("另有") == !zh.isEmpty)
        #expect(zh.isEmpty || wording.line(in: .zh).contains(zh))
        #expect(wording.line(in: .en).contains(" more.") == !en.isEmpty)
        #expect(en.isEmpty || wording.line(in: .en).contains(en))
    }

    @Test(arguments: [
        Stop.rejected(rows: 1, of: 2), .rejectedInFile("sf.csv", rows: 1, of: 2),
        .contested(volume: 1, of: 2), .unknown(volume: 1, of: 2), .pending([]), .noVolume,
        .nobodyStays(2),
    ])
    func everyStopSaysWhereWhatAndWhatToDo(stop: Stop) throws {
        let wording = StopWording(stop, of: try Sample.plain().settlement())
        #expect(!wording.place.isEmpty && wording.code == stop.code)
        for language in Language.allCases {
            #expect(!wording.problem[language].isEmpty && !wording.remedy[language].isEmpty)
        }
    }
}
