import Intake
import Subsidy
import Testing

struct LayoutTests {
    @Test(
        arguments: [
            (["快递单号", "运单号", "发货日期"], [.waybill: 1, .shipped: 2]),
            (["物流单号", "快递单号"], [.waybill: 0]),
            (["发货时间", "揽收时间", "发货日期"], [.shipped: 2]),
            (["店铺", "商家", "件数", "总件数"], [.enterprise: 0, .pieces: 2]),
            (["重量（KG）", "快递公司", "运单状态"], [.weight: 0, .carrier: 1, .status: 2]),
            (["月份", "出货量", "企业名称"], [.month: 0, .volume: 1, .enterprise: 2]),
            (["客户名称", "收件人", "手机", ""], [:]),
        ] as [([String], [ShipmentField: Int])])
    func canonicalNameWinsThenTheLeftmost(names: [String], columns: [ShipmentField: Int]) {
        #expect(Layout.columns(of: names, settings: nil) == columns)
    }

    @Test func settingsNameColumnsThatTheTableDoesNotKnow() throws {
        let settings = try IntakeSample.settings(
            columns: ["waybill": "单据 号", "enterprise": "客户名称", "pieces": "没有"])
        let names = ["运单号", "单据号", "客户名称", "件数"]
        #expect(Layout.columns(of: names, settings: settings) == [.waybill: 1, .enterprise: 2])
    }

    @Test(
        arguments: [
            (["a", "b", "c"], 3...4), (["a", "b", ""], 2...3), (["a", "b", "", "", " "], 2...5),
            (["a"], 1...2), (["", "a"], 2...3),
        ] as [([String], ClosedRange<Int>)])
    func rowMayHaveAsManyCellsAsTheHeaderAndItsCommas(
        names: [String], cells: ClosedRange<Int>
    ) {
        #expect(Layout(names: names, line: 1, columns: [:]).cells == cells)
    }

    @Test(arguments: [
        (["月份", "出货量", "企业名称"], true), (["month", "volume", "uscc"], true), (["月份", "出货量"], false),
        (["月份", "企业名称"], false), (["月份", "出货量", "企业名称", "运单号"], false),
    ])
    func volumesByMonthAreTheirOwnKind(names: [String], isVolumes: Bool) {
        let columns = Layout.columns(of: names, settings: nil)
        #expect(Layout.kind(of: columns, settings: nil) == (isVolumes ? .volumes : nil))
    }
}
