import Foundation
import Glibc
import Intake
import Synchronization

/// A bar on the terminal while exports are read: bytes, rate and time left; gone when they are.
///
/// Nothing is shown where standard error is no terminal.
final class ProgressBar: Sendable {
    private static let interval = 0.08
    private static let width = 24

    private let progress: IntakeProgress
    private let isColored: Bool
    private let started = ContinuousClock.now
    private let isDone = Mutex(false)

    /// Nil where there is no terminal to show it on.
    init?(_ progress: IntakeProgress, environment: [String: String]) {
        guard isatty(STDERR_FILENO) == 1, environment["TERM"] != "dumb" else { return nil }
        self.progress = progress
        // no-color.org: any value but an empty one.
        isColored = environment["NO_COLOR", default: ""].isEmpty
        Thread.detachNewThread { [self] in
            while true {
                Thread.sleep(forTimeInterval: Self.interval)
                let isOver = isDone.withLock { isDone in
                    if !isDone { show() }
                    return isDone
                }
                if isOver { return }
            }
        }
    }

    /// Takes the bar away.
    func finish() {
        isDone.withLock { isDone in
            isDone = true
            write("\r\u{1B}[K")
        }
    }

    private func show() {
        let total = progress.bytesInAll
        guard total > 0 else { return }
        let elapsed = started.duration(to: .now)
        let line = Self.line(
            read: min(progress.bytesRead, total), of: total,
            milliseconds: Int(elapsed / .milliseconds(1)))
        write("\r\u{1B}[K" + (isColored ? "\u{1B}[36m" + line + "\u{1B}[0m" : line))
    }

    /// `██████░░░░  61%  612 MB of 1,003 MB  870 MB/s  0:01 left`.
    static func line(read: Int, of total: Int, milliseconds: Int) -> String {
        let filled = width * read / max(total, 1)
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: width - filled)
        let megabyte = 1_000_000
        let rate = read / max(milliseconds, 1) * 1000
        let left = rate > 0 ? (total - read) / rate : 0
        let seconds = left % 60
        return "\(bar) \(100 * read / max(total, 1))%  \(read / megabyte) of "
            + "\(total / megabyte) MB  \(rate / megabyte) MB/s  "
            + "\(left / 60):\(seconds < 10 ? "0" : "")\(seconds) left"
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
