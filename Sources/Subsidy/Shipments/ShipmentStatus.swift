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
        var shown = ""
        var run: [Character] = []
        for character in status + "\n" {
            if (character.isASCII && character.isNumber) || (!run.isEmpty && isGap(character)) {
                run.append(character)
                continue
            }
            shown += Self.shown(run: run)
            run = []
            shown.append(character)
        }
        return String(shown.dropLast())
    }

    /// Digits, and what stands between them.
    private static func shown(run: [Character]) -> String {
        guard run.count >= 7 else { return String(run) }
        if MobileNumber.canBe(run.compactMap(\.wholeNumberValue)) {
            return String(run.map { isGap($0) ? $0 : "*" })
        }
        let groups = run.split(omittingEmptySubsequences: false, whereSeparator: isGap)
        let gaps = run.filter(isGap) + [" "]
        let shown = zip(groups, gaps).map { group, gap in
            String(group.count >= 7 ? group.map { _ in "*" } : Array(group)) + String(gap)
        }
        return String(shown.joined().dropLast())
    }

    private static func isGap(_ character: Character) -> Bool { " -".contains(character) }

    private static let warnings = ["退", "拒", "取消", "作废", "拦截"]
}
