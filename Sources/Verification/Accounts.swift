/// Account numbers that only finance may read, and where else they stand.
struct Accounts {
    /// Shorter ones could be any number.
    private static let shortest = 8
    /// Account, in UTF-8, of digits alone or of other characters too.
    private let digits: Set<ArraySlice<UInt8>>
    private let mixed: Set<ArraySlice<UInt8>>

    init(_ accounts: [String]) {
        let long = accounts.map { Array($0.utf8)[...] }.filter { $0.count >= Self.shortest }
        digits = Set(long.filter { $0.allSatisfy(isDigit) })
        mixed = Set(long.filter { !$0.allSatisfy(isDigit) })
    }

    /// The last four characters, as settings show an account; of a shorter one nothing.
    static func mask(_ account: String) -> String {
        account.count > 4 ? "****" + account.suffix(4) : "****"
    }

    /// Each file outside of `payments/` that shows an account, at its first place.
    func leaks(in folder: FolderContents) -> [Failure] {
        var failures: [Failure] = []
        for path in folder.files.keys.sorted(by: isBefore) where !path.hasPrefix("payments/") {
            guard let bytes = folder.files[path].map({ shown($0, at: path) }),
                let place = ranges(in: bytes).first
            else { continue }
            let line = bytes[..<place.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
            let account = String(decoding: bytes[place], as: UTF8.self)
            failures.append(
                Failure(.accountLeak, file: path, line: line, found: Self.mask(account)))
        }
        return failures
    }

    /// A file as people see it: the parts of a workbook unpacked, one after another.
    private func shown(_ bytes: [UInt8], at path: String) -> [UInt8] {
        guard path == Document.reportWorkbook.rawValue, let archive = ZipArchive(bytes) else {
            return bytes
        }
        return archive.names.compactMap(archive.part).reduce(into: []) { all, part in
            all += part + [UInt8(ascii: "\n")]
        }
    }

    /// `text` with every account in it masked.
    func masked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var masked: [UInt8] = []
        var position = 0
        for range in ranges(in: bytes) where range.lowerBound >= position {
            masked += bytes[position..<range.lowerBound]
            masked += Self.mask(String(decoding: bytes[range], as: UTF8.self)).utf8
            position = range.upperBound
        }
        masked += bytes[position...]
        return String(decoding: masked, as: UTF8.self)
    }

    /// Where accounts stand in `bytes`, as whole runs of digits or of letters, digits and hyphens.
    private func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var found = runs(of: isDigit, in: bytes, among: digits)
        found += runs(of: isAccountCharacter, in: bytes, among: mixed)
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Of a run that is long enough, one byte is among each `shortest` that follow one another.
    private func runs(
        of belongs: (UInt8) -> Bool, in bytes: [UInt8], among accounts: Set<ArraySlice<UInt8>>
    ) -> [Range<Int>] {
        guard !accounts.isEmpty else { return [] }
        var found: [Range<Int>] = []
        var floor = 0
        var position = Self.shortest - 1
        while position < bytes.count {
            guard belongs(bytes[position]) else {
                position += Self.shortest
                continue
            }
            var start = position
            while start > floor, belongs(bytes[start - 1]) { start -= 1 }
            var end = position + 1
            while end < bytes.count, belongs(bytes[end]) { end += 1 }
            if end - start >= Self.shortest, accounts.contains(bytes[start..<end]) {
                found.append(start..<end)
            }
            floor = end
            position = end + Self.shortest
        }
        return found
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

private func isAccountCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
        true
    default: false
    }
}
