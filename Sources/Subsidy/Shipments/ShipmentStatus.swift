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
    ///
    /// Mobile numbers may have blanks or hyphens in them.
    package static func shown(_ status: String) -> String {
        status.rewritingRuns(where: isDigit, gaps: isGap) { run in
            let isMobile = MobileNumber.canBe(run.compactMap(\.wholeNumberValue))
            return String(run).rewritingRuns(where: isDigit) { digits in
                isMobile || digits.count >= 7
                    ? String(repeating: "*", count: digits.count) : String(digits)
            }
        }
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    private static func isGap(_ character: Character) -> Bool { " -".contains(character) }

    /// What stands for the statuses that are too many to be told one by one.
    package static let others = "…"

    private static let warnings = ["退", "拒", "取消", "作废", "拦截"]
}
