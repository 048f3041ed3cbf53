/// Some records of one kind, as they go from one step to another.
package struct RecordFrame: Sendable {
    /// What the records are.
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// The last one: how many there were.
        case end = 0
        /// Of one partition, from one export.
        case shipments = 1
        /// An export: encoding, layout, digest.
        case export = 2
        /// Rows of volumes, which every partition must know.
        case volumeRows = 3
        /// Waybills of one partition that the year before has counted.
        case yearBefore = 4
        case findings = 5
        case rejected = 6
        /// What was read of an export or a range of it.
        case figures = 7
        /// What the waybills of one partition come to.
        case result = 8
        /// Shipments of enterprises with city support, to be decided at the end.
        case undecided = 9
        /// Waybills that count close to the period's end.
        case late = 10
        /// What waybills show of months that rows of volumes name.
        case shown = 11
    }

    /// For every partition.
    package static let everywhere = UInt32.max
    /// For none: kept until the end.
    package static let aside = UInt32.max - 1
    /// No frame holds more bytes.
    static let maximumBytes = 1 << 28

    package let kind: Kind
    package let partition: UInt32
    /// How many records it holds.
    package let count: Int
    package let payload: [UInt8]

    package init(_ kind: Kind, partition: UInt32 = aside, count: Int, payload: [UInt8]) {
        self.kind = kind
        self.partition = partition
        self.count = count
        self.payload = payload
    }

    /// 13 bytes: kind, partition, records, bytes of the payload; whole numbers big-endian.
    static let headLength = 13

    var head: [UInt8] {
        [kind.rawValue] + BigEndian.bytes(partition) + BigEndian.bytes(UInt32(count))
            + BigEndian.bytes(UInt32(payload.count))
    }
}

/// Whole numbers as bytes, the highest first.
enum BigEndian {
    static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        stride(from: number.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: number >> $0)
        }
    }

    static func number<Number: FixedWidthInteger & UnsignedInteger>(
        _ bytes: ArraySlice<UInt8>, _: Number.Type = Number.self
    ) -> Number {
        bytes.reduce(0) { $0 << 8 | Number($1) }
    }
}
