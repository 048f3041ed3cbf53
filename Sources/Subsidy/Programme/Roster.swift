/// The year's member companies, in order of their codes, found by code or by name.
package struct Roster: Sendable {
    package let enterprises: [Enterprise]
    private let byCode: [String: EnterpriseID]
    private let byName: [String: EnterpriseID]

    package enum Fault: Error, Equatable {
        case repeatedCode(USCC, line: Int, firstLine: Int)
        /// A name or alias that two enterprises have.
        case repeatedName(String, isAlias: Bool, line: Int, firstLine: Int)
    }

    package init(_ enterprises: [Enterprise]) throws(Fault) {
        self.enterprises = enterprises.sorted { $0.uscc < $1.uscc }
        var byCode: [String: EnterpriseID] = [:]
        var byName: [String: EnterpriseID] = [:]
        // In the order of lines, so that the later line is the one that repeats.
        for (index, enterprise) in self.enterprises.enumerated().sorted(by: {
            $0.1.line < $1.1.line
        }) {
            let id = EnterpriseID(index)
            if let first = byCode.updateValue(id, forKey: enterprise.uscc.text) {
                throw .repeatedCode(
                    enterprise.uscc, line: enterprise.line,
                    firstLine: self.enterprises[first.index].line)
            }
            for (index, name) in ([enterprise.name] + enterprise.aliases).enumerated() {
                let key = CanonicalText.name(name)
                if let first = byName.updateValue(id, forKey: key), first != id {
                    throw .repeatedName(
                        name, isAlias: index > 0, line: enterprise.line,
                        firstLine: self.enterprises[first.index].line)
                }
            }
        }
        self.byCode = byCode
        self.byName = byName
    }

    package subscript(id: EnterpriseID) -> Enterprise? {
        enterprises.indices.contains(id.index) ? enterprises[id.index] : nil
    }

    package func enterprise(code: USCC) -> EnterpriseID? { byCode[code.text] }

    /// `name` is an enterprise's name or alias in `CanonicalText.name` form.
    package func enterprise(canonicalName name: String) -> EnterpriseID? { byName[name] }
}

/// An enterprise of one run: those of the roster first, in its order, then the others met.
package struct EnterpriseID: Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt32

    /// An enterprise that a row does not name readably.
    package static let unreadable = EnterpriseID(rawValue: .max)

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package init(_ index: Int) { rawValue = UInt32(index) }

    package var index: Int { Int(rawValue) }
}

/// Who an enterprise that is not on the roster says it is.
package enum Stranger: Hashable, Sendable {
    case code(USCC)
    /// A name in the form that exports have it, trimmed.
    case name(String)
}
