import Foundation
import Intake
import Synchronization
import Testing

struct IntakeProgressTests {
    @Test func bytesReadDoNotExceedThoseInAll() throws {
        var sample = IntakeSample()
        for name in ["a.csv", "b.csv"] {
            sample.add(name, IntakeSample.header + "\nSF1,甲,2026-05-05,1\n")
        }
        let all = sample.files.reduce(0) { $0 + $1.bytes.count }
        let progress = IntakeProgress()
        #expect(progress.bytesInAll == 0)
        _ = try sample.reading(IntakeOptions(threads: 2, progress: progress))
        #expect(progress.bytesInAll == all)
        #expect(progress.bytesRead == all)
    }

    /// A line that is passed over comes to no block before its end, and is read all the same.
    @Test func bytesOfALongLineCountWhileTheyAreRead() throws {
        let length = 48 << 20
        var sample = IntakeSample()
        sample.add(
            "a.csv",
            bytes: Array((IntakeSample.header + "\n").utf8)
                + [UInt8](repeating: 0x78, count: length))
        let progress = IntakeProgress()
        let seen = Seen()
        Thread.detachNewThread {
            while seen.add(progress.bytesRead) { Thread.sleep(forTimeInterval: 0.000_1) }
        }
        _ = try sample.reading(IntakeOptions(threads: 1, progress: progress))
        let values = seen.end()
        #expect(values.contains { (length / 8...length / 8 * 7).contains($0) })
    }

    /// The values that another thread has seen, for as long as it is to look.
    private final class Seen: Sendable {
        private let values = Mutex<Set<Int>>([])
        private let isOver = Mutex(false)

        func add(_ value: Int) -> Bool {
            values.withLock { _ = $0.insert(value) }
            return !isOver.withLock(\.self)
        }

        func end() -> Set<Int> {
            isOver.withLock { $0 = true }
            return values.withLock(\.self)
        }
    }
}
