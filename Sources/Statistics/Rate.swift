/// Events, and the hours of work in which they came.
struct Rate: Sendable, Equatable {
    var count = 0
    var hours = 0

    /// Events to a million hours; nothing where there are no hours.
    var perMillion: Double? { per(1_000_000) }
    /// Events to a thousand people who work full time for a year.
    /// - Parameter fullTime: their hours in that year.
    func perThousandPeople(_ fullTime: Int) -> Double? { per(1000 * fullTime) }
    /// Of lost days: to a thousand hours.
    var perThousandHours: Double? { per(1000) }

    /// Between what the frequency lies in nineteen cases of twenty, to a million hours.
    var interval: PoissonBounds? { bounds(1_000_000) }

    typealias PoissonBounds = (low: Double, high: Double)

    private func per(_ base: Int) -> Double? { hours > 0 ? Double(count) * Double(base) / Double(hours) : nil }

    private func bounds(_ base: Int) -> PoissonBounds? {
        guard hours > 0 else { return nil }
        let (interval, scale) = (PoissonInterval(count), Double(base) / Double(hours))
        return (interval.low * scale, interval.high * scale)
    }
}
