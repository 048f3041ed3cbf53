import Mustache

/// The lines of a table, each made when it is written: of ten thousand no more than two are held.
struct PageLines<Line: Sendable>: Sequence, MustacheSequence, Sendable {
    private let lines: [Line]
    /// Of a line and its number, from 1.
    private let part: @Sendable (Line, Int) -> PagePart

    init(_ lines: [Line], part: @escaping @Sendable (Line, Int) -> PagePart) {
        self.lines = lines
        self.part = part
    }

    func makeIterator() -> AnyIterator<PagePart> {
        var index = 0
        return AnyIterator {
            guard index < lines.count else { return nil }
            index += 1
            return part(lines[index - 1], index)
        }
    }
}
