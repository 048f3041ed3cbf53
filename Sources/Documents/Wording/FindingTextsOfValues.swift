// The day of shipment.
extension FindingWording {
    static let dateMissing = Self(
        Text(
            "没有发货日期",
            "the date of shipment is missing"),
        do: Text(
            "请补全发货日期后重新导出",
            "fill in the date and export again"))

    static let dateUnreadable = Self(
        Text(
            "发货日期无法识别",
            "the date of shipment cannot be read"),
        do: Text(
            "请改为 2026-01-05 这样的写法后重新导出",
            "write it like 2026-01-05 and export again"))

    static let dateOutsidePeriod = Self(
        Text(
            "发货日期不在补贴期内",
            "the date of shipment lies outside the period"),
        do: Text(
            "无需处理；如日期有误，请更正后重新导出",
            "nothing is to be done unless the date is wrong; then correct it and export again"))
}

// Pieces and weights.
extension FindingWording {
    static let piecesUnreadable = Self(
        Text(
            "件数无法识别",
            "the pieces cannot be read"),
        do: Text(
            "请改为整数后重新导出",
            "write a whole number and export again"))

    static let piecesNotPositive = Self(
        Text(
            "件数不是正数",
            "the pieces are not above zero"),
        do: Text(
            "请核对件数后重新导出",
            "check the pieces and export again"))

    static let weightMissing = Self(
        Text(
            "没有重量",
            "the weight is missing"),
        do: Text(
            "请补全重量（千克）后重新导出",
            "fill in the weight in kilograms and export again"))

    static let weightUnreadable = Self(
        Text(
            "重量无法识别",
            "the weight cannot be read"),
        do: Text(
            "请改为千克，最多三位小数，再重新导出",
            "write kilograms with at most three decimals and export again"))

    static let weightNotPositive = Self(
        Text(
            "重量不是正数",
            "the weight is not above zero"),
        do: Text(
            "请核对重量后重新导出",
            "check the weight and export again"))
}

// Parcels that came back.
extension FindingWording {
    static let statusNotCounted = Self(
        Text(
            "本行的状态不计入",
            "a shipment of this status does not count"),
        do: Text(
            "无需处理；如状态有误，请在物流系统中更正后重新导出",
            "nothing is to be done unless the status is wrong; then correct it in the "
                + "logistics system and export again"))

    static let statusReturnedElsewhere = Self(
        Text(
            "同一运单在另一行已登记为不计入的状态",
            "another row reports the same waybill with a status that does not count"),
        do: Text(
            "无需处理；如那一行的登记有误，请更正后重新导出",
            "nothing is to be done unless that row is wrong; then correct it and export again"))

    static let statusUnlisted = Self(
        Text(
            "该状态按计入处理，但看上去是退件或取消",
            "shipments of this status count though it reads like a return or a cancellation"),
        do: Text(
            "如不应计入，请将它加入 fentan.yaml 的 not-counted",
            "if they should not count add it to not-counted in fentan.yaml"))
}
