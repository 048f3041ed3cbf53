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

    static func subject(of unit: VolumeUnit) -> Text {
        switch unit {
        case .pieces: Text("件数", "pieces")
        case .waybills: Text("运单数", "waybills")
        case .weight: Text("重量（千克）", "weight in kilograms")
        }
    }
}
