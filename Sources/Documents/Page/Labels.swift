import Mustache

/// The fixed texts of one section of the page, by the names that its template has for them.
protocol PageLabel: RawRepresentable<String>, CaseIterable, Sendable {
    var text: Text { get }
}

/// Labels in one language, as a template looks them up: `{{awardLabel.volume}}`.
struct Labels<Label: PageLabel>: MustacheParent {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func child(named name: String) -> Any? {
        guard let label = Label(rawValue: name) else {
            preconditionFailure("the template has a label without a text: \(name)")
        }
        return label.text[language]
    }
}

/// Named values of one part of the page; a name that is not there is looked for further out.
struct PagePart: MustacheParent {
    private let values: [String: any Sendable]

    init(_ values: [String: any Sendable]) { self.values = values }

    func child(named name: String) -> Any? { values[name] }
}

/// The outermost part of the page: a name that is not here either is a fault of the template.
struct PageRoot: MustacheParent {
    private let values: [String: any Sendable]

    init(_ values: [String: any Sendable]) { self.values = values }

    func child(named name: String) -> Any? {
        guard let value = values[name] else {
            preconditionFailure("the template has a name without a value: \(name)")
        }
        return value
    }
}
