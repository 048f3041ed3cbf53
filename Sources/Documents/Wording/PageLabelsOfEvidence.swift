/// The exports and other inputs.
enum FileLabel: String, PageLabel {
    case title, header, headerEnd, bytes, rows, agrees, differs, ignored, skipped, statuses,
        status, counts, notCounted, noStatus, inputs, noControls, waybills, volumes

    var text: Text {
        switch self {
        case .title: Text("导出文件", "Exports")
        case .header: Text("表头在第", "Header on line")
        case .headerEnd: Text("行", "")
        case .bytes: Text("字节", "bytes")
        case .rows: Text("行数", "Rows")
        case .agrees: Text("一致", "agrees")
        case .differs: Text("不符", "differs")
        case .ignored: Text("按设置忽略", "ignored by the settings")
        case .skipped: Text("未读的文件", "Files that are no exports")
        case .statuses: Text("各种状态", "Statuses")
        case .status: Text("状态", "Status")
        case .counts: Text("计入", "counts")
        case .notCounted: Text("不计入", "does not count")
        case .noStatus: Text("（空）", "(empty)")
        case .inputs: Text("全部输入文件", "All inputs")
        case .noControls: Text("文件没有写明合计，无从比对", "The file states no totals to compare with")
        case .waybills: Text("运单明细", "Waybills")
        case .volumes: Text("每月出货量", "Volumes by month")
        }
    }
}

/// The findings by code.
enum FindingLabel: String, PageLabel {
    case title, none, count, volume, yuan, remedy, note, more

    var text: Text {
        switch self {
        case .title: Text("发现的问题", "Findings")
        case .none: Text("没有发现问题。", "There are no findings.")
        case .count: Text("条数", "Lines")
        case .volume: Text("出货量", "Volume")
        case .yuan: Text("按本次单价折合（元）", "Worth at this rate (yuan)")
        case .remedy: Text("怎么办", "What to do")
        case .note: Text("提示", "Note")
        case .more: Text("逐条见 findings.csv。", "Each one is in findings.csv.")
        }
    }
}

/// The volume by month.
enum MonthLabel: String, PageLabel {
    case title, month, enterprises, none

    var text: Text {
        switch self {
        case .title: Text("各月出货量", "Volume by month")
        case .month: Text("月份", "Month")
        case .enterprises: Text("有出货量的企业", "Enterprises with volume")
        case .none: Text("没有计入的出货量。", "No volume counts.")
        }
    }
}

/// The settings in force.
enum SettingLabel: String, PageLabel {
    case title, approval, pool, volume, period, policyTerm, notCounted, maxRejected, maxContested,
        maxUnknown, payer, payerAccount, payerBank, paymentDate, noDate, payments, exports,
        signingKey, notice, engine

    var text: Text {
        switch self {
        case .title: Text("生效的设置", "Settings in force")
        case .approval: Text("批准", "Approval")
        case .pool: Text("补贴总额（元）", "Pool (yuan)")
        case .volume: Text("出货量的口径", "Volume counted in")
        case .period: Text("补贴期", "Period")
        case .policyTerm: Text("政策试行期", "Term of the policy")
        case .notCounted: Text("不计入的状态", "Statuses that do not count")
        case .maxRejected: Text("无效行上限", "Limit of rejected rows")
        case .maxContested: Text("争议出货量上限", "Limit of contested volume")
        case .maxUnknown: Text("名册外出货量上限", "Limit of volume not on the roster")
        case .payer: Text("付款人", "Payer")
        case .payerAccount: Text("付款账号", "Payer's account")
        case .payerBank: Text("付款行与联行号", "Payer's bank")
        case .paymentDate: Text("付款日期", "Payment date")
        case .noDate: Text("未定", "not set")
        case .payments: Text("付款文件", "Payment files")
        case .exports: Text("导出文件的设置", "Settings of exports")
        case .notice: Text("公示期", "Notice")
        case .engine: Text("读取导出文件的引擎", "Engine that read the exports")
        case .signingKey: Text("签名公钥的指纹", "Fingerprint of the signing key")
        }
    }
}
