import Subsidy

/// The settings in force, the approval or its absence.
enum PageSettings {
    static func values(_ report: Report) -> [String: any Sendable] {
        let language = report.edition.language
        let approval = report.programme.approval
        return [
            "settings": rows(report).map { label, value in
                PagePart(["settingName": label.text[language], "settingValue": value])
            },
            "isApproved": approval != nil,
            "approvalText": ApprovalWording.text(of: approval)[language],
            "hasExportSettings": !report.programme.exports.isEmpty,
            "exportSettings": report.programme.exports.map { export in
                PagePart([
                    "exportPattern": Excerpt.visible(export.pattern, limit: 200),
                    "exportText": text(of: export),
                ])
            },
        ]
    }

    /// Each setting and its value as it is shown.
    static func rows(_ report: Report) -> [(SettingLabel, String)] {
        let programme = report.programme
        let language = report.edition.language
        let payer = programme.payer
        let statuses = programme.notCounted.map { Excerpt.visible($0) }
        let date = report.edition.paymentDate?.description
        let term = programme.policyTerm.map {
            [(SettingLabel.policyTerm, "\($0.from) – \($0.to)")]
        }
        let signature = report.edition.signingKey.map {
            [(SettingLabel.signingKey, $0.fingerprint)]
        }
        let engine = report.engine.map { [(SettingLabel.engine, Excerpt.visible($0, limit: 200))] }
        let notice = programme.notice.map {
            [(SettingLabel.notice, NoticeWording.summary(of: $0)[language])]
        }
        return [
            (.pool, Figures.grouped(programme.pool.description)),
            (.volume, UnitWording.subject(of: programme.unit)[language]),
            (.period, "\(programme.period.from) – \(programme.period.to)"),
        ] + (term ?? []) + [
            (.notCounted, statuses.joined(separator: Text("、", ", ")[language])),
            (.maxRejected, programme.limits.rejected.description),
            (.maxContested, programme.limits.contested.description),
            (.maxUnknown, programme.limits.unknown.description),
            (.payer, Excerpt.visible(payer.name, limit: 200)),
            (.payerAccount, Excerpt.visible(Account.masked(payer.account))),
            (.payerBank, "\(Excerpt.visible(payer.bank, limit: 200)) \(payer.cnaps.text)"),
            (.paymentDate, date ?? SettingLabel.noDate.text[language]),
            (.payments, programme.payments.map(\.name).joined(separator: ", ")),
        ] + (notice ?? []) + (signature ?? []) + (engine ?? [])
    }

    static func text(of export: ExportSettings) -> String {
        var parts: [String] = []
        if let encoding = export.encoding { parts.append("encoding: \(encoding)") }
        if let carrier = export.carrier { parts.append("carrier: \(carrier)") }
        if let uscc = export.uscc { parts.append("uscc: \(uscc.text)") }
        for (field, header) in export.columns.sorted(by: { $0.key < $1.key }) {
            parts.append("\(field): \(header)")
        }
        parts.append("control: \(export.control.rawValue)")
        return Excerpt.visible(parts.joined(separator: " · "), limit: 400)
    }
}
