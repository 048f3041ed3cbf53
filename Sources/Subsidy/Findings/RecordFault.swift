/// Why records that one step of intake has written cannot be used by the next.
package enum RecordFault: Error, Equatable, Sendable {
    /// No records at all.
    case foreign
    /// In a form that this version does not read.
    case otherForm(Int)
    /// Made by another version, by other rules or of other exports.
    case otherRules
    /// They end before their end.
    case truncated
    /// A byte is not what was written.
    case damaged
    /// Something follows behind their end.
    case unexpected
    /// An export of the plan of which there is nothing, or not all of it.
    case incomplete(String)
    /// An export or a part of it that is there twice.
    case repeated(String)
    /// The rows of an export that were judged are not those that were read.
    case rowsDiffer(String)
    /// The manifest of a folder is none, or does not say what it must.
    case manifest
    /// The manifest's totals are not those of the records.
    case totalsDiffer
}
