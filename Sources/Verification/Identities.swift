/// What report.json says of itself: settings, inputs, rows, volumes and forms agree.
enum Identities {
    static func failures(of report: ReportFile) -> [Failure] {
        var proof = Proof(.report)
        settings(of: report, proof: &proof)
        inputs(of: report, proof: &proof)
        rows(of: report, proof: &proof)
        volumes(of: report, proof: &proof)
        states(of: report, proof: &proof)
        return proof.failures
    }

    private static func settings(of report: ReportFile, proof: inout Proof) {
        let settings = report.settings
        proof.equal(settings.programme, report.programme, .settings, place: "programme")
        proof.equal(settings.year.text, String(report.year), .settings, place: "year")
        proof.require((1000...9999).contains(report.year), .form, place: "year")
        let pool = Figures.fen(report.pool)
        proof.require(pool ?? 0 > 0, .form, place: "pool", found: report.pool)
        proof.require(
            Figures.typedFen(settings.pool) == pool, .settings, place: "pool",
            expected: report.pool, found: settings.pool)
        let account = settings.payer.account
        proof.require(
            account == Accounts.mask(account), .accountLeak, place: "settings.payer.account",
            found: Accounts.mask(account))
        for (index, name) in settings.payments.enumerated() {
            proof.require(
                !name.isEmpty && !settings.payments[..<index].contains(name), .settings,
                place: "payments", found: name)
        }
    }

    private static func inputs(of report: ReportFile, proof: inout Proof) {
        let prefix = "exports/"
        for (input, next) in zip(report.inputs, report.inputs.dropFirst()) {
            proof.require(
                isBefore(input.name, next.name), .inputs, place: "inputs", found: next.name)
        }
        // By the bytes of the name: to Swift é and e with an accent are one text.
        var exports: [[UInt8]: String] = [:]
        for input in report.inputs {
            proof.require(Digests.isHex(input.sha256), .form, place: input.name)
            if input.name.hasPrefix(prefix) {
                exports[Array(input.name.utf8.dropFirst(prefix.utf8.count))] = input.sha256
            }
        }
        proof.require(
            report.inputs.contains { $0.name == "roster.csv" }, .inputs, place: "inputs",
            expected: "roster.csv")
        let yearBefore = "waybills-\(report.year &- 1)"
        proof.require(
            !report.findings.contains { $0.code == "duplicate.last-year" }
                || report.inputs.contains { $0.name == yearBefore },
            .inputs, place: "inputs", expected: yearBefore)
        for file in report.files {
            proof.equal(
                file.sha256, exports.removeValue(forKey: Array(file.name.utf8)), .inputs,
                place: file.name)
        }
        for name in exports.keys.map({ String(decoding: $0, as: UTF8.self) }).sorted(by: isBefore) {
            proof.fail(.inputs, place: "files", expected: name)
        }
    }

    private static func rows(of report: ReportFile, proof: inout Proof) {
        proof.equal(report.rows.classSum, UInt128(report.rows.read), .rowIdentity, place: "rows")
        for file in report.files {
            proof.equal(
                file.rows.classSum, UInt128(file.rows.read), .rowIdentity, place: file.name)
        }
        for (name, count) in ReportFile.Rows.columns {
            let sum = report.files.reduce(UInt128(0)) { $0 + UInt128(count($1.rows)) }
            proof.equal(sum, UInt128(count(report.rows)), .rowTotal, place: "rows.\(name)")
        }
    }

    private static func volumes(of report: ReportFile, proof: inout Proof) {
        let unit = report.settings.volume
        let stated = [
            report.volume.counted, report.volume.duplicate, report.volume.contested,
            report.volume.excluded, report.volume.rejected,
        ]
        for text in stated.compactMap(\.self) {
            proof.require(
                Figures.volume(text, in: unit) != nil, .form, place: "volume", found: text)
        }
        for (award, next) in zip(report.awards, report.awards.dropFirst()) {
            proof.require(
                isBefore(award.uscc, next.uscc), .rosterOrder, place: "awards", found: next.uscc)
        }
        var sum: UInt128 = 0
        for award in report.awards {
            let volume = Figures.volume(award.volume, in: unit)
            proof.require(CreditCode.holds(award.uscc), .form, place: award.uscc)
            proof.require(volume != nil, .form, place: award.uscc, found: award.volume)
            sum += volume ?? 0
        }
        proof.equal(
            Figures.volumeText(sum, in: unit), report.volume.counted, .volumeTotal,
            place: "volume.counted")
    }

    /// A run that stopped has reasons and no figures; one that did not has figures and no reasons.
    private static func states(of report: ReportFile, proof: inout Proof) {
        switch report.state {
        case .published, .draft:
            proof.require(
                report.stops.isEmpty, .state, place: "stops", found: report.stops.first?.code)
        case .stopped:
            proof.require(!report.stops.isEmpty, .state, place: "stops")
        case .checked: break
        }
        guard !report.state.hasAwards else { return }
        for award in report.awards {
            proof.require(
                award.isUnawarded, .state, place: award.uscc, found: award.payment.rawValue)
        }
        let totals = report.totals
        proof.require(
            totals.isUnawarded && report.batch == nil && report.leftOverFen == nil, .state,
            place: "totals")
    }
}

extension ReportFile.Rows {
    /// Every count by its name.
    static var columns: [(name: String, count: (Self) -> UInt64)] {
        [
            ("read", \.read), ("counted", \.counted), ("duplicate", \.duplicate),
            ("contested", \.contested), ("excluded", \.excluded), ("rejected", \.rejected),
        ]
    }

    var classSum: UInt128 {
        [counted, duplicate, contested, excluded, rejected].reduce(0) { $0 + UInt128($1) }
    }
}

extension ReportFile.Award {
    /// As it stands where nothing was split.
    fileprivate var isUnawarded: Bool {
        quotaFen == nil && floorFen == nil && remainder == nil && remainderRank == nil
            && extraFen == nil && amount == nil && payment == .none && paymentId == nil
            && paidBefore == nil && issued == nil && held == nil && toReclaim == nil
    }
}

extension ReportFile.Totals {
    fileprivate var isUnawarded: Bool {
        awards == nil && paidBefore == nil && issued == nil && held == nil && toReclaim == nil
    }
}
