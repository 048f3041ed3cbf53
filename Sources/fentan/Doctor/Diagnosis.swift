import Documents

/// One line of `fentan doctor`: what was looked at, and that it is fine or what to do.
struct Diagnosis: Equatable, Sendable {
    enum Topic: Sendable {
        case program
        case libraries
        case locale
        case clock
        case settings
        case tables
        case exports
        case permissions
        case disk
        case lock
        case ledger
        case key
        case nextYear
    }

    let topic: Topic
    let isFine: Bool
    /// What is there; where it is not fine, what is wrong and what to do.
    let text: Text

    static func fine(_ topic: Topic, _ text: Text) -> Diagnosis {
        Diagnosis(topic: topic, isFine: true, text: text)
    }

    static func mend(_ topic: Topic, _ text: Text) -> Diagnosis {
        Diagnosis(topic: topic, isFine: false, text: text)
    }

    /// Fine with what `body` finds; what it throws is what is wrong.
    static func of(_ topic: Topic, _ body: () throws -> Text) -> Diagnosis {
        do {
            return fine(topic, try body())
        } catch {
            return mend(topic, RunFailure(error).text)
        }
    }

    var line: Text {
        let name = DoctorTexts.name(of: topic)
        return Text(
            zh: (isFine ? "正常  " : "处理  ") + name.zh + "：" + text.zh,
            en: (isFine ? "fine  " : "MEND  ") + name.en + ": " + text.en)
    }
}
