internal import Crypto
internal import Foundation

/// What each award became: issued under an id, held, or nothing.
enum PaymentStates {
    /// `payerAccount` is the account as pain.001 has it; nil where that file is not there.
    static func failures(of report: ReportFile, payerAccount: String?) -> [Failure] {
        guard report.state.hasAwards else { return [] }
        var proof = Proof(.report)
        let tail = payerAccount.map(accountDigest) ?? commonTail(of: report)
        for award in report.awards {
            identify(award, in: report, tail: tail, proof: &proof)
        }
        proof.equal(report.totals.awards, report.pool, .totals, place: "totals.awards")
        return proof.failures
    }

    /// The last six characters of every payment id, made of the account that pays.
    static func accountDigest(_ account: String) -> String {
        Digests.hex(SHA256.hash(data: Array(account.utf8))).prefix(6).uppercased()
    }

    /// An id is year, code, a two-digit attempt that is not 00, and the payer's digest.
    private static func identify(
        _ award: ReportFile.Award, in report: ReportFile, tail: String, proof: inout Proof
    ) {
        guard let id = award.paymentId else {
            let isDue = award.payment == .issued && report.state == .published
            proof.require(!isDue, .paymentID, place: award.uscc)
            return
        }
        let attempt = id.utf8.dropFirst(22).prefix(2)
        let isNumbered =
            attempt.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && !attempt.elementsEqual("00".utf8)
        let head = "\(report.year)\(award.uscc)"
        proof.require(
            award.payment == .issued && id.utf8.count == 30 && head.utf8.count == 22
                && id.hasPrefix(head) && isNumbered && id.hasSuffix(tail) && isDigest(id.suffix(6)),
            .paymentID, place: award.uscc, expected: "\(head)01\(tail)", found: id)
    }

    /// The digest of the first id: all have the same payer, whoever it is.
    private static func commonTail(of report: ReportFile) -> String {
        String(report.awards.lazy.compactMap(\.paymentId).first?.suffix(6) ?? "")
    }

    private static func isDigest(_ text: Substring) -> Bool {
        text.utf8.count == 6 && text.utf8.allSatisfy { "0123456789ABCDEF".utf8.contains($0) }
    }
}
