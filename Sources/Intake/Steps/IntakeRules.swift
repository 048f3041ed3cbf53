package import Subsidy

/// All that decides what exports come to, beside the exports themselves.
package struct IntakeRules: Sendable {
    package let programme: Programme
    package let roster: Roster
    package let adjudications: [Adjudication]
    package let support: OtherSupport

    package init(
        programme: Programme, roster: Roster, adjudications: [Adjudication] = [],
        support: OtherSupport = .none
    ) {
        self.programme = programme
        self.roster = roster
        self.adjudications = adjudications
        self.support = support
    }
}

// As bytes, for the steps that run elsewhere: without payers, payees and texts, which they do not
// need and nobody there may see.
extension IntakeRules {
    var record: [UInt8] {
        var fields = FieldWriter()
        fields.choice(programme.unit)
        fields.signed(Int(programme.period.from.dayNumber))
        fields.signed(Int(programme.period.to.dayNumber))
        fields.texts(programme.notCounted)
        fields.count(programme.exports.count)
        for settings in programme.exports { fields.settings(settings) }
        fields.count(roster.enterprises.count)
        for enterprise in roster.enterprises {
            fields.text(enterprise.uscc.text)
            fields.text(enterprise.name)
            fields.choice(enterprise.review)
            fields.texts(enterprise.aliases.sorted())
        }
        fields.count(adjudications.count)
        for adjudication in adjudications { fields.adjudication(adjudication) }
        let grants = support.holders.flatMap { support.grants(of: $0) }
        fields.count(grants.count)
        for grant in grants {
            fields.count(grant.enterprise.index)
            fields.choice(grant.level)
            fields.signed(Int(grant.amount.count))
            fields.flag(grant.waiver != nil)
        }
        return fields.bytes
    }

    init(record: [UInt8]) throws(RecordFault) {
        var fields = FieldReader(record)
        let unit = try fields.choice(of: VolumeUnit.self)
        guard let period = Period(from: try fields.day(), to: try fields.day()) else {
            throw .damaged
        }
        let notCounted = try fields.texts()
        var exports: [ExportSettings] = []
        for _ in 0..<(try fields.count()) { exports.append(try fields.settings()) }
        programme = Programme(
            unit: unit, period: period, notCounted: notCounted, exports: exports)
        var enterprises: [Enterprise] = []
        for line in 0..<(try fields.count()) {
            enterprises.append(
                Enterprise(
                    uscc: try fields.uscc(), name: try fields.text(),
                    review: try fields.choice(),
                    payee: Payee(accountName: "", account: "", bank: "", cnaps: ""),
                    aliases: try fields.texts(), line: line))
        }
        guard let roster = try? Roster(enterprises) else { throw .damaged }
        self.roster = roster
        var adjudications: [Adjudication] = []
        for line in 0..<(try fields.count()) {
            adjudications.append(try fields.adjudication(line: line))
        }
        self.adjudications = adjudications
        var grants: [SupportGrant] = []
        for _ in 0..<(try fields.count()) {
            let id = EnterpriseID(try fields.index(below: enterprises.count))
            let level = try fields.choice(of: SupportGrant.Level.self)
            let amount = try fields.signed()
            guard amount >= 0 else { throw .damaged }
            grants.append(
                SupportGrant(
                    enterprise: id, level: level, programme: "", amount: Fen(Int64(amount)),
                    waiver: try fields.flag() ? "" : nil))
        }
        support = OtherSupport(grants)
        try fields.end()
    }
}

extension Programme {
    /// What exports are read by; nobody is paid where this stands for a programme.
    fileprivate init(
        unit: VolumeUnit, period: Period, notCounted: [String], exports: [ExportSettings]
    ) {
        guard let all = Percentage("100%"), let nobody = CNAPS("105100000017") else {
            preconditionFailure("both are valid")
        }
        self.init(
            title: "", year: period.from.civil.year, pool: .zero, unit: unit, period: period,
            notCounted: notCounted, limits: Limits(rejected: all, contested: all, unknown: all),
            payer: Payer(name: "", account: "", bank: "", cnaps: nobody), paymentDate: nil,
            approval: nil, payments: [], exports: exports)
    }
}

extension FieldWriter {
    fileprivate mutating func texts(_ texts: [String]) {
        count(texts.count)
        for text in texts { self.text(text) }
    }

    fileprivate mutating func settings(_ settings: ExportSettings) {
        text(settings.pattern)
        for value in [settings.encoding, settings.carrier, settings.uscc?.text] {
            flag(value != nil)
            if let value { text(value) }
        }
        choice(settings.control)
        count(settings.columns.count)
        for (field, column) in settings.columns.sorted(by: { $0.key < $1.key }) {
            text(field)
            text(column)
        }
    }

    fileprivate mutating func adjudication(_ adjudication: Adjudication) {
        flag(adjudication.winner != nil)
        if let winner = adjudication.winner { text(winner.text) }
        switch adjudication.subject {
        case .waybill(let number):
            flag(true)
            text(number)
        case .volumes(let stated):
            flag(false)
            count(stated.month.number)
            text(stated.carrier)
            number(stated.volume)
        }
    }
}

extension FieldReader {
    fileprivate mutating func texts() throws(RecordFault) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try count()) { texts.append(try text()) }
        return texts
    }

    fileprivate mutating func uscc() throws(RecordFault) -> USCC {
        guard let code = try? USCC(try text()) else { throw .damaged }
        return code
    }

    fileprivate mutating func settings() throws(RecordFault) -> ExportSettings {
        let pattern = try text()
        let encoding = try flag() ? text() : nil
        let carrier = try flag() ? text() : nil
        let code = try flag() ? uscc() : nil
        let control = try choice(of: ExportSettings.Control.self)
        var columns: [String: String] = [:]
        for _ in 0..<(try count()) { columns[try text()] = try text() }
        return ExportSettings(
            pattern: pattern, encoding: encoding, carrier: carrier, uscc: code,
            columns: columns, control: control)
    }

    fileprivate mutating func adjudication(line: Int) throws(RecordFault) -> Adjudication {
        let winner = try flag() ? uscc() : nil
        let subject: Adjudication.Subject =
            if try flag() {
                .waybill(try bytesOfText())
            } else {
                .volumes(
                    StatedVolume(
                        month: try month(), carrier: try text(),
                        volume: try number()))
            }
        return Adjudication(
            subject: subject, winner: winner, reference: "",
            date: CalendarDate(dayNumber: 0), line: line)
    }
}
