import Documents

/// What the command says of a new programme's folder.
extension Texts {
    static func exists(_ path: String) -> Text {
        Text(
            zh: "\(path)：已存在，未写入任何文件。请另指一个不存在的文件夹。",
            en: "\(path): it exists already; nothing is written. Name a folder that is not there.")
    }

    static func programmeMade(_ folder: String, year: Int) -> Text {
        Text(
            zh: "已建立 \(year) 年度：\(folder)。内容为样例；\(folder)/fentan.yaml 开头写明如何换成真实内容。",
            en: "made, for \(year): \(folder). What is in it is a sample; the head of "
                + "\(folder)/fentan.yaml says how to put real contents in its place.")
    }

    static func nextCheck(_ folder: String) -> Text {
        let command = NextCommand(programme: folder).line("check")
        return Text(zh: "下一步：\(command)", en: "next: \(command)")
    }
}
