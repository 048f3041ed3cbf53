package import Subsidy

/// Reads `roster.csv`: one enterprise a row, columns in any order, found by name.
package enum RosterFile {
    package static func roster(of bytes: [UInt8]) throws(InputFault) -> Roster {
        let table = try InputTable(
            bytes, file: ProgrammeInputs.rosterName, required: required)
        var enterprises: [Enterprise] = []
        for row in table.rows { enterprises.append(try enterprise(row)) }
        if enterprises.isEmpty { throw fault(.noEnterprises) }
        do throws(Roster.Fault) {
            return try Roster(enterprises)
        } catch {
            switch error {
            case .repeatedCode(let uscc, let line, let firstLine):
                throw fault(
                    .repeatedCode(firstLine: firstLine), line: line, .uscc, excerpt: uscc.text)
            case .repeatedName(let name, let isAlias, let line, let firstLine):
                throw fault(
                    .repeatedName(firstLine: firstLine), line: line, isAlias ? .aliases : .name,
                    excerpt: name)
            }
        }
    }

    private typealias Row = InputRow<RosterField>

    private static let required: [RosterField] = [
        .uscc, .name, .review, .accountName, .account, .bank, .cnaps,
    ]

    private static func enterprise(_ row: Row) throws(InputFault) -> Enterprise {
        Enterprise(
            uscc: try row.uscc(.uscc), name: try row.requiredAsTyped(.name),
            review: try review(row),
            payee: Payee(
                accountName: row.asTyped(.accountName), account: account(row),
                bank: row.asTyped(.bank), cnaps: row.text(.cnaps),
                province: row.asTyped(.province), city: row.asTyped(.city)),
            aliases: row.asTyped(.aliases).split { "|｜".contains($0) }
                .map { CanonicalText.unwrapped(String($0)) }
                .filter { !$0.isEmpty },
            line: row.line)
    }

    private static func review(_ row: Row) throws(InputFault) -> Review {
        let text = try row.required(.review)
        switch text.lowercased() {
        case "通过", "approved": return .approved
        case "不通过", "refused": return .refused
        case "待审", "pending": return .pending
        default:
            throw row.fault(
                .invalidValue(expected: .oneOf(["通过/approved", "不通过/refused", "待审/pending"])),
                .review, excerpt: text)
        }
    }

    /// Without the blanks by which people group an account's digits.
    private static func account(_ row: Row) -> String {
        CanonicalText.name(row.text(.account)).uppercased()
    }

    private static func fault(
        _ problem: InputFault.Problem, line: Int? = nil, _ field: RosterField? = nil,
        excerpt: String? = nil
    ) -> InputFault {
        InputFault(
            problem, file: ProgrammeInputs.rosterName, line: line, column: field?.chineseName,
            excerpt: excerpt)
    }
}
