import BankStatements
import Documents
import Ledger
import Subsidy

/// What is said of a run on its way, with `--verbose`.
enum LogTexts {
    static func began(_ folder: String, output: String) -> Text {
        Text(
            zh: "fentan \(Version.text)：\(folder)，输出到 \(output)",
            en: "fentan \(Version.text): \(folder), into \(output)")
    }

    static func settings(_ programme: Programme, ledger: LedgerFile) -> Text {
        Text(
            zh: "已读 fentan.yaml：\(programme.year) 年度，\(programme.pool) 元；台账 \(ledger.path)",
            en: "fentan.yaml read: \(programme.year), \(programme.pool) yuan; the ledger is "
                + ledger.path)
    }

    static func read(_ file: ExportFile) -> Text {
        let tally = file.tally
        let facts = "\(file.kind.rawValue), \(file.encoding), \(file.bytes) bytes"
        return Text(
            zh: "已读 \(file.name)：\(facts)，\(tally.total) 行，计入 \(tally.rows(.counted))",
            en: "\(file.name) read: \(facts), \(Texts.plural(tally.total, "row")), "
                + "\(tally.rows(.counted)) counted")
    }

    static func settled(_ settlement: Settlement) -> Text {
        let (enterprises, stops) = (
            settlement.roster.enterprises.count, settlement.stops.count
        )
        return Text(
            zh: "已核定：名册 \(enterprises) 家，发现 \(settlement.findings.count) 条，"
                + "不得付款的原因 \(stops) 个",
            en: "settled: \(Texts.plural(enterprises, "enterprise")) on the roster, "
                + "\(Texts.plural(settlement.findings.count, "finding")), "
                + "\(Texts.plural(stops, "reason")) not to pay")
    }

    static func statement(_ statement: BankStatement, in file: String) -> Text {
        let facts = "\(statement.kind.rawValue), \(Texts.plural(statement.entries.count, "answer"))"
        return Text(zh: "已读 \(file)：\(facts)", en: "\(file) read: \(facts)")
    }

    static func folder(_ folder: String, files: Int) -> Text {
        Text(
            zh: "\(folder)：已读 \(files) 个文件，将逐一核对",
            en: "\(folder): \(Texts.plural(files, "file")) read, to be proved")
    }

    static func ledger(_ ledger: LedgerFile, batches: Int) -> Text {
        Text(
            zh: "已读台账 \(ledger.path)：\(batches) 批",
            en: "\(ledger.path) read: \(batches) \(batches == 1 ? "batch" : "batches")")
    }

    static func proved(_ documents: Int) -> Text {
        Text(
            zh: "写入前已核对 \(documents) 个文件",
            en: "\(Texts.plural(documents, "document")) proved before anything is written")
    }

    static func recorded(_ ledger: LedgerFile) -> Text {
        Text(zh: "已记入台账 \(ledger.path)", en: "recorded in \(ledger.path)")
    }
}
