/// The rule for statuses: which of them take a shipment out of the count.
package struct StatusRule: Sendable {
    private let notCounted: Set<String>

    package init(notCounted: [String]) {
        self.notCounted = Set(notCounted.map(CanonicalText.value))
    }

    /// Whether a shipment of this canonical status counts; an empty one does.
    package func counts(_ status: String) -> Bool { !notCounted.contains(status) }

    /// A status that counts, but reads as if it should not: the alliance is to look at it.
    package func isUnlisted(_ status: String) -> Bool {
        counts(status) && Self.warnings.contains { status.contains($0) }
    }

    /// `status` with the digits of telephone and other long numbers as `*`: some systems write who
    /// signed for a parcel into its status.
    package static func shown(_ status: String) -> String {
        var shown = ""
        var run = ""
        for character in status + "\n" {
            if character.isASCII, character.isNumber {
                run.append(character)
                continue
            }
            shown += run.utf8.count >= 7 ? String(repeating: "*", count: run.utf8.count) : run
            run = ""
            shown.append(character)
        }
        return String(shown.dropLast())
    }

    private static let warnings = ["退", "拒", "取消", "作废", "拦截"]
}
