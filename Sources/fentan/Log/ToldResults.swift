import Glibc
import Synchronization

/// What a command tells on standard output beside its work, which goes on where that is full.
enum ToldResults {
    private struct State {
        var fault: StreamFault?
        var isSaid = false
    }

    private static let state = Mutex(State())

    /// Writes a text, or keeps the first refusal.
    static func write(_ text: String) {
        do {
            try StandardOutput.write(text)
        } catch {
            // A reader that has gone has heard what it wanted.
            guard let fault = error as? StreamFault, fault.code != EPIPE else { return }
            state.withLock { $0.fault = $0.fault ?? fault }
        }
    }

    /// The refusal, to be said once.
    static func unsaidFault() -> StreamFault? {
        state.withLock { state in
            if state.isSaid { return nil }
            state.isSaid = state.fault != nil
            return state.fault
        }
    }

    /// Whether something could not be told: then no exit is a success.
    static var areIncomplete: Bool { state.withLock { $0.fault != nil } }
}
