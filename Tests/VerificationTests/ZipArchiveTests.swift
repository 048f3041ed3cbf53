import Testing

@testable import Verification

/// An archive whose list says of its parts what would take memory.
struct ZipArchiveTests {
    private static let parts = [(name: "a", text: "part of a"), (name: "b", text: "part of b")]

    /// A number of four bytes in the list of parts.
    struct Claim: Sendable {
        let part: Int
        let field: Int
        let value: Int

        static func packed(_ part: Int, _ value: Int) -> Claim { .init(part, 20, value) }
        static func size(_ part: Int, _ value: Int) -> Claim { .init(part, 24, value) }
        static func place(_ part: Int, _ value: Int) -> Claim { .init(part, 42, value) }

        private init(_ part: Int, _ field: Int, _ value: Int) {
            (self.part, self.field, self.value) = (part, field, value)
        }
    }

    private static func archive(_ claims: [Claim]) -> [UInt8] {
        var bytes = Sample.archive(parts)
        let list = bytes.count - 22 - parts.count * 47
        for claim in claims {
            for byte in 0..<4 {
                bytes[list + 47 * claim.part + claim.field + byte] = UInt8(
                    truncatingIfNeeded: claim.value >> (8 * byte))
            }
        }
        return bytes
    }

    @Test func partsAreTakenOut() throws {
        let archive = try #require(ZipArchive(Self.archive([])))
        #expect(archive.names == ["a", "b"])
        #expect(archive.part("a") == Array("part of a".utf8))
        #expect(archive.part("b") == Array("part of b".utf8))
        #expect(archive.part("c") == nil)
    }

    @Test(
        arguments: [
            ("b stands where a does", [.place(1, 0)]),
            ("a reaches into b", [.packed(0, 10)]),
            ("b reaches into the list", [.packed(1, 10)]),
            ("b stands beyond the end", [.place(1, 1 << 30)]),
            ("a is larger than all that is read", [.size(0, 257 << 20)]),
            ("a is no such archive's part", [.size(0, 101 * 196)]),
            ("both together are too large", [.size(0, 51 * 196), .size(1, 51 * 196)]),
        ] as [(String, [Claim])])
    func whatWouldTakeMemoryIsRefused(name: String, claims: [Claim]) {
        let bytes = Self.archive(claims)
        #expect(bytes.count == 196)
        #expect(ZipArchive(bytes) == nil, "\(name)")
    }

    @Test func sizeThatIsNotTheParts() throws {
        let archive = try #require(ZipArchive(Self.archive([.size(0, 10)])))
        #expect(archive.part("a") == nil)
    }
}
