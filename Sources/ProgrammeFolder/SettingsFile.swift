package import Subsidy

/// Reads `fentan.yaml`: every scalar is the text that was typed, an unknown key is an error.
package enum SettingsFile {
    /// `shelf` has the profiles that `payments` may name.
    package static func programme(
        of bytes: [UInt8], shelf: ProfileShelf = ProfileShelf()
    ) throws(InputFault) -> Programme {
        let document = try SettingsDocument(bytes, file: ProgrammeInputs.settingsName)
        try document.refuseUnknownKeys(of: SettingsText.schema)
        let text = try document.decoded(as: SettingsText.self)
        return try SettingsReader(document: document, text: text, shelf: shelf).programme()
    }
}
