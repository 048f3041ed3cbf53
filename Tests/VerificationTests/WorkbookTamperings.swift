@testable import Verification

extension Tampering {
    /// Puts `new` for the first `old` in a part of report.xlsx, which must hold it.
    private init(
        _ name: String, _ check: Check, in part: String, _ old: String, _ new: String
    ) {
        self.init(name, check) { folder in
            var parts = Sample().workbookParts
            for index in parts.indices where parts[index].name == part {
                let changed = parts[index].text.replacing(old, with: new, maxReplacements: 1)
                precondition(changed != parts[index].text, "\(part) has no \(old)")
                parts[index].text = changed
            }
            folder[file: "report.xlsx"] = Sample.archive(parts)
        }
    }

    private static let awards = "xl/worksheets/sheet1.xml"
    private static let files = "xl/worksheets/sheet3.xml"
    private static let findings = "xl/worksheets/sheet4.xml"
    private static let strings = "xl/sharedStrings.xml"

    static let ofWorkbook = [
        Tampering("no workbook", .documentMissing) { $0[file: "report.xlsx"] = nil },
        Tampering("a workbook of other bytes", .reportWorkbook) { folder in
            folder[file: "report.xlsx"] = Array("PK".utf8)
        },
        Tampering(
            "a sheet that the list lacks", .reportWorkbook, in: "xl/workbook.xml",
            #"<sheet name="设置" sheetId="5" r:id="rId5"/>"#, ""),
        Tampering(
            "two sheets exchanged", .reportCell, in: "xl/_rels/workbook.xml.rels",
            #""rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" "#
                + #"Target="worksheets/sheet2.xml""#,
            #""rId1" Target="worksheets/sheet2.xml"/><Relationship Id="rId2" "#
                + #"Target="worksheets/sheet1.xml""#),
        Tampering(
            "a bare instruction", .reportWorkbook, in: awards, "</worksheet>",
            "<?page?></worksheet>"),
        Tampering("an award", .reportCell, in: awards, "114583.34", "114583.35"),
        Tampering("a volume", .reportCell, in: awards, "<v>33</v>", "<v>34</v>"),
        Tampering("a share", .reportCell, in: awards, "0.229167", "0.229166"),
        Tampering("a code", .reportCell, in: strings, "91110000600037341L", "91110000600037342L"),
        Tampering("a name", .reportCell, in: strings, "戊测试公司", "庚测试公司"),
        Tampering("words of the total", .reportCell, in: strings, "伍拾万", "伍拾伍万"),
        Tampering("a total as a number", .reportCell, in: awards, "<f>SUM(D4:D9)</f>", ""),
        Tampering(
            "an award as text", .reportCell, in: awards, #""F4"><v>114583.34<"#,
            #""F4" t="s"><v>0<"#),
        Tampering(
            "an award as a formula", .reportCell, in: awards, #""F4">"#, #""F4"><f>A1</f>"#),
        Tampering("a sum of other rows", .reportFormula, in: awards, "SUM(F4:F9)", "SUM(F4:F8)"),
        Tampering("a kept value", .reportFormula, in: awards, "<v>500000.00</v>", "<v>0</v>"),
        Tampering("a value that is not kept", .reportWorkbook, in: awards, "<v>500000.00</v>", ""),
        Tampering(
            "a figure below the table", .reportCell, in: awards, "</worksheet>",
            #"<c r="F20"><v>1</v></c></worksheet>"#),
        Tampering(
            "cells in the last column", .reportWorkbook, in: awards, "</worksheet>",
            (20..<30).map { #"<c r="XFD\#($0)"><v>1</v></c>"# }.joined() + "</worksheet>"),
        Tampering(
            "a cell in the last row", .reportWorkbook, in: awards, "</worksheet>",
            #"<c r="A1048576"><v>1</v></c></worksheet>"#),
        Tampering("rows of a file", .reportCell, in: files, "<v>96</v>", "<v>97</v>"),
        Tampering("rows of all files", .reportFormula, in: files, "<v>152</v>", "<v>153</v>"),
        Tampering("a finding's worth", .reportCell, in: findings, "10416.67", "10416.66"),
        Tampering("a finding's code", .reportCell, in: strings, "duplicate.same", "duplicate.none"),
        Tampering(
            "a code of a character", .reportWorkbook, in: strings, "戊测试公司", "_x0041_测试公司"),
        Tampering("an account in a cell", .accountLeak, in: strings, "怎么办", Sample.payerAccount),
    ]
}
