internal import Foundation

/// report.json as it stands: texts are still texts, nothing of it is believed yet.
struct ReportFile: Decodable, Sendable {
    enum State: String, Decodable {
        case published, draft, stopped, checked

        /// Whether the pool was split.
        var hasAwards: Bool { self == .published || self == .draft }
    }

    struct Stop: Decodable, Sendable { let code: String }

    struct Settings: Decodable, Sendable {
        struct Payer: Decodable, Sendable {
            let name: String
            let account: String
            let bank: String?
            let cnaps: String?
        }

        struct Period: Decodable, Sendable {
            let from: String
            let to: String
        }

        let programme: String
        let year: TypedNumber
        let pool: String
        let volume: VolumeUnit
        let period: Period
        let payer: Payer
        @Stated var paymentDate: String?
        let payments: [String]
        /// The fingerprint of the key that signed; nil where none did.
        let signingKey: String?
        /// Nil where no notice is made.
        let notice: NoticeSettings?
        /// Whether every enterprise has a page; nil where none has.
        let letters: Bool?

        enum CodingKeys: String, CodingKey {
            case programme, year, pool, volume, period, payer, payments, notice, letters
            case paymentDate = "payment-date"
            case signingKey = "signing-key"
        }
    }

    struct Input: Decodable, Sendable {
        let name: String
        let sha256: String
    }

    struct Rows: Decodable, Sendable {
        let read: UInt64
        let counted: UInt64
        let duplicate: UInt64
        let contested: UInt64
        let excluded: UInt64
        let rejected: UInt64
    }

    struct Volumes: Decodable, Sendable {
        let counted: String
        let duplicate: String?
        let contested: String?
        let excluded: String?
        let rejected: String?
    }

    struct Export: Decodable, Sendable {
        enum Kind: String, Decodable { case waybills, volumes }

        let name: String
        let sha256: String
        let kind: Kind
        let bytes: UInt64
        let header: UInt64
        let rows: Rows
    }

    struct Status: Decodable, Sendable {
        let status: String
        let rows: UInt64
        let counts: Bool
    }

    struct Award: Decodable, Sendable {
        enum Payment: String, Decodable { case issued, held, none }

        let uscc: String
        let name: String
        let volume: String
        @Stated var quotaFen: String?
        @Stated var floorFen: UInt64?
        @Stated var remainder: String?
        @Stated var remainderRank: UInt64?
        @Stated var extraFen: UInt64?
        @Stated var amount: String?
        let payment: Payment
        @Stated var paymentId: String?
        @Stated var paidBefore: String?
        @Stated var issued: String?
        @Stated var held: String?
        @Stated var toReclaim: String?
        let months: [Month]
        let files: [Counted]

        struct Month: Decodable, Sendable {
            let month: String
            let volume: String
        }

        struct Counted: Decodable, Sendable {
            let name: String
            let rows: UInt64
            let volume: String
        }
    }

    struct Decision: Decodable, Sendable {
        struct Rows: Decodable, Sendable {
            let won: UInt64
            let lost: UInt64
        }

        let line: UInt64
        let waybill: String?
        let month: String?
        let stated: String?
        @Stated var uscc: String?
        let reference: String
        let rows: Rows
        let volume: String
        @Stated var yuan: String?
    }

    struct OtherSupport: Decodable, Sendable {
        enum Level: String, Decodable { case district, city }

        enum Decision: String, Decodable {
            case excluded, waived, stays, leaves
            case noVolume = "no-volume"
        }

        let uscc: String
        let level: Level
        let programmes: [String]
        let waivers: [String?]
        let amount: String
        let volume: String
        let decision: Decision
        @Stated var order: UInt64?
        @Stated var quotaFen: String?
    }

    struct FindingTotal: Decodable, Sendable {
        let code: String
        let count: UInt64
        @Stated var volume: String?
        @Stated var yuan: String?
    }

    struct Totals: Decodable, Sendable {
        @Stated var awards: String?
        @Stated var paidBefore: String?
        @Stated var issued: String?
        @Stated var held: String?
        @Stated var toReclaim: String?
    }

    struct Batch: Decodable {
        enum Kind: String, Decodable { case first, outstanding, supersede }

        let number: Int
        let kind: Kind
        @Stated var reason: String?
        let withdraws: Bool
        let earlier: [Batch]
    }

    let schema: Int
    let programme: String
    let year: Int
    let pool: String
    let state: State
    let version: String
    let stops: [Stop]
    let settings: Settings
    let inputs: [Input]
    let rows: Rows
    let volume: Volumes
    let files: [Export]
    let statuses: [Status]
    let adjudications: [Decision]
    let awards: [Award]
    /// Not there in outputs of versions that refused other support.
    let otherSupport: [OtherSupport]?
    let findings: [FindingTotal]
    let totals: Totals
    @Stated var batch: Batch?
    @Stated var leftOverFen: UInt64?
    let paymentFiles: [PaymentFile]
    let notice: NoticeFigures?
}

/// A value whose key must be there, though it may be null.
@propertyWrapper
struct Stated<Value: Decodable & Sendable>: Decodable, Sendable {
    var wrappedValue: Value?

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        wrappedValue = value.decodeNil() ? nil : try value.decode(Value.self)
    }
}

/// A number that JSON has as a number or, as it was typed, in quotes.
struct TypedNumber: Decodable, Sendable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            text = String(number)
        } else {
            text = try value.decode(String.self)
        }
    }
}

extension ReportFile {
    /// The report of `folder`, or the one failure that says why there is none to be read.
    static func read(from folder: FolderContents) -> Result<ReportFile, Failure> {
        guard let bytes = folder[.report] else {
            return .failure(Failure(.report, file: Document.report.rawValue))
        }
        let decoder = JSONDecoder()
        let data = Data(bytes)
        do {
            let schema = try decoder.decode(Schema.self, from: data).schema
            guard schema == 1 else {
                return .failure(unreadable("schema", expected: "1", found: String(schema)))
            }
            return .success(try decoder.decode(ReportFile.self, from: data))
        } catch let error as DecodingError {
            return .failure(unreadable(place(of: error)))
        } catch {
            return .failure(unreadable(""))
        }
    }

    private struct Schema: Decodable { let schema: Int }

    private static func unreadable(
        _ place: String, expected: String? = nil, found: String? = nil
    ) -> Failure {
        Failure(
            .report, file: Document.report.rawValue, place: place, expected: expected, found: found)
    }

    /// The key that is missing or of another type; empty where the bytes are no JSON.
    private static func place(of error: DecodingError) -> String {
        var keys: [any CodingKey] = []
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            keys = context.codingPath
        case .keyNotFound(let key, let context): keys = context.codingPath + [key]
        @unknown default: break
        }
        return keys.map { key in key.intValue.map { "[\($0)]" } ?? "." + key.stringValue }
            .joined().trimmingCharacters(in: CharacterSet(charactersIn: "."))
    }
}
