import Subsidy

/// Why records of intake cannot be used, and what to do.
enum RecordFaultWording {
    static func texts(of fault: RecordFault) -> (problem: Text, remedy: Text) {
        (problem(fault), remedy(fault))
    }

    private static func problem(_ fault: RecordFault) -> Text {
        switch fault {
        case .foreign: Text("不是 fentan intake 写出的记录", "these are no records of fentan intake")
        case .otherForm(let form):
            Text(
                "记录格式为 \(form)，本版本不能读取", "records of form \(form), which this version does not read"
            )
        case .otherRules:
            Text(
                "由另一版本的程序，或按另外的设置、名册、认定或导出文件产生",
                "made by another version, or from other settings, roster, decisions or exports")
        case .truncated: Text("记录不完整，结尾缺失", "the records end before their end")
        case .damaged: Text("记录已损坏", "the records are damaged")
        case .unexpected: Text("记录中有不应出现的内容", "there is something that does not belong there")
        case .incomplete(let export):
            Text("\(export) 没有读全", "\(export) is not there, or not all of it")
        case .repeated(let name): Text("\(name) 出现了两次", "\(name) is there twice")
        case .rowsDiffer(let export):
            Text(
                "\(export)：判定的行与读取的行不一致",
                "\(export): the rows that were judged are not those that were read")
        case .manifest:
            Text("manifest.json 无法读取，或缺少内容", "manifest.json cannot be read, or lacks something")
        case .totalsDiffer:
            Text(
                "manifest.json 的合计与记录不符", "the totals of manifest.json are not those of the records"
            )
        }
    }

    private static func remedy(_ fault: RecordFault) -> Text {
        switch fault {
        case .foreign:
            Text("请核对路径，或传输的内容", "check the path, or what was piped")
        case .otherForm:
            Text("请使用写出它的版本", "use the version that wrote them")
        case .otherRules, .truncated, .damaged, .unexpected, .incomplete, .repeated, .rowsDiffer,
            .manifest, .totalsDiffer:
            Text("请重新读取导出文件（intake）", "run intake over the exports again")
        }
    }
}
