import DelimitedText
import Subsidy
private import Synchronization

/// What is known of a file once all its blocks have been handed out.
struct ExportDigest: Sendable {
    let export: Export
    let sha256: String
    let bytes: Int
}

/// Hands out the blocks of all exports, one after another, to as many workers as ask.
///
/// Reading and cutting take turns under one lock; digests, taking apart and converting run beside it.
final class ExportQueue: Sendable {
    private struct State: ~Copyable {
        var nextFile = 0
        var stream: ExportStream?
        var digests: [ExportDigest] = []
        var failure: InputFault?
    }

    private let folder: ExportFolder
    private let settings: [ExportSettings]
    private let blockBytes: Int
    private let progress: IntakeProgress
    private let room = BlockRoom()
    private let state = Mutex(State())

    init(
        folder: ExportFolder, settings: [ExportSettings], blockBytes: Int,
        progress: IntakeProgress = IntakeProgress()
    ) {
        self.progress = progress
        self.folder = folder
        self.settings = settings
        self.blockBytes = blockBytes
    }

    /// The next block; nil when all exports are read, or one could not be.
    func next() -> Block? {
        let (block, digest) = take()
        digest?.work()
        return block
    }

    /// The next block, and the digest of its file.
    private func take() -> (Block?, RollingDigest?) {
        state.withLock { state in
            do throws(InputFault) {
                while state.failure == nil {
                    if let block = try state.stream?.next() { return (block, state.stream?.digest) }
                    close(&state)
                    guard state.nextFile < folder.exports.count else { return (nil, nil) }
                    state.stream = try open(state.nextFile)
                    state.nextFile += 1
                }
            } catch {
                state.failure = error
            }
            return (nil, nil)
        }
    }

    /// The files' digests, in their order, once `next` has returned nil.
    func digests() throws(InputFault) -> [ExportDigest] {
        let (digests, failure) = state.withLock { ($0.digests, $0.failure) }
        if let failure { throw failure }
        return digests
    }

    private func close(_ state: inout State) {
        guard let stream = state.stream.take() else { return }
        let export = stream.export
        let bytes = stream.byteCount
        state.digests.append(
            ExportDigest(export: export, sha256: stream.finalDigest(), bytes: bytes))
    }

    private func open(_ index: Int) throws(InputFault) -> ExportStream {
        let path = folder.path + "/" + folder.exports[index]
        let opened = try ExportOpening.open(
            path, index: UInt16(index), folder: folder, settings: settings)
        return try ExportStream(
            opened, path: path, label: folder.name + "/" + folder.exports[index],
            blockBytes: blockBytes, room: room, progress: progress)
    }
}
