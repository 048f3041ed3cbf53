import Subsidy

/// What volumes are counted in.
enum UnitWording {
    static func text(of unit: VolumeUnit) -> Text {
        switch unit {
        case .pieces: Text("件", "pieces")
        case .waybills: Text("单", "waybills")
        case .weight: Text("千克", "kg")
        }
    }

    /// `1 piece`, `1,234 件`: a figure and its unit.
    static func amount(_ figure: String, of unit: VolumeUnit) -> Text {
        let name = text(of: unit)
        let isOne = figure == "1" && unit != .weight
        return Text(
            "\(figure) \(name.zh)", "\(figure) \(isOne ? String(name.en.dropLast()) : name.en)")
    }

    static func subject(of unit: VolumeUnit) -> Text {
        switch unit {
        case .pieces: Text("件数", "pieces")
        case .waybills: Text("运单数", "waybills")
        case .weight: Text("重量（千克）", "weight in kilograms")
        }
    }
}
