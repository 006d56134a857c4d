/// Events, and the hours of work in which they came.
struct Rate: Sendable, Equatable {
    var count = 0
    var hours = 0

    /// Events to a million hours; nothing where there are no hours.
    var perMillion: Double? { per(1_000_000) }
    /// Events to a thousand people who work full time for a year.
    var perThousandPeople: Double? { per(1000 * Self.fullTime) }
    /// Of lost days: to a thousand hours.
    var perThousandHours: Double? { per(1000) }

    /// Between what the frequency lies in nineteen cases of twenty, to a million hours.
    var interval: PoissonBounds? { bounds(1_000_000) }
    var intervalPerThousandPeople: PoissonBounds? { bounds(1000 * Self.fullTime) }

    /// Hours in a year of 52 weeks of 37 hours, by which people are counted as full-time.
    static let fullTime = 1924

    typealias PoissonBounds = (low: Double, high: Double)

    private func per(_ base: Int) -> Double? { hours > 0 ? Double(count) * Double(base) / Double(hours) : nil }

    private func bounds(_ base: Int) -> PoissonBounds? {
        guard hours > 0 else { return nil }
        let (interval, scale) = (PoissonInterval(count), Double(base) / Double(hours))
        return (interval.low * scale, interval.high * scale)
    }
}
