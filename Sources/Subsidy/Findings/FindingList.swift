/// Findings in the order of their coming, in chunks: a run may have millions, and a list that grows
/// is copied, and is in memory twice meanwhile.
package struct FindingList: Sendable, Sequence {
    package private(set) var chunks: [[Finding]] = []

    /// So many that a chunk is pages of its own: what is freed beside it goes back to the system.
    private static let chunkCount = 2048

    package init() {}

    /// What they take of memory.
    package var bytes: Int {
        guard let last = chunks.last else { return 0 }
        return ((chunks.count - 1) * Self.chunkCount + last.count) * MemoryLayout<Finding>.stride
    }

    package mutating func append(_ finding: Finding) {
        if (chunks.last?.count ?? Self.chunkCount) >= Self.chunkCount {
            var chunk: [Finding] = []
            chunk.reserveCapacity(Self.chunkCount)
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(finding)
    }

    package mutating func append(contentsOf other: FindingList) { chunks += other.chunks }

    package func makeIterator() -> FlattenSequence<[[Finding]]>.Iterator {
        chunks.joined().makeIterator()
    }
}
