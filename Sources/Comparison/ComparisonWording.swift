package import Documents

/// The fixed texts of a comparison.
enum ComparisonLabel {
    case inputs, settings, sums, enterprises, codes, goneFindings, newFindings, others
    case added, removed, altered, joined, left

    var text: Text {
        switch self {
        case .inputs: Text(zh: "输入文件", en: "Inputs")
        case .settings: Text(zh: "设置", en: "Settings")
        case .sums: Text(zh: "合计", en: "Sums")
        case .enterprises: Text(zh: "企业", en: "Enterprises")
        case .codes: Text(zh: "各代码的条数", en: "Findings by code")
        case .goneFindings: Text(zh: "不再有的问题", en: "Findings that are gone")
        case .newFindings: Text(zh: "新出现的问题", en: "Findings that are new")
        case .others: Text(zh: "其他", en: "Other figures")
        case .added: Text(zh: "新增", en: "added")
        case .removed: Text(zh: "移除", en: "removed")
        case .altered: Text(zh: "内容不同", en: "other content")
        case .joined: Text(zh: "新增", en: "joined")
        case .left: Text(zh: "退出", en: "left")
        }
    }
}

/// The sentences of a comparison.
package enum ComparisonWording {
    static func more(_ count: Int) -> Text {
        Text(zh: "另有 \(count) 项", en: "\(count) more")
    }

    package static func equal(_ old: String, _ new: String) -> Text {
        Text(zh: "\(old) 与 \(new) 相同。", en: "\(old) and \(new) are equal.")
    }

    package static func head(
        _ old: String, _ new: String, _ comparison: FolderComparison
    ) -> Text {
        let (from, to) = (comparison.old.state, comparison.new.state)
        return Text(
            zh: "\(old)（\(from)）→ \(new)（\(to)）", en: "\(old) (\(from)) → \(new) (\(to))")
    }

    package static func noOutput(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：不是 fentan 的输出文件夹，或其 report.json 无法读取。请指明输出文件夹。",
            en: "\(folder): no output folder of fentan, or its report.json cannot be read. "
                + "Name an output folder.")
    }
}
