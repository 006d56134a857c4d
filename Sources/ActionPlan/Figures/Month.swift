import Kernel

/// A month of a year.
struct Month: Hashable, Comparable {
    /// Months since the year nought.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    init(_ day: Day) {
        number = day.parts.year * 12 + day.parts.month - 1
    }

    /// Reads `2026-11`.
    init?(_ text: String) {
        guard let day = Day("\(text)-01") else { return nil }
        self.init(day)
    }

    var first: Day { Day(year: number / 12, month: number % 12 + 1, day: 1) ?? .earliest }

    func earlier(by months: Int) -> Month { Month(number: number - months) }

    static func < (one: Month, other: Month) -> Bool { one.number < other.number }

    /// `nov` and `Nov`.
    func short(in language: Language) -> String { Self.names(language)[number % 12] }

    /// `nov 2026`.
    func text(in language: Language) -> String { "\(short(in: language)) \(number / 12)" }

    private static func names(_ language: Language) -> [String] {
        language == .danish
            ? ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
            : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    }
}
