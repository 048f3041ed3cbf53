package import Subsidy

/// Which column of an export holds which field, as its header says.
package struct Layout: Sendable, Equatable {
    /// The header's names as the file has them.
    package let names: [String]
    /// The line of the header, from 1.
    package let line: Int
    package let columns: [ShipmentField: Int]
    package let kind: ExportKind

    /// How many cells a row may have.
    ///
    /// A header that ends in empty names, and rows that end in one more comma, are how some systems
    /// write; anything else is a row that has lost its columns.
    package let cells: ClosedRange<Int>

    package init(
        names: [String], line: Int, columns: [ShipmentField: Int], kind: ExportKind = .waybills
    ) {
        self.kind = kind
        self.names = names
        self.line = line
        self.columns = columns
        let width = (names.lastIndex { !CanonicalText.cell($0).isEmpty } ?? 0) + 1
        cells = width...max(width + 1, names.count)
    }

    /// The columns of the fields in a header row, by their names and the settings' own.
    ///
    /// Of two columns for one field the one with the canonical name wins, then the leftmost.
    package static func columns(
        of names: [String], settings: ExportSettings?
    ) -> [ShipmentField: Int] {
        let keys = names.map { CanonicalText.name($0).lowercased() }
        var columns: [ShipmentField: Int] = [:]
        for field in ShipmentField.allCases {
            if let own = settings?.columns[field.rawValue] {
                columns[field] = keys.firstIndex(of: CanonicalText.name(own).lowercased())
            } else {
                columns[field] =
                    keys.firstIndex(of: field.chineseName)
                    ?? keys.firstIndex { field.synonyms.contains($0) }
            }
        }
        return columns
    }

    /// What a row must have to be a header of waybills and has not; empty where it is one.
    package static func missing(
        in columns: [ShipmentField: Int], settings: ExportSettings?
    ) -> [ShipmentField] {
        var missing = [ShipmentField.waybill, .shipped].filter { columns[$0] == nil }
        if columns[.uscc] == nil, columns[.enterprise] == nil, settings?.uscc == nil {
            missing.append(.uscc)
        }
        return missing
    }

    /// What an export with these columns in its header is of; nil where they are no header.
    package static func kind(
        of columns: [ShipmentField: Int], settings: ExportSettings?
    ) -> ExportKind? {
        if missing(in: columns, settings: settings).isEmpty { return .waybills }
        let isVolumes =
            columns[.month] != nil && columns[.volume] != nil && columns[.waybill] == nil
            && (columns[.uscc] != nil || columns[.enterprise] != nil || settings?.uscc != nil)
        return isVolumes ? .volumes : nil
    }
}
