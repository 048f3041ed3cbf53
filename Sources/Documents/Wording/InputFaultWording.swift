package import Subsidy

/// Why an input cannot be used: file, line, column, what is wrong, and what to do.
package struct InputFaultWording: Sendable {
    private let fault: InputFault

    package init(_ fault: InputFault) { self.fault = fault }

    /// `roster.csv:7: 账号: …`, in one line; nothing in it can forge another.
    package func line(in language: Language) -> String {
        var place = Excerpt.visible(fault.file)
        if let line = fault.line { place += ":\(line)" }
        var parts = [place]
        if let column = fault.column {
            let name = Excerpt.visible(
                fault.isOfSettings ? Excerpt.withoutLongNumbers(column) : column)
            let kind = fault.isOfSettings ? Text("设置项", "setting ") : Text("列", "column ")
            parts.append(kind[language] + "“\(name)”")
        }
        if let excerpt = shownExcerpt {
            parts.append(Text("“\(excerpt)”", "“\(excerpt)”")[language])
        }
        let (problem, remedy) = texts
        let sentence =
            switch language {
            case .zh: "\(problem.zh)。\(remedy.zh)。"
            case .en: "\(problem.en). \(remedy.en.prefix(1).uppercased() + remedy.en.dropFirst())."
            }
        return (parts + [sentence]).joined(separator: ": ")
    }

    /// A resident's identity number is never shown whole, and of a bank's file no long number.
    private var shownExcerpt: String? {
        guard let excerpt = fault.excerpt else { return nil }
        if case .statement = fault.problem {
            return Excerpt.visible(Excerpt.withoutAccounts(excerpt, from: 7))
        }
        let masked = Excerpt.withoutPersonalNumbers(excerpt)
        // What is long and no code may be an account in a wrong column.
        return Excerpt.visible(
            Self.mayBeCode(excerpt) ? masked : Excerpt.withoutAccounts(masked, from: 9))
    }

    /// Letters and digits, as many as a code has or nearly so; digits alone as enterprises' codes begin.
    private static func mayBeCode(_ text: String) -> Bool {
        let bytes = text.utf8
        let hasLetter = bytes.contains { $0 > 0x39 }
        return (15...20).contains(bytes.count)
            && (hasLetter || ["91", "92", "93"].contains(text.prefix(2)))
            && bytes.allSatisfy { (0x30...0x39) ~= $0 || (0x41...0x5A) ~= $0 & 0xDF }
    }

    /// What is wrong, and what to do.
    private var texts: (problem: Text, remedy: Text) {
        switch fault.problem {
        case .missingFolder, .missingFile, .unreadable, .isFolder, .isSpecial, .linkLeadsOutside,
            .nameNotText, .noExports, .tooManyExports, .empty, .changedWhileRead, .cannotSpill:
            fileTexts
        case .notCSV(let format): ForeignFormatWording.texts(of: format)
        case .records(let fault): RecordFaultWording.texts(of: fault)
        case .statement(let fault): StatementFaultWording.texts(of: fault)
        case .unknownLayout, .otherSeparator, .tooManyColumns, .unknownEncoding:
            exportTexts
        case .openQuote, .tooLong, .notText, .notUTF8, .noEnterprises, .cellCount, .missingColumn,
            .repeatedColumn,
            .missingValue, .invalidCode, .invalidValue, .repeatedCode, .repeatedName,
            .notOnRoster, .paidEnterpriseMissing:
            tableTexts
        case .decisionOnTwoThings, .decisionWithoutDispute, .decisionFitsTwice,
            .decisionForAnother, .repeatedDecision:
            decisionTexts
        case .syntax, .unknownKey, .repeatedKey, .missingKey, .patternWithoutExport: settingsTexts
        case .noHolidays, .holidaysOfAnotherYear, .holidayAndWorkday, .noticeHoldsAccount:
            NoticeFaultWording.texts(of: fault.problem)
        case .unknownProfile, .repeatedFile, .keyOfAnotherKind, .noColumnFrom, .twoColumnsFrom,
            .notCarried, .tooLongForFile, .holdsPayerAccount, .shippedName, .noProfileName:
            ProfileFaultWording.texts(of: fault.problem)
        }
    }

    private var fileTexts: (Text, Text) {
        switch fault.problem {
        case .missingFolder:
            (
                Text("没有这个文件夹", "there is no such folder"),
                Text(
                    "请核对路径；年度文件夹内应有 fentan.yaml、roster.csv 与 exports/",
                    "check the path; a programme has fentan.yaml, roster.csv and exports/")
            )
        case .missingFile:
            (
                Text("没有这个文件", "there is no such file"),
                Text("请将它放入年度文件夹", "put it into the programme's folder")
            )
        case .unreadable(let reason):
            (
                Text("无法读取（\(reason)）", "it cannot be read (\(reason))"),
                Text("请检查权限与磁盘", "check its permissions and the disk")
            )
        case .isFolder:
            (
                Text("这里应是文件，却是文件夹", "a folder stands where a file should"),
                Text(
                    "请将其中的文件移到上一级，并移走文件夹",
                    "move its files up and take the folder away")
            )
        case .linkLeadsOutside:
            (
                Text(
                    "这是指向年度文件夹之外的链接", "it is a link that leads out of the programme's folder"),
                Text("请将文件本身复制进来", "copy the file itself into it")
            )
        case .nameNotText:
            (
                Text("文件名不是 UTF-8 文本", "the file's name is not UTF-8"),
                Text("请改名后重新运行", "rename it and run again")
            )
        case .noExports:
            (
                Text("文件夹内没有导出文件", "there is no export in it"),
                Text("请放入物流公司与联盟的 CSV 导出文件", "put the CSV exports into it")
            )
        case .tooManyExports(let limit):
            (
                Text("导出文件超过 \(limit) 个", "there are more than \(limit) exports"),
                Text("请合并后重新运行", "join some of them and run again")
            )
        case .empty:
            (
                Text("文件是空的", "the file is empty"),
                fault.file.contains("/")
                    ? Text(
                        "请重新导出；若本不应有它，请移走",
                        "export it again, or move it away if it is not one")
                    : Text("请填写后重新运行", "fill it in and run again")
            )
        case .cannotSpill(let reason):
            (
                Text("无法写入临时文件（\(reason)）", "temporary files cannot be written (\(reason))"),
                Text(
                    "请腾出磁盘空间，或用 --memory 允许更多内存",
                    "free disk space, or allow more memory with --memory")
            )
        case .changedWhileRead:
            (
                Text("读取时文件发生了变化", "it changed while it was read"),
                Text("请等它写完后重新运行", "wait until it is written and run again")
            )
        default:
            (
                Text(
                    "这里应是普通文件，却是管道、设备之类", "it is a pipe, a device or the like, not a plain file"),
                Text("请换成真正的文件", "put the real file in its place")
            )
        }
    }

    private var exportTexts: (Text, Text) {
        switch fault.problem {
        case .unknownLayout(let missing):
            (
                Text(
                    "前 50 行中没有可识别的表头，缺少：\(missing.joined(separator: "、"))",
                    "no header among the first 50 lines; missing: \(missing.joined(separator: ", "))"
                ),
                Text(
                    "请核对表头，或在 fentan.yaml 的 exports 中用 columns 或 encoding 指明",
                    "check the header, or name its columns or encoding under exports in fentan.yaml"
                )
            )
        case .otherSeparator(let separator): Self.texts(of: separator)
        case .tooManyColumns(let limit):
            (
                Text("表头超过 \(limit) 列", "the header has more than \(limit) columns"),
                Text("请重新导出所需的列", "export it again with the columns that are needed")
            )
        default:
            (
                Text("无法判断文件的编码", "the file's encoding cannot be told"),
                Text(
                    "请在 fentan.yaml 的 exports 中以 encoding 指明（utf-8、gb18030 或 utf-16）",
                    "name it under exports in fentan.yaml: encoding: utf-8, gb18030 or utf-16")
            )
        }
    }

    private static func texts(of separator: CellSeparator) -> (Text, Text) {
        let name =
            switch separator {
            case .tab: Text("制表符（TAB）", "TABs")
            case .semicolon: Text("分号（;）", "semicolons (;)")
            case .fullWidthComma: Text("全角逗号（，）", "full-width commas (，)")
            case .verticalBar: Text("竖线（|）", "vertical bars (|)")
            }
        return (
            Text(
                "表头以\(name.zh)分隔，而不是逗号", "the header has \(name.en) between its cells, not commas"),
            Text(
                "请从物流系统导出以逗号分隔的 CSV，或在文本编辑器中另存为逗号分隔",
                "export it as CSV with commas from the logistics system, or save it so in a text editor"
            )
        )
    }

    private var tableTexts: (Text, Text) {
        switch fault.problem {
        case .openQuote:
            (
                Text("引号没有配对", "a quote is not closed, or text follows it"),
                Text("请更正该行的引号", "correct the quotes of this line")
            )
        case .tooLong:
            (
                Text("一行超过 1 MiB", "a row of more than 1 MiB"),
                Text("请更正该行", "correct this line")
            )
        case .notText:
            (
                Text("含有无法按 UTF-8 或 GB18030 读取的字节", "bytes that are neither UTF-8 nor GB18030"),
                Text("请另存为“CSV UTF-8”", "save it again as “CSV UTF-8”")
            )
        case .notUTF8:
            (
                Text("不是 UTF-8 文本", "it is not UTF-8"),
                Text("请用文本编辑器另存为 UTF-8", "save it as UTF-8 in a text editor")
            )
        case .noEnterprises:
            (
                Text("表头之下没有企业", "there is no enterprise below the header"),
                Text("请填入本年度的企业，一家一行", "enter the year's enterprises, a row each")
            )
        case .cellCount(let found, let expected):
            (
                Text(
                    "该行有 \(found) 格，表头有 \(expected) 格",
                    "the row has \(found) cells, the header \(expected)"),
                Text("请补齐或删去多余的逗号", "add the cells that are missing, or take the commas out")
            )
        case .missingColumn(let name):
            (
                Text("表头没有“\(name)”列", "the header has no column “\(name)”"),
                Text("请补上该列", "add the column")
            )
        case .repeatedColumn:
            (
                Text("表头中有两列同名", "two columns of the header have this name"),
                Text("请只留一列", "keep one of them")
            )
        default: valueTexts
        }
    }

    private var valueTexts: (Text, Text) {
        switch fault.problem {
        case .invalidCode(let code):
            (
                CodeFaultWording.text(of: code),
                Text("请按营业执照更正", "correct it by the business licence")
            )
        case .invalidValue(let expected):
            (
                Text(
                    "该值不可用，应为\(ExpectationWording.text(of: expected).zh)",
                    "this value cannot be used; it should be \(ExpectationWording.text(of: expected).en)"
                ),
                Text("请更正", "correct it")
            )
        case .repeatedCode(let line):
            (
                Text("该代码在第 \(line) 行已有", "this code stands on line \(line) already"),
                Text("每家企业只能占一行，请删去一行", "an enterprise has one row; take one of the two out")
            )
        case .notOnRoster:
            (
                Text("名册上没有这个代码", "no enterprise of the roster has this code"),
                Text(
                    "请更正，或将该企业补入 roster.csv",
                    "correct it, or add the enterprise to roster.csv")
            )
        case .paidEnterpriseMissing:
            (
                Text("本年度已向该企业出具付款，名册中却没有它", "it was paid this year and no row names it"),
                Text(
                    "请恢复该行；如不再享受，请将审核状态改为“不通过”",
                    "put its row back; if it is to get nothing, mark its review as refused")
            )
        case .repeatedName(let line):
            (
                Text(
                    "该名称或别名在第 \(line) 行的企业已有",
                    "the enterprise on line \(line) has this name or alias already"),
                Text("请改用能区分两家企业的名称", "give the two names that tell them apart")
            )
        default:
            (
                Text("必须填写", "a value is needed here"),
                Text("请补上", "fill it in")
            )
        }
    }

    private var decisionTexts: (Text, Text) {
        guard let texts = DecisionFaultWording.texts(of: fault.problem) else {
            preconditionFailure("every fault of a decision has its texts")
        }
        return texts
    }

    private func yamlFault(_ detail: String) -> Text {
        let line = detail.split(whereSeparator: \.isNewline).joined(separator: " ")
        let shown = Excerpt.visible(Excerpt.withoutLongNumbers(line), limit: 160)
        return Text("不是有效的 YAML：\(shown)", "this is no YAML: \(shown)")
    }

    private var settingsTexts: (Text, Text) {
        switch fault.problem {
        case .syntax(let detail):
            (
                yamlFault(detail),
                Text("请检查缩进、冒号与引号", "check indentation, colons and quotes")
            )
        case .unknownKey(let nearest?):
            (
                Text("没有这个设置项", "there is no such setting"),
                Text("最接近的是“\(nearest)”，请更正", "the nearest is “\(nearest)”; correct it")
            )
        case .unknownKey(nil):
            (
                Text("没有这个设置项", "there is no such setting"),
                Text("请删去，或对照 README 更正", "take it out, or see README for the settings")
            )
        case .patternWithoutExport:
            (
                Text("exports/ 中没有与之相符的文件", "no file in exports/ fits this pattern"),
                Text("请更正，或删去这一条", "correct it, or take the entry out")
            )
        case .repeatedKey:
            (
                Text("重复出现", "it occurs twice"), Text("请只留一处", "keep one of them")
            )
        default:
            (
                Text("缺少这个设置项", "this setting is missing"), Text("请补上", "add it")
            )
        }
    }
}

/// A file that is no CSV: what it is, and how to make one of it.
enum ForeignFormatWording {
    static func texts(of format: ForeignFormat) -> (problem: Text, remedy: Text) {
        (
            Text("不是 CSV，而是 \(name(of: format).zh)", "it is no CSV but \(name(of: format).en)"),
            remedy(format)
        )
    }

    static func name(of format: ForeignFormat) -> Text {
        switch format {
        case .xlsx: Text("Excel 工作簿（xlsx）", "an Excel workbook (xlsx)")
        case .xls: Text("旧式 Excel 工作簿（xls）", "an old Excel workbook (xls)")
        case .zip: Text("压缩包（zip）", "a zip archive")
        case .gzip: Text("压缩文件（gz）", "a gzip file")
        case .html: Text("网页（HTML）", "a web page (HTML)")
        case .pdf: Text("PDF 文件", "a PDF file")
        case .binary: Text("二进制文件", "a binary file")
        }
    }

    private static func remedy(_ format: ForeignFormat) -> Text {
        switch format {
        case .xlsx, .xls:
            Text(
                "请从物流系统直接导出 CSV；若只有工作簿，先将单号列设为文本，再另存为“CSV UTF-8”",
                "export CSV from the logistics system; if there is only the workbook, make the waybill "
                    + "column text and save as “CSV UTF-8”")
        case .zip, .gzip:
            Text("请解压，将其中的 CSV 放入 exports/", "unpack it and put the CSV files into exports/")
        case .html, .pdf, .binary:
            Text("请从物流系统重新导出为 CSV", "export it again as CSV from the logistics system")
        }
    }
}
