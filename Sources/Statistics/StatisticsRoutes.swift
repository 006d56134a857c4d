import Design
import Kernel
import Organisation
import Storage
import Web

/// What is counted, for whoever works on the reports of a unit, and with few numbers for whoever leads it.
enum StatisticsRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/statistics", for: .signedIn) { .page(try await page($0).page) }
        routes.get("/statistics/table.csv", for: .signedIn, file)
        routes.get("/statistics/overview", for: .signedIn, overview)
        routes.post("/statistics/threshold", for: .signedIn, setThreshold)
        StatisticsAPI.add(to: &routes)
    }

    /// The unit and the year that the visit asks for.
    static func read(_ visit: Visit) async throws -> UnitStatistics {
        let (viewer, today, law) = (visit.viewer, visit.today, visit.house.law)
        let unit = visit.fields["unit"].trimmed
        let year = year(visit)
        return try await visit.read { reader in
            let seen = try SeenUnit(unit.isEmpty ? nil : UnitID(unit), for: viewer, on: today, reader)
            return try UnitStatistics(seen, year: year, by: law, today: today, reader)
        }
    }

    /// In the first months of a year people look at the one that is over.
    static func year(_ visit: Visit) -> Int {
        let this = visit.today.parts
        guard let asked = Int(visit.fields["year"].trimmed),
            ((this.year - UnitStatistics.years + 1)...this.year).contains(asked)
        else { return this.month <= 3 ? this.year - 1 : this.year }
        return asked
    }

    private static func page(_ visit: Visit, problems: Problems = .none) async throws -> StatisticsPage {
        let statistics = try await read(visit)
        let (viewer, today, language) = (visit.viewer, visit.today, visit.language)
        let (units, sets) = try await visit.read { reader -> ([Unit], Bool) in
            let isWhole = statistics.seen.sight == .whole
            let roots =
                viewer.works.isEverything
                ? try UnitStore(reader).tops(on: today).map(\.id) : viewer.works.roots.sorted()
            let units = isWhole ? try UnitStore(reader).nearestTop(roots, on: today) : []
            return (units, try setsThreshold(visit, reader))
        }
        let isListed = units.contains { $0.id == statistics.seen.unit.id }
        let choices = (isListed ? units : [statistics.seen.unit] + units).choicesInTree(language)
        return StatisticsPage(
            visit: visit, statistics: statistics, choices: choices, setsThreshold: sets, problems: problems)
    }

    private static func file(_ visit: Visit) async throws -> Answer {
        guard let name = StatisticName(rawValue: visit.fields["figure"]) else { throw Refusal.notFound }
        let drawn = DrawnStatistics(statistics: try await read(visit), language: visit.language)
        guard let figure = drawn.figure(name) else { throw Refusal.notFound }
        return .file(
            File(
                name: "\(figure.title) \(drawn.year).csv", mediaType: "text/csv; charset=utf-8",
                bytes: figure.csv(visit.language)))
    }

    private static func overview(_ visit: Visit) async throws -> Answer {
        let statistics = try await read(visit)
        guard statistics.seen.arranges else { throw Refusal.notFound }
        return .page(OverviewPage(visit: visit, statistics: statistics).page)
    }

    /// Whoever arranges the whole organisation.
    private static func setsThreshold(_ visit: Visit, _ reader: Reader) throws -> Bool {
        let tops = try UnitStore(reader).tops(on: visit.today).map(\.id)
        return try visit.viewer.arranges(tops, on: visit.today, reader)
    }

    private static func setThreshold(_ visit: Visit) async throws -> Answer {
        guard try await visit.read({ try setsThreshold(visit, $0) }) else { throw Refusal.notFound }
        return try await visit.orAgain {
            let least = try Threshold.written(visit.fields)
            let deed = visit.deed
            try await visit.write { writer in
                guard try setsThreshold(visit, writer.reader) else { throw Refusal.notFound }
                let old = try ThresholdStore(writer.reader).least()
                guard old != least else { return }
                try writer.apply(Threshold.changed(from: old, to: least), deed)
            }
            return .redirect("/statistics", saying: StatisticsTexts(language: visit.language).saved)
        } form: { problems in
            try await page(visit, problems: problems).page
        }
    }
}
