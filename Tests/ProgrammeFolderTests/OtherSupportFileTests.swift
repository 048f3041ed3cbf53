import ProgrammeFolder
import Subsidy
import Testing

struct OtherSupportFileTests {
    private static let header = "统一社会信用代码,级别,项目,金额,已放弃"
    private static let code = "9144030071526726XG"

    private func roster() throws(InputFault) -> Roster {
        let rows = """
            统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号
            \(Self.code),甲公司,通过,甲公司,0622020001,工商银行,102581000152

            """
        return try RosterFile.roster(of: Array(rows.utf8))
    }

    private func support(_ lines: String...) throws -> OtherSupport {
        let text = lines.joined(separator: "\n") + "\n"
        return try OtherSupportFile.support(of: Array(text.utf8), roster: roster())
    }

    private func fault(_ lines: String...) -> InputFault? {
        let text = lines.joined(separator: "\n") + "\n"
        do throws(InputFault) {
            _ = try OtherSupportFile.support(of: Array(text.utf8), roster: roster())
            return nil
        } catch {
            return error
        }
    }

    private func grants(
        _ support: OtherSupport, _ level: SupportGrant.Level
    ) -> [SupportGrant] {
        support.grants(of: .init(enterprise: EnterpriseID(0), level: level))
    }

    @Test func grantsAreReadFromTheirRows() throws {
        let support = try support(
            Self.header, "\(Self.code),市,市电商专项,300000.50,", "\(Self.code),区, 区仓储 ,1,穗弃〔2027〕1号",
            "\(Self.code),市,市跨境,0.01,-")
        #expect(
            grants(support, .city) == [
                SupportGrant(
                    enterprise: EnterpriseID(0), level: .city, programme: "市电商专项",
                    amount: Fen(30_000_050), waiver: nil),
                SupportGrant(
                    enterprise: EnterpriseID(0), level: .city, programme: "市跨境", amount: Fen(1),
                    waiver: nil),
            ])
        #expect(grants(support, .district).map(\.waiver) == ["穗弃〔2027〕1号"])
        #expect(grants(support, .district).map(\.programme) == ["区仓储"])
        #expect(support.cityFen(of: EnterpriseID(0)) == 30_000_051)
        #expect(!support.excludes(EnterpriseID(0)))
    }

    @Test func englishNamesInAnyOrderWorkToo() throws {
        let support = try support(
            "note,Amount,waived,LEVEL,programme,uscc", "x,５.5,,District,P,\(Self.code.lowercased())"
        )
        #expect(grants(support, .district).map(\.amount) == [Fen(550)])
        #expect(support.excludes(EnterpriseID(0)))
    }

    @Test func headerAloneIsNoSupport() throws {
        #expect(try support(Self.header).holders.isEmpty)
    }

    @Test(
        arguments: [
            ("\(code),市,项,-1,", InputFault.Problem.invalidValue(expected: .amount), "金额", "-1"),
            ("\(code),市,项,1.005,", .invalidValue(expected: .amount), "金额", "1.005"),
            ("\(code),市,项,\"1,000.00\",", .invalidValue(expected: .amount), "金额", "1,000.00"),
            ("\(code),市,项,1e5,", .invalidValue(expected: .amount), "金额", "1e5"),
            ("\(code),市,项,一万,", .invalidValue(expected: .amount), "金额", "一万"),
            (
                "\(code),市,项,99999999999999.99,", .invalidValue(expected: .amount), "金额",
                "99999999999999.99"
            ),
            ("\(code),市,项,,", .missingValue, "金额", nil),
            ("\(code),市,项,-,", .missingValue, "金额", nil),
            ("\(code),市,,1,", .missingValue, "项目", nil),
            ("\(code),,项,1,", .missingValue, "级别", nil),
            (",市,项,1,", .missingValue, "统一社会信用代码", nil),
            (
                "\(code),省,项,1,", .invalidValue(expected: .oneOf(["区/district", "市/city"])),
                "级别", "省"
            ),
            (
                "12440600MB2C07549J,市,项,1,", .notOnRoster, "统一社会信用代码",
                "12440600MB2C07549J"
            ),
            (
                "9144030071526726XX,市,项,1,", .invalidCode(.checkDigit), "统一社会信用代码",
                "9144030071526726XX"
            ),
            ("\(code),市,项,1,是", .invalidValue(expected: .reference), "已放弃", "是"),
            ("\(code),市,项,1,否", .invalidValue(expected: .reference), "已放弃", "否"),
            ("\(code),市,项,1, No ", .invalidValue(expected: .reference), "已放弃", "No"),
        ] as [(String, InputFault.Problem, String, String?)])
    func rowThatCannotBeUsedIsNamed(
        row: String, problem: InputFault.Problem, column: String, excerpt: String?
    ) throws {
        let sound = "\(Self.code),市,项,1,"
        #expect(
            fault(Self.header, sound, row)
                == InputFault(
                    problem, file: "other-support.csv", line: 3, column: column, excerpt: excerpt))
    }

    @Test func tableThatCannotBeUsedIsNamed() throws {
        #expect(fault("") == InputFault(.empty, file: "other-support.csv"))
        #expect(
            fault("统一社会信用代码,级别,项目,金额")
                == InputFault(.missingColumn("已放弃"), file: "other-support.csv", line: 1))
        #expect(
            fault(Self.header + ",level")
                == InputFault(
                    .repeatedColumn, file: "other-support.csv", line: 1, column: "级别"))
        #expect(
            fault(Self.header, "\(Self.code),市,项,1")
                == InputFault(
                    .cellCount(found: 4, expected: 5), file: "other-support.csv", line: 2))
        #expect(
            fault("PK\u{3}\u{4}xl/workbook.xml")?.file == "other-support.csv")
    }
}
