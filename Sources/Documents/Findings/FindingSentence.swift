import Subsidy

/// Says what a finding means and what to do, as UTF-8, for many findings one after another.
///
/// `发货日期无法识别（“46027”；看上去是 Excel 的日期序号）。请改为 …。`: the problem, the facts of this
/// finding in brackets, the remedy. What repeats is made once.
struct FindingSentence {
    private let language: Language
    private let phrases: [FindingCode: Phrase]
    private let fileNames: [[UInt8]]
    private let enterpriseNames: [[UInt8]]
    private let unit: VolumeUnit
    private let marks: Marks

    init(of settlement: Settlement, language: Language) {
        self.language = language
        marks = Marks(language)
        unit = settlement.programme.unit
        var phrases: [FindingCode: Phrase] = [:]
        for code in FindingCode.allCases {
            phrases[code] = Phrase(code, period: settlement.programme.period, language)
        }
        self.phrases = phrases
        fileNames = settlement.reading.files.map { Array(Excerpt.visible($0.name).utf8) }
        enterpriseNames =
            settlement.roster.enterprises.map { Array(Excerpt.visible($0.name).utf8) }
            + settlement.reading.strangers.map { stranger in
                switch stranger {
                case .code(let uscc): Array(uscc.text.utf8)
                case .name(let name):
                    Array(Excerpt.visible(Excerpt.withoutIdentityNumber(name)).utf8)
                }
            }
    }

    /// The facts of one finding alone; empty where its code says everything.
    func facts(of finding: Finding) -> String {
        guard let phrase = phrases[finding.code] else {
            preconditionFailure("every code has its phrase")
        }
        var bytes: [UInt8] = []
        var facts = Facts(marks: marks.bare)
        append(finding, phrase, facts: &facts, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func append(_ finding: Finding, to bytes: inout [UInt8]) {
        guard let phrase = phrases[finding.code] else {
            preconditionFailure("every code has its phrase")
        }
        var facts = Facts(marks: marks)
        bytes.append(contentsOf: phrase.problem)
        append(finding, phrase, facts: &facts, to: &bytes)
        facts.end(&bytes)
        bytes.append(contentsOf: phrase.remedy)
    }

    private func append(
        _ finding: Finding, _ phrase: Phrase, facts: inout Facts, to bytes: inout [UInt8]
    ) {
        if let enterprise = finding.enterprise, FindingWording.namesEnterprise(finding.code) {
            facts.begin(&bytes)
            append(enterprise, to: &bytes)
        }
        append(finding.detail, of: finding.code, facts: &facts, to: &bytes)
        if finding.code == .dateOutsidePeriod {
            facts.begin(&bytes)
            bytes.append(contentsOf: phrase.period)
        }
    }

    private func append(
        _ detail: FindingDetail, of code: FindingCode, facts: inout Facts, to bytes: inout [UInt8]
    ) {
        if case .none = detail { return }
        facts.begin(&bytes)
        switch detail {
        case .none: break
        case .cell(let cell):
            quote(cell, to: &bytes)
            if code == .dateUnreadable, let hint = DateHint(of: cell) {
                facts.begin(&bytes)
                bytes.append(contentsOf: hint.text[language].utf8)
            }
        case .bytes(let faulty):
            write("字节", "bytes", to: &bytes)
            append(hexadecimal: faulty, to: &bytes)
        case .cellCount(let found, let expected):
            write("有 ", "it has ", to: &bytes)
            Digits.append(found, to: &bytes)
            write(" 列，应有 ", " cells instead of ", to: &bytes)
            Digits.append(expected, to: &bytes)
            write(" 列", "", to: &bytes)
        case .countedAt(let place, let difference):
            write("计入的是 ", "counted at ", to: &bytes)
            append(place, to: &bytes)
            append(difference, facts: &facts, to: &bytes)
        case .claimedBy(let enterprise, let place):
            append(enterprise, to: &bytes)
            write("，见 ", " at ", to: &bytes)
            append(place, to: &bytes)
        case .reportedAt(let place):
            write("见 ", "at ", to: &bytes)
            append(place, to: &bytes)
        case .date(let date): bytes.append(contentsOf: date.description.utf8)
        case .codeFault(let fault, let excerpt): append(fault, excerpt, facts: &facts, to: &bytes)
        case .status(let status, let rows):
            quote(status, to: &bytes)
            if code == .statusUnlisted {
                facts.begin(&bytes)
                Digits.append(rows, to: &bytes)
                write(" 行", rows == 1 ? " row" : " rows", to: &bytes)
            }
        case .month(let month): bytes.append(contentsOf: month.description.utf8)
        case .control(let control):
            bytes.append(contentsOf: ControlWording.text(of: control)[language].utf8)
        case .sameAs(let file): append(file: file, to: &bytes)
        }
    }

    private func append(
        _ difference: DuplicateDifference, facts: inout Facts, to bytes: inout [UInt8]
    ) {
        if difference.contains(.volume) {
            facts.begin(&bytes)
            write("出货量不同", "the volume differs", to: &bytes)
        }
        if difference.contains(.carrier) {
            facts.begin(&bytes)
            write("承运商不同", "the carrier differs", to: &bytes)
        }
        if difference.contains(.date) {
            facts.begin(&bytes)
            write("发货日期相差超过 3 天", "the dates are more than 3 days apart", to: &bytes)
        }
    }

    private func append(
        _ fault: USCC.Fault, _ excerpt: String, facts: inout Facts, to bytes: inout [UInt8]
    ) {
        quote(Excerpt.withoutIdentityNumber(excerpt), to: &bytes)
        facts.begin(&bytes)
        bytes.append(contentsOf: CodeFaultWording.text(of: fault)[language].utf8)
    }

    private func append(_ place: Place, to bytes: inout [UInt8]) {
        append(file: place.file, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Digits.append(place.line, to: &bytes)
    }

    private func append(file: UInt16, to bytes: inout [UInt8]) {
        precondition(fileNames.indices.contains(Int(file)), "a finding names a file that was read")
        bytes.append(contentsOf: fileNames[Int(file)])
    }

    private func append(_ enterprise: EnterpriseID, to bytes: inout [UInt8]) {
        if enterpriseNames.indices.contains(enterprise.index) {
            bytes.append(contentsOf: enterpriseNames[enterprise.index])
        } else {
            write("无法识别的企业", "an enterprise that cannot be read", to: &bytes)
        }
    }

    private func append(hexadecimal faulty: [UInt8], to bytes: inout [UInt8]) {
        for byte in faulty.prefix(16) {
            bytes.append(UInt8(ascii: " "))
            Hexadecimal.append(byte, to: &bytes)
        }
        if faulty.count > 16 { bytes.append(contentsOf: " …".utf8) }
    }

    private func quote(_ cell: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "“".utf8)
        Excerpt.append(cell, to: &bytes)
        bytes.append(contentsOf: "”".utf8)
    }

    private func write(_ zh: String, _ en: String, to bytes: inout [UInt8]) {
        switch language {
        case .zh: bytes.append(contentsOf: zh.utf8)
        case .en: bytes.append(contentsOf: en.utf8)
        }
    }
}

/// The sentences of one code, ready to be copied.
private struct Phrase {
    let problem: [UInt8]
    let remedy: [UInt8]
    let period: [UInt8]

    init(_ code: FindingCode, period: Period, _ language: Language) {
        let wording = FindingWording(of: code)
        problem = Array(wording.problem[language].sentenceStart(language).utf8)
        let stop = Text("。", ".")[language]
        let gap = Text("", " ")[language]
        remedy = Array(
            (stop + gap + wording.remedy[language].sentenceStart(language) + stop).utf8)
        self.period = Array(
            Text("补贴期为 \(period.from) 至 \(period.to)", "it is \(period.from) to \(period.to)")[
                language
            ].utf8)
    }
}

extension String {
    /// Begins with a capital where the language has them.
    fileprivate func sentenceStart(_ language: Language) -> String {
        switch language {
        case .zh: self
        case .en: prefix(1).uppercased() + dropFirst()
        }
    }
}

/// The brackets around facts, in one language.
private struct Marks {
    let open: [UInt8]
    let between: [UInt8]
    let close: [UInt8]

    init(_ language: Language) {
        open = Array(Text("（", " (")[language].utf8)
        between = Array(Text("；", "; ")[language].utf8)
        close = Array(Text("）", ")")[language].utf8)
    }

    private init(between: [UInt8]) {
        open = []
        self.between = between
        close = []
    }

    /// For facts that stand by themselves.
    var bare: Marks { Marks(between: between) }
}

/// Keeps track of whether a bracket is open.
private struct Facts {
    let marks: Marks
    private var isOpen = false

    init(marks: Marks) { self.marks = marks }

    mutating func begin(_ bytes: inout [UInt8]) {
        bytes.append(contentsOf: isOpen ? marks.between : marks.open)
        isOpen = true
    }

    func end(_ bytes: inout [UInt8]) {
        if isOpen { bytes.append(contentsOf: marks.close) }
    }
}
