internal import Foundation
internal import FoundationXML

extension XMLParser {
    /// Of a whole file at once the parser takes no more than 10 MB.
    convenience init(inPieces data: Data) { self.init(stream: InputStream(data: data)) }
}
