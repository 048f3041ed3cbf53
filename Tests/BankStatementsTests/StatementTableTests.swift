import BankStatements
import Documents
import Subsidy
import Testing

/// Statements as tables.
struct StatementTableTests {
    private static let header = "业务参考号,状态,金额,原因,日期"
    private static let paid = StatementSample.paid

    private func rows(_ rows: String...) throws -> [BankStatement.Entry] {
        let statement = try statement(([Self.header] + rows).joined(separator: "\n"))
        #expect(statement.kind == .csv && statement.unanswered == 0)
        return statement.entries
    }

    @Test func everyStateIsRead() throws {
        let entries = try rows(
            "\(StatementSample.paid),已付,45989.43,,2027-03-16",
            "\(StatementSample.returned),退回,-,账号不存在,2027/3/17 10:00",
            "\(StatementSample.third),已追回,\"1,200.5\",多付,20270401")
        #expect(entries.map(\.state) == [.paid, .returned, .reclaimed])
        #expect(entries.map(\.amount) == [Fen(4_598_943), nil, Fen(120_050)])
        #expect(entries.map(\.date.description) == ["2027-03-16", "2027-03-17", "2027-04-01"])
        #expect(entries.map(\.reason) == ["", "账号不存在", "多付"])
        #expect(entries.map(\.line) == [2, 3, 4])
        #expect(
            try entries.map(\.subject)
                == [StatementSample.paid, StatementSample.returned, StatementSample.third]
                .map(StatementSample.payment))
    }

    @Test func englishNamesInAnyOrderAreRead() throws {
        let text = "Date,note,AMOUNT,reason,status,reference\n2027-03-16,x,,r,Paid,\(Self.paid)\n"
        let entry = try #require(statement(text).entries.first)
        #expect(entry.state == .paid && entry.amount == nil && entry.reason == "r")
    }

    @Test func gb18030IsRead() throws {
        // 业务参考号,状态,金额,原因,日期 and 已付, as a bank's program writes them.
        var bytes: [UInt8] = [
            0xD2, 0xB5, 0xCE, 0xF1, 0xB2, 0xCE, 0xBF, 0xBC, 0xBA, 0xC5, 0x2C, 0xD7, 0xB4, 0xCC,
            0xAC, 0x2C, 0xBD, 0xF0, 0xB6, 0xEE, 0x2C, 0xD4, 0xAD, 0xD2, 0xF2, 0x2C, 0xC8, 0xD5,
            0xC6, 0xDA, 0x0A,
        ]
        bytes += "\(Self.paid),".utf8
        bytes += [0xD2, 0xD1, 0xB8, 0xB6] + ",1.00,,2027-03-16\n".utf8
        let statement = try BankStatementFile.statement(of: bytes, file: "bank")
        #expect(statement.entries.map(\.state) == [.paid])
    }

    @Test func headerAloneIsAStatementOfNothing() throws {
        #expect(try rows().isEmpty)
    }

    static let faults: [(String, String, InputFault.Problem)] = [
        ("\(paid),到账,1.00,,2027-03-16", "状态", .statement(.state)),
        ("\(paid),,1.00,,2027-03-16", "状态", .missingValue),
        ("\(paid.dropLast())G,已付,1.00,,2027-03-16", "业务参考号", .statement(.paymentID)),
        ("\(paid)0,已付,1.00,,2027-03-16", "业务参考号", .statement(.paymentID)),
        (",已付,1.00,,2027-03-16", "业务参考号", .missingValue),
        ("\(paid),已付,-1.00,,2027-03-16", "金额", .statement(.amount)),
        ("\(paid),已付,1.005,,2027-03-16", "金额", .statement(.amount)),
        ("\(paid),已付,1.000,,2027-03-16", "金额", .statement(.amount)),
        ("\(paid),已付,0.00,,2027-03-16", "金额", .statement(.amount)),
        ("\(paid),已付,\"12,34.00\",,2027-03-16", "金额", .statement(.amount)),
        ("\(paid),已付,1元,,2027-03-16", "金额", .statement(.amount)),
        ("\(paid),已追回,-,,2027-03-16", "金额", .missingValue),
        ("\(paid),已付,1.00,,", "日期", .missingValue),
        ("\(paid),已付,1.00,,16/3/27", "日期", .statement(.date)),
        ("\(paid),已付,1.00,,2027-02-29", "日期", .statement(.date)),
    ]

    @Test(arguments: faults.indices)
    func whatCannotBeReadIsAFault(index: Int) {
        let (row, column, problem) = Self.faults[index]
        let found = fault("\(Self.header)\n\n\(row)\n")
        #expect(found?.problem == problem)
        #expect(found?.line == 3)
        #expect(found?.column == column)
        #expect(found?.file == "bank")
    }

    @Test func columnsAreNeeded() {
        #expect(fault("业务参考号,状态,原因,日期\n")?.problem == .missingColumn("金额"))
        #expect(fault("")?.problem == .empty)
    }

    @Test func otherFilesAreRefused() {
        #expect(fault(bytes: [0x50, 0x4B, 3, 4])?.problem == .statement(.format(.zip)))
        #expect(fault("<!DOCTYPE html><html>")?.problem == .statement(.format(.html)))
        #expect(fault(bytes: [0xFF, 0xFE, 0x3C, 0])?.problem == .notUTF8)
    }

    /// A shifted column puts accounts and names where others should stand.
    @Test(arguments: [
        "6222023602001230", "6222 0236 0200 1230", "6222-0236-0200-1230", "０６２２２０２３６", "1234567",
    ])
    func noAccountInAMessage(account: String) throws {
        for row in [
            "\(account),已付,1.00,,2027-03-16", "\(Self.paid),\(account),1.00,,2027-03-16",
            "\(Self.paid),已付,户\(account),,2027-03-16", "\(Self.paid),已付,1.00,,\(account)",
        ] {
            let found = try #require(fault("\(Self.header)\n\(row)\n"))
            for language in Language.allCases {
                let line = InputFaultWording(found).line(in: language)
                #expect(!line.contains(account) && line.contains("****"), "\(line)")
            }
        }
    }

    @Test func missingFileSaysWhatToDo() {
        do throws(InputFault) {
            _ = try BankStatementFile.statement(at: "/nowhere/bank.csv")
            Issue.record("there is no such file")
        } catch {
            #expect(error == InputFault(.statement(.missing), file: "/nowhere/bank.csv"))
        }
    }
}
