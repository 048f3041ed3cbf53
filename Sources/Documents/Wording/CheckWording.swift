import Subsidy

/// How to check the page without the program.
enum CheckLabel: String, PageLabel {
    case title, digests, inputs, formulas, beyond, payments, furtherPayments, verify

    var text: Text {
        switch self {
        case .title: Text("如何独立核对", "How to check this independently")
        case .digests:
            Text(
                "文件未被改动：在本文件夹中运行下面的命令，每一行都应以 OK 结尾。",
                "No file was altered: run this in the report's folder; each line ends in OK.")
        case .inputs:
            Text(
                "输入就是这些：在项目文件夹中运行下面的命令，逐个与下表比较（Windows：certutil -hashfile 文件名 SHA256）。",
                "These were the inputs: run this in the programme's folder and compare with the "
                    + "list below (on Windows: certutil -hashfile NAME SHA256).")
        case .formulas:
            Text(
                "任何一家的补贴：在 report.xlsx「补贴」表的空白处填入下面两式，得到第一家配额的整数部分（分）与余数；换行号即换企业。",
                "Any award: in empty cells of the sheet of awards in report.xlsx these two give the "
                    + "first one's whole part in fen and its remainder; another row's number gives "
                    + "another's.")
        case .beyond:
            Text(
                "本次的乘积超过 15 位，表格软件会舍去末位：请用能算更多位的计算器算这一步。",
                "The products have more than the 15 digits that a spreadsheet keeps: use a "
                    + "calculator with more digits for this step.")
        case .payments:
            Text(
                "付款：payments/ 中任一份付款文件的金额之和，加上暂缓清单 held.csv（如有）的金额之和，等于补贴总额。",
                "The payments: the amounts of any one payment file in payments/, with those of "
                    + "held.csv where there is one, sum to the pool.")
        case .furtherPayments:
            Text(
                "付款：payments/ 中任一份付款文件与暂缓清单（如有）的金额之和，加上此前已付、减去应追回，等于补贴总额。",
                "The payments: the amounts of any one payment file in payments/ and of held.csv, with "
                    + "what was paid before and without what is to be reclaimed, are the pool.")
        case .verify:
            Text(
                "有 fentan 的，一条命令把以上各项和其余各项重新证明一遍：",
                "Who has fentan proves all of this and more by one command:")
        }
    }
}

/// The steps of the check that name figures.
enum CheckWording {
    /// The rows of one file, by `findings.csv` alone.
    static func rows(of file: FileFigures) -> Text {
        let name = Excerpt.visible(file.name)
        let (read, counted) = (file.rows.read, file.rows[.counted])
        let sum =
            "\(Figures.grouped(String(read))) − \(Figures.grouped(String(counted))) = "
            + Figures.grouped(String(read - counted))
        return Text(
            "没有一行不知去向：在表格软件中打开 findings.csv，按「文件」筛选，去掉本页标为「提示」的代码，"
                + "剩下的行数等于读取减计入。例如 \(name)：\(sum)。",
            "No row is lost: open findings.csv in a spreadsheet, filter by the column 文件 and take out "
                + "the codes that are notes on this page; what is left are the rows read less the "
                + "rows counted. For instance \(name): \(sum).")
    }

    /// The two sums of the awards.
    static func sums(_ report: Report) -> Text {
        let volume = UnitWording.amount(
            Figures.grouped(report.volumes[.counted] ?? ""), of: report.programme.unit)
        let pool = Figures.grouped(report.programme.pool.description)
        return Text(
            "合计：在 report.xlsx 或 awards.csv 中自行求和，核定出货量为 \(volume.zh)，补贴金额为 \(pool) 元。",
            "The totals: summed in report.xlsx or awards.csv, the volumes are \(volume.en) and the "
                + "awards \(pool) yuan.")
    }

    /// The fen that the whole parts leave, and who gets them.
    static func leftOver(_ report: Report) -> Text {
        let left = report.totals?.leftOverFen ?? 0
        let given = Figures.grouped(String(report.programme.pool.count - left))
        if left == 0 {
            return Text(
                "各家的整数部分之和为 \(given) 分，正好是补贴总额，没有剩下的分。",
                "The whole parts sum to \(given) fen, which is the pool; nothing is left over.")
        }
        return Text(
            "各家的整数部分之和为 \(given) 分，剩下 \(left) 分，给余数最大的 \(left) 家各补 1 分。",
            "The whole parts sum to \(given) fen, which leaves \(left): "
                + (left == 1
                    ? "it goes to the largest remainder."
                    : "one each goes to the largest remainders."))
    }
}
