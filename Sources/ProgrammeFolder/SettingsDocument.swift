import Subsidy
internal import Yams

/// The YAML tree of the settings, which knows on which line each key stands.
struct SettingsDocument {
    let root: Node

    init(_ text: String) throws(InputFault) {
        do {
            guard let node = try Parser(yaml: text).singleRoot() else {
                throw SettingsFile.fault(.empty)
            }
            root = node
        } catch let fault as InputFault {
            throw fault
        } catch {
            throw Self.fault(of: error, in: text)
        }
    }

    private static func fault(of error: any Error, in text: String) -> InputFault {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let detail = [context?.description, problem].compactMap(\.self).joined(separator: " ")
            return SettingsFile.fault(.syntax(detail), line: mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.sorted().first ?? ""
            let line = repetition(of: key, from: context.mark.line, in: text)
            var fault = SettingsFile.fault(.repeatedKey, line: line)
            fault.column = key
            return fault
        default:
            return SettingsFile.fault(.syntax("\(error)"))
        }
    }

    /// The line on which a key stands for the second time, at or below that of its mapping.
    private static func repetition(of key: String, from first: Int, in text: String) -> Int {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let places = lines.indices.filter { index in
            index + 1 >= first && lines[index].drop { " -{\"'".contains($0) }.hasPrefix(key)
        }
        return places.count > 1 ? places[1] + 1 : first
    }

    /// Refuses a key that the schema does not have, naming the nearest that it has.
    func refuseUnknownKeys(of schema: SettingsText.Schema) throws(InputFault) {
        try Self.refuse(root, schema, path: [])
    }

    private static func refuse(
        _ node: Node, _ schema: SettingsText.Schema, path: [String]
    ) throws(InputFault) {
        switch (schema, node) {
        case (.mapping(let keys), .mapping(let mapping)):
            for (key, value) in mapping {
                let name = key.string ?? ""
                guard let inner = keys[name] else {
                    throw InputFault(
                        .unknownKey(nearest: nearest(to: name, among: keys.keys.sorted())),
                        file: ProgrammeInputs.settingsName, line: key.mark?.line,
                        column: (path + [name]).joined(separator: "."))
                }
                try refuse(value, inner, path: path + [name])
            }
        case (.list(let element), .sequence(let sequence)):
            let list = path.last ?? ""
            for (index, node) in sequence.enumerated() {
                // People count from one.
                try refuse(node, element, path: path.dropLast() + ["\(list)[\(index + 1)]"])
            }
        case (.scalar, .scalar), (.names, .mapping): break
        case (_, .scalar(let scalar)) where scalar.string.isEmpty || scalar.string == "null": break
        default:
            throw InputFault(
                .invalidValue(expected: expectation(schema)), file: ProgrammeInputs.settingsName,
                line: node.mark?.line,
                column: path.isEmpty ? nil : path.joined(separator: "."))
        }
    }

    private static func expectation(_ schema: SettingsText.Schema) -> Expectation {
        switch schema {
        case .scalar: .text
        case .list: .list
        case .mapping(let keys): .keys(keys.keys.sorted())
        case .names: .keys([])
        }
    }

    /// The known key with the fewest edits (Levenshtein); nil where none is near.
    private static func nearest(to name: String, among keys: [String]) -> String? {
        let best = keys.map { (key: $0, edits: edits(Array(name), Array($0))) }
            .min { ($0.edits, $0.key) < ($1.edits, $1.key) }
        guard let best, best.edits <= max(2, name.count / 2) else { return nil }
        return best.key
    }

    private static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let substitution = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substitution, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }

    /// A fault of the value at a path of keys and list indices, with its line where it stands.
    func fault(
        _ problem: InputFault.Problem, at path: [String], excerpt: String? = nil
    ) -> InputFault {
        var node: Node? = root
        var line = root.mark?.line
        var shown = ""
        for key in path {
            if let index = Self.listIndex(key), let sequence = node?.sequence {
                node = sequence.indices.contains(index) ? node?[index] : nil
                // People count from one.
                shown += "[\(index + 1)]"
            } else {
                node = node?[key]
                shown += (shown.isEmpty ? "" : ".") + key
            }
            line = node?.mark?.line ?? line
        }
        return InputFault(
            problem, file: ProgrammeInputs.settingsName, line: line,
            column: shown.isEmpty ? nil : shown, excerpt: excerpt)
    }

    /// `3`, or `Index 3` as Codable names it.
    private static func listIndex(_ key: String) -> Int? {
        Int(key.hasPrefix("Index ") ? key.dropFirst(6) : key[...])
    }
}
