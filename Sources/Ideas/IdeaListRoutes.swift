import Access
import Kernel
import Organisation
import Web

/// The ideas of a plan, and one's own.
enum IdeaListRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/plan/:body/ideas", for: .signedIn) { try await list($0) }
        routes.get("/ideas/mine", for: .signedIn) { try await mine($0) }
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let (viewer, day, fields) = (visit.viewer, visit.today, visit.fields)
        return .page(
            try await visit.read { reader in
                let plan = try SeenIdeas(id, for: viewer, on: day, reader)
                let filter = IdeaFilter(fields)
                let list = try IdeaList(plan, filter, after: fields["after"], reader)
                let units = try UnitStore(reader).names(of: Set(list.ideas.map(\.unit)), on: day)
                let people = try PersonStore(reader).names(of: Set(list.ideas.compactMap(\.giver.person)))
                return IdeaListPage(
                    visit: visit, body: plan.body, filter: filter, list: list, units: units, people: people
                ).page
            })
    }

    private static func mine(_ visit: Visit) async throws -> Answer {
        let person = visit.viewer.person
        let ideas = try await visit.read { try IdeaStore($0).given(by: person) }
        return .page(MyIdeasPage(visit: visit, ideas: ideas).page)
    }
}
