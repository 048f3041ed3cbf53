/// Collects what does not hold of one file; of many alike it keeps the first few and counts on.
struct Proof {
    /// So many failures of one check are listed for a file.
    static let listed = 20

    let file: String
    private var kept: [Failure] = []
    private var counts: [Check: Int] = [:]

    init(_ document: Document) { file = document.rawValue }

    init(file: String) { self.file = file }

    var failures: [Failure] {
        var all = kept
        for (check, count) in counts where count > Self.listed {
            if let last = all.lastIndex(where: { $0.check == check }) {
                all[last].others = count - Self.listed
            }
        }
        return all
    }

    mutating func fail(
        _ check: Check, line: Int? = nil, place: String = "",
        expected: String? = nil, found: String? = nil
    ) {
        counts[check, default: 0] += 1
        guard counts[check, default: 0] <= Self.listed else { return }
        kept.append(
            Failure(
                check, file: file, line: line, place: place, expected: expected, found: found))
    }

    /// Fails unless `condition` holds.
    mutating func require(
        _ condition: Bool, _ check: Check, line: Int? = nil, place: @autoclosure () -> String = "",
        expected: @autoclosure () -> String? = nil, found: @autoclosure () -> String? = nil
    ) {
        if condition { return }
        fail(check, line: line, place: place(), expected: expected(), found: found())
    }

    /// Fails unless `found` is `expected`, to the scalar: texts that only look alike differ.
    mutating func equal(
        _ found: String?, _ expected: String?, _ check: Check, line: Int? = nil, place: String = ""
    ) {
        if let found, let expected, found.utf8.elementsEqual(expected.utf8) { return }
        if found == nil, expected == nil { return }
        fail(check, line: line, place: place, expected: expected, found: found)
    }

    mutating func equal(
        _ found: UInt128, _ expected: UInt128, _ check: Check, line: Int? = nil, place: String = ""
    ) {
        if found == expected { return }
        fail(
            check, line: line, place: place, expected: String(expected), found: String(found))
    }
}
