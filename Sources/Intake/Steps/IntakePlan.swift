private import Crypto
private import DelimitedText
package import Subsidy

/// What all steps of one intake share.
package struct IntakePlan: Codable, Sendable, Equatable {
    /// The form of plans.
    private let form: Int
    package let version: String
    /// A power of two.
    package let partitions: Int
    /// In byte order: an export's number is its place here.
    package let exports: [String]
    /// Files beside them that are no exports.
    package let skipped: [String]
    /// The SHA-256 of the waybills that the year before has kept; nil where it has none.
    package let yearBefore: String?
    /// The rules, in hexadecimal digits.
    private let record: String
    /// The SHA-256 of all that: records bear it, so that none of another intake pass for its own.
    package let rules: String

    private static let form = 1
    /// More would make little of what a map takes at once.
    package static let maximumPartitions = 4096
    /// Some 600,000 rows.
    private static let partitionBytes = 64 << 20

    /// `partitions` are as many as `bytes` of exports need, unless said.
    package init(
        for folder: ExportFolder, bytes: Int, rules: IntakeRules, version: String,
        yearBefore: String?, partitions: Int? = nil
    ) {
        form = Self.form
        self.version = version
        self.partitions = partitions ?? Self.partitions(for: bytes)
        exports = folder.exports
        skipped = folder.skipped
        self.yearBefore = yearBefore
        let record = rules.record
        self.record = Hexadecimal.text(of: record)
        self.rules = Hexadecimal.text(
            of:
                Self.digest(
                    record, version, self.partitions, exports: exports, skipped: skipped,
                    yearBefore: yearBefore))
    }

    private static func partitions(for bytes: Int) -> Int {
        var count = 1
        while count < maximumPartitions, count * partitionBytes < bytes { count *= 2 }
        return count
    }

    private static func digest(
        _ record: [UInt8], _ version: String, _ partitions: Int, exports: [String],
        skipped: [String], yearBefore: String?
    ) -> [UInt8] {
        var fields = FieldWriter()
        fields.text(version)
        fields.count(partitions)
        for names in [exports, skipped] {
            fields.count(names.count)
            for name in names { fields.text(name) }
        }
        fields.text(yearBefore ?? "")
        fields.text(record)
        return Array(SHA256.hash(data: fields.bytes))
    }
}

extension IntakePlan {
    /// The rules, and the digest that records bear, if this version has made the plan.
    package func step(
        of version: String
    ) throws(RecordFault) -> (rules: IntakeRules, digest: [UInt8]) {
        guard let bytes = Self.bytes(hexadecimal: record) else { throw .damaged }
        let digest = try digest(of: bytes, version: version, yearBefore: yearBefore)
        return (try IntakeRules(record: bytes), digest)
    }

    /// The digest that records bear, if the plan was made by these rules, which whoever goes on from
    /// the records has from its own folder.
    package func digest(
        of rules: IntakeRules, version: String, yearBefore: String?
    ) throws(RecordFault) -> [UInt8] {
        try digest(of: rules.record, version: version, yearBefore: yearBefore)
    }

    private func digest(
        of record: [UInt8], version: String, yearBefore: String?
    ) throws(RecordFault) -> [UInt8] {
        guard form == Self.form else { throw .otherForm(form) }
        guard version == self.version else { throw .otherRules }
        let isSound =
            partitions > 0 && partitions <= Self.maximumPartitions
            && partitions & (partitions - 1) == 0 && !exports.isEmpty
            && exports.count <= ExportFolder.maximumExports
        guard isSound else { throw .damaged }
        let digest = Self.digest(
            record, version, partitions, exports: exports, skipped: skipped,
            yearBefore: yearBefore)
        guard Hexadecimal.text(of: digest) == rules else { throw .otherRules }
        return digest
    }

    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
        let values = digits.compactMap(\.self)
        return stride(from: 0, to: values.count, by: 2).map {
            UInt8(values[$0] << 4 | values[$0 + 1])
        }
    }

    /// The partition of a waybill, the same in every process; `number` has the text of a long one.
    func partition(of waybill: WaybillKey, number: (Int) -> [UInt8]) -> UInt32 {
        guard let long = waybill.longNumber else {
            return UInt32(truncatingIfNeeded: waybill.mixed & UInt64(partitions - 1))
        }
        // FNV-1a; the number of a long waybill is each process's own.
        let hash = number(long).reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return UInt32(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(partitions - 1))
    }
}
