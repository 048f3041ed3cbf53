import Subsidy

/// Why a text is no code 统一社会信用代码.
enum CodeFaultWording {
    static func text(of fault: USCC.Fault) -> Text {
        switch fault {
        case .length: Text("应为 18 位", "it should have 18 characters")
        case .alphabet: Text("含有代码中没有的字符", "it has characters that codes do not have")
        case .checkDigit: Text("末位校验码不符", "its last character does not follow from the others")
        case .organisationCode:
            Text("第 9 至 17 位不是有效的组织机构代码", "characters 9 to 17 are no organisation code")
        case .residentIdentityNumber:
            Text("这是居民身份证号，已遮盖", "it is a resident identity number and is masked")
        }
    }
}

/// A footer's total beside what was read.
enum ControlWording {
    static func text(of control: ControlTotal) -> Text {
        let subject = text(of: control.subject)
        let stated = Figures.text(control.stated, of: control.subject)
        let read = Figures.text(control.read, of: control.subject)
        return Text(
            "第 \(control.line) 行写明\(subject.zh) \(stated)，实际读到 \(read)",
            "line \(control.line) states \(stated) \(subject.en) and \(read) were read")
    }

    static func text(of subject: ControlSubject) -> Text {
        switch subject {
        case .rows: Text("行数", "rows")
        case .pieces: Text("件数", "pieces")
        case .weight: Text("重量（千克）", "kilograms")
        case .volume: Text("出货量", "as volume")
        case .volumeWeight: Text("出货量（千克）", "kilograms as volume")
        }
    }
}

/// What an unreadable date looks like.
enum DateHint {
    case serialNumber
    case ambiguous

    /// Nil where nothing can be said of the cell.
    init?(of cell: String) {
        let value = CanonicalText.value(cell)
        if ShipmentDate.isSerialNumber(value) {
            self = .serialNumber
            return
        }
        let date = value.prefix { $0 != " " }
        let parts = date.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        guard parts.count == 3, parts.allSatisfy({ Int($0) != nil }),
            parts[0].utf8.count <= 2, [2, 4].contains(parts[2].utf8.count)
        else { return nil }
        self = .ambiguous
    }

    var text: Text {
        switch self {
        case .serialNumber:
            Text(
                "看上去是 Excel 的日期序号，请在 Excel 外重新导出",
                "it looks like Excel's number of a day; export again without Excel")
        case .ambiguous:
            Text("年月日的先后可以有两种读法", "day, month and year can be read in two ways")
        }
    }
}
