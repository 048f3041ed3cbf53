import Subsidy
import Testing

struct RosterTests {
    @Test func enterprisesStandInTheOrderOfTheirCodes() throws {
        let roster = try Roster([
            Sample.enterprise("N2440117MF1234567D", "丙", line: 2),
            Sample.enterprise("12440600MB2C07549J", "甲", line: 3),
            Sample.enterprise("9144030071526726XG", "乙", line: 4),
        ])
        #expect(roster.enterprises.map(\.name) == ["甲", "乙", "丙"])
        let code = try USCC("9144030071526726XG")
        #expect(roster.enterprise(code: code) == EnterpriseID(1))
        #expect(roster[EnterpriseID(1)]?.uscc == code)
        #expect(roster[EnterpriseID(3)] == nil)
        #expect(roster[.unreadable] == nil)
        #expect(roster.enterprise(code: try USCC("91110000710926094P")) == nil)
    }

    @Test func enterpriseIsFoundByItsNameOrAlias() throws {
        let roster = try Roster([
            Sample.enterprise(
                "9144030071526726XG", "广州（从化）甲 公司", aliases: ["甲店", "JIA Shop"], line: 2)
        ])
        for name in ["广州(从化)甲公司", "甲店", "JIAShop"] {
            #expect(roster.enterprise(canonicalName: name) == EnterpriseID(0))
        }
        #expect(roster.enterprise(canonicalName: "乙店") == nil)
    }

    @Test func codeStandsOnce() throws {
        let code = "9144030071526726XG"
        #expect(throws: Roster.Fault.repeatedCode(try USCC(code), line: 5, firstLine: 2)) {
            try Roster([
                Sample.enterprise(code, "乙", line: 5), Sample.enterprise(code, "甲", line: 2),
            ])
        }
    }

    @Test(
        arguments: [
            ("甲", [], "甲", [], "甲", false), ("甲", ["店"], "乙", ["店"], "店", true),
            ("甲", [], "乙", ["甲"], "甲", true), ("甲", ["乙"], "乙", [], "乙", false),
            ("甲（广州）", [], "甲 (广州)", [], "甲 (广州)", false),
        ] as [(String, [String], String, [String], String, Bool)])
    func nameIsOneEnterprisesAlone(
        first: String, firstAliases: [String], second: String, aliases: [String], named: String,
        isAlias: Bool
    ) {
        #expect(throws: Roster.Fault.repeatedName(named, isAlias: isAlias, line: 3, firstLine: 2)) {
            try Roster([
                Sample.enterprise("N2440117MF1234567D", first, aliases: firstAliases, line: 2),
                Sample.enterprise("12440600MB2C07549J", second, aliases: aliases, line: 3),
            ])
        }
    }

    @Test func enterpriseMayRepeatItsOwnName() throws {
        let roster = try Roster([
            Sample.enterprise("9144030071526726XG", "甲", aliases: ["甲", "店", " 店"], line: 2)
        ])
        #expect(roster.enterprise(canonicalName: "店") == EnterpriseID(0))
    }
}
