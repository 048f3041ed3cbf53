/// `fentan.yaml` as typed, before anything is made of its values.
struct SettingsText: Decodable {
    var programme: String?
    var year: String
    var pool: String?
    var volume: String?
    var period: PeriodText?
    var policyTerm: PeriodText?
    var notCounted: [String]?
    var maxRejected: String?
    var maxContested: String?
    var maxUnknown: String?
    var payer: PayerText
    var paymentDate: String?
    var approval: ApprovalText?
    var notice: NoticeText?
    var payments: [String]?
    var exports: [ExportText]?
    var signingKey: String?
    var ledger: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case programme
        case year
        case pool
        case volume
        case period
        case policyTerm = "policy-term"
        case notCounted = "not-counted"
        case maxRejected = "max-rejected"
        case maxContested = "max-contested"
        case maxUnknown = "max-unknown"
        case payer
        case paymentDate = "payment-date"
        case approval
        case notice
        case payments
        case exports
        case signingKey = "signing-key"
        case ledger
    }

    struct PeriodText: Decodable {
        var from: String
        var to: String
    }

    struct PayerText: Decodable {
        var name: String
        var account: String
        var bank: String
        var cnaps: String
    }

    struct ApprovalText: Decodable {
        var reference: String
        var date: String
    }

    struct NoticeText: Decodable {
        var publish: String
        var days: String
        var unit: String
        var holidays: [String]?
        var workdays: [String]?
        var office: String
        var telephone: String
        var address: String
    }

    struct ExportText: Decodable {
        var file: String
        var encoding: String?
        var carrier: String?
        var uscc: String?
        var columns: [String: String]?
        var control: String?
    }

    /// The keys that a mapping may have; below them, those of the mappings inside.
    indirect enum Schema: Sendable {
        case scalar
        case list(Schema)
        case mapping([String: Schema])
        /// Any key, each with a scalar.
        case names
    }

    static let schema: Schema = {
        let scalars = CodingKeys.allCases.map { ($0.stringValue, Schema.scalar) }
        var keys = Dictionary(uniqueKeysWithValues: scalars)
        func mapping(_ names: [String]) -> Schema {
            .mapping(Dictionary(uniqueKeysWithValues: names.map { ($0, .scalar) }))
        }
        keys["period"] = mapping(["from", "to"])
        keys["policy-term"] = mapping(["from", "to"])
        keys["payer"] = mapping(["name", "account", "bank", "cnaps"])
        keys["approval"] = mapping(["reference", "date"])
        keys["notice"] = .mapping([
            "publish": .scalar, "days": .scalar, "unit": .scalar, "holidays": .list(.scalar),
            "workdays": .list(.scalar), "office": .scalar, "telephone": .scalar,
            "address": .scalar,
        ])
        keys["not-counted"] = .list(.scalar)
        keys["payments"] = .list(.scalar)
        keys["exports"] = .list(
            .mapping([
                "file": .scalar, "encoding": .scalar, "carrier": .scalar, "uscc": .scalar,
                "columns": .names, "control": .scalar,
            ]))
        return .mapping(keys)
    }()
}
