@testable import Verification

extension Tampering {
    private static let path = "quarantine/sf.csv"
    private static let row = "21,waybill.missing,没有运单号,,,"

    static let ofQuarantine = [
        Tampering("no quarantine", .documentMissing) { $0[file: path] = nil },
        Tampering("quarantine of an export without a rejected row", .documentUnexpected) { folder in
            folder[file: "quarantine/yt.csv"] = folder[file: path]
        },
        Tampering("a quarantined row dropped", .quarantineCount) { folder in
            folder.replace(row + "\r\n", "", in: path)
        },
        Tampering("a quarantined row twice", .quarantineCount) { folder in
            folder.replace(row, row + "\r\n" + row, in: path)
        },
        Tampering("another line in quarantine", .quarantineRow) { folder in
            folder.replace("21,", "20,", in: path)
        },
        Tampering("another code in quarantine", .quarantineRow) { folder in
            folder.replace("waybill.missing", "date.missing", in: path)
        },
        Tampering("another reason in quarantine", .quarantineRow) { folder in
            folder.replace("没有运单号", "没有发货日期", in: path)
        },
        Tampering("quarantine without a code", .header) { folder in
            folder.replace("代码", "编号", in: path)
        },
        Tampering("a cell too many in quarantine", .cellCount) { folder in
            folder.replace(row, row + ",", in: path)
        },
        Tampering("a formula in quarantine", .formula) { folder in
            folder.replace(row, "21,waybill.missing,没有运单号,,,=1+1", in: path)
        },
        Tampering("a formula for a column's name in quarantine", .formula) { folder in
            folder.replace("'=备注", "=备注", in: path)
        },
        Tampering("LF in quarantine", .lineEnd) { folder in
            folder.replace(row + "\r\n", row + "\n", in: path)
        },
        Tampering("an account in quarantine", .accountLeak) { folder in
            folder.replace(row, "21,waybill.missing,没有运单号,,6222020000000000026,", in: path)
        },
        Tampering("quarantine as it was not published", .digest, isSigned: false) { folder in
            folder.replace("收件人", "收件", in: path)
        },
    ]
}
