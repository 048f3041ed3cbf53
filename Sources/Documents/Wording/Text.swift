/// The languages of documents and messages.
package enum Language: String, Sendable, CaseIterable {
    case zh
    case en
}

/// One text in every language: a missing one does not compile.
package struct Text: Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    init(_ zh: String, _ en: String) {
        self.init(zh: zh, en: en)
    }

    package subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
