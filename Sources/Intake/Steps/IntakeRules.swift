private import Crypto
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

    /// The SHA-256 of what decides, without what is of form alone: payees, limits, texts.
    func digest(for plan: IntakePlan.Subject) -> [UInt8] {
        var fields = FieldWriter()
        fields.text(plan.version)
        fields.count(plan.partitions)
        fields.count(plan.exports.count)
        for name in plan.exports { fields.text(name) }
        fields.text(plan.yearBefore ?? "")
        add(programme, to: &fields)
        for enterprise in roster.enterprises {
            fields.text(enterprise.uscc.text)
            fields.text(enterprise.name)
            fields.choice(enterprise.review)
            fields.count(enterprise.aliases.count)
            for alias in enterprise.aliases.sorted() { fields.text(alias) }
        }
        for adjudication in adjudications { add(adjudication, to: &fields) }
        for holder in support.holders {
            for grant in support.grants(of: holder) {
                fields.number(grant.enterprise.rawValue)
                fields.choice(grant.level)
                fields.signed(Int(grant.amount.count))
                fields.flag(grant.waiver != nil)
            }
        }
        return Array(SHA256.hash(data: fields.bytes))
    }

    private func add(_ programme: Programme, to fields: inout FieldWriter) {
        fields.choice(programme.unit)
        fields.signed(Int(programme.period.from.dayNumber))
        fields.signed(Int(programme.period.to.dayNumber))
        fields.count(programme.notCounted.count)
        for status in programme.notCounted { fields.text(status) }
        fields.count(programme.exports.count)
        for settings in programme.exports {
            fields.text(settings.pattern)
            fields.text(settings.encoding ?? "")
            fields.text(settings.carrier ?? "")
            fields.text(settings.uscc?.text ?? "")
            fields.choice(settings.control)
            fields.count(settings.columns.count)
            for (field, column) in settings.columns.sorted(by: { $0.key < $1.key }) {
                fields.text(field)
                fields.text(column)
            }
        }
    }

    private func add(_ adjudication: Adjudication, to fields: inout FieldWriter) {
        fields.text(adjudication.winner?.text ?? "")
        switch adjudication.subject {
        case .waybill(let number):
            fields.flag(true)
            fields.text(number)
        case .volumes(let stated):
            fields.flag(false)
            fields.count(stated.month.number)
            fields.text(stated.carrier)
            fields.number(stated.volume)
        }
    }
}
