import Kernel
import Organisation

extension Month {
    var last: Day {
        let next = month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
        return (next ?? .latest) - 1
    }

    /// This one and those before it, the earliest first.
    func run(of count: Int) -> [Month] {
        var (months, month) = ([Month](), self)
        for _ in 0..<count {
            months.append(month)
            month = month.previous
        }
        return months.reversed()
    }

    static func all(of year: Int) -> [Month] { (1...12).compactMap { Month(year: year, month: $0) } }

    /// `nov` and `Nov`.
    func short(in language: Language) -> String {
        (language == .danish ? Self.danish : Self.english)[month - 1]
    }

    private static let danish = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    private static let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
