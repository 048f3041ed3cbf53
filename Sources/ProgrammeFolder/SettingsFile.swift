private import DelimitedText
package import Subsidy
private import Yams

/// Reads `fentan.yaml`: every scalar is the text that was typed, an unknown key is an error.
package enum SettingsFile {
    package static func programme(of bytes: [UInt8]) throws(InputFault) -> Programme {
        let mark = TextEncoding.utf8Mark
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else { throw fault(.notUTF8) }
        try SettingsAliases.refuseMany(in: text)
        let document = try SettingsDocument(text)
        try document.refuseUnknownKeys(of: SettingsText.schema)
        return try SettingsReader(document: document, text: decoded(document)).programme()
    }

    private static func decoded(_ document: SettingsDocument) throws(InputFault) -> SettingsText {
        do {
            return try YAMLDecoder().decode(SettingsText.self, from: document.root)
        } catch let DecodingError.keyNotFound(key, context) {
            let path = context.codingPath.map(\.stringValue) + [key.stringValue]
            throw document.fault(.missingKey, at: path)
        } catch let DecodingError.typeMismatch(_, context) {
            throw document.fault(
                .invalidValue(expected: .text), at: context.codingPath.map(\.stringValue))
        } catch let DecodingError.valueNotFound(_, context) {
            throw document.fault(.missingValue, at: context.codingPath.map(\.stringValue))
        } catch let DecodingError.dataCorrupted(context) {
            throw document.fault(
                .syntax(context.debugDescription), at: context.codingPath.map(\.stringValue))
        } catch {
            throw fault(.syntax("\(error)"))
        }
    }

    static func fault(_ problem: InputFault.Problem, line: Int? = nil) -> InputFault {
        InputFault(problem, file: ProgrammeInputs.settingsName, line: line)
    }
}
