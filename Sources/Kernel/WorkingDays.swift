/// The days on which Danish workplaces rest.
extension Day {
    /// A public holiday (*helligdag*). Great Prayer Day has been none since 2024 (Act no. 214 of 6 March 2023).
    public var isPublicHoliday: Bool {
        let easter = Self.easterSunday(of: year)
        // Maundy Thursday to Easter Monday, Ascension, Whit Sunday and Monday.
        if [-3, -2, 0, 1, 39, 49, 50].contains(self - easter) { return true }
        let parts = parts
        return [[1, 1], [12, 25], [12, 26]].contains([parts.month, parts.day])
    }

    /// Neither Saturday nor Sunday nor a public holiday.
    public var isWorkingDay: Bool { weekday <= 5 && !isPublicHoliday }

    /// The day itself where people work on it, else the first one after it on which they do.
    public var orNextWorkingDay: Day {
        var day = self
        while !day.isWorkingDay { day = day + 1 }
        return day
    }

    /// The first working day since its Monday.
    public var isFirstWorkingDayOfWeek: Bool {
        isWorkingDay && !(1..<weekday).contains { (self - $0).isWorkingDay }
    }

    /// By the Gregorian calendar, as Meeus and others give the reckoning.
    static func easterSunday(of year: Int) -> Day {
        let golden = year % 19
        let century = year / 100
        let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7
        let late = (golden + 11 * moon + 22 * toSunday) / 451
        let days = moon + toSunday - 7 * late + 114
        return Day(number: Civil.number(year: year, month: days / 31, day: days % 31 + 1))
    }
}
