import Subsidy
import Testing

/// Aliases of aliases took all the stack, or all the time, of a run.
struct SettingsAliasTests {
    @Test func aFewAliasesStandForWhatWasSaid() throws {
        let programme = try SettingsSample.programme(
            "not-counted: [&r 拒收, *r]\nexports: [{file: \"*a*\"}, {file: \"*b*\"}]\n")
        #expect(programme.notCounted == ["拒收", "拒收"])
    }

    /// `[[…[*a0]…]]`, a hundred thousand deep.
    @Test func deepAliasesAreRefused() {
        var lines = ["x:", " - &a0 1"]
        let (opening, closing) = (
            String(repeating: "[", count: 900), String(repeating: "]", count: 900)
        )
        for index in 1..<120 { lines.append(" - &a\(index) \(opening)*a\(index - 1)\(closing)") }
        let fault = SettingsSample.fault(lines.joined(separator: "\n"))
        #expect(fault?.problem == .syntax("more than 20 aliases"))
        #expect(fault?.line == 29)
    }

    /// A key of two to the power of 40 scalars, to be compared with another.
    @Test(.timeLimit(.minutes(1))) func wideAliasesAreRefused() {
        var lines = ["x:", " - &a0 [1, 1]"]
        for index in 1...40 { lines.append(" - &a\(index) [*a\(index - 1),*a\(index - 1)]") }
        lines += [" - ? *a39", "   : 1", "   ? *a38", "   : 2"]
        #expect(
            SettingsSample.fault(lines.joined(separator: "\n"))?.problem
                == .syntax("more than 20 aliases"))
    }
}
