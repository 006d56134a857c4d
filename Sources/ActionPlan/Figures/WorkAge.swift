/// How long what is open has been open.
struct WorkAge {
    /// A span of days since the action was made.
    enum Band: Int, CaseIterable {
        case month, quarter, half, year, older

        init(days: Int) {
            self =
                switch days {
                case ..<31: .month
                case ..<92: .quarter
                case ..<183: .half
                case ..<366: .year
                default: .older
                }
        }
    }

    let counts: [Band: Int]
    let open: Int
    /// As many have been open for longer as for shorter; in days. Nothing where nothing is open.
    let median: Int?

    /// - Parameter days: how many have been open for so many days.
    init(days: [(age: Int, count: Int)]) {
        counts = Dictionary(days.map { (Band(days: $0.age), $0.count) }, uniquingKeysWith: +)
        open = days.reduce(0) { $0 + $1.count }
        var left = (open + 1) / 2
        median =
            days.sorted { $0.age < $1.age }.first { day in
                left -= day.count
                return left <= 0
            }?.age
    }
}
