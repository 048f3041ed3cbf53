import DelimitedText
import Subsidy

/// Says what a finding means and what to do, as UTF-8, for many findings one after another.
///
/// `发货日期无法识别（“46027”；看上去是 Excel 的日期序号）。请改为 …。`: the problem, the facts of this
/// finding in brackets, the remedy. What repeats is made once.
struct FindingSentence {
    private let language: Language
    private let phrases: [FindingCode: Phrase]
    private let phrasesOfVolumes: [FindingCode: Phrase]
    private let isOfVolumes: [Bool]
    private let decisions: [Piece]
    private let fileNames: [Piece]
    private let enterpriseNames: [Piece]
    private let marks: FactMarks
    /// Of a number in a wrong column, which may be an account.
    let accounts: AccountMask

    init(of settlement: Settlement, language: Language) {
        self.language = language
        marks = FactMarks(language)
        let accounts = AccountMask(of: settlement)
        self.accounts = accounts
        let period = settlement.programme.period
        phrases = Self.phrases(of: .waybills, period, language)
        phrasesOfVolumes = Self.phrases(of: .volumes, period, language)
        isOfVolumes = settlement.reading.files.map { $0.kind == .volumes }
        decisions = settlement.reading.decisions.map { outcome in
            let decision = outcome.adjudication
            return Piece(
                "\(Adjudication.fileName):\(decision.line) \(decision.date) "
                    + Excerpt.visible(accounts.masked(decision.reference)))
        }
        fileNames = settlement.reading.files.map { Piece(Excerpt.visible($0.name)) }
        enterpriseNames =
            settlement.roster.enterprises.map { Piece(Excerpt.visible($0.name)) }
            + settlement.reading.strangers.map { stranger in
                switch stranger {
                case .code(let uscc): Piece(uscc.text)
                case .name(let name):
                    Piece(Excerpt.visible(accounts.masked(Excerpt.withoutPersonalNumbers(name))))
                }
            }
    }

    private static func phrases(
        of kind: ExportKind, _ period: Period, _ language: Language
    ) -> [FindingCode: Phrase] {
        var phrases: [FindingCode: Phrase] = [:]
        for code in FindingCode.allCases {
            phrases[code] = Phrase(
                FindingWording(of: code, in: kind), period: period, language)
        }
        return phrases
    }

    /// Appends problem, facts and remedy.
    func append(_ finding: Finding, to buffer: inout SentenceBuffer) {
        let phrase = phrase(of: finding)
        buffer.startSentence()
        buffer.append(phrase.problem)
        append(factsOf: finding, marks, to: &buffer)
        buffer.endFacts(marks)
        buffer.append(phrase.remedy)
    }

    /// Appends the sentence as a cell of a CSV file.
    ///
    /// Nearly none has to be quoted, so it is written in place and looked at afterwards.
    func appendCell(_ finding: Finding, to buffer: inout SentenceBuffer) {
        let start = buffer.bytes.count
        append(finding, to: &buffer)
        guard LibCSV.needsQuotes(buffer.bytes.span.extracting(start...)) else { return }
        let text = Array(buffer.bytes[start...])
        buffer.bytes.removeLast(text.count)
        LibCSV.write(text.span, to: &buffer.bytes)
    }

    /// The facts of one finding alone; empty where its code says everything.
    func facts(of finding: Finding) -> String {
        var buffer = SentenceBuffer()
        append(factsOf: finding, .bare(language), to: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    private func phrase(of finding: Finding) -> Phrase {
        var phrase = phrases[finding.code]
        if case .export(let file) = finding.source, isOfVolumes[Int(file)] {
            phrase = phrasesOfVolumes[finding.code]
        }
        guard let phrase else { preconditionFailure("every code has its phrase") }
        return phrase
    }

    private func append(
        factsOf finding: Finding, _ marks: FactMarks, to buffer: inout SentenceBuffer
    ) {
        if let enterprise = finding.enterprise, FindingWording.namesEnterprise(finding.code) {
            buffer.beginFact(marks)
            append(enterprise, to: &buffer)
        }
        if finding.detail != .none, finding.detail != .cell("") {
            buffer.beginFact(marks)
            append(finding.detail, marks, to: &buffer)
        }
        appendHint(on: finding, marks, to: &buffer)
    }

    /// What follows from a detail and its code together.
    private func appendHint(
        on finding: Finding, _ marks: FactMarks, to buffer: inout SentenceBuffer
    ) {
        switch (finding.code, finding.detail) {
        case (.dateUnreadable, .cell(let cell)):
            guard let hint = DateHint(of: cell) else { return }
            buffer.beginFact(marks)
            buffer.append(hint.text[language])
        case (.dateOutsidePeriod, _):
            buffer.beginFact(marks)
            buffer.append(phrase(of: finding).period)
        case (.statusUnlisted, .status(_, let rows)):
            buffer.beginFact(marks)
            Digits.append(rows, to: &buffer.bytes)
            write(" 行", rows == 1 ? " row" : " rows", to: &buffer)
        default: break
        }
    }
}

// One detail.
extension FindingSentence {
    private func append(
        _ detail: FindingDetail, _ marks: FactMarks, to buffer: inout SentenceBuffer
    ) {
        switch detail {
        case .none: break
        case .cell(let cell):
            buffer.quote(accounts.masked(Excerpt.withoutPersonalNumbers(cell)))
        case .bytes(let faulty):
            write("字节", "bytes", to: &buffer)
            append(hexadecimal: faulty, to: &buffer)
        case .cellCount(let found, let expected):
            append(cells: found, expected: expected, to: &buffer)
        case .countedAt(let place, let difference):
            write("计入的是 ", "counted at ", to: &buffer)
            append(place, to: &buffer)
            append(difference, marks, to: &buffer)
        case .claimedBy(let enterprise, let place):
            append(enterprise, to: &buffer)
            write("，见 ", " at ", to: &buffer)
            append(place, to: &buffer)
        case .reportedAt(let place):
            write("见 ", "at ", to: &buffer)
            append(place, to: &buffer)
        case .besides(let place):
            write("见 ", "at ", to: &buffer)
            append(place, to: &buffer)
        case .decided(let decision): buffer.append(decisions[decision.index])
        case .date(let date, let place):
            buffer.append(date.description)
            if let place {
                write("，见 ", " at ", to: &buffer)
                append(place, to: &buffer)
            }
        case .codeFault(let fault, let excerpt):
            buffer.quote(accounts.masked(Excerpt.withoutPersonalNumbers(excerpt)))
            buffer.beginFact(marks)
            buffer.append(CodeFaultWording.text(of: fault)[language])
        case .status(let status, rows: _): buffer.quote(accounts.masked(status))
        case .month(let month): buffer.append(month.description)
        case .control(let control): buffer.append(ControlWording.text(of: control)[language])
        case .sameAs(let file): append(file: file, to: &buffer)
        case .otherSupport(let level, let amountFen, let quotaFen):
            buffer.append(
                SupportWording.fact(level, amountFen: amountFen, quotaFen: quotaFen)[language])
        }
    }

    private func append(
        _ difference: DuplicateDifference, _ marks: FactMarks, to buffer: inout SentenceBuffer
    ) {
        if difference.contains(.volume) {
            buffer.beginFact(marks)
            write("出货量不同", "the volume differs", to: &buffer)
        }
        if difference.contains(.carrier) {
            buffer.beginFact(marks)
            write("承运商不同", "the carrier differs", to: &buffer)
        }
        if difference.contains(.date) {
            buffer.beginFact(marks)
            write("发货日期相差超过 3 天", "the dates are more than 3 days apart", to: &buffer)
        }
    }

    private func append(cells found: Int, expected: Int, to buffer: inout SentenceBuffer) {
        write("有 ", "it has ", to: &buffer)
        Digits.append(found, to: &buffer.bytes)
        write(" 列，应有 ", " cells instead of ", to: &buffer)
        Digits.append(expected, to: &buffer.bytes)
        write(" 列", "", to: &buffer)
    }

    private func append(_ place: Place, to buffer: inout SentenceBuffer) {
        append(file: place.file, to: &buffer)
        buffer.append(":")
        Digits.append(place.line, to: &buffer.bytes)
    }

    private func append(file: UInt16, to buffer: inout SentenceBuffer) {
        precondition(fileNames.indices.contains(Int(file)), "a finding names a file that was read")
        buffer.append(fileNames[Int(file)])
    }

    private func append(_ enterprise: EnterpriseID, to buffer: inout SentenceBuffer) {
        if enterpriseNames.indices.contains(enterprise.index) {
            buffer.append(enterpriseNames[enterprise.index])
        } else {
            write("无法识别的企业", "an enterprise that cannot be read", to: &buffer)
        }
    }

    private func append(hexadecimal faulty: [UInt8], to buffer: inout SentenceBuffer) {
        for byte in faulty.prefix(16) {
            buffer.append(" ")
            Hexadecimal.append(byte, to: &buffer.bytes)
        }
        if faulty.count > 16 { buffer.append(" …") }
    }

    private func write(_ zh: String, _ en: String, to buffer: inout SentenceBuffer) {
        switch language {
        case .zh: buffer.append(zh)
        case .en: buffer.append(en)
        }
    }
}

/// The sentences of one code, ready to be copied.
private struct Phrase {
    let problem: Piece
    let remedy: Piece
    let period: Piece

    init(_ wording: FindingWording, period: Period, _ language: Language) {
        problem = Piece(Self.opened(wording.problem[language], language))
        let stop = Text("。", ".")[language]
        let gap = Text("", " ")[language]
        remedy = Piece(stop + gap + Self.opened(wording.remedy[language], language) + stop)
        self.period = Piece(
            Text("补贴期为 \(period.from) 至 \(period.to)", "it is \(period.from) to \(period.to)")[
                language])
    }

    /// With a capital at its beginning where the language has them.
    private static func opened(_ sentence: String, _ language: Language) -> String {
        switch language {
        case .zh: sentence
        case .en: sentence.prefix(1).uppercased() + sentence.dropFirst()
        }
    }
}
