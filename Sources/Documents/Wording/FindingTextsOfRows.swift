// Rows that cannot be taken apart.
extension FindingWording {
    static let rowColumns = Self(
        Text(
            "本行的列数与表头不符",
            "the row has not as many cells as the header"),
        do: Text(
            "请在物流系统中核对该行后重新导出",
            "check the row in the logistics system and export again"))

    static let rowQuote = Self(
        Text(
            "引号没有成对，本行无法拆分",
            "a quote is not closed and the row cannot be taken apart"),
        do: Text(
            "请补全引号或重新导出",
            "close the quote or export again"))

    static let rowTooLong = Self(
        Text(
            "本行超过 1 MiB，无法读取",
            "the row is longer than 1 MiB and is not read"),
        do: Text(
            "请检查是否缺少换行后重新导出",
            "look for a missing line break and export again"))

    static let encodingInvalid = Self(
        Text(
            "本行含有该文件编码中不存在的字节",
            "the row has bytes that the file's encoding does not have"),
        do: Text(
            "请以 UTF-8 或 GB18030 重新导出",
            "export again as UTF-8 or GB18030"))
}

// Waybill numbers.
extension FindingWording {
    static let waybillMissing = Self(
        Text(
            "没有运单号",
            "the waybill number is missing"),
        do: Text(
            "请补全运单号后重新导出",
            "fill in the number and export again"))

    static let waybillExcelDamaged = Self(
        Text(
            "运单号被 Excel 改成了科学计数法，不同的运单已无法区分",
            "Excel has turned the waybill number into scientific form; different waybills "
                + "now read alike"),
        do: Text(
            "请从物流系统重新导出，不要先用 Excel 打开",
            "export again from the logistics system without opening the file in Excel"))

    static let waybillSuspicious = Self(
        Text(
            "运单号末尾有一长串零，可能被 Excel 改动过；本行仍按原样处理",
            "the waybill number ends in many zeros as Excel leaves long numbers; the row is "
                + "taken as it stands"),
        do: Text(
            "请与物流系统核对，如已改动请重新导出",
            "compare it with the logistics system and export again if it was altered"))
}

// Who sent the parcel.
extension FindingWording {
    static let enterpriseMissing = Self(
        Text(
            "既没有统一社会信用代码，也没有企业名称",
            "neither a code (统一社会信用代码) nor a name of the enterprise is there"),
        do: Text(
            "请补全其中一项后重新导出",
            "fill in one of them and export again"))

    static let enterpriseCheckDigit = Self(
        Text(
            "统一社会信用代码无效",
            "the code (统一社会信用代码) is not valid"),
        do: Text(
            "请对照营业执照更正",
            "correct it by the business licence"))

    static let enterpriseContradiction = Self(
        Text(
            "代码与企业名称分属两家企业",
            "code and name belong to two enterprises"),
        do: Text(
            "请核对后更正代码或名称",
            "find out which is right and correct the other"))

    static let enterpriseNotOnRoster = Self(
        Text(
            "该企业不在名册上",
            "the enterprise is not on the roster"),
        do: Text(
            "如属联盟成员，请补入 roster.csv；如是成员的店铺名，请补入其别名",
            "if it is a member add it to roster.csv; if it is a member's shop add the name "
                + "to its aliases"))

    static let enterpriseRefused = Self(
        Text(
            "该企业审核不通过，其出货量不计入",
            "the enterprise was refused in review; its volume does not count"),
        do: Text(
            "无需处理；如审核结果有变，请更新 roster.csv",
            "nothing is to be done unless the decision has changed; then update roster.csv"))

    static let enterpriseOtherSupport = Self(
        Text(
            "该企业享受其他同类扶持，其出货量不计入",
            "the enterprise takes other similar support; its volume does not count"),
        do: Text(
            "无需处理；如 other-support.csv 有误，请更正",
            "nothing is to be done unless other-support.csv is wrong; then correct it"))
}
