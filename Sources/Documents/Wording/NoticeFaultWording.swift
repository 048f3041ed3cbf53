import Subsidy

/// What is wrong with the settings of the notice, and what to do.
enum NoticeFaultWording {
    static func texts(of problem: InputFault.Problem) -> (problem: Text, remedy: Text) {
        switch problem {
        case .holidaysOfAnotherYear(let year):
            (
                Text("其中没有 \(year) 年的节假日", "it has no holiday of \(year)"),
                Text(
                    "请按国务院办公厅公布的 \(year) 年放假安排填写，调休上班日填入 workdays",
                    "enter the holidays announced for \(year), and the days made up for them "
                        + "under workdays")
            )
        case .holidayAndWorkday:
            (
                Text("同时列在 holidays 中", "it stands under holidays too"),
                Text("请只留一处", "keep one of them")
            )
        case .noticeHoldsAccount:
            (
                Text("含有付款账号", "it holds the payer's account"),
                Text("公示不得出现账号，请更正", "no account stands in a notice; correct it")
            )
        default:
            (
                Text(
                    "按工作日（unit: working）计算公示期，缺少节假日表；节假日不作推测",
                    "the period is counted in working days, and the table of holidays is missing; "
                        + "holidays are not guessed"),
                Text(
                    "请填写公布的放假日期，如 holidays: [2027-02-05, 2027-02-06]，调休上班日填入 workdays；"
                        + "公示期内没有节假日的，写 holidays: []",
                    "enter the announced days, such as holidays: [2027-02-05, 2027-02-06], and the "
                        + "days made up for them under workdays; where there is none in the "
                        + "period, write holidays: []")
            )
        }
    }
}
