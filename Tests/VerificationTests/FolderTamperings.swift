@testable import Verification

extension Tampering {
    static let ofFolder = [
        Tampering("a digest", .digest, in: .sums, "0", "1", isSigned: false),
        Tampering("a byte of a file", .digest, in: .reportPage, "草案", "定稿", isSigned: false),
        Tampering("an unsorted list", .digestList, isSigned: false) { folder in
            let lines = String(decoding: folder[file: "SHA256SUMS"] ?? [], as: UTF8.self)
                .split(separator: "\n").reversed()
            folder[file: "SHA256SUMS"] = Array((lines.joined(separator: "\n") + "\n").utf8)
        },
        Tampering("one blank", .digestList, in: .sums, "  ", " ", isSigned: false),
        Tampering(
            "a path out of the folder", .digestList, in: .sums, "  report.html", "  ../a",
            isSigned: false),
        Tampering("no list", .digestList, isSigned: false) { $0[file: "SHA256SUMS"] = nil },
        Tampering("a listed file gone", .missingFile, isSigned: false) {
            $0[file: "awards.csv"] = nil
        },
        Tampering("an extra file", .unlistedFile, isSigned: false) { $0[file: "a.txt"] = [1] },
        Tampering("an empty folder", .unlistedFile) { $0.folders = ["payments", "old"] },
        Tampering("an extra file, signed", .documentUnexpected) { $0[file: "a.txt"] = [1] },
        Tampering("no page", .documentMissing) { $0[file: "report.html"] = nil },
        Tampering("an empty page", .documentMissing) { $0[file: "report.html"] = [] },
        Tampering("no payment file", .documentMissing) { $0[file: "payments/neutral.csv"] = nil },
        Tampering("no held file", .documentMissing) { $0[file: "payments/held.csv"] = nil },
        Tampering(
            "a format that was not asked for", .documentUnexpected, in: .report,
            #"["pain.001", "neutral", "bank-text"]"#, #"["pain.001", "bank-text"]"#),
        Tampering("payments in a draft", .documentUnexpected, in: .report, "published", "draft"),
        Tampering("awards in a stopped run", .state, in: .report, "published", "stopped"),
        Tampering(
            "an account on the page", .accountLeak, in: .reportPage, "草案",
            "草案6222020000000000026"),
        Tampering(
            "an account with a hyphen in findings", .accountLeak, in: .findings, "未列出的状态",
            "44-0312345678"),
        Tampering(
            "the payer's account in settings", .accountLeak, in: .report, "****6778",
            Sample.payerAccount),
    ]

    static let ofReport = [
        Tampering("no report", .report) { $0[file: "report.json"] = nil },
        Tampering("broken JSON", .report, in: .report, "{", "["),
        Tampering("another schema", .report, in: .report, #""schema": 1"#, #""schema": 2"#),
        Tampering("a missing key", .report, in: .report, #""inputs""#, #""input""#),
        Tampering("a key that may be null, gone", .report, in: .report, "remainder", "remains"),
        Tampering("a code's check digit", .form, in: .report, "1922038216", "1922038217"),
        Tampering("a negative count", .report, in: .report, #""read": 152"#, #""read": -1"#),
        Tampering("a pool with a comma", .form, in: .report, "\"500000.00\"", "\"500,000.00\""),
        Tampering("another typed pool", .settings, in: .report, "\"500000\"", "\"600000\""),
        Tampering("another year in settings", .settings, in: .report, "\"2026\"", "\"2025\""),
        Tampering("a reason to stop", .state, in: .report, #""stops": []"#, stop),
        Tampering("an export of another digest", .inputs, in: .report, "aaaaaaaa", "aaaaaaab"),
        Tampering("an input not read", .inputs, in: .report, "exports/yt.csv", "exports/zt.csv"),
        Tampering("no roster", .inputs, in: .report, "roster.csv", "rosters.csv"),
        Tampering("a row too few", .rowIdentity, in: .report, #""read": 152"#, #""read": 151"#),
        Tampering("a file's row too many", .rowTotal, in: .report, #""read": 52"#, #""read": 53"#),
        Tampering("a volume moved out", .volumeTotal, in: .report, #""volume": "33""#, volume32),
        Tampering("another total volume", .volumeTotal, in: .report, #""144""#, #""145""#),
        Tampering("enterprises out of order", .rosterOrder, in: .report, "12440600", "99440600"),
        Tampering("a finding's worth", .findingYuan, in: .report, "10416.67", "10416.66"),
        Tampering("a worth without volume", .findingYuan, in: .report, "null, \"yuan\": null", nul),
        Tampering("codes out of order", .findingOrder, in: .report, "coverage.no", "a.no"),
    ]

    static let ofDecisions = [
        Tampering("a lost row too many", .decision, in: .report, #""lost": 1"#, #""lost": 2"#),
        Tampering(
            "a lost row of another decision", .decision, in: .findings, "adjudications.csv:2",
            "adjudications.csv:4"),
        Tampering(
            "a lost row of nobody's decision", .decision, in: .findings, "（adjudications.csv:2",
            "（"),
        Tampering("decisions out of order", .decision, in: .report, #""line": 4"#, #""line": 1"#),
        Tampering("a decision on nothing", .decision, in: .report, #""waybill""#, #""way""#),
        Tampering("a decision without a reference", .decision, in: .report, "测试〔2027〕1号", ""),
        Tampering(
            "more than the winner has", .decision, in: .report,
            #""volume": "1", "yuan": "3472.22""#,
            #""volume": "34", "yuan": "118055.56""#),
        Tampering(
            "a winner with no award", .decision, in: .report, #""uscc": "91110000600037341L""#,
            #""uscc": "91110000600037341M""#),
        Tampering("a winner without rows", .decision, in: .report, #""won": 1"#, #""won": 0"#),
        Tampering(
            "what is given to nobody", .decision, in: .report, #""uscc": "91110000600037341L""#,
            #""uscc": null"#),
        Tampering(
            "a decision's worth", .findingYuan, in: .report, #""volume": "1", "yuan": "3472.22""#,
            #""volume": "1", "yuan": "3472.23""#),
        Tampering(
            "no table of decisions", .inputs, in: .report, "adjudications.csv", "adjudication.csv"),
    ]

    private static let stop = #""stops": [{"code": "limit.rejected", "text": "太多"}]"#
    private static let volume32 = #""volume": "32""#
    private static let nul = #"null, "yuan": "0.00""#
}
