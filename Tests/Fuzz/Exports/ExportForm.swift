import DelimitedText
import FuzzInput
import Subsidy

/// How the bytes of a run become an export, and the programme that it is read for.
struct ExportForm {
    private let encoding: TextEncoding
    private let header: Bool
    let unit: VolumeUnit
    private let isSettled: Bool

    /// Two bits for the encoding, two for the unit, one for a header of the file's own, one for
    /// settings that name the enterprise.
    init(_ choice: UInt8) {
        encoding = TextEncoding.allCases[Int(choice & 3)]
        unit = VolumeUnit.allCases[Int(choice >> 2 & 3) % VolumeUnit.allCases.count]
        header = choice & 16 == 0
        isSettled = choice & 32 != 0
    }

    /// The file: its header, if the bytes do not bring their own, then the bytes.
    func file(_ bytes: [UInt8]) -> [UInt8] {
        guard header else { return bytes }
        let names = "运单号,统一社会信用代码,企业名称,发货日期,件数,重量,状态,承运商\n"
        return switch encoding {
        case .utf8: Array(names.utf8) + bytes
        case .gb18030: Self.gb18030Header + bytes
        case .utf16LittleEndian:
            [0xFF, 0xFE] + names.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + bytes
        case .utf16BigEndian:
            [0xFE, 0xFF] + names.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } + bytes
        }
    }

    /// 运单号,信用代码,企业名称,发货日期,件数,重量,状态,承运商 and LF in GB 2312.
    private static let gb18030Header: [UInt8] = [
        0xD4, 0xCB, 0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0xD0, 0xC5, 0xD3, 0xC3, 0xB4, 0xFA, 0xC2, 0xEB,
        0x2C, 0xC6, 0xF3, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xB7, 0xA2, 0xBB, 0xF5, 0xC8,
        0xD5, 0xC6, 0xDA, 0x2C, 0xBC, 0xFE, 0xCA, 0xFD, 0x2C, 0xD6, 0xD8, 0xC1, 0xBF, 0x2C, 0xD7,
        0xB4, 0xCC, 0xAC, 0x2C, 0xB3, 0xD0, 0xD4, 0xCB, 0xC9, 0xCC, 0x0A,
    ]

    var programme: Programme {
        guard let from = CalendarDate(year: 2026, month: 1, day: 1),
            let to = CalendarDate(year: 2026, month: 12, day: 31),
            let period = Period(from: from, to: to), let share = Percentage("1%"),
            let bank = CNAPS("999581000012")
        else { fatalError("the programme is sound") }
        return Programme(
            title: "补贴", year: 2026, pool: Fen(50_000_000), unit: unit, period: period,
            notCounted: ["已退回", "拒收"],
            limits: Limits(rejected: share, contested: share, unknown: share),
            payer: Payer(name: "联盟", account: "1", bank: "银行", cnaps: bank), paymentDate: nil,
            approval: nil, payments: [.pain001],
            exports: isSettled
                ? [
                    ExportSettings(
                        pattern: "*.csv", encoding: encoding == .gb18030 ? "gb18030" : nil,
                        carrier: "顺丰", uscc: Self.codes.first, columns: [:], control: .compare)
                ] : [])
    }

    /// One enterprise that takes part, one that is refused.
    var roster: Roster {
        let names = ["样例荔香直播电商有限公司", "样例（流溪）科技公司"]
        let members = zip(Self.codes, names).enumerated().map { index, member in
            Enterprise(
                uscc: member.0, name: member.1, review: index == 0 ? .approved : .refused,
                payee: Payee(
                    accountName: member.1, account: "2", bank: "银行", cnaps: "999581000012"),
                aliases: index == 0 ? ["荔香"] : [], line: index + 2)
        }
        guard let roster = try? Roster(members) else { fatalError("the roster is sound") }
        return roster
    }

    private static let codes = ["91440117MY2600118G", "91440117MY2601487W"].compactMap {
        try? USCC($0)
    }
}
