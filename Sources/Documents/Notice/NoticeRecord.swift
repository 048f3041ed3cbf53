import Subsidy

/// The settings of the notice, as they were typed.
struct NoticeSettingsRecord: Encodable {
    let publish: String
    let days: Int
    let unit: String
    let holidays: [String]
    let workdays: [String]
    let office: String
    let telephone: String
    let address: String

    init(_ notice: Notice) {
        publish = notice.publish.description
        days = notice.days
        unit = notice.unit.rawValue
        holidays = notice.holidays.map(\.description)
        workdays = notice.workdays.map(\.description)
        office = notice.office
        telephone = notice.telephone
        address = notice.address
    }
}

/// What the notice says beside the awards, for programs.
struct NoticeRecord: Encodable {
    let firstDay: String
    let lastDay: String
    let declared: String
    let deducted: String
    let lines: [Line]

    struct Line: Encodable {
        let uscc: String
        let declared: String
        let deducted: String
        let remark: OrNull<String>
    }

    init(_ figures: NoticeFigures) {
        firstDay = figures.notice.publish.description
        lastDay = figures.notice.lastDay.description
        declared = figures.total.declared
        deducted = figures.total.deducted
        lines = figures.lines.map { line in
            Line(
                uscc: line.uscc.text, declared: line.volumes.declared,
                deducted: line.volumes.deducted, remark: OrNull(line.remark?.rawValue))
        }
    }
}
