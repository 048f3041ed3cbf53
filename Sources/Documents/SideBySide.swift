private import Dispatch
private import Synchronization

/// Pieces of work that begin at once and run beside whoever waits for their results.
final class SideBySide<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let values = Mutex<[Result<Value, any Error>?]>([])

    /// Begins a piece of work, on a thread of the system's own.
    func begin(_ work: @escaping @Sendable () throws -> Value) {
        let index = values.withLock { values in
            values.append(nil)
            return values.count - 1
        }
        DispatchQueue.global().async(group: group) {
            let value = Result { try work() }
            self.values.withLock { $0[index] = value }
        }
    }

    /// What all of it came to, in the order of beginning.
    ///
    /// - Throws: what the first one threw that could not be done.
    func results() throws -> [Value] {
        group.wait()
        return try values.withLock { try $0.compactMap { try $0?.get() } }
    }
}
