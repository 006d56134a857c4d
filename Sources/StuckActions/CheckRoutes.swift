import Kernel
import Markup
import Organisation
import Storage
import Web

/// One check: answering alone, comparing, and what comes of it.
enum CheckRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/checks/:id", for: .signedIn) { .page(try await page($0)) }
        routes.post("/checks/:id", for: .signedIn) { try await answer($0) }
        routes.post("/checks/:id/comparison", for: .signedIn) { try await compare($0) }
        routes.post("/checks/:id/outcome", for: .signedIn) { try await conclude($0) }
        routes.post("/checks/:id/ending", for: .signedIn) { try await end($0) }
    }

    private static func page(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let id: CheckID = try visit.id()
        let settings = visit.house.settings
        return try await visit.read { reader in
            let seen = try SeenCheck(id, for: visit.viewer, on: visit.today, reader)
            let store = StuckStore(reader)
            guard seen.check.comparedAt == nil else {
                let rows = try store.answers(in: id)
                return ComparedPage(
                    visit: visit, seen: seen, rows: rows,
                    names: try PersonStore(reader).names(of: Set(rows.compactMap(\.person))), problems: problems
                ).page
            }
            let own = try store.answers(in: id, under: seen.check.mark(of: visit.viewer.person, settings))
            return CheckPage(visit: visit, seen: seen, own: own, problems: problems).page
        }
    }

    private static func answer(_ visit: Visit) async throws -> Answer {
        let id: CheckID = try visit.id()
        return try await visit.orAgain {
            try await visit.write { try StuckWork($0, visit).answer(id, visit.fields) }
            return .redirect("/checks/\(id)", saying: StuckTexts(language: visit.language).answeredNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private static func compare(_ visit: Visit) async throws -> Answer {
        let id: CheckID = try visit.id()
        return try await visit.orAgain {
            try await visit.write { try StuckWork($0, visit).compare(id) }
            return .redirect("/checks/\(id)", saying: StuckTexts(language: visit.language).comparedNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private static func conclude(_ visit: Visit) async throws -> Answer {
        let id: CheckID = try visit.id()
        return try await visit.orAgain {
            try await visit.write { try StuckWork($0, visit).conclude(id, visit.fields) }
            return .redirect("/checks/\(id)", saying: StuckTexts(language: visit.language).concludedNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private static func end(_ visit: Visit) async throws -> Answer {
        let id: CheckID = try visit.id()
        let action = try await visit.write { try StuckWork($0, visit).end(id) }
        return .redirect("/actions/\(action)", saying: StuckTexts(language: visit.language).endedNow)
    }
}
