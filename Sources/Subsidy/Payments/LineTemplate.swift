/// A line above or below the payments, with places for what is known once they are.
///
/// `RMB|{date}|1|{sum}|{count}|`
package struct LineTemplate: Hashable, Sendable {
    package enum Place: String, Sendable, CaseIterable {
        /// The payments of the file.
        case count
        /// Their sum, in the profile's unit.
        case sum
        case date
        case payerName = "payer-name"
        case payerAccount = "payer-account"
    }

    private enum Part: Hashable {
        case text(String)
        case place(Place)
    }

    /// As typed.
    package let text: String
    private let parts: [Part]

    /// Nil where a brace does not stand around the name of a place.
    package init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { "{}".contains($0) }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}"),
                let place = Place(rawValue: String(rest[rest.index(after: brace)..<end]))
            else { return nil }
            parts += [.text(String(rest[..<brace])), .place(place)]
            rest = rest[rest.index(after: end)...]
        }
        self.text = text
        self.parts = parts + [.text(String(rest))]
    }

    package func filled(_ value: (Place) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .place(let place): value(place)
            }
        }.joined()
    }

    package func has(_ place: Place) -> Bool { parts.contains(.place(place)) }

    /// What stands between the places.
    package var fixedText: String { filled { _ in "" } }
}
