import Subsidy

/// Makes a programme of the settings' texts; each that cannot be used is a fault of its line.
struct SettingsReader {
    let document: SettingsDocument
    let text: SettingsText
    let shelf: ProfileShelf

    func programme() throws(InputFault) -> Programme {
        let year = try year()
        let period = try period(of: year)
        let payer = try payer()
        let programme = Programme(
            title: try title(), year: year, pool: try pool(), unit: try unit(),
            period: period,
            notCounted: (text.notCounted ?? Self.notCounted).map(CanonicalText.value),
            limits: Limits(
                rejected: try percentage(text.maxRejected, key: "max-rejected"),
                contested: try percentage(text.maxContested, key: "max-contested"),
                unknown: try percentage(text.maxUnknown, key: "max-unknown")),
            payer: payer,
            paymentDate: try text.paymentDate.map { date throws(InputFault) in
                try self.date(date, at: ["payment-date"])
            },
            approval: try approval(),
            payments: try PaymentsReader(document: document, shelf: shelf, payer: payer)
                .forms(text.payments),
            exports: try exports(), policyTerm: try policyTerm(around: period),
            signingKey: try signingKey(), ledger: try ledger(),
            notice: try notice(payerAccount: payer.account))
        try ProfileFit(document: document, programme: programme).refuseMisfits()
        return programme
    }

    private func notice(payerAccount: String) throws(InputFault) -> Notice? {
        guard let typed = text.notice else { return nil }
        return try NoticeReader(document: document, payerAccount: payerAccount).notice(typed)
    }

    private func ledger() throws(InputFault) -> String? {
        guard let typed = text.ledger else { return nil }
        let path = CanonicalText.unwrapped(typed)
        if path.isEmpty { throw document.fault(.missingValue, at: ["ledger"]) }
        return path
    }

    /// The statuses that do not count where the settings say nothing.
    private static let notCounted = [
        "已退回", "退回", "退件", "退货", "退回签收", "退货签收", "拒收", "已拒收", "拒签", "拦截", "已拦截",
        "已取消", "取消", "作废",
    ]

    private func title() throws(InputFault) -> String {
        let title = CanonicalText.unwrapped(text.programme ?? "从化区直播电商物流配套补贴")
        let isLine = title.unicodeScalars.allSatisfy(HoldRule.isPrintable)
        guard !title.isEmpty, title.count <= 60, isLine else {
            throw invalid(title, at: ["programme"], expected: .title)
        }
        return title
    }

    private func year() throws(InputFault) -> Int {
        guard text.year.utf8.count == 4, let year = Int(text.year), (2000...2999).contains(year)
        else {
            throw invalid(text.year, at: ["year"], expected: .year)
        }
        return year
    }

    private func pool() throws(InputFault) -> Fen {
        let typed = text.pool ?? "500000.00"
        guard let pool = Fen(yuan: typed), pool > .zero else {
            throw invalid(typed, at: ["pool"], expected: .yuan)
        }
        return pool
    }

    private func unit() throws(InputFault) -> VolumeUnit {
        guard let typed = text.volume else { return .pieces }
        return try choice(typed, at: ["volume"])
    }

    private func period(of year: Int) throws(InputFault) -> Period {
        let from = try date(text.period?.from ?? "\(year)-01-01", at: ["period", "from"])
        let to = try date(text.period?.to ?? "\(year)-12-31", at: ["period", "to"])
        guard let period = Period(from: from, to: to) else {
            throw invalid(to.description, at: ["period", "to"], expected: .notBefore(from))
        }
        return period
    }

    /// The trial of the policy, out of which no period may lie.
    private func policyTerm(around period: Period) throws(InputFault) -> Period? {
        guard let typed = text.policyTerm else { return nil }
        let from = try date(typed.from, at: ["policy-term", "from"])
        let to = try date(typed.to, at: ["policy-term", "to"])
        guard let term = Period(from: from, to: to) else {
            throw invalid(typed.to, at: ["policy-term", "to"], expected: .notBefore(from))
        }
        if term.contains(period) { return term }
        // Without a period of its own the year is what leaves the term.
        guard text.period != nil else {
            throw invalid(text.year, at: ["year"], expected: .within(term))
        }
        let (key, day) = term.contains(period.from) ? ("to", period.to) : ("from", period.from)
        throw invalid(day.description, at: ["period", key], expected: .within(term))
    }

    private func percentage(_ typed: String?, key: String) throws(InputFault) -> Percentage {
        let typed = typed ?? "1%"
        guard let percentage = Percentage(typed) else {
            throw invalid(typed, at: [key], expected: .percentage)
        }
        return percentage
    }

    private func payer() throws(InputFault) -> Payer {
        let payer = text.payer
        let account = CanonicalText.name(payer.account).uppercased()
        for (key, value) in [("name", payer.name), ("account", account), ("bank", payer.bank)]
        where CanonicalText.cell(value).isEmpty {
            throw document.fault(.missingValue, at: ["payer", key])
        }
        guard let cnaps = CNAPS(CanonicalText.name(payer.cnaps)) else {
            // An account may stand in its place, so the value is not shown.
            throw document.fault(.invalidValue(expected: .cnaps), at: ["payer", "cnaps"])
        }
        let payee = Payee(
            accountName: CanonicalText.unwrapped(payer.name), account: account,
            bank: CanonicalText.unwrapped(payer.bank), cnaps: cnaps.text)
        // What holds a payment to an enterprise would make a bank refuse the payer as well. The
        // value itself is never shown.
        if let reason = HoldRule.reasons(payee).first {
            let key = Self.key(of: reason)
            throw document.fault(
                .invalidValue(expected: key == "account" ? .account : .nameOrBank),
                at: ["payer", key])
        }
        return Payer(name: payee.accountName, account: account, bank: payee.bank, cnaps: cnaps)
    }

    private static func key(of reason: HoldReason) -> String {
        switch reason {
        case .noAccountName: "name"
        case .noAccount, .damagedAccount, .unreadableAccount: "account"
        case .noCNAPS: "cnaps"
        case .supportNotWaived: "name"
        case .formula(let field), .character(let field, _), .tooLong(let field, _),
            .characterOfFile(let field, _, _), .tooLongForFile(let field, _, _):
            field == .bank ? "bank" : "name"
        // Of batches, never of a payee.
        case .awaitsReclaim: "name"
        }
    }

    private func approval() throws(InputFault) -> Approval? {
        guard let approval = text.approval else { return nil }
        let reference = CanonicalText.unwrapped(approval.reference)
        if reference.isEmpty { throw document.fault(.missingValue, at: ["approval", "reference"]) }
        return Approval(
            reference: reference,
            date: try date(approval.date, at: ["approval", "date"]))
    }

    private func signingKey() throws(InputFault) -> String? {
        guard let typed = text.signingKey else { return nil }
        if typed.isEmpty { throw document.fault(.missingValue, at: ["signing-key"]) }
        return typed
    }

    private func exports() throws(InputFault) -> [ExportSettings] {
        var exports: [ExportSettings] = []
        for (index, typed) in (text.exports ?? []).enumerated() {
            exports.append(try export(typed, at: ["exports", String(index)]))
        }
        return exports
    }

    private func export(
        _ typed: SettingsText.ExportText, at path: [String]
    ) throws(InputFault) -> ExportSettings {
        if let encoding = typed.encoding,
            !["utf-8", "gb18030", "utf-16"].contains(encoding.lowercased())
        {
            throw invalid(
                encoding, at: path + ["encoding"], expected: .oneOf(["utf-8", "gb18030", "utf-16"]))
        }
        for name in (typed.columns ?? [:]).keys.sorted() where ShipmentField(rawValue: name) == nil
        {
            throw document.fault(
                .invalidValue(expected: .oneOf(ShipmentField.allCases.map(\.rawValue))),
                at: path + ["columns", name], excerpt: name)
        }
        var control = ExportSettings.Control.compare
        if let typed = typed.control { control = try choice(typed, at: path + ["control"]) }
        return ExportSettings(
            pattern: typed.file, encoding: typed.encoding?.lowercased(), carrier: typed.carrier,
            uscc: try typed.uscc.map { code throws(InputFault) in
                try uscc(code, at: path + ["uscc"])
            },
            columns: typed.columns ?? [:], control: control,
            line: document.fault(.missingValue, at: path).line)
    }

    private func uscc(_ typed: String, at path: [String]) throws(InputFault) -> USCC {
        do throws(USCC.Fault) {
            return try USCC(CanonicalText.name(typed).uppercased())
        } catch {
            throw document.fault(.invalidCode(error), at: path, excerpt: typed)
        }
    }

    private func date(_ typed: String, at path: [String]) throws(InputFault) -> CalendarDate {
        guard let date = CalendarDate(iso: typed) else {
            throw invalid(typed, at: path, expected: .date)
        }
        return date
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ typed: String, at path: [String]
    ) throws(InputFault) -> Choice {
        try document.choice(typed, at: path)
    }

    private func invalid(_ typed: String, at path: [String], expected: Expectation) -> InputFault {
        document.fault(.invalidValue(expected: expected), at: path, excerpt: typed)
    }
}
