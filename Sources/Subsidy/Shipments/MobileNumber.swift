/// The form of a person's mobile number: eleven digits from 13 to 19, with 86 in front or not.
package enum MobileNumber {
    /// Whether these digits, in order and without what stands between them, can be one.
    package static func canBe(_ digits: some BidirectionalCollection<Int>) -> Bool {
        guard digits.count == 11 || (digits.count == 13 && digits.starts(with: [8, 6])) else {
            return false
        }
        let own = Array(digits.suffix(11))
        return own[0] == 1 && own[1] >= 3
    }
}
