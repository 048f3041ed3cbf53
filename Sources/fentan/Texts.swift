import Documents
import Subsidy
import Verification

/// The command's own texts.
enum Texts {
    static func verified(_ folder: String, files: Int) -> Text {
        Text(
            zh: "\(folder)：\(files) 个文件全部核对无误。",
            en: "\(folder): \(plural(files, "file")) in order, every check holds.")
    }

    static func stream(_ fault: StreamFault) -> Text {
        let reason = FileTree.reason(fault.code)
        return fault.isOutput
            ? Text(
                zh: "标准输出或临时文件无法写入（\(reason)）。请检查磁盘与接收程序。",
                en: "standard output or a temporary file cannot be written (\(reason)). Check the "
                    + "disk, and what reads it.")
            : Text(
                zh: "标准输入无法读取（\(reason)）。请检查发送程序。",
                en: "standard input cannot be read (\(reason)). Check what writes it.")
    }

    static func plural(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    static func read(_ settlement: Settlement) -> Text {
        let total = settlement.reading.total
        func rows(_ rowClass: RowClass) -> String { String(total.rows(rowClass)) }
        return Text(
            zh: "读取 \(settlement.reading.files.count) 个文件 \(total.total) 行 = 计入 "
                + "\(rows(.counted)) + 重复 \(rows(.duplicate)) + 争议 \(rows(.contested)) + 不计 "
                + "\(rows(.excluded)) + 无效 \(rows(.rejected))",
            en: "read \(plural(total.total, "row")) of "
                + "\(plural(settlement.reading.files.count, "file")) = counted "
                + "\(rows(.counted)) + duplicate \(rows(.duplicate)) + contested "
                + "\(rows(.contested)) + excluded \(rows(.excluded)) + rejected \(rows(.rejected))")
    }

    static func split(_ settlement: Settlement) -> Text {
        let count = (settlement.awards ?? []).count { $0.amount > .zero }
        let (pool, issued, held) = (settlement.programme.pool, settlement.issued, settlement.held)
        return Text(
            zh: "分配 \(pool) 元给 \(count) 家企业 = 出具 \(issued) + 暂缓 \(held)",
            en:
                "split \(pool) yuan among \(plural(count, "enterprise")) = issued \(issued) + held \(held)"
        )
    }

    static func written(_ folder: String, _ state: Edition.State) -> Text {
        switch state {
        case .published:
            Text(zh: "已发布：\(folder)", en: "published: \(folder)")
        case .draft:
            Text(zh: "草案（不付款）：\(folder)", en: "draft, nothing is paid: \(folder)")
        case .checked:
            Text(zh: "已检查（不付款）：\(folder)", en: "checked, nothing is paid: \(folder)")
        case .stopped:
            Text(zh: "未付款，原因见：\(folder)", en: "nothing is paid; see: \(folder)")
        }
    }

    static func unknown(_ fault: ExplainedSubject.Fault) -> Text {
        switch fault {
        case .absent(let code):
            return Text(
                zh: "\(code)：名册上没有，各导出文件中也没有它的行。请核对代码与名册（roster.csv）。",
                en: "\(code): it is not on the roster, and no row of any export names it. "
                    + "Check the code and roster.csv.")
        case .unknown(let typed, let nearest):
            let hint = nearest.map { Text(zh: "最接近的是“\($0)”。", en: " The nearest is “\($0)”.") }
            return Text(
                zh: "“\(typed)”：不是有效的统一社会信用代码，也不是名册上的名称或别名。\(hint?.zh ?? "")请更正。",
                en: "“\(typed)”: neither a valid code (统一社会信用代码) nor a name or alias of the "
                    + "roster.\(hint?.en ?? "") Correct it.")
        }
    }

    static func absentWaybill(_ number: String) -> Text {
        Text(
            zh: "\(number)：没有任何一行有此运单号。请核对运单号；运单号被 Excel 改动过的行见 findings.csv。",
            en: "\(number): no row has this waybill. Check the number; rows whose number Excel has "
                + "damaged are in findings.csv.")
    }

    static func noWaybill(_ number: String) -> Text {
        Text(
            zh: "“\(number)”：不是运单号，或已被 Excel 改成科学计数法。请按面单填写。",
            en:
                "“\(number)”: no waybill number, or one that Excel has turned into scientific form. "
                + "Take it from the parcel's label.")
    }

    static func unknownProfile(_ name: String, nearest: String?) -> Text {
        Text(
            zh: "没有名为“\(name)”的模板。"
                + (nearest.map { "最接近的是“\($0)”。" } ?? "") + "fentan profiles 列出全部模板。",
            en: "there is no profile “\(name)”. "
                + (nearest.map { "The nearest is “\($0)”. " } ?? "")
                + "fentan profiles lists them.")
    }

    static func alreadyPublished(_ folder: String) -> Text {
        Text(
            zh: "已按同样的输入发布过，未改动：\(folder)",
            en: "published already from the same inputs, left as it is: \(folder)")
    }

    static func next(_ folder: String) -> Text {
        let folder = NextCommand.word(folder)
        return Text(zh: "下一步：fentan verify \(folder)", en: "next: fentan verify \(folder)")
    }

    static func nextAfterStop(_ next: NextCommand) -> Text {
        let command = next.line("check")
        return Text(
            zh: "下一步：按上述内容更正，然后运行 \(command)",
            en: "next: mend what is named above, then \(command)")
    }

    /// Who is not paid yet, and how that comes to an end.
    static func held(_ settlement: Settlement, _ folder: String, _ next: NextCommand) -> Text {
        let count = (settlement.awards ?? []).count { $0.position.held > .zero }
        let command = next.line("run", "--outstanding")
        return Text(
            zh: "暂缓 \(count) 家，原因见 \(folder)/payments/held.csv；更正后运行 \(command)",
            en: "held: payments to \(plural(count, "enterprise")), "
                + "see \(folder)/payments/held.csv; mend what it names, then \(command)")
    }

    static func publishedOtherwise(_ folder: String, differences: [String]) -> Text {
        let list =
            differences.prefix(8).joined(separator: ", ")
            + (differences.count > 8 ? ", …" : "")
        return Text(
            zh: "\(folder)：本年度已按其他输入发布，未写入任何文件。不同之处：\(list)。"
                + "请恢复发布时的输入；要看差别，先 --dry-run，再 fentan compare；"
                + "要改补贴，另发一批：--supersede --reason；只改了收款账户：--outstanding。",
            en: "\(folder): this year is published from other inputs; nothing is written. "
                + "What differs: \(list). Restore the inputs, or see what changes with --dry-run and "
                + "fentan compare, and publish a further batch: --supersede --reason TEXT for new "
                + "awards, --outstanding where only accounts were mended.")
    }

    static func notOurs(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：已存在，但不是 fentan 写成的输出，不予覆盖。请移走，或用 --output 另指一处。",
            en: "\(folder): it exists and is no output of fentan; it is not replaced. "
                + "Move it away, or name another folder with --output.")
    }

    static func withinInputs(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：在 exports/ 之内，下次运行会把它当作导出文件。请用 --output 另指一处。",
            en:
                "\(folder): it lies within exports/, where the next run would take it for an export. "
                + "Name another folder with --output.")
    }

    static func damaged(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：已发布的文件夹不再是发布时的样子，未作改动。请从备份恢复，或移走后重新运行。",
            en: "\(folder): what was published no longer holds; it is left as it is. "
                + "Restore it from a backup, or move it away and run again.")
    }

    static let unrecordedSums = Failure.Text(
        zh: "SHA256SUMS: 不是台账所记发布时的那份摘要清单，文件与清单已一并改过",
        en: "SHA256SUMS: not the list of digests that the ledger has of what was published; "
            + "files were changed together with it")

    static func otherPayments(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：同样的输入得出了与已发布不同的付款，未写入任何文件。请用发布时的程序版本核对。",
            en: "\(folder): the same inputs give other payments than were published; nothing is "
                + "written. Check with the version of the program that published.")
    }

    static func locked(_ folder: String, holder: Int32?) -> Text {
        let name = holder.map { Text(zh: "（进程 \($0)）", en: " (process \($0))") }
        return Text(
            zh: "\(folder)：另一次运行正在进行\(name?.zh ?? "")。请等它结束后再运行。",
            en: "\(folder): another run is under way\(name?.en ?? ""). Run again when it has ended."
        )
    }

    static func cannotRead(_ path: String, _ reason: String) -> Text {
        Text(
            zh: "\(path)：无法读取（\(reason)）。请检查权限与磁盘后重新运行。",
            en: "\(path): it cannot be read (\(reason)). Check permissions and disk, and run again."
        )
    }

    static func noConversion(_ reason: String) -> Text {
        Text(
            zh: "系统无法提供 GB18030 转码（\(reason)）。请检查系统的 gconv 模块与文件数限制后重新运行。",
            en: "the system's conversion of GB18030 cannot be opened (\(reason)). "
                + "Check its gconv modules and the limit of open files, and run again.")
    }

    static func fewDescriptors(_ count: Int, needed: Int) -> Text {
        Text(
            zh: "系统只允许打开 \(count) 个文件，至少需要 \(needed) 个。请用 ulimit -n 提高后重新运行。",
            en: "the system allows \(count) open files, and \(needed) are needed. "
                + "Raise the limit (ulimit -n), and run again.")
    }

    static let noCommandLine = Text(
        zh: "系统未提供命令行参数。请检查 /proc 后重新运行。",
        en: "the system does not tell the command line. Check /proc, and run again.")

    static func noFolder(_ path: String) -> Text {
        Text(
            zh: "\(path)：没有这个文件夹。请先建立，再运行一次。",
            en: "\(path): there is no such folder. Make it, and run again.")
    }

    static func cannotWrite(_ path: String, _ reason: String) -> Text {
        Text(
            zh: "\(path)：无法写入（\(reason)）。请检查权限与磁盘空间后重新运行。",
            en:
                "\(path): it cannot be written (\(reason)). Check permissions and disk, and run again."
        )
    }

    static func ownCheckFailed(_ detail: Text) -> Text {
        Text(
            zh: "程序自检未通过，未发布任何文件：\(detail.zh)。请保留输入并报告此问题。",
            en: "a check of the program's own failed, nothing is published: \(detail.en). "
                + "Keep the inputs and report this.")
    }
}
