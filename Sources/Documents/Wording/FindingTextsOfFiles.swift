// Several rows of one waybill.
extension FindingWording {
    static let contestedEnterprises = Self(
        Text(
            "另一家企业也申报了同一运单，裁定前任何一方都不计入",
            "another enterprise claims the same waybill; until it is decided it counts for "
                + "nobody"),
        do: Text(
            "请与双方核实运单归属，并请有误的一方更正导出文件，或在 adjudications.csv 中写明裁定",
            "ask both whose it is and have the other one correct its export or enter a decision "
                + "in adjudications.csv"))

    static let duplicateSame = Self(
        Text(
            "同一企业的同一运单已在另一行计入",
            "the waybill of this enterprise is counted on another row"),
        do: Text(
            "无需处理",
            "nothing is to be done"))

    static let duplicateDiffers = Self(
        Text(
            "同一企业的同一运单已在另一行计入，但两行内容不同",
            "the waybill of this enterprise is counted on another row that says something else"),
        do: Text(
            "请核对两行；计入的是出货量较小的一行",
            "compare the two rows; the one with the smaller volume counts"))

    static let duplicateLastYear = Self(
        Text(
            "该运单在上一年度期末已计入并核定补贴",
            "the waybill was counted and paid for at the end of the year before"),
        do: Text(
            "无需处理；如确为另一票货，请物流公司核实单号后更正导出文件",
            "nothing is to be done; if it is another parcel ask the carrier for its number and "
                + "correct the export"))
}

// Whole files and what they should have.
extension FindingWording {
    static let coverageNoRows = Self(
        Text(
            "审核通过的企业没有任何出货记录",
            "an approved enterprise has not a single row"),
        do: Text(
            "请确认它本年确无出货，或补交缺少的导出文件",
            "make sure that it shipped nothing or add the export that is missing"))

    static let coverageMonth = Self(
        Text(
            "该文件缺少一个月的记录，而其前后月份都有",
            "a month has no rows in this file though the months around it have"),
        do: Text(
            "请向物流公司确认是否漏导",
            "ask the logistics company whether it was left out"))

    static let controlDiffers = Self(
        Text(
            "文件末尾的合计与读到的不符",
            "the footer's total is not what was read"),
        do: Text(
            "请重新导出；如该合计本来就不可靠，请在 fentan.yaml 中为该文件设 control: ignore",
            "export again; if the footer is known to be wrong set control: ignore for this "
                + "file in fentan.yaml"))

    static let fileRepeated = Self(
        Text(
            "该文件与另一文件的内容完全相同",
            "the file has the same bytes as another"),
        do: Text(
            "请确认是否重复提交；重复的运单只计一次",
            "make sure that it was not meant to be another file; a repeated waybill counts once"))
}

// Where the money goes.
extension FindingWording {
    static let cnapsCheckDigit = Self(
        Text(
            "联行号的校验位不符",
            "the check digit of the bank's number (联行号) does not fit"),
        do: Text(
            "请与开户行核对；少数真实的联行号也不符，因此照常付款",
            "ask the bank; a few real numbers do not fit either so it is paid all the same"))

    static let accountSuspicious = Self(
        Text(
            "账号为 16 或 17 位且以零结尾，可能被 Excel 改动过",
            "the account has 16 or 17 digits and ends in zeros as Excel leaves them"),
        do: Text(
            "请在付款前与企业核对账号",
            "check the account with the enterprise before it is paid"))
}
