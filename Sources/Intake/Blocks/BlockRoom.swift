private import Synchronization

/// Room for blocks that is used again: asked of the system anew, each page would have to be cleared.
final class BlockRoom: Sendable {
    private let spare = Mutex<[[UInt8]]>([])

    /// The room of a block that is done with, if there is one, with whatever is in it.
    func take() -> [UInt8] { spare.withLock { $0.popLast() } ?? [] }

    /// Takes what a block leaves.
    fileprivate func giveBack(_ bytes: [UInt8]) { spare.withLock { $0.append(bytes) } }
}

/// The bytes of a block, at the beginning of a room that goes back once nobody needs them.
final class BlockBytes: Sendable {
    /// The bytes, and what is left of the room behind them.
    let room: [UInt8]
    let count: Int
    private let giver: BlockRoom?

    init(_ room: [UInt8], count: Int, from giver: BlockRoom) {
        self.room = room
        self.count = count
        self.giver = giver
    }

    /// Bytes that leave no room.
    init(_ bytes: [UInt8]) {
        room = bytes
        count = bytes.count
        giver = nil
    }

    var bytes: ArraySlice<UInt8> { room[..<count] }

    deinit { giver?.giveBack(room) }
}
