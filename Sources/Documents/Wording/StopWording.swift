package import Subsidy

/// Why nothing may be paid: where, what is wrong and what to do; for the report and for messages.
package struct StopWording: Sendable {
    package let code: String
    /// `exports/sf.csv`, `exports/sf.csv:1234` or `roster.csv:7`.
    package let place: String
    package let problem: Text
    package let remedy: Text

    package init(_ stop: Stop, of settlement: Settlement) {
        let limits = settlement.programme.limits
        let unit = settlement.programme.unit
        code = stop.code
        switch stop {
        case .rejected(let rows, let whole):
            place = "exports/"
            problem = Self.rejected(rows, of: whole, limit: limits.rejected)
            remedy = Self.correctRows
        case .rejectedInFile(let file, let rows, let whole):
            place = "exports/\(Excerpt.visible(file))"
            problem = Self.rejected(rows, of: whole, limit: limits.rejected)
            remedy = Self.correctRows
        case .contested(let volume, let whole):
            place = "exports/"
            problem = Self.contested(
                Self.share(of: volume, whole, unit), limit: limits.contested)
            remedy = Self.askBoth
        case .unknown(let volume, let whole):
            place = "exports/"
            problem = Self.unknown(Self.share(of: volume, whole, unit), limit: limits.unknown)
            remedy = Self.addToRoster
        case .pending(let claims):
            let first = claims.first.flatMap { settlement.roster.enterprise(code: $0.uscc) }
            let line = first.flatMap { settlement.roster[$0]?.line }
            place = line.map { "roster.csv:\($0)" } ?? "roster.csv"
            problem = Self.pending(claims, in: settlement)
            remedy = Self.decideReview
        case .controlDiffers(let file, let control):
            place = "exports/\(Excerpt.visible(file)):\(control.line)"
            problem = ControlWording.text(of: control)
            remedy = FindingWording(of: .controlDiffers).remedy
        case .noVolume:
            place = "exports/"
            problem = Text("没有任何可以计入的出货量", "no volume at all counts")
            remedy = Text(
                "请核对导出文件、补贴期与名册后重新运行",
                "check the exports, the period and the roster, and run again")
        case .nobodyStays(let count):
            place = "other-support.csv"
            problem = SupportWording.nobodyStays(count)
            remedy = Text(
                "请核对 other-support.csv 的金额后重新运行",
                "check the amounts of other-support.csv and run again")
        }
    }

    /// Problem and remedy, each with its stop.
    package func sentence(in language: Language) -> String {
        switch language {
        case .zh: "\(problem.zh)。\(remedy.zh)。"
        case .en: "\(problem.en). \(remedy.en.prefix(1).uppercased() + remedy.en.dropFirst())."
        }
    }

    /// One line for a terminal: place, problem, remedy.
    package func line(in language: Language) -> String { "\(place): \(sentence(in: language))" }
}

extension StopWording {
    private static let correctRows = Text(
        "请按 findings.csv 逐行更正，重新导出后再运行",
        "correct them by findings.csv, export again and run again")
    private static let askBoth = Text(
        "请按 findings.csv 中的 contested.* 与各方核实归属，或在 adjudications.csv 中写明裁定后再运行",
        "find out whose they are (contested.* in findings.csv), or enter decisions in "
            + "adjudications.csv, and run again")
    private static let addToRoster = Text(
        "请将属于联盟的企业或店铺名补入 roster.csv 后再运行",
        "add members and their shops' names to roster.csv and run again")
    private static let decideReview = Text(
        "请待评审组作出决定，更新审核状态后再运行",
        "wait for the review group's decision, enter it and run again")

    private static func rejected(_ rows: Int, of whole: Int, limit: Percentage) -> Text {
        Text(
            "读取的 \(whole) 行中有 \(rows) 行无效，超过上限 \(limit)（max-rejected）",
            "\(rows) of \(whole) rows are not valid, more than \(limit) (max-rejected)")
    }

    private static func contested(_ share: Text, limit: Percentage) -> Text {
        Text(
            "有争议的出货量为 \(share.zh)，超过上限 \(limit)（max-contested）",
            "the contested volume is \(share.en), more than \(limit) (max-contested)")
    }

    private static func unknown(_ share: Text, limit: Percentage) -> Text {
        Text(
            "不在名册上的企业的出货量为 \(share.zh)，超过上限 \(limit)（max-unknown）",
            "the volume of enterprises that are not on the roster is \(share.en), "
                + "more than \(limit) (max-unknown)")
    }

    private static func share(of volume: UInt128, _ whole: UInt128, _ unit: VolumeUnit) -> Text {
        let part = Figures.text(volume, in: unit)
        let all = Figures.text(whole, in: unit)
        let name = UnitWording.text(of: unit)
        return Text("\(part)/\(all) \(name.zh)", "\(part) of \(all) \(name.en)")
    }

    private static func pending(_ claims: [Stop.PendingClaim], in settlement: Settlement) -> Text {
        let unit = settlement.programme.unit
        let name = UnitWording.text(of: unit)
        let shown = claims.prefix(5).map { claim in
            let enterprise = settlement.roster.enterprise(code: claim.uscc)
                .flatMap { settlement.roster[$0] }
            let title = Excerpt.visible(enterprise?.name ?? claim.uscc.text)
            let volume = Figures.text(claim.volume, in: unit)
            return Text(
                "\(title)（\(volume) \(name.zh)，\(claim.award) 元）",
                "\(title) (\(volume) \(name.en), \(claim.award) yuan)")
        }
        let more = claims.count - shown.count
        return Text(
            "\(claims.count) 家有出货量的企业仍在待审："
                + shown.map(\.zh).joined(separator: "、") + (more > 0 ? "，另有 \(more) 家" : ""),
            "enterprises with volume whose review is pending, \(claims.count): "
                + shown.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
}
