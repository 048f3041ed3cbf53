import Subsidy
import Testing

struct WaybillKeyTests {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_/".utf8)

    private func key(_ bytes: [UInt8]) -> WaybillKey? { WaybillKey(packing: bytes.span) }

    @Test func shortNumbersHaveKeysOfTheirOwnAndComeBackWhole() {
        var keys: Set<WaybillKey> = [.none]
        var longest: [[UInt8]] = [[]]
        var wrong: [String] = []
        for _ in 1...3 {
            longest = longest.flatMap { number in Self.alphabet.map { number + [$0] } }
            for number in longest {
                guard let key = key(number), key.characters == number, keys.insert(key).inserted
                else {
                    wrong.append(String(decoding: number, as: UTF8.self))
                    continue
                }
            }
        }
        #expect(wrong == [])
        #expect(keys.count == 1 + 39 + 39 * 39 + 39 * 39 * 39)
    }

    @Test(arguments: 1...24)
    func numbersOfEveryLengthComeBackWhole(length: Int) {
        var draw = SystemRandomNumberGenerator()
        var keys: [WaybillKey: [UInt8]] = [:]
        for trial in 0..<200 {
            let number = (0..<length).map { _ in
                trial == 0
                    ? 0x30 : trial == 1 ? 0x2F : Self.alphabet.randomElement(using: &draw) ?? 0
            }
            let key = key(number)
            #expect(key?.characters == number)
            #expect(key?.longNumber == nil)
            if let key, let other = keys.updateValue(number, forKey: key) {
                #expect(other == number)
            }
        }
    }

    @Test func leadingZerosMakeAnotherNumber() {
        let zeros = (1...24).map { key([UInt8](repeating: 0x30, count: $0)) }
        #expect(Set(zeros).count == 24)
        #expect(key(Array("0123".utf8)) != key(Array("123".utf8)))
    }

    @Test(arguments: [
        "", "sf1", "SF 1", "SF1.", "SF１", "甲", "A\u{0}", String(repeating: "1", count: 25),
    ])
    func otherNumbersDoNotPack(number: String) {
        #expect(key(Array(number.utf8)) == nil)
    }

    @Test func longNumbersHaveKeysThatNoPackedOneHas() {
        for index in [0, 1, 1 << 40] {
            let long = WaybillKey(longNumber: index)
            #expect(long.longNumber == index)
            #expect(long.characters == [])
            #expect(long != .none)
        }
        #expect(key([UInt8](repeating: 0x2F, count: 24))?.longNumber == nil)
        #expect(WaybillKey(longNumber: 1) != WaybillKey(longNumber: 2))
        #expect(WaybillKey.none.characters == [])
    }

    @Test func numbersThatFollowOneAnotherFallIntoAllPartitions() {
        var low = [Int](repeating: 0, count: 256)
        var high = low
        for number in 0..<64_000 {
            guard let key = key(Array("SF\(1_000_000_000_000 + number)".utf8)) else { continue }
            low[Int(key.mixed & 255)] += 1
            high[Int(key.mixed >> 20 & 255)] += 1
        }
        // 250 on average; a fair mix strays by some 16.
        #expect(low.allSatisfy { (150...350).contains($0) })
        #expect(high.allSatisfy { (150...350).contains($0) })
    }
}
