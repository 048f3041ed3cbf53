private import Synchronization

/// Room for blocks that is used again: asked of the system anew, each page would have to be cleared.
final class BlockRoom: Sendable {
    private let spare = Mutex<[[UInt8]]>([])

    /// Empty, with the room of a block that is done with, if there is one.
    func take() -> [UInt8] {
        guard var bytes = spare.withLock({ $0.popLast() }) else { return [] }
        bytes.removeAll(keepingCapacity: true)
        return bytes
    }

    /// Takes what a block leaves; emptied only once nobody else holds it.
    fileprivate func giveBack(_ bytes: [UInt8]) { spare.withLock { $0.append(bytes) } }
}

/// The bytes of a block; their room goes back once nobody needs them.
final class BlockBytes: Sendable {
    let bytes: [UInt8]
    private let room: BlockRoom?

    init(_ bytes: [UInt8], room: BlockRoom? = nil) {
        self.bytes = bytes
        self.room = room
    }

    deinit { room?.giveBack(bytes) }
}
