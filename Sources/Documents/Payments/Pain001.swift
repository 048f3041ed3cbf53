private import Foundation
import Subsidy
private import XMLCoder

/// `payments/pain.001.xml`: ISO 20022 CustomerCreditTransferInitiation, pain.001.001.09.
enum Pain001 {
    private static let namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"

    static func bytes(_ order: PaymentOrder) throws -> [UInt8] {
        let encoder = XMLEncoder()
        encoder.outputFormatting = [.prettyPrinted]
        let data = try encoder.encode(
            CreditTransferDocument(order), withRootKey: "Document",
            rootAttributes: ["xmlns": namespace],
            header: XMLHeader(version: 1.0, encoding: "UTF-8"))
        return Array(data) + [0x0A]
    }

    /// The year and 24 hexadecimal digits over what is paid: the same order, the same id.
    static func messageID(of order: PaymentOrder) -> String {
        let lines = order.payments.map { "\($0.id.text),\($0.amount)\n" }.joined()
        let digest = Checksums.hexDigest(of: Array(lines.utf8))
        return "\(order.year)-\(digest.prefix(24).uppercased())"
    }
}
