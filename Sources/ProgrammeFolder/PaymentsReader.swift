import Subsidy

/// Makes the list of payment files: the message pain.001, and profiles by their names.
struct PaymentsReader {
    let document: SettingsDocument
    let shelf: ProfileShelf
    let payer: Payer

    /// What is written where the settings say nothing.
    static let standard = [PaymentForm.pain001Name, "neutral", "neutral-workbook"]

    func forms(_ typed: [String]?) throws(InputFault) -> [PaymentForm] {
        let own = try shelf.ownNames()
        var forms: [PaymentForm] = []
        for (index, name) in (typed ?? Self.standard).enumerated() {
            let path = ["payments", String(index)]
            if forms.contains(where: { $0.name == name }) {
                throw document.fault(.repeatedKey, at: path, excerpt: name)
            }
            let form = try form(name, own: own, at: path)
            if let file = form.profile?.file, forms.contains(where: { $0.profile?.file == file }) {
                throw document.fault(.repeatedFile(file), at: path, excerpt: name)
            }
            forms.append(form)
        }
        if forms.isEmpty { throw document.fault(.missingValue, at: ["payments"]) }
        return forms
    }

    private func form(
        _ name: String, own: [String], at path: [String]
    ) throws(InputFault) -> PaymentForm {
        if name == PaymentForm.pain001Name { return .pain001 }
        if let profile = try shelf.profile(name, payerAccount: payer.account) {
            return .profile(profile)
        }
        let known = [PaymentForm.pain001Name] + ProfileShelf.shippedNames + own
        throw document.fault(
            .unknownProfile(nearest: Nearest.name(to: name, among: known), known: known), at: path,
            excerpt: name)
    }
}

/// The settings' own texts against the files that have to carry them.
struct ProfileFit {
    let document: SettingsDocument
    let programme: Programme

    func refuseMisfits() throws(InputFault) {
        for profile in programme.profiles {
            for column in profile.columns {
                guard case .source(let source) = column.content, let setting = setting(source)
                else { continue }
                try refuse(setting.text, of: setting.path, in: profile, width: column.width)
            }
            let templates = profile.before + profile.after
            if templates.contains(where: { $0.has(.payerName) }) {
                try refuse(programme.payer.name, of: ["payer", "name"], in: profile, width: nil)
            }
        }
    }

    /// What the settings alone decide, and the key that it stands under.
    private func setting(_ source: ProfileSource) -> (text: String, path: [String])? {
        switch source {
        case .purpose: (programme.purpose, ["programme"])
        case .payerName: (programme.payer.name, ["payer", "name"])
        case .payerBank: (programme.payer.bank, ["payer", "bank"])
        case .payerAccount: (programme.payer.account, ["payer", "account"])
        default: nil
        }
    }

    private func refuse(
        _ text: String, of path: [String], in profile: BankProfile, width: Int?
    ) throws(InputFault) {
        if let stray = profile.stray(in: text) {
            throw document.fault(.notCarried(stray.value, file: profile.file), at: path)
        }
        if let width, text.unicodeScalars.count > width {
            throw document.fault(.tooLongForFile(limit: width, file: profile.file), at: path)
        }
    }
}
