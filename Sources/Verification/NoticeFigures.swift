/// What the settings say of the notice.
struct NoticeSettings: Decodable, Sendable {
    enum Unit: String, Decodable { case calendar, working }

    let publish: String
    let days: Int
    let unit: Unit
    let holidays: [String]
    let workdays: [String]
    let office: String
    let telephone: String
    let address: String
}

/// What report.json says that the notice says beside the awards.
struct NoticeFigures: Decodable, Sendable {
    struct Line: Decodable, Sendable {
        enum Remark: String, Decodable { case waived, unwaived }

        let uscc: String
        let declared: String
        let deducted: String
        @Stated var remark: Remark?
    }

    let firstDay: String
    let lastDay: String
    let declared: String
    let deducted: String
    let lines: [Line]
}
