/// The columns of `roster.csv`.
package enum RosterField: String, Sendable, CaseIterable {
    case uscc
    case name
    case review
    case accountName = "account-name"
    case account
    case bank
    case cnaps
    case aliases
    case province
    case city

    package var chineseName: String {
        switch self {
        case .uscc: "统一社会信用代码"
        case .name: "企业名称"
        case .review: "审核状态"
        case .accountName: "户名"
        case .account: "账号"
        case .bank: "开户行"
        case .cnaps: "联行号"
        case .aliases: "别名"
        case .province: "省份"
        case .city: "地市"
        }
    }
}
