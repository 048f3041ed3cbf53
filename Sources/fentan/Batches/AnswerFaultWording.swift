import Documents
import Subsidy

/// Why a bank's answer cannot be taken: file, line, payment, what is wrong, and what to do.
enum AnswerFaultWording {
    static func text(of refused: StatementRecording.Refused, in file: String) -> Text {
        let (problem, remedy) = texts(of: refused.fault)
        let place = "\(file):\(refused.line): \(refused.reference)"
        return Text(
            zh: "\(place)：\(problem.zh)。\(remedy.zh)。整个文件均未登记。",
            en: "\(place): \(problem.en). \(remedy.en). Nothing of the file is taken.")
    }

    private static func texts(of fault: AnswerFault) -> (problem: Text, remedy: Text) {
        switch fault {
        case .unknownPayment:
            (
                Text(zh: "本年度没有这笔付款", en: "no payment of this year has this reference"),
                Text(zh: "请核对年度与台账，或删去该行", en: "Check the year and the ledger, or take it out")
            )
        case .otherAmount(let sent):
            (
                Text(zh: "金额与出具的 \(sent) 元不符", en: "the amount is not the \(sent) yuan issued"),
                askBank
            )
        case .paidAfterReturn(let date):
            (
                Text(
                    zh: "已于 \(date) 退回的付款不会在其后支付",
                    en: "a payment that came back on \(date) cannot be paid after it"), askBank
            )
        case .neverImported:
            (
                Text(
                    zh: "财务曾确认该付款的文件从未导入银行",
                    en: "finance said that the file with this payment was never used"), askBank
            )
        case .notPaid:
            (
                Text(
                    zh: "追回的款项在该日之前并未付出",
                    en: "what was given back had not been paid by that day"),
                Text(zh: "请先登记付款回执", en: "Settle the payment first")
            )
        case .nothingToReclaim(let left):
            (
                Text(
                    zh: "追回的金额超过应追回的 \(left) 元",
                    en: "more was given back than the \(left) yuan that are to be"),
                Text(zh: "请核对金额；多追回的应退还企业", en: "Check the amount, and give back what is over")
            )
        case .returnedAfterReclaim:
            (
                Text(
                    zh: "已有追回的付款不会再整笔退回",
                    en: "a payment of which a part was given back cannot return whole"),
                askBank
            )
        case .noAmount:
            (
                Text(zh: "追回须写明金额", en: "what was given back needs an amount"),
                Text(zh: "请补上金额", en: "Fill it in")
            )
        }
    }

    private static let askBank = Text(
        zh: "请向银行核实", en: "Ask the bank which of the two holds")
}
