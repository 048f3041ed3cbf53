import Foundation
import GRDB
import Subsidy
import Testing

@testable import Ledger

/// A ledger in which something is not what it was is found out, whatever it is.
@Suite struct LedgerExaminationTests {
    private func recorded() throws -> LedgerFolder {
        let folder = try LedgerFolder()
        let payment = try LedgerSample.payment(0, 60)
        try folder.append([.batch(try LedgerSample.batch(payments: [payment]))])
        try folder.append([try LedgerSample.statement(payment, .paid, day: 16)])
        return folder
    }

    @Test func soundOneNamesItsYears() throws {
        let folder = try recorded()
        try #expect(folder.file.examinedYears().map(\.year) == [2026])
        let before = try Data(contentsOf: URL(filePath: folder.file.path))
        _ = try folder.file.examinedYears()
        try #expect(Data(contentsOf: URL(filePath: folder.file.path)) == before)
    }

    @Test func whatIsNotThereHasNoYears() throws {
        let folder = try LedgerFolder()
        try #expect(folder.file.examinedYears().isEmpty)
        #expect(!folder.file.isPresent)
    }

    @Test(arguments: [
        "DROP TRIGGER award_no_update", "DROP TRIGGER answer_no_delete",
        "CREATE TABLE other (x)", "DROP INDEX event_by_year",
        "DROP TRIGGER sending_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM sending",
        "DROP TRIGGER payment_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM payment",
    ])
    func changedTablesAreDamage(statement: String) throws {
        let folder = try recorded()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: folder.file.path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: statement) }
        try queue.close()
        #expect(throws: LedgerFault.self) { try folder.file.examinedYears() }
    }

    @Test func changedPageIsDamage() throws {
        let folder = try recorded()
        let url = URL(filePath: folder.file.path)
        var bytes = try Data(contentsOf: url)
        // The root page of a table, past the first page that has the schema.
        for index in 4096..<4160 { bytes[index] = 0xFF }
        try bytes.write(to: url)
        #expect(throws: LedgerFault.self) { try folder.file.examinedYears() }
    }
}
