import Foundation
import Intake
import Subsidy
import Testing

/// Which cells of rejected rows are kept.
struct RejectedCellsTests {
    private static let header = "收件人,运单号,企业名称,发货日期,件数,手机,状态,备注"

    private func kept(_ sample: IntakeSample) throws -> [String] {
        try sample.reading().rejected.flatMap { rows in
            rows.places.enumerated().map { row, place in
                let cells = rows.cells(ofRow: row).map {
                    "\($0.field) \($0.column) \(String(decoding: $0.text, as: UTF8.self))"
                }
                return "\(place.line): " + cells.joined(separator: "; ")
            }
        }.sorted()
    }

    @Test func onlyTheCellsThatAreReadAreKept() throws {
        let kept = try kept(
            IntakeSample(
                Self.header, "张三, SF1 ,甲,x,1,13800000000,已签收,无",
                "李四,SF2,甲,2026-05-05,1,13900000000,,", "王五,,\"甲\",2026-05-05,,,,退 13800000000"))
        #expect(
            kept == [
                "2: waybill 1 SF1; enterprise 2 甲; shipped 3 x; pieces 4 1; status 6 已签收",
                "4: enterprise 2 甲; shipped 3 2026-05-05",
            ])
    }

    @Test func cellsStayAsTheyCame() throws {
        let kept = try kept(
            IntakeSample(
                "运单号,企业名称,发货日期", "\"=\"\"７７３\"\"\",'甲店,１/5/26", "'773,\"甲\n乙\",-"))
        #expect(
            kept == [
                "2: waybill 0 =\"７７３\"; enterprise 1 '甲店; shipped 2 １/5/26",
                "3: waybill 0 '773; enterprise 1 甲\n乙; shipped 2 -",
            ])
    }

    @Test func nothingIsKeptOfARowThatCannotBeTakenApart() throws {
        let kept = try kept(
            IntakeSample(Self.header, "张三,SF1,甲", "李四,\"SF1\"x,甲,2026-05-05,1,139,,"))
        #expect(kept == [])
    }

    @Test func whatIsNoTextIsLeftOut() throws {
        var sample = IntakeSample()
        sample.add(
            "a.csv",
            bytes: Array("运单号,企业名称,发货日期\nSF1".utf8) + [0xFF] + Array(",甲,2026-05-05\n".utf8))
        #expect(try kept(sample) == ["2: enterprise 1 甲; shipped 2 2026-05-05"])
    }

    @Test func cellsOfEveryEncodingAreKeptAsUTF8() throws {
        var sample = IntakeSample()
        // 运单号,企业名称,发货日期 and SF1,甲,坏 in GBK.
        sample.add(
            "a.csv",
            bytes: [
                0xD4, 0xCB, 0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0xC6, 0xF3, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3,
                0xC6, 0x2C, 0xB7, 0xA2, 0xBB, 0xF5, 0xC8, 0xD5, 0xC6, 0xDA, 0x0A, 0x53, 0x46, 0x31,
                0x2C, 0xBC, 0xD7, 0x2C, 0xBB, 0xB5, 0x0A,
            ])
        #expect(try kept(sample) == ["2: waybill 0 SF1; enterprise 1 甲; shipped 2 坏"])
    }

    @Test(arguments: [4095, 4096, 4097])
    func longCellIsCutBetweenCharacters(bytes: Int) throws {
        let cell = String(repeating: "长", count: 1365) + String(repeating: "x", count: bytes - 4095)
        let more = bytes > 4096 ? "…" : ""
        let shown = bytes > 4096 ? String(cell.dropLast()) : cell
        #expect(
            try kept(IntakeSample("运单号,企业名称,发货日期", "SF1,甲,\(cell)"))
                == ["2: waybill 0 SF1; enterprise 1 甲; shipped 2 \(shown)\(more)"])
        let wide = String(repeating: "x", count: bytes - 1) + "长"
        let kept = try kept(IntakeSample("运单号,企业名称,发货日期", "SF1,甲,\(wide)"))
        #expect(kept[0].hasSuffix(String(repeating: "x", count: bytes - 1) + "…"))
    }

    @Test func threadsAndBlocksKeepTheSame() throws {
        var sample = IntakeSample()
        let rows = (0..<500).map { "SF\($0),甲,\($0 % 3 == 0 ? "坏\($0)" : "2026-05-05")" }
        sample.add("a.csv", "运单号,企业名称,发货日期\n" + rows.joined(separator: "\n"))
        let once = try kept(sample)
        #expect(once.count == 167)
        for (threads, block) in [(1, 64), (3, 100), (4, 1 << 18)] {
            let reading = try sample.reading(IntakeOptions(threads: threads, blockBytes: block))
            #expect(reading.rejected.reduce(0) { $0 + $1.places.count } == 167)
        }
    }
}
