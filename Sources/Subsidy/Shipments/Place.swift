/// A row's place: its file among the run's exports, in byte order of names, and its first line.
package struct Place: Hashable, Comparable, Sendable {
    package let file: UInt16
    /// From 1, as an editor counts.
    package let line: UInt32

    package init(file: UInt16, line: UInt32) {
        self.file = file
        self.line = line
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.file, left.line) < (right.file, right.line)
    }
}
