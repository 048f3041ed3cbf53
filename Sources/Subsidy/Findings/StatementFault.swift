/// Why a bank's statement cannot be read.
package enum StatementFault: Equatable, Sendable {
    case missing
    /// A folder, a pipe or a device.
    case notPlain
    /// Neither CSV nor XML.
    case format(ForeignFormat)
    case notXML
    /// A DOCTYPE: entities are never followed.
    case documentType
    /// A processing instruction of a name alone, which the XML parser does not survive.
    case bareInstruction
    /// XML that is no pain.002.001.10.
    case otherMessage
    /// An answer to something else than a pain.001.
    case otherOrder
    case repeated
    case paymentID
    case state
    case amount
    case currency
    case date
}
