import Kernel
import Organisation
import Reports
import Web

/// Statistics for programs: the same numbers as the page, guarded as it is.
enum StatisticsAPI {
    static func add(to routes: inout Routes) {
        routes.api(.get, "/statistics", shape) { visit in .json(json(try await StatisticsRoutes.read(visit))) }
    }

    private static let counts = AnswerShape.list(
        .object(name: "KindCount", [("kind", .text), ("count", .optionalNumber)]))

    private static let shape = APIShape(
        "Accidents with absence and reports of a unit and all under it, year by year; rates in hundredths",
        scope: .readReports,
        fields: [
            FieldShape("unit", .id, "The unit; the topmost within reach where none is sent"),
            FieldShape("year", .number, "The last of ten years; this one where none is sent, from April on"),
        ],
        answer: .object(
            name: "Statistics",
            [
                ("unit", .text), ("least", .optionalNumber),
                (
                    "years",
                    .list(
                        .object(
                            name: "YearCounted",
                            [
                                ("year", .number), ("lost_time", .optionalNumber), ("hours", .optionalNumber),
                                ("frequency_hundredths", .optionalNumber), ("low_hundredths", .optionalNumber),
                                ("high_hundredths", .optionalNumber), ("lost_days", .optionalNumber),
                                ("kinds", counts),
                            ]))
                ),
            ]))

    private static func json(_ statistics: UnitStatistics) -> JSON {
        let isWhole = statistics.seen.sight == .whole
        let years = statistics.yearsTold.filter { isWhole || $0 < statistics.today.year }
        return [
            "unit": .text(statistics.seen.unit.id.text), "least": isWhole ? .null : .number(statistics.least),
            "years": .list(years.map { isWhole ? whole($0, statistics) : guarded(GuardedYear($0, of: statistics)) }),
        ]
    }

    private static func whole(_ year: Int, _ statistics: UnitStatistics) -> JSON {
        let months = statistics.months(of: year)
        let rate = statistics.lostTime(over: months).rate
        return line(
            year, lostTime: statistics.lostTimeCount(of: .employee, in: year), hours: rate.hours, rate,
            lostDays: statistics.daysAway(in: year),
            kinds: UnitStatistics.openKinds.map { ($0, statistics.count($0, in: year)) })
    }

    private static func guarded(_ one: GuardedYear) -> JSON {
        line(
            one.year, lostTime: one.lostTime.count, hours: nil, one.rate, lostDays: nil,
            kinds: UnitStatistics.openKinds.map { ($0, one.kinds[$0]?.count) })
    }

    private static func line(
        _ year: Int, lostTime: Int?, hours: Int?, _ rate: Rate?, lostDays: Int?, kinds: [(ReportKind, Int?)]
    ) -> JSON {
        [
            "year": .number(year), "lost_time": number(lostTime), "hours": number(hours),
            "frequency_hundredths": hundredths(rate?.perMillion), "low_hundredths": hundredths(rate?.interval?.low),
            "high_hundredths": hundredths(rate?.interval?.high), "lost_days": number(lostDays),
            "kinds": .list(kinds.map { ["kind": .text($0.0.rawValue), "count": number($0.1)] }),
        ]
    }

    private static func number(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }

    private static func hundredths(_ rate: Double?) -> JSON {
        guard let rate, rate.isFinite, rate < 1e12 else { return .null }
        return .number(Int((rate * 100).rounded()))
    }
}
