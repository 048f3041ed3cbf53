import Subsidy
import Testing

@testable import Documents

struct ExplanationTests {
    private func explanation(
        of subject: String = Sample.codes[2], _ language: Language = .en,
        _ change: (inout Sample) throws -> Void = { _ in }
    ) throws -> Explanation {
        var sample = try Sample.plain()
        try change(&sample)
        let settlement = try sample.settlement()
        return Explanation(
            of: settlement, subject: try ExplainedSubject(subject, in: settlement), waybill: nil,
            language: language, version: "0.1.0")
    }

    @Test func subjectIsFoundByCodeNameAndAliasInAnyDress() throws {
        for typed in ["91310000631696382C", " 91310000631696382c ", "广州样例乙网络科技有限公司", "乙店", "乙 店"] {
            let found = try explanation(of: typed) { $0.enterprises[1].aliases = ["乙店"] }
            #expect(found.enterprise?.uscc == "91310000631696382C")
        }
    }

    @Test func strangerIsFoundAsExportsNameIt() throws {
        let found = try explanation(of: "外地 店") { $0.strangers = [.name("外地店")] }
        #expect(found.enterprise?.outcome == .notOnRoster && found.enterprise?.uscc == nil)
    }

    @Test(arguments: [
        ("91310000631696382D", "91310000631696382C"), ("广州样例乙网络科技公司", "广州样例乙网络科技有限公司"),
        ("完全两样", nil),
    ])
    func nearestNameIsOffered(typed: String, nearest: String?) throws {
        do {
            _ = try explanation(of: typed)
            Issue.record("\(typed) was found")
        } catch ExplainedSubject.Fault.unknown(_, let offered) {
            #expect(offered == nearest)
        }
    }

    @Test func identityNumberInPlaceOfACodeIsMasked() throws {
        do {
            _ = try explanation(of: "11010519491231002X")
            Issue.record("a person was found")
        } catch ExplainedSubject.Fault.unknown(let typed, _) {
            #expect(!typed.contains("19491231"))
        }
    }

    @Test func outcomeSaysWhyThereIsNothing() throws {
        typealias Outcome = EnterpriseExplanation.Outcome
        func outcome(_ change: (inout Sample) throws -> Void) throws -> Outcome? {
            let found = try explanation(of: Sample.codes[2], .zh, change)
            return found.enterprise?.outcome
        }
        let row = Finding(
            .contestedEnterprises, source: .export(0), line: 2, enterprise: EnterpriseID(0))
        #expect(try outcome { _ in } == .awarded)
        #expect(try outcome { $0.volumes = [0, 0, 0] } == .stopped)
        #expect(try outcome { $0.volumes[0] = 0 } == .noRows)
        #expect(
            try outcome {
                $0.volumes[0] = 0
                $0.findings = [row]
            } == .nothingCounted)
        #expect(
            try outcome {
                $0.volumes[0] = 0
                $0.enterprises[0].review = .refused
            } == .refused)
        #expect(
            try outcome {
                $0.volumes = [1, 1_000_000_000, 0]
                $0.pool = Fen(100)
            } == .belowOneFen)
    }

    @Test func rowsWithoutAReadableEnterpriseAreNobodys() throws {
        let found = try explanation {
            $0.findings = [
                Finding(.rowQuote, source: .export(0), line: 7),
                Finding(.enterpriseMissing, source: .export(0), line: 8),
                Finding(.fileRepeated, source: .export(0), detail: .sameAs(0)),
            ]
        }
        #expect(found.enterprise?.namelessRows == 2)
        #expect(found.enterprise?.codes.isEmpty == true)
    }

    @Test(arguments: Language.allCases)
    func pageIsEscapedAndHasItsPolicy(language: Language) throws {
        let found = try explanation(of: Sample.codes[2], language) {
            $0.enterprises[0].name = "<script>alert(1)</script>\u{600}<script>"
            $0.title = "a\"b'c<d>&e"
        }
        let page = String(decoding: try found.page(), as: UTF8.self)
        // U+0600 and what follows are one Character.
        let scalars = page.unicodeScalars.map { String($0) }.joined(separator: " ")
        #expect(!scalars.contains("< s c r i p t") && page.contains("&lt;script&gt;"))
        #expect(page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!page.contains("{{") && !page.contains("http://") && !page.contains("https://"))
    }

    @Test func accountIsInNoForm() throws {
        let found = try explanation { $0.enterprises[0].payee.account = "6222020000009999" }
        for text in [
            found.text, String(decoding: try found.json(), as: UTF8.self),
            String(decoding: try found.page(), as: UTF8.self),
        ] {
            #expect(!text.contains("6222020000009999"))
        }
    }
}
