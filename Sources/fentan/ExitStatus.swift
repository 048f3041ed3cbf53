/// What the command's exit says (sysexits.h, and 21 for a year that is published already).
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    /// `compare`: the two outputs are not equal.
    case different = 1
    case publishedOtherwise = 21
    case usage = 64
    case dataForbids = 65
    case inputUnusable = 66
    case checkFailed = 70
    case cannotCreate = 73
    case inputOutput = 74
    case locked = 75
    case notPrivate = 77
    case configuration = 78

    /// For the command's help and its manual.
    static let list = allCases.map { status in
        "  \(status.rawValue)" + (status.rawValue < 10 ? "   " : "  ") + status.meaning
    }.joined(separator: "\n")

    private var meaning: String {
        switch self {
        case .done: "done, or published already from the same inputs"
        case .different: "compare: not equal"
        case .publishedOtherwise: "published already from other inputs; nothing is written"
        case .usage: "the command line is wrong"
        case .dataForbids: "the data does not allow a payment"
        case .inputUnusable: "an input is missing or cannot be used"
        case .checkFailed: "a check of the program's own failed, or a folder does not hold"
        case .cannotCreate: "the output cannot be created"
        case .inputOutput: "input or output failed; a full disk, for instance"
        case .locked: "another run is at work"
        case .notPrivate: "the signing key can be read by others"
        case .configuration: "fentan.yaml is wrong; doctor: something is to be mended"
        }
    }
}
