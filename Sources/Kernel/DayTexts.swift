extension Day {
    /// `21. nov.` and `21 Nov`; with the year where it is not this year.
    public func short(in language: Language, today: Day) -> String {
        let parts = parts
        let name = Self.shortMonths(language)[parts.month - 1]
        let day = language.pick(da: "\(parts.day). \(name)", en: "\(parts.day) \(name)")
        return parts.year == today.year ? day : "\(day) \(parts.year)"
    }

    /// `lørdag 21. november 2026` and `Saturday 21 November 2026`.
    public func long(in language: Language) -> String {
        let parts = parts
        let month = Self.months(language)[parts.month - 1]
        let weekday = Self.weekdays(language)[weekday - 1]
        return language.pick(
            da: "\(weekday) \(parts.day). \(month) \(parts.year)", en: "\(weekday) \(parts.day) \(month) \(parts.year)")
    }

    /// How far ahead or behind: `i dag`, `om 3 dage`, `3 days ago`.
    public func distance(from today: Day, in language: Language) -> String {
        switch self - today {
        case 0: language.pick(da: "i dag", en: "today")
        case 1: language.pick(da: "i morgen", en: "tomorrow")
        case -1: language.pick(da: "i går", en: "yesterday")
        case let days where days > 0: language.pick(da: "om \(days) dage", en: "in \(days) days")
        case let days: language.pick(da: "for \(-days) dage siden", en: "\(-days) days ago")
        }
    }

    private static func months(_ language: Language) -> [String] {
        language == .danish ? danishMonths : englishMonths
    }

    private static func shortMonths(_ language: Language) -> [String] {
        language == .danish ? danishShortMonths : englishShortMonths
    }

    private static func weekdays(_ language: Language) -> [String] {
        language == .danish ? danishWeekdays : englishWeekdays
    }

    private static let danishMonths = [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
        "december",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let danishShortMonths = [
        "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.",
    ]
    private static let englishShortMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let danishWeekdays = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    private static let englishWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
