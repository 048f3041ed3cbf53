import Glibc
import Synchronization

/// Requests to end, held back while something stands half made: nothing is left behind.
enum Interruption {
    /// What was half made is to be taken away; the process ends as soon as it is.
    struct Requested: Error {}

    private static let signals = [SIGINT, SIGTERM, SIGHUP]
    private static let pending = Atomic<Int32>(0)
    private static let isHeld = Atomic(false)

    /// Calls `body` to its end, and then ends the process if that was asked for meanwhile.
    static func held<Value>(_ body: () throws -> Value) rethrows -> Value {
        if isHeld.exchange(true, ordering: .sequentiallyConsistent) { return try body() }
        let before = signals.map { replace($0) }
        defer {
            for (number, handler) in zip(signals, before) { _ = signal(number, handler) }
            isHeld.store(false, ordering: .sequentiallyConsistent)
            let asked = pending.exchange(0, ordering: .sequentiallyConsistent)
            if asked != 0 { raise(asked) }
        }
        return try body()
    }

    /// Throws where the process is asked to end: before anything is recorded, and not later.
    static func check() throws {
        if pending.load(ordering: .sequentiallyConsistent) != 0 { throw Requested() }
    }

    /// Notes the signal instead of obeying it; one that is ignored stays so.
    private static func replace(_ number: Int32) -> __sighandler_t? {
        let before = signal(number) {
            Interruption.pending.store($0, ordering: .sequentiallyConsistent)
        }
        if unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
            _ = signal(number, SIG_IGN)
        }
        return before
    }
}
