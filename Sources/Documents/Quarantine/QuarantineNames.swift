/// What the files in `quarantine/` are called: like their exports, so that people recognise them.
///
/// `sf-01.csv` stays, `a.txt` becomes `a.txt.csv`. A name that cannot stand in every file system or
/// list, or that another file has, becomes `export-3.csv`: the third export in byte order of names.
/// Names that differ only by case or by the form of an accent are the same to some systems.
enum QuarantineNames {
    /// Longer ones, in bytes, leave no room for an ending.
    private static let longest = 200

    static func names(of exports: [String]) -> [String] {
        var names = [String?](repeating: nil, count: exports.count)
        var taken: Set<String> = []
        for (index, export) in exports.enumerated() where isCSV(export) && isSafe(export) {
            if taken.insert(export.lowercased()).inserted { names[index] = export }
        }
        for (index, export) in exports.enumerated() where names[index] == nil {
            var name =
                isSafe(export) && !isCSV(export) ? export + ".csv" : "export-\(index + 1).csv"
            var attempt = 1
            while !taken.insert(name.lowercased()).inserted {
                name = "export-\(index + 1)" + (attempt == 1 ? "" : "-\(attempt)") + ".csv"
                attempt += 1
            }
            names[index] = name
        }
        return names.compactMap(\.self)
    }

    private static func isCSV(_ name: String) -> Bool { name.hasSuffix(".csv") }

    private static func isSafe(_ name: String) -> Bool {
        name.utf8.count <= longest
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: false
                default: !"\"'\\".unicodeScalars.contains(scalar)
                }
            }
    }
}
