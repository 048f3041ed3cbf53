/// The 统一社会信用代码 and its check digit (GB 32100-2015).
enum CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Whether `code` is 18 characters that fit together.
    ///
    /// Each place weighs 3 times the one before it, modulo 31; with the check digit, which weighs
    /// 1, all of them sum to a multiple of 31.
    static func holds(_ code: String) -> Bool {
        guard code.utf8.count == 18 else { return false }
        var sum = 0
        var weight = 1
        for (place, byte) in code.utf8.enumerated() {
            guard let value = alphabet.firstIndex(of: byte) else { return false }
            sum += value * (place == 17 ? 1 : weight)
            weight = weight * 3 % 31
        }
        return sum % 31 == 0
    }
}
