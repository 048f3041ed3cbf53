private import Synchronization

/// How far intake is, in bytes of the exports; read by whoever wants to show it.
package final class IntakeProgress: Sendable {
    private let read = Atomic<Int>(0)
    private let all = Atomic<Int>(0)

    package init() {}

    package var bytesRead: Int { read.load(ordering: .relaxed) }

    /// 0 until the exports have been listed.
    package var bytesInAll: Int { all.load(ordering: .relaxed) }

    func expect(_ bytes: Int) { all.store(bytes, ordering: .relaxed) }

    func add(_ bytes: Int) { read.add(bytes, ordering: .relaxed) }
}
