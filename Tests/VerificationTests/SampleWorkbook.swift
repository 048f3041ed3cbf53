@testable import Verification

/// report.xlsx, an archive of XML that is stored as it is.
extension Sample {
    /// A cell by its column's letter: text, a number, or a formula and its value.
    enum Cell {
        case text(String)
        case number(String)
        case formula(String, String)
    }

    var workbookParts: [(name: String, text: String)] {
        let titles: [(String, [[Cell?]])] = [
            ("补贴", awardRows), ("图表", []), ("文件", fileRows), ("问题", findingRows), ("设置", []),
        ]
        var strings: [String] = []
        let pages = titles.map { $0.1.isEmpty ? "" : page($0.1, &strings) }
        let names = titles.enumerated().map {
            #"<sheet name="\#($1.0)" sheetId="\#($0 + 1)" r:id="rId\#($0 + 1)"/>"#
        }
        let relations = titles.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }
        return [
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"urn:r\">\(names.joined())</workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
            (
                "xl/sharedStrings.xml",
                "<sst>" + strings.map { "<si><t>\(Self.xml($0))</t></si>" }.joined() + "</sst>"
            ),
        ]
            + pages.enumerated().map {
                ("xl/worksheets/sheet\($0 + 1).xml", "<worksheet>\($1)</worksheet>")
            }
    }

    private var awardRows: [[Cell?]] {
        let paid = enterprises.filter { $0.fen > 0 }.sorted {
            ($1.fen, $0.uscc) < ($0.fen, $1.uscc)
        }
        func yuan(_ fen: Int) -> Cell { .number(Self.yuan(fen)) }
        var rows: [[Cell?]] = paid.enumerated().map { index, one in
            let share = one.volume == 33 ? "0.229167" : "0.104167"
            return [
                .number("\(index + 1)"), .text(one.uscc), .text(one.name),
                .number(volume(one.volume)), .number(share), .number(one.amount),
            ] + (isFurther ? [yuan(one.paidBefore)] : []) + [yuan(one.issued), yuan(one.held)]
                + (isFurther ? [yuan(one.toReclaim)] : []) + [.text("状态"), .text("")]
        }
        let last = 3 + paid.count
        let total = "SUM(D4:D\(last))"
        var sums: [(Enterprise) -> Int] = [\.fen]
        if isFurther { sums.append(\.paidBefore) }
        sums += [\.issued, \.held]
        if isFurther { sums.append(\.toReclaim) }
        rows.append(
            [
                .text("合计"), nil, nil,
                .formula(unit == "weight" ? "ROUND(\(total),3)" : total, volume(144)),
                .formula("ROUND(D\(last + 1)/\(volume(144)),6)", "1"),
            ]
                + sums.enumerated().map { index, part in
                    let letter = "FGHIJ".map(String.init)[index]
                    return .formula(
                        "ROUND(SUM(\(letter)4:\(letter)\(last)),2)", Self.sum(part, enterprises))
                })
        return rows + [[.text("大写"), nil, nil, .text("人民币伍拾万元整")]]
    }

    private var fileRows: [[Cell?]] {
        func row(_ name: String, _ counts: [Int]) -> [Cell?] {
            [.text(name), .text("运单"), .text("UTF-8")] + counts.map { .number("\($0)") }
        }
        let sums = [18, 152, 144, 3, 2, 2, 1]
        let total: [Cell?] = zip("DEFGHIJ", sums).map { letter, sum in
            .formula("SUM(\(letter)4:\(letter)5)", "\(sum)")
        }
        return [
            row(export, [9, 100, 96, 2, 0, 1, 1]), row("yt.csv", [9, 52, 48, 1, 2, 1, 0]),
            [.text("合计"), nil, nil] + total,
        ]
    }

    private var findingRows: [[Cell?]] {
        let rows = findingValues.map { one -> [Cell?] in
            [
                .text(one.code), .text("类别"), .text("问题"), .number("\(one.count)"),
                one.volume.map { .number(volume($0)) }, one.volume.map { _ in .number(one.yuan) },
                .text("怎么办"),
            ]
        }
        let count = findingValues.reduce(0) { $0 + $1.count }
        return rows
            + [[.text("合计"), nil, nil, .formula("SUM(D4:D\(3 + rows.count))", "\(count)")]]
    }

    private func page(_ rows: [[Cell?]], _ strings: inout [String]) -> String {
        var text = ""
        for (row, cells) in rows.enumerated() {
            for (letter, cell) in zip("ABCDEFGHIJKL", cells) {
                let place = "\(letter)\(row + 4)"
                switch cell {
                case nil: text += #"<c r="\#(place)" s="1"/>"#
                case .text(let string):
                    text += #"<c r="\#(place)" t="s"><v>\#(strings.count)</v></c>"#
                    strings.append(string)
                case .number(let digits): text += #"<c r="\#(place)"><v>\#(digits)</v></c>"#
                case .formula(let formula, let digits):
                    text += #"<c r="\#(place)"><f>\#(formula)</f><v>\#(digits)</v></c>"#
                }
            }
        }
        return text
    }

    private static func xml(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// The archive of these parts, nothing of it packed.
    static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var bytes: [UInt8] = []
        var list: [UInt8] = []
        for part in parts {
            let (name, content) = (Array(part.name.utf8), Array(part.text.utf8))
            let shared =
                number(0, 6) + number(0, 4) + number(Int(checksum(content)), 4)
                + number(content.count, 4) + number(content.count, 4) + number(name.count, 2)
                + number(0, 2)
            list +=
                number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + shared.dropFirst(2)
                + number(0, 10) + number(bytes.count, 4) + name
            bytes += number(0x0403_4B50, 4) + number(20, 2) + shared.dropFirst(2) + name + content
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
        return bytes + list + end + number(list.count, 4) + number(bytes.count, 4) + number(0, 2)
    }

    /// CRC-32, as archives have it, a bit at a time.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
                value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
            }
        }
    }
}
