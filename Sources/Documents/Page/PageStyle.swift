private import Crypto
private import Foundation

/// The one style sheet of a template.
enum PageStyle {
    /// The digest by which a page's policy lets its style sheet pass, and no other.
    static func digest(of source: String) -> String {
        let start = source.range(of: "<style>")
        let end = source.range(of: "</style>")
        guard let start, let end, start.upperBound <= end.lowerBound else {
            preconditionFailure("the template has one style sheet")
        }
        let style = Array(source[start.upperBound..<end.lowerBound].utf8)
        return Data(SHA256.hash(data: style)).base64EncodedString()
    }
}
