/// What a column of an export may hold.
package enum ShipmentField: String, Sendable, CaseIterable {
    case waybill
    case uscc
    case enterprise
    case shipped
    case pieces
    case weight
    case status
    case carrier
    case month
    case volume

    /// The canonical header name.
    package var chineseName: String {
        switch self {
        case .waybill: "运单号"
        case .uscc: "统一社会信用代码"
        case .enterprise: "企业名称"
        case .shipped: "发货日期"
        case .pieces: "件数"
        case .weight: "重量"
        case .status: "状态"
        case .carrier: "承运商"
        case .month: "月份"
        case .volume: "出货量"
        }
    }

    /// Other names that exports have for it.
    ///
    /// 客户名称 and 收件人 are often a person's: never here.
    package var synonyms: [String] {
        switch self {
        case .waybill:
            [
                "快递单号", "物流单号", "运单编号", "运单号码", "快递编号", "物流编号", "快递运单号", "单号", "面单号",
                "waybill", "waybillno", "waybillnumber", "trackingnumber", "trackingno",
            ]
        case .uscc:
            ["信用代码", "社会信用代码", "企业信用代码", "统一信用代码", "信用代码证", "uscc", "creditcode"]
        case .enterprise:
            [
                "企业", "公司名称", "公司", "单位名称", "商家名称", "商家", "商户名称", "店铺", "店铺名称", "网店名称",
                "发货企业", "发货单位", "寄件企业", "寄件公司", "enterprise", "company", "shop",
            ]
        case .shipped:
            [
                "发货时间", "发货日", "发件时间", "发件日期", "寄件时间", "寄件日期", "揽收时间", "揽收日期", "揽件时间",
                "出库时间", "出库日期", "出库日", "shipped", "shippedat", "shipdate", "shippeddate",
            ]
        case .pieces:
            ["包裹数", "包裹件数", "数量(件)", "发货件数", "总件数", "pieces", "parcels"]
        case .weight:
            [
                "重量(kg)", "重量(公斤)", "重量(千克)", "重量kg", "计费重量", "计费重量(kg)", "实际重量", "实际重量(kg)",
                "weight", "weight(kg)", "weightkg",
            ]
        case .status:
            ["运单状态", "物流状态", "快递状态", "包裹状态", "订单状态", "签收状态", "status"]
        case .carrier:
            ["物流公司", "快递公司", "承运公司", "承运人", "物流商", "快递", "carrier"]
        case .month: ["统计月份", "发货月份", "所属月份", "month"]
        case .volume: ["发货量", "出货件数", "发件量", "volume"]
        }
    }
}
