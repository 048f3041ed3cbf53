import BankStatements
import DelimitedText
import FuzzInput
import Subsidy

/// Any bytes are a statement or an `InputFault`; what is read of payments reads the same as a table.
@_cdecl("LLVMFuzzerTestOneInput")
package func testStatement(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = unsafe FuzzInput(data, size).rest
    guard let statement = try? BankStatementFile.statement(of: bytes, file: "bank") else {
        return 0
    }
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for entry in statement.entries {
        expect((1...lines).contains(entry.line), "an answer stands on a line of its file")
        expect(entry.amount.map { $0 > .zero } ?? true, "no payment is of nothing")
        expect(entry.state != .reclaimed || entry.amount != nil, "what was reclaimed is stated")
        expect(entry.state != .reclaimed || statement.kind == .csv, "no message reclaims")
    }
    expect(statement.unanswered >= 0, "a number of statuses")
    expectSameAsTable(statement)
    return 0
}

private func expectSameAsTable(_ statement: BankStatement) {
    var table = CSVWriter()
    table.row(["reference", "status", "amount", "reason", "date"])
    var payments: [BankStatement.Entry] = []
    for entry in statement.entries {
        guard case .payment(let id) = entry.subject else { continue }
        payments.append(entry)
        table.row([
            id.text, entry.state.rawValue, entry.amount?.description ?? "-", "",
            entry.date.description,
        ])
    }
    guard let again = try? BankStatementFile.statement(of: table.bytes, file: "table") else {
        expect(false, "what was read can be written")
        return
    }
    expect(again.entries.map(\.subject) == payments.map(\.subject), "the same payments")
    expect(again.entries.map(\.state) == payments.map(\.state), "the same states")
    expect(again.entries.map(\.amount) == payments.map(\.amount), "the same amounts")
    expect(again.entries.map(\.date) == payments.map(\.date), "the same days")
}
