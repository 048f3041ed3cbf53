/// notice.html against report.json: every line and total, the period, and who takes objections.
struct NoticeProof {
    private let report: ReportFile
    private let settings: NoticeSettings
    private let figures: NoticeFigures
    private let page: NoticePage

    static func failures(in folder: FolderContents, against report: ReportFile) -> [Failure] {
        guard report.state.hasAwards, let settings = report.settings.notice else { return [] }
        guard let figures = report.notice else {
            return [Failure(.noticeText, file: Document.report.rawValue, place: "notice")]
        }
        guard let bytes = folder[.notice] else { return [] }
        guard let page = NoticePage.read(bytes) else {
            return [Failure(.noticePage, file: Document.notice.rawValue)]
        }
        var proof = Proof(.notice)
        let notice = NoticeProof(
            report: report, settings: settings, figures: figures, page: page)
        notice.provePeriod(&proof)
        notice.proveTexts(&proof)
        notice.proveLines(&proof)
        notice.proveTotals(&proof)
        return proof.failures
    }

    private func provePeriod(_ proof: inout Proof) {
        let first = NoticeDay(settings.publish)
        let last = NoticeDay.last(of: settings)
        proof.equal(figures.firstDay, first?.text, .noticePeriod, place: "notice.firstDay")
        proof.equal(figures.lastDay, last?.text, .noticePeriod, place: "notice.lastDay")
        for (id, day) in [("first-day", first), ("last-day", last)] {
            let shown = page.texts[id]
            proof.require(
                shown != nil && (shown == day?.text || shown == day?.chinese), .noticePeriod,
                place: id, expected: day?.text, found: shown)
        }
    }

    private func proveTexts(_ proof: inout Proof) {
        for (id, text) in [
            ("office", settings.office), ("telephone", settings.telephone),
            ("address", settings.address),
        ] { prove(page.texts[id] ?? "", shows: text, place: id, &proof) }
    }

    /// A name as it stands, up to the first character that is shown by a sign of its own.
    private func prove(_ shown: String, shows text: String, place: String, _ proof: inout Proof) {
        let scalars = text.unicodeScalars
        let plain = String(String.UnicodeScalarView(scalars.prefix(200).prefix(while: Self.isSeen)))
        let isWhole = plain.unicodeScalars.count == scalars.count
        let holds =
            isWhole ? shown.utf8.elementsEqual(plain.utf8) : shown.utf8.starts(with: plain.utf8)
        proof.require(
            holds && !shown.isEmpty, .noticeText, place: place, expected: text, found: shown)
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: false
        default: !(0xE0000...0xE0FFF).contains(scalar.value)
        }
    }

    private func proveLines(_ proof: inout Proof) {
        let due = AwardsFile.due(of: report)
        proof.equal(UInt128(page.rows.count), UInt128(due.count), .noticeText, place: "tbody")
        proof.equal(
            UInt128(figures.lines.count), UInt128(due.count), .noticeText, place: "notice.lines")
        for (index, award) in due.enumerated() {
            guard page.rows.indices.contains(index), figures.lines.indices.contains(index) else {
                return
            }
            let (cells, line) = (page.rows[index], figures.lines[index])
            guard cells.count == 9, line.uscc == award.uscc else {
                proof.fail(.noticeText, place: award.uscc)
                continue
            }
            prove(cells[1], shows: award.name, place: award.uscc, &proof)
            let texts = [
                String(index + 1), cells[1], award.uscc, Self.grouped(line.declared),
                Self.grouped(line.deducted), Self.grouped(award.volume), share(of: award.volume),
                award.amount.map(Self.grouped),
            ]
            for (cell, text) in zip(cells, texts) {
                proof.equal(cell, text, .noticeText, place: award.uscc)
            }
            proof.require(
                cells[8].isEmpty == (line.remark == nil) && line.remark == remark(of: award),
                .noticeText, place: award.uscc, found: cells[8])
            proveSum(line.declared, line.deducted, award.volume, place: award.uscc, &proof)
        }
    }

    private func remark(of award: ReportFile.Award) -> NoticeFigures.Line.Remark? {
        let support = (report.otherSupport ?? []).filter { $0.uscc == award.uscc }
        let isOpen = support.contains { entry in
            entry.decision == .stays && Figures.fen(entry.amount) ?? 0 > 0
                && entry.waivers.contains(nil)
        }
        if isOpen { return .unwaived }
        return support.contains { $0.waivers.contains { $0 != nil } } ? .waived : nil
    }

    /// Two lines: the sums, and the amount in words.
    private func proveTotals(_ proof: inout Proof) {
        let due = AwardsFile.due(of: report)
        let fen = due.reduce(UInt128(0)) { $0 + ($1.amount.flatMap(Figures.fen) ?? 0) }
        let counted = sum(due.map(\.volume))
        let declared = sum(figures.lines.map(\.declared))
        let deducted = sum(figures.lines.map(\.deducted))
        let unit = report.settings.volume
        proof.equal(
            figures.declared, Figures.volumeText(declared, in: unit), .noticeVolume,
            place: "notice.declared")
        proof.equal(
            figures.deducted, Figures.volumeText(deducted, in: unit), .noticeVolume,
            place: "notice.deducted")
        proof.equal(declared, deducted + counted, .noticeVolume, place: "tfoot")
        guard page.totals.map(\.count) == [7, 2] else {
            proof.fail(.noticeText, place: "tfoot")
            return
        }
        let texts = [
            page.totals[0][0], Self.grouped(figures.declared), Self.grouped(figures.deducted),
            Self.grouped(Figures.volumeText(counted, in: unit)),
            share(of: Figures.volumeText(counted, in: unit)), Self.grouped(Figures.yuan(fen: fen)),
            "",
        ]
        for (cell, text) in zip(page.totals[0], texts) {
            proof.equal(cell, text, .noticeText, place: "tfoot")
        }
        proof.require(
            AmountInWords.fen(of: page.totals[1][1]) == fen, .noticeText, place: "tfoot",
            expected: Figures.yuan(fen: fen), found: page.totals[1][1])
    }

    private func proveSum(
        _ declared: String, _ deducted: String, _ counted: String, place: String,
        _ proof: inout Proof
    ) {
        let unit = report.settings.volume
        guard let whole = Figures.volume(declared, in: unit),
            let part = Figures.volume(deducted, in: unit),
            let rest = Figures.volume(counted, in: unit), whole == part + rest
        else {
            proof.fail(.noticeVolume, place: place, expected: counted, found: declared)
            return
        }
    }

    private func sum(_ volumes: [String]) -> UInt128 {
        volumes.reduce(0) { $0 + (Figures.volume($1, in: report.settings.volume) ?? 0) }
    }

    private func share(of volume: String) -> String? {
        let unit = report.settings.volume
        guard let part = Figures.volume(volume, in: unit),
            let whole = Figures.volume(report.volume.counted, in: unit)
        else { return nil }
        return Figures.percentage(part, of: whole)
    }

    /// `1234567.50` as `1,234,567.50`.
    private static func grouped(_ figure: String) -> String {
        let point = figure.firstIndex(of: ".") ?? figure.endIndex
        var digits = Array(figure[..<point])
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return String(digits) + figure[point...]
    }
}
