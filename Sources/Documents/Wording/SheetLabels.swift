/// The fixed texts of the workbook that the page does not have.
enum SheetLabel: CaseIterable, Sendable {
    case awards, chart, files, findings, settings
    case code, name, issued, remark, inWords
    case file, kind, waybills, volumes, encoding, bytes, findingCode, problem
    case setting, value, batch, pageNumber

    var text: Text {
        switch self {
        case .awards: Text("补贴", "Awards")
        case .chart: Text("图表", "Chart")
        case .files: Text("文件", "Files")
        case .findings: Text("问题", "Findings")
        case .settings: Text("设置", "Settings")
        case .code: Text("统一社会信用代码", "USCC")
        case .name: Text("企业名称", "Enterprise")
        case .issued: Text("本次出具（元）", "Issued (yuan)")
        case .remark: Text("备注", "Remark")
        case .inWords: Text("合计（大写）", "Total in words")
        case .file: Text("文件", "File")
        case .kind: Text("种类", "Kind")
        case .waybills: Text("运单", "waybills")
        case .volumes: Text("出货量汇总", "volumes")
        case .encoding: Text("编码", "Encoding")
        case .bytes: Text("字节", "Bytes")
        case .findingCode: Text("代码", "Code")
        case .problem: Text("问题", "Problem")
        case .setting: Text("项目", "Setting")
        case .value: Text("内容", "Value")
        case .batch: Text("付款批次", "Batch of payments")
        case .pageNumber: Text("第 &P 页 / 共 &N 页", "Page &P / &N")
        }
    }

    /// Above the bars of so many awards.
    static func largest(_ count: Int) -> Text {
        Text("补贴金额最多的 \(count) 家（元）", "The largest awards in yuan: \(count)")
    }
}
