private import DelimitedText
import Subsidy
internal import Yams

/// The YAML tree of the settings, which knows on which line each key stands.
struct SettingsDocument {
    /// The file that faults are of.
    let file: String
    let root: Node

    /// The tree of `bytes`, which every file of settings must be: UTF-8, with few aliases.
    init(_ bytes: [UInt8], file: String) throws(InputFault) {
        let mark = TextEncoding.utf8Mark
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw InputFault(.notUTF8, file: file)
        }
        try SettingsAliases.refuseMany(in: text, of: file)
        try self.init(text, file: file)
    }

    private init(_ text: String, file: String) throws(InputFault) {
        self.file = file
        do {
            guard let node = try Parser(yaml: text).singleRoot() else {
                throw InputFault(.empty, file: file)
            }
            root = node
        } catch let fault as InputFault {
            throw fault
        } catch {
            throw Self.fault(of: error, in: text, file: file)
        }
    }

    private static func fault(
        of error: any Error, in text: String, file: String
    ) -> InputFault {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let detail = [context?.description, problem].compactMap(\.self).joined(separator: " ")
            return InputFault(.syntax(detail), file: file, line: mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.sorted().first ?? ""
            let line = repetition(of: key, from: context.mark.line, in: text)
            return InputFault(.repeatedKey, file: file, line: line, column: key)
        default:
            return InputFault(.syntax("\(error)"), file: file)
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

    /// The tree as a value; what is missing or of another shape is a fault of its line.
    func decoded<Value: Decodable>(as type: Value.Type) throws(InputFault) -> Value {
        do {
            return try YAMLDecoder().decode(type, from: root)
        } catch let DecodingError.keyNotFound(key, context) {
            let path = context.codingPath.map(\.stringValue) + [key.stringValue]
            throw fault(.missingKey, at: path)
        } catch let DecodingError.typeMismatch(_, context) {
            throw fault(.invalidValue(expected: .text), at: context.codingPath.map(\.stringValue))
        } catch let DecodingError.valueNotFound(_, context) {
            throw fault(.missingValue, at: context.codingPath.map(\.stringValue))
        } catch let DecodingError.dataCorrupted(context) {
            throw fault(
                .syntax(context.debugDescription), at: context.codingPath.map(\.stringValue))
        } catch {
            throw InputFault(.syntax("\(error)"), file: file)
        }
    }

    /// Refuses a key that the schema does not have, naming the nearest that it has.
    func refuseUnknownKeys(of schema: SettingsText.Schema) throws(InputFault) {
        try refuse(root, schema, path: [])
    }

    private func refuse(
        _ node: Node, _ schema: SettingsText.Schema, path: [String]
    ) throws(InputFault) {
        switch (schema, node) {
        case (.mapping(let keys), .mapping(let mapping)):
            for (key, value) in mapping {
                let name = key.string ?? ""
                guard let inner = keys[name] else {
                    throw InputFault(
                        .unknownKey(nearest: Nearest.name(to: name, among: keys.keys.sorted())),
                        file: file, line: key.mark?.line,
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
                .invalidValue(expected: Self.expectation(schema)), file: file,
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
            problem, file: file, line: line,
            column: shown.isEmpty ? nil : shown, excerpt: excerpt)
    }

    /// One of the values that a setting may have.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ typed: String, at path: [String]
    ) throws(InputFault) -> Choice {
        guard let choice = Choice(rawValue: typed) else {
            let names = Choice.allCases.map(\.rawValue)
            throw fault(.invalidValue(expected: .oneOf(names)), at: path, excerpt: typed)
        }
        return choice
    }

    /// `3`, or `Index 3` as Codable names it.
    private static func listIndex(_ key: String) -> Int? {
        Int(key.hasPrefix("Index ") ? key.dropFirst(6) : key[...])
    }
}
