internal import DelimitedText

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
            guard let content = folder.files[path] else { continue }
            var search = LeakSearch(accounts: self, path: path)
            if path == Document.reportWorkbook.rawValue, let bytes = folder[path],
                let archive = ZipArchive(bytes)
            {
                for part in archive.names.lazy.compactMap(archive.part) {
                    search.take(part)
                    search.line += 1
                }
            } else if (try? content.forEachPiece { search.take($0) }) == nil {
                failures.append(Failure(.digest, file: path))
            }
            failures += [search.found].compactMap(\.self)
        }
        return failures
    }

    /// The first place of an account in a file whose parts follow one another, line by line.
    private struct LeakSearch {
        let accounts: Accounts
        let path: String
        var line = 1
        private(set) var found: Failure?

        init(accounts: Accounts, path: String) { (self.accounts, self.path) = (accounts, path) }

        mutating func take(_ bytes: [UInt8]) {
            if found != nil { return }
            let place = accounts.ranges(in: bytes).first
            line += bytes[..<(place?.lowerBound ?? bytes.count)].count { $0 == UInt8(ascii: "\n") }
            if let place {
                let account = String(decoding: bytes[place], as: UTF8.self)
                found = Failure(.accountLeak, file: path, line: line, found: mask(account))
            }
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
    fileprivate func ranges(in bytes: [UInt8]) -> [Range<Int>] {
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
