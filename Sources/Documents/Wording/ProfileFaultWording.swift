import Subsidy

/// What is wrong with a bank profile or the list of payment files, and what to do.
enum ProfileFaultWording {
    static func texts(of problem: InputFault.Problem) -> (problem: Text, remedy: Text) {
        switch problem {
        case .unknownProfile(let nearest, let known):
            (
                Text(
                    "没有这种付款文件；已有：\(known.joined(separator: "、"))",
                    "there is no payment file of this name; there are "
                        + known.joined(separator: ", ")),
                nearest.map {
                    Text("最接近的是“\($0)”，请更正", "the nearest is “\($0)”; correct it")
                }
                    ?? Text(
                        "请更正，或将自己的模板以“名称.profile.yaml”放在 fentan.yaml 旁",
                        "correct it, or put a profile of your own beside fentan.yaml "
                            + "as NAME.profile.yaml")
            )
        case .repeatedFile(let file):
            (
                Text("已有付款文件名为 \(file)", "another payment file is named \(file) already"),
                Text("请用 file 另起文件名", "give one of the two another name with file")
            )
        case .keyOfAnotherKind(let kind):
            (
                Text("“\(kind)”没有这个设置项", "“\(kind)” has no such setting"),
                Text("请删去", "take it out")
            )
        case .noColumnFrom(let source):
            (
                Text(
                    "没有一列取自 \(source)，写出的文件无法核对",
                    "no column is from \(source), so the file could not be read back"),
                Text("请加上一列 from: \(source)", "add a column with from: \(source)")
            )
        case .twoColumnsFrom(let source):
            (
                Text("有两列取自 \(source)", "two columns are from \(source)"),
                Text("请只留一列", "keep one of them")
            )
        default: textsOfValues(problem)
        }
    }

    private static func textsOfValues(
        _ problem: InputFault.Problem
    ) -> (problem: Text, remedy: Text) {
        switch problem {
        case .notCarried(let scalar, let file):
            (
                Text(
                    "含有 \(file) 无法承载的字符 \(HoldWording.codePoint(scalar))",
                    "it has a character that \(file) cannot carry "
                        + "(\(HoldWording.codePoint(scalar)))"),
                Text("请更正，或改用其他付款文件", "correct it, or ask for another payment file")
            )
        case .tooLongForFile(let limit, let file):
            (
                Text(
                    "超过 \(file) 的 \(limit) 个字符",
                    "it is longer than the \(limit) characters that \(file) has room for"),
                Text("请缩短，或改用其他付款文件", "shorten it, or ask for another payment file")
            )
        case .holdsPayerAccount:
            (
                Text(
                    "含有付款账号，而模板会出现在报告中",
                    "it holds the payer's account, and reports show profiles"),
                Text(
                    "请改用 from: payer-account，表头行中用 {payer-account}",
                    "write from: payer-account, or {payer-account} in a line")
            )
        case .shippedName:
            (
                Text("这是自带模板的名称", "a shipped profile has this name"),
                Text("请改文件名", "give the file another name")
            )
        default:
            (
                Text(
                    "文件名不能作为模板名称", "a profile cannot be named like this"),
                Text(
                    "请只用字母、数字、- _ .，至多 60 字",
                    "use letters, digits, - _ and ., 60 at most")
            )
        }
    }
}
