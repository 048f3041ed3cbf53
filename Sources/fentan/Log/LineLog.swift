import Documents
import Foundation
import Logging

/// Messages as lines, each of them one line whatever names are in it: notices on standard output,
/// every other level on standard error.
struct LineLog: LogHandler {
    private let format: LogStyle.Format
    var logLevel: Logger.Level
    /// None is ever given: a message has all that it says in its words.
    var metadata: Logger.Metadata = [:]

    init(style: LogStyle) {
        format = style.format
        logLevel = style.isVerbose ? .info : .notice
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let message = Excerpt.line(event.message.description)
        let isResult = event.level == .notice
        let line =
            switch format {
            case .text: isResult ? message : "fentan: " + message
            case .json: Self.json(event.level, message, at: ChinaTime.now())
            }
        if isResult {
            ToldResults.write(line + "\n")
        } else {
            // Who cannot be told is not told; the exit still says it.
            try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
        }
    }

    /// `{"level":"error","message":"…","time":"2027-01-15T02:00:00+08:00"}`.
    static func json(_ level: Logger.Level, _ message: String, at time: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let fields = ["level": level.rawValue, "message": message, "time": time]
        let bytes = (try? encoder.encode(fields)) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
