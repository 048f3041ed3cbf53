import Subsidy

/// Why a bank's statement cannot be read, and what to do.
enum StatementFaultWording {
    static func texts(of fault: StatementFault) -> (problem: Text, remedy: Text) {
        switch fault {
        case .missing, .notPlain, .format, .notXML, .documentType, .bareInstruction, .otherMessage,
            .otherOrder, .repeated:
            fileTexts(of: fault)
        case .paymentID, .state, .amount, .currency, .date: valueTexts(of: fault)
        }
    }

    private static let askBank = Text(
        "请向银行索取 pain.002.001.10，或按 README 填写 CSV",
        "ask the bank for pain.002.001.10, or fill in a CSV as README says")

    private static func fileTexts(of fault: StatementFault) -> (Text, Text) {
        switch fault {
        case .missing: (Text("没有这个文件", "there is no such file"), Text("请核对路径", "check the path"))
        case .notPlain:
            (
                Text("这里应是文件，却是文件夹、管道之类", "it is a folder, a pipe or the like, not a file"),
                Text("请指明银行的回执文件", "name the file that the bank gave")
            )
        case .format(let format):
            (
                Text(
                    "不是 CSV 或 XML，而是 \(ForeignFormatWording.name(of: format).zh)",
                    "it is neither CSV nor XML but \(ForeignFormatWording.name(of: format).en)"),
                Text(
                    "请将业务参考号列设为文本，另存为“CSV UTF-8”；或向银行索取 pain.002",
                    "make the reference column text and save as “CSV UTF-8”, or ask the bank for pain.002"
                )
            )
        case .documentType:
            (
                Text("XML 中有 DOCTYPE，银行报文不会有", "it has a DOCTYPE, which no bank's message has"),
                askBank
            )
        case .bareInstruction:
            (
                Text(
                    "XML 中有不带内容的处理指令（<?…?>），银行报文不会有",
                    "it has an empty processing instruction (<?…?>), which no bank's message has"
                ),
                askBank
            )
        case .otherMessage:
            (Text("不是 pain.002.001.10 报文", "it is no pain.002.001.10 message"), askBank)
        case .otherOrder:
            (
                Text("所答复的不是 pain.001 付款", "it answers something else than a pain.001"),
                Text("请核对是否为本项目的回执", "check whether it is about these payments")
            )
        case .repeated:
            (
                Text("这个元素出现了两次", "this element occurs twice"),
                Text("请向银行核实", "ask the bank which of them holds")
            )
        default:
            (
                Text("不是完整、正确的 XML", "it is no whole and sound XML"),
                Text("请从银行重新下载", "download it from the bank again")
            )
        }
    }

    private static func valueTexts(of fault: StatementFault) -> (Text, Text) {
        switch fault {
        case .paymentID:
            (
                Text("不是付款的业务参考号（30 位）", "it is no payment's reference (30 characters)"),
                Text("请从付款文件照抄", "copy it from the payment file")
            )
        case .state:
            (
                Text(
                    "状态应为已付、退回或已追回", "the status should be 已付/paid, 退回/returned or 已追回/reclaimed"),
                Text("请更正；尚无结果的付款不必列出", "correct it; leave out what has no answer yet")
            )
        case .amount:
            (
                Text(
                    "金额应为大于零、至多两位小数的元",
                    "the amount should be yuan above zero with at most two decimals"),
                Text("请更正，或填“-”表示全额", "correct it, or enter “-” for the whole payment")
            )
        case .currency:
            (
                Text("币种应为 CNY", "the currency should be CNY"),
                Text("请向银行核实", "ask the bank")
            )
        default:
            (
                Text("日期无法读取", "the date cannot be read"),
                Text("请写成 2027-03-16 这样", "write it as 2027-03-16")
            )
        }
    }
}
