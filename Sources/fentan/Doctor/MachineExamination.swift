import Documents
import Glibc
import Subsidy

/// What of the machine a run depends on, or people mistake for something that it depends on.
struct MachineExamination: Sendable {
    let environment: [String: String]
    /// The day in China.
    let today: CalendarDate

    var diagnoses: [Diagnosis] {
        [
            .fine(.program, DoctorTexts.program(Version.text, commit: Version.commit)),
            Self.libraries(LinkedLibrary.all), locale, clock,
        ]
    }

    static func libraries(_ libraries: [LinkedLibrary]) -> Diagnosis {
        if let old = libraries.first(where: \.isTooOld) {
            return .mend(.libraries, DoctorTexts.tooOld(old))
        }
        return .fine(.libraries, DoctorTexts.libraries(libraries))
    }

    /// What is said is UTF-8; a terminal of another character set cannot show it.
    var locale: Diagnosis {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
            .first { !$0.isEmpty }
        let set = name?.split(separator: ".").dropFirst().first?.prefix { $0 != "@" }
        if let name, let set, !["utf8", "utf-8"].contains(set.lowercased()) {
            return .mend(.locale, DoctorTexts.noUTF8(name))
        }
        return .fine(
            .locale, DoctorTexts.locale(name, Messages.localeLanguage(environment)))
    }

    /// Days are China's whatever the zone; the clock gives a payment date where nothing else does.
    var clock: Diagnosis {
        if today.civil.year < Self.earliestYear {
            return .mend(.clock, DoctorTexts.pastClock(today))
        }
        let zone = environment["TZ"].map { $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }
        if let zone, !zone.isEmpty, !Self.isKnown(zone) {
            return .mend(.clock, DoctorTexts.unknownZone(zone))
        }
        return .fine(.clock, DoctorTexts.clock(today, zone: Self.localZone()))
    }

    /// In which this was written.
    private static let earliestYear = 2026

    /// A name of the zone database, or a rule such as `CST-8`, which has a digit.
    private static func isKnown(_ zone: String) -> Bool {
        let path = zone.hasPrefix("/") ? zone : "/usr/share/zoneinfo/" + zone
        return unsafe access(path, R_OK) == 0 || zone == "UTC" || zone.contains(where: \.isNumber)
    }

    /// The abbreviation that the C library gives to the zone, such as `CST`.
    private static func localZone() -> String {
        var now = time(nil)
        var parts = unsafe tm()
        guard unsafe localtime_r(&now, &parts) != nil, let zone = unsafe parts.tm_zone else {
            return "UTC"
        }
        return unsafe String(cString: zone)
    }
}
