import DelimitedText
import Subsidy

/// Footers: rows that state a file's totals, by their first cell 合计, 总计, 小计 or 共 N 笔/条/件.
struct FooterRule: Sendable {
    /// A total as stated; of 件 it may be rows or pieces.
    struct Stated: Sendable {
        enum Subject: Sendable {
            case rows
            case rowsOrPieces
            case pieces
            case weight
            /// 出货量 of a file of volumes.
            case volume(ControlSubject)
        }

        let line: UInt32
        let subject: Subject
        let value: UInt128
    }

    /// The first bytes that a footer's first cell has in the file's encoding, and those of blanks
    /// that are no ASCII.
    private let leads: [[UInt8]]

    init(encoding: TextEncoding) {
        // 合, 总, 小, 共 in GB 2312.
        leads =
            encoding == .gb18030
            ? [[0xBA, 0xCF], [0xD7, 0xDC], [0xD0, 0xA1], [0xB9, 0xB2], [0xA1, 0xA1]]
            : ["合", "总", "小", "共", "\u{3000}", "\u{A0}", "\u{FEFF}"].map { Array($0.utf8) }
                // The first two bytes of U+2000 to U+207F, where the other blanks are.
                + [[0xE2, 0x80], [0xE2, 0x81]]
    }

    /// Whether a first cell can be a footer's; cheap, asked of every row.
    func mayBegin(_ cell: Span<UInt8>) -> Bool {
        var start = 0
        while start < cell.count, cell[start] < 0x80 {
            // Footers may be padded or quoted as Excel pads and quotes; a waybill ends the look.
            guard Self.padding.contains(cell[start]) else { return false }
            start += 1
        }
        if start == cell.count { return false }
        return leads.contains { lead in
            cell.count - start >= lead.count
                && lead.indices.allSatisfy { cell[start + $0] == lead[$0] }
        }
    }

    private static let padding = Array(" \t\r\n'=\"".utf8)

    /// Whether the canonical text of a first cell is a footer's.
    static func isFooter(_ text: String) -> Bool {
        if text.hasPrefix("共") {
            // 共 and a number; 共创 and the like are names.
            let rest = text.dropFirst().drop { $0 == " " || $0 == ":" }
            if let first = rest.first, first.isASCII, first.isNumber { return true }
        }
        return ["合计", "总计", "小计", "共计"].contains { word in
            guard text.hasPrefix(word) else { return false }
            guard let next = text.dropFirst(word.count).first else { return true }
            return " :(".contains(next) || next.isNumber
        }
    }

    /// The totals that a footer's cells state.
    static func totals(
        _ cells: [String], columns: [ShipmentField: Int], line: UInt32
    ) -> [Stated] {
        counts(cells, line: line)
            + [(ShipmentField.pieces, Stated.Subject.pieces, 0), (.weight, .weight, 3)].compactMap {
                total($0, of: $1, decimals: $2, in: cells, columns, line: line)
            }
    }

    /// The totals that a footer of a file of volumes states, whose volumes are in `unit`.
    static func totals(
        _ cells: [String], columns: [ShipmentField: Int], line: UInt32, volumesIn unit: VolumeUnit
    ) -> [Stated] {
        let isWeight = unit == .weight
        let volume = total(
            .volume, of: .volume(isWeight ? .volumeWeight : .volume), decimals: isWeight ? 3 : 0,
            in: cells, columns, line: line)
        return counts(cells, line: line) + [volume].compactMap(\.self)
    }

    private static func counts(_ cells: [String], line: UInt32) -> [Stated] {
        cells.compactMap(count).map { value, measure in
            Stated(line: line, subject: measure == "件" ? .rowsOrPieces : .rows, value: value)
        }
    }

    private static func total(
        _ field: ShipmentField, of subject: Stated.Subject, decimals: Int, in cells: [String],
        _ columns: [ShipmentField: Int], line: UInt32
    ) -> Stated? {
        guard let column = columns[field], cells.indices.contains(column),
            let value = Quantity.total(cells[column], decimals: decimals)
        else { return nil }
        return Stated(line: line, subject: subject, value: value)
    }

    /// N and the measure word of `共 N 笔`, `共N条` or `共 N 件`.
    private static func count(in text: String) -> (UInt128, Character)? {
        guard text.hasPrefix("共") else { return nil }
        let rest = text.dropFirst().filter { $0 != " " && $0 != "," && $0 != ":" }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let value = UInt128(digits), let measure = rest.dropFirst(digits.count).first,
            "笔条件".contains(measure)
        else { return nil }
        return (value, measure)
    }
}
