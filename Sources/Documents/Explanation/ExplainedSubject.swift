package import Subsidy

/// The enterprise that is asked about: one of the roster, or one that only exports name.
package struct ExplainedSubject: Sendable {
    let id: EnterpriseID

    package enum Fault: Error {
        /// A code that is valid, on no line of the roster and in no export.
        case absent(String)
        /// Neither a code nor a name or alias of the roster or an export; with what comes nearest.
        case unknown(String, nearest: String?)
    }

    init(_ id: EnterpriseID) { self.id = id }

    /// `text` is a code, or a name or alias as the roster or an export has it.
    ///
    /// - Throws: `Fault` where nobody is called so.
    package init(_ text: String, in settlement: Settlement) throws(Fault) {
        let roster = settlement.roster
        let code = Self.code(text)
        if let code, let id = roster.enterprise(code: code) {
            self.id = id
            return
        }
        let name = CanonicalText.name(text)
        if let id = roster.enterprise(canonicalName: name) {
            self.id = id
            return
        }
        let stranger = settlement.reading.strangers.firstIndex { stranger in
            switch stranger {
            case .code(let uscc): uscc == code
            case .name(let other): CanonicalText.name(other) == name
            }
        }
        if let stranger {
            id = EnterpriseID(roster.enterprises.count + stranger)
            return
        }
        if let code { throw .absent(code.text) }
        throw .unknown(
            Excerpt.visible(Excerpt.withoutPersonalNumbers(text)),
            nearest: Self.nearest(to: name, in: roster))
    }

    private static func code(_ text: String) -> USCC? {
        try? USCC(CanonicalText.cell(text).uppercased())
    }

    /// The code or name that differs in the fewest characters; nil where too many do.
    private static func nearest(to text: String, in roster: Roster) -> String? {
        let typed = Array(text.uppercased().prefix(100))
        let names = roster.enterprises.flatMap { [$0.uscc.text, $0.name] + $0.aliases }
        let ranked = names.map { name in
            (name: name, edits: edits(typed, Array(name.uppercased().prefix(100))))
        }
        guard let best = ranked.min(by: { $0.edits < $1.edits }) else { return nil }
        return best.edits <= max(2, typed.count / 3) ? Excerpt.visible(best.name) : nil
    }

    /// Levenshtein's distance.
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
}

/// The waybill that is asked about.
package struct ExplainedWaybill: Sendable {
    /// Canonical.
    package let number: [UInt8]

    /// Nil where `text` is no waybill number, or one that Excel has damaged.
    package init?(_ text: String) {
        switch Waybill.reading(Array(text.utf8).span) {
        case .missing, .damaged: return nil
        case .packed(let key, _): number = key.characters
        case .long(let bytes, _): number = bytes
        }
    }

    var text: String { String(decoding: number, as: UTF8.self) }

    /// The key of its rows in a reading; nil where no row has it.
    func key(in reading: Reading) -> WaybillKey? {
        WaybillKey(packing: number.span)
            ?? reading.longWaybills.firstIndex(of: number).map { WaybillKey(longNumber: $0) }
    }
}
