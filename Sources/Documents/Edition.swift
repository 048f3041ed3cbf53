package import Subsidy

/// What the documents of one settlement are made for: the state, the language and what dates them.
package struct Edition: Sendable {
    /// What became of the run, as `report.json` says it.
    package enum State: String, Sendable, CaseIterable {
        case published
        /// For notice and review: everything but the payments.
        case draft
        /// Nothing may be paid, and why.
        case stopped
        /// Read and validated only, without awards.
        case checked

        /// Whether the documents name awards.
        package var hasAwards: Bool { self == .published || self == .draft }
    }

    /// One file that went into the settlement, by its name under the programme's folder.
    package struct InputDigest: Hashable, Sendable {
        package let name: String
        /// SHA-256 in 64 lower-case hexadecimal digits.
        package let sha256: String

        package init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    package let state: State
    package let language: Language
    /// The program's version.
    package let version: String
    /// By name in byte order.
    package let inputs: [InputDigest]
    /// The day on which the bank is to pay; nil where nothing is published and none is set.
    package let paymentDate: CalendarDate?
    /// Which of the year's batches it is; of no matter where nothing is awarded.
    package let batch: Batch
    /// Those published before it, in their order.
    package let earlier: [Batch]
    /// Signs what is published; nil where the settings name no key.
    package let signingKey: SigningKey?
    /// Whether every enterprise of the roster gets a page that explains its figure.
    package let letters: Bool

    package init(
        state: State, language: Language, version: String, inputs: [InputDigest],
        paymentDate: CalendarDate?, batch: Batch = .first, earlier: [Batch] = [],
        signingKey: SigningKey? = nil, letters: Bool = false
    ) {
        precondition(state != .published || paymentDate != nil, "what is published has a date")
        self.state = state
        self.language = language
        self.version = version
        self.inputs = inputs.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        self.paymentDate = paymentDate
        self.batch = batch
        self.earlier = earlier
        self.letters = letters && state.hasAwards
        self.signingKey = state == .published ? signingKey : nil
    }
}
