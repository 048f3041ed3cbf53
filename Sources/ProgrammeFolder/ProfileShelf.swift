private import DelimitedText
package import Subsidy

/// The bank profiles that a programme can name: those shipped, and its own beside `fentan.yaml`.
package struct ProfileShelf: Sendable {
    /// A profile of the programme's own stands in `NAME.profile.yaml`.
    package static let suffix = ".profile.yaml"

    /// The shipped profiles in the order in which people see them.
    package static let shippedNames = shipped.map(\.name)

    private static let shipped: [(name: String, text: [UInt8])] = [
        ("neutral", PackageResources.neutral_yaml),
        ("neutral-workbook", PackageResources.neutral_workbook_yaml),
        ("icbc-text", PackageResources.icbc_text_yaml),
        ("icbc-workbook", PackageResources.icbc_workbook_yaml),
        ("ccb-workbook", PackageResources.ccb_workbook_yaml),
        ("cmb-csv", PackageResources.cmb_csv_yaml),
    ]

    private let folder: ProgrammeInputs?

    /// Without a folder only the shipped ones.
    package init(folder: ProgrammeInputs? = nil) { self.folder = folder }

    /// The YAML of a shipped profile, to print and to copy; nil for another name.
    package static func shippedText(_ name: String) -> [UInt8]? {
        shipped.first { $0.name == name }?.text
    }

    package static func shippedProfile(_ name: String) throws(InputFault) -> BankProfile? {
        guard let text = shippedText(name) else { return nil }
        return try ProfileReader.profile(of: text, file: name + suffix, name: name)
    }

    /// The profile of that name; nil where there is none.
    func profile(_ name: String, payerAccount: String) throws(InputFault) -> BankProfile? {
        if let profile = try Self.shippedProfile(name) { return profile }
        guard let folder, try ownNames().contains(name) else { return nil }
        let file = name + Self.suffix
        return try ProfileReader.profile(
            of: try folder.bytes(of: file), file: file, name: name, payerAccount: payerAccount)
    }

    /// The names of the programme's own profiles, in byte order.
    func ownNames() throws(InputFault) -> [String] {
        guard let folder else { return [] }
        let found: [[UInt8]]
        do throws(ByteFile.Fault) {
            found = try ByteFile.names(inFolder: folder.path)
        } catch {
            throw InputFault(.unreadable(error.text), file: folder.path)
        }
        var names: [String] = []
        for name in found.compactMap({ String(validating: $0, as: UTF8.self) })
        where name.hasSuffix(Self.suffix) && !name.hasPrefix(".") {
            let own = String(name.dropLast(Self.suffix.count))
            if Self.shippedNames.contains(own) || own == PaymentForm.pain001Name {
                throw InputFault(.shippedName, file: name)
            }
            guard Self.isName(own) else { throw InputFault(.noProfileName, file: name) }
            names.append(own)
        }
        return names
    }

    /// Letters of any script, digits, `-`, `_` and `.`; 60 at most, the first a letter or digit.
    static func isName(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter || first.isNumber, text.count <= 60 else {
            return false
        }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
            && text.unicodeScalars.allSatisfy(HoldRule.isPrintable)
    }
}
