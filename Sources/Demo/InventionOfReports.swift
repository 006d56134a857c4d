import Accidents
import Organisation
import Reports
import Storage

/// What was told at the invented university, and what came of it.
extension Invention {
    /// Reports of earlier years: enough to fill the statistics of the largest university.
    private static let mostEarlier = 4000

    func report(_ university: InventedUniversity, _ database: any Database) async throws {
        let invented = InventedReports(dice: Dice(seed: seed + 3), today: today)
        let areas = university.areas
        for part in Array(0..<max(20, people / 20)).chunks(of: 2000) {
            let made = part.map { invented.report(from: areas[$0 % areas.count], isLatest: $0 < areas.count) }
            try await database.write { try ReportFill.reports(made, $0) }
        }
        for part in Array(0..<min(people / 5, Self.mostEarlier)).chunks(of: 2000) {
            let made = part.map { invented.earlier(from: areas[$0 % areas.count]) }
            let away = made.compactMap { invented.absence(after: $0.report, among: areas[0].members) }
            try await database.write { writer in
                try ReportFill.reports(made, writer)
                try AccidentFill.accidents(away.map { ($0, nil) }, writer)
            }
        }
        try await hurt(areas, database)
        try await closeLongAgo(areas, database)
    }

    /// Enough that was closed so long ago that retention has something to show, however small the university.
    private func closeLongAgo(_ areas: [InventedUniversity.Area], _ database: any Database) async throws {
        let invented = InventedReports(dice: Dice(seed: seed + 31 * Self.farAway), today: today)
        let made = areas.prefix(1).flatMap { area in (0..<40).map { _ in invented.longAgo(from: area) } }
        try await database.write { try ReportFill.reports(made, $0) }
    }

    private func hurt(_ areas: [InventedUniversity.Area], _ database: any Database) async throws {
        let invented = InventedAccidents(dice: Dice(seed: seed + 21 * Self.farAway), today: today)
        let accidents = areas.prefix(1).flatMap(invented.accidents)
        try await database.write { writer in
            try ReportFill.reports(accidents.map { ($0.report, $0.code) }, writer)
            try AccidentFill.accidents(accidents.map { ($0.record, $0.due) }, writer)
        }
    }

    /// The group in which a newcomer signs in has looked into two of its reports.
    func investigate(_ university: InventedUniversity, _ database: any Database) async throws {
        let invented = InventedInvestigations(
            dice: Dice(seed: seed + 14 * Self.farAway), today: today, area: university.areas[0])
        let cases = invented.cases
        try await database.write { writer in
            try ReportFill.reports(cases.map { ($0.report, $0.code) }, writer)
            for (change, deed) in cases.flatMap(\.steps) { try writer.apply(change, deed) }
        }
    }

    /// The first group's coordinator has two confidential cases; whoever is a deputy knows of none.
    func trust(_ university: InventedUniversity, _ database: any Database) async throws {
        let invented = InventedTrust(university: university, dice: Dice(seed: seed + 13 * Self.farAway), today: today)
        let namings = invented.namings()
        let cases = namings.first.flatMap { first in
            university.areas.first.map { invented.cases(in: $0, readBy: first.handler) }
        }
        try await database.write { writer in
            try ConfidenceFill.namings(namings, invented.dice.identities, writer)
            guard let cases, let first = namings.first else { return }
            try ReportFill.reports(cases, writer)
            try ConfidenceFill.handlers(of: cases.map(\.report.id), first, writer)
        }
    }
}
