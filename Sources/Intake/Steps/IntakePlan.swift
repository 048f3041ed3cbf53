package import Subsidy

/// What all steps of one intake share.
package struct IntakePlan: Codable, Sendable, Equatable {
    /// The form of plans, which `fentan` and the engine must both know.
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
    /// The SHA-256 of all this and of the rules.
    package let rules: String

    private static let form = 1
    /// More would be smaller than what a map makes of a few hundred megabytes.
    package static let maximumPartitions = 4096
    /// Some 600,000 rows: they take 50 MB.
    private static let partitionBytes = 64 << 20

    /// What a digest of the rules is made for.
    struct Subject {
        let version: String
        let partitions: Int
        let exports: [String]
        let yearBefore: String?
    }

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
        self.rules = Self.hexadecimal(
            rules.digest(
                for: Subject(
                    version: version, partitions: self.partitions, exports: exports,
                    yearBefore: yearBefore)))
    }

    /// The digest, if the plan was made by these rules and this version; else the fault.
    package func digest(
        of rules: IntakeRules, version: String, yearBefore: String?
    ) throws(RecordFault) -> [UInt8] {
        guard form == Self.form else { throw .otherForm(form) }
        let isSound =
            partitions > 0 && partitions <= Self.maximumPartitions
            && partitions & (partitions - 1) == 0 && !exports.isEmpty
            && exports.count <= ExportFolder.maximumExports
        guard isSound else { throw .damaged }
        let digest = rules.digest(
            for: Subject(
                version: version, partitions: partitions, exports: exports,
                yearBefore: yearBefore))
        guard Self.hexadecimal(digest) == self.rules else { throw .otherRules }
        return digest
    }

    private static func partitions(for bytes: Int) -> Int {
        var count = 1
        while count < maximumPartitions, count * partitionBytes < bytes { count *= 2 }
        return count
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

extension IntakePlan {
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
