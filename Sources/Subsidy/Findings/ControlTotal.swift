/// What a footer states a total of.
package enum ControlSubject: String, Sendable, CaseIterable {
    case rows
    case pieces
    case weight
    /// 出货量 in pieces or waybills.
    case volume
    /// 出货量 in kilograms.
    case volumeWeight
}

/// A total that a file states of itself in a footer, and what was read of it.
package struct ControlTotal: Hashable, Sendable {
    package let line: UInt32
    package let subject: ControlSubject
    /// Rows, pieces, waybills or grams.
    package let stated: UInt128
    package let read: UInt128

    package init(line: UInt32, subject: ControlSubject, stated: UInt128, read: UInt128) {
        self.line = line
        self.subject = subject
        self.stated = stated
        self.read = read
    }

    package var agrees: Bool { stated == read }
}
