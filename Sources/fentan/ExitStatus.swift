/// What the command's exit says (sysexits.h, and 21 for a year that is published already).
enum ExitStatus: Int32 {
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
}
