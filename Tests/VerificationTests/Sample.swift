import Crypto
import DelimitedText
import Foundation

@testable import Verification

/// A published folder of seven enterprises, written without any of the program's code.
///
/// Six equal remainders of 48 share two fen, so that volume and code both decide.
struct Sample {
    struct Enterprise {
        let uscc: String
        var name: String
        let volume: Int
        let extra: Int
        /// Of the remainder among all.
        let rank: Int
        var payment = "issued"
        var account = ""
        /// In fen.
        var paidBefore = 0

        var owed: Int { max(0, fen - paidBefore) }
        var issued: Int { payment == "issued" ? owed : 0 }
        var held: Int { payment == "held" ? owed : 0 }
        var toReclaim: Int { max(0, paidBefore - fen) }
        var floor: Int { 50_000_000 * volume / 144 }
        var remainder: Int { 50_000_000 * volume % 144 }
        var fen: Int { floor + extra }
        var amount: String { Sample.yuan(fen) }
        var id: String { "2026\(uscc)011DB73E" }
    }

    var state = "published"
    var unit = "pieces"
    var export = "sf.csv"
    var payments = ["pain.001", "neutral", "bank-text"]
    /// Entries of `otherSupport`; nil leaves the key out, as versions before it did.
    var otherSupport: [String]?
    var enterprises = [
        Enterprise(
            uscc: "12440600MB2C07549J", name: "从化测试供销社", volume: 15, extra: 0, rank: 4,
            account: "6222020000000000018"),
        Enterprise(
            uscc: "91110000600037341L", name: "=甲（测试）商贸", volume: 33, extra: 1, rank: 1,
            payment: "held"),
        Enterprise(
            uscc: "91330100799655058B", name: "乙,测试\"直播\"", volume: 15, extra: 0, rank: 5,
            account: "6222020000000000026"),
        Enterprise(
            uscc: "914403001922038216", name: "丁测试公司", volume: 0, extra: 0, rank: 7, payment: "none"
        ),
        Enterprise(
            uscc: "91440300708461136T", name: "丙测试公司", volume: 33, extra: 1, rank: 2,
            account: "44-0312345678"),
        Enterprise(
            uscc: "92141127MA0KD1Y64A", name: "戊测试公司", volume: 33, extra: 0, rank: 3,
            account: "6222020000000000042"),
        Enterprise(
            uscc: "N2440117MF1234567D", name: "己测试合作社", volume: 15, extra: 0, rank: 6,
            account: "6222020000000000059"),
    ]

    static let payerAccount = "1100112233445566778"
    static let words = [
        11_458_334: "人民币壹拾壹万肆仟伍佰捌拾叁元叁角肆分",
        11_458_333: "人民币壹拾壹万肆仟伍佰捌拾叁元叁角叁分",
        5_208_333: "人民币伍万贰仟零捌拾叁元叁角叁分",
    ]

    var isFurther = false
    var hasNotice = false
    var hasLetters = false

    /// A second batch: one enterprise was paid all of its award, one a part, one too much.
    static var further: Sample {
        var sample = Sample()
        sample.isFurther = true
        sample.enterprises[0].paidBefore = 5_208_333
        sample.enterprises[0].payment = "none"
        sample.enterprises[1].paidBefore = 1_000_001
        sample.enterprises[2].paidBefore = 8_333
        sample.enterprises[4].paidBefore = 20_000_000
        sample.enterprises[4].payment = "none"
        return sample
    }

    var isSplit: Bool { state == "published" || state == "draft" }
    var issued: [Enterprise] { enterprises.filter { $0.payment == "issued" } }
    var held: [Enterprise] { enterprises.filter { $0.payment == "held" } }

    /// The whole folder, signed.
    var contents: FolderContents {
        var files = [
            "report.json": report, "report.html": "<!doctype html><title>草案</title>",
            "findings.csv": findings, quarantinePath: quarantine,
        ]
        if isSplit { files["awards.csv"] = awards }
        if isSplit, hasNotice { files["notice.html"] = notice }
        if isSplit, hasLetters {
            for one in enterprises { files["letters/\(one.uscc).html"] = "<!doctype html>" }
        }
        if state == "published" {
            if !held.isEmpty { files["payments/held.csv"] = heldFile }
            if !issued.isEmpty, payments.contains("neutral") {
                files["payments/neutral.csv"] = neutral
            }
            if !issued.isEmpty, payments.contains("pain.001") {
                files["payments/pain.001.xml"] = pain001
            }
            if !issued.isEmpty, payments.contains("bank-text") {
                for part in bankParts { files[part.path] = bankText(part.issued) }
            }
        }
        var contents = FolderContents(files: files.mapValues { .memory(Array($0.utf8)) })
        if isSplit { contents[file: "report.xlsx"] = Self.archive(workbookParts) }
        Self.sign(&contents)
        return contents
    }

    /// Writes SHA256SUMS anew, as somebody who changes a file would.
    static func sign(_ contents: inout FolderContents) {
        contents[file: "SHA256SUMS"] = nil
        let lines = contents.files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
            path in
            let digest = SHA256.hash(data: contents[file: path] ?? [])
            return digest.map { String(format: "%02x", Int($0)) }.joined() + "  \(path)\n"
        }
        contents[file: "SHA256SUMS"] = Array(lines.joined().utf8)
    }

    static func yuan(_ fen: Int) -> String {
        "\(fen / 100)." + String("0\(fen % 100)".suffix(2))
    }

    static func sum(_ part: (Enterprise) -> Int, _ enterprises: [Enterprise]) -> String {
        yuan(enterprises.reduce(0) { $0 + part($1) })
    }

    func volume(_ count: Int) -> String {
        unit == "weight" ? "0." + String("00\(count)".suffix(3)) : "\(count)"
    }
}
