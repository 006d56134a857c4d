import Access
import ActionPlan
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Seeking help from experts, and saying what came of it.
enum HelpRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/actions/:id/expert-help/new", for: .signedIn) { .page(try await form($0, .none)) }
        routes.post("/actions/:id/expert-help", for: .signedIn) { try await seek($0) }
        routes.get("/expert-help/:id", for: .signedIn) { .page(try await page($0, .none)) }
        routes.post("/expert-help/:id", for: .signedIn) { try await settle($0) }
    }

    private static func form(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        return try await visit.read { reader in
            let (action, body) = try HandingWork.toHandUp(id, by: visit.viewer, on: visit.today, reader)
            return HelpFormPage(
                visit: visit, action: action, seekers: try seekers(for: action, in: body, visit.today, reader),
                problems: problems
            ).page
        }
    }

    private static func seek(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let (reader, deed) = (writer.reader, visit.deed)
                let (action, body) = try HandingWork.toHandUp(id, by: visit.viewer, on: deed.day, reader)
                let seekers = try seekers(for: action, in: body, deed.day, reader)
                let new = try NewHelp(visit.fields, among: Set(seekers.map(\.id)), on: deed.day)
                let help = ExpertHelp(
                    id: deed.identities.ordered(at: deed.moment), action: id, body: action.body, need: new.need,
                    source: new.source, whom: new.whom, seeker: new.seeker, by: new.by, askedBy: deed.person,
                    askedAt: deed.moment)
                try writer.apply(help.sought(for: action.agreed.what, deed), deed)
                return "/actions/\(id)"
            }
            return .redirect(link, saying: HandingTexts(language: visit.language).soughtNow)
        } form: {
            try await form(visit, $0)
        }
    }

    private static func page(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: HelpID = try visit.id()
        return try await visit.read { reader in
            let seen = try SeenHelp(id, for: visit.viewer, reader)
            let people = Set([seen.help.seeker] + [seen.help.askedBy].compactMap { $0 })
            return HelpPage(
                visit: visit, seen: seen, names: try PersonStore(reader).names(of: people), problems: problems
            ).page
        }
    }

    private static func settle(_ visit: Visit) async throws -> Answer {
        let id: HelpID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let seen = try SeenHelp(id, for: visit.viewer, writer.reader)
                guard seen.maySettle else { throw Refusal.forbidden(HandingRefusals.settle) }
                guard seen.help.state == .sought else { throw Refusal.conflict(HandingRefusals.settled) }
                let result = try HelpResult(visit.fields)
                let people = try ActionStore(writer.reader).concerned(with: seen.action)
                    .union([seen.help.seeker] + [seen.help.askedBy].compactMap { $0 })
                try writer.apply(
                    seen.help.settled(result, about: seen.action.agreed.what, telling: people, visit.deed), visit.deed)
                return "/expert-help/\(id)"
            }
            return .redirect(link, saying: HandingTexts(language: visit.language).settledNow)
        } form: {
            try await page(visit, $0)
        }
    }

    /// Who may be asked to find it: the body's members and those with a part in the action, who are here.
    private static func seekers(
        for action: Action, in body: Body, _ day: Day, _ reader: Reader
    ) throws -> [(id: PersonID, name: String)] {
        let seats = try BodyStore(reader).seats(of: body.id, on: day).map(\.mandate.person)
        let people = try PersonStore(reader).here(
            action.agreed.partners.union([action.agreed.responsible]).union(seats), on: day)
        return try PersonStore(reader).names(of: people).map { ($0.key, $0.value) }.sorted {
            ($0.1, $0.0) < ($1.1, $1.0)
        }
    }
}

/// Help that the viewer may see: who reads the action, and whoever is to find it.
struct SeenHelp {
    let help: ExpertHelp
    let action: Action
    /// The viewer reads the action.
    let isReader: Bool
    let maySettle: Bool

    init(_ id: HelpID, for viewer: Viewer, _ reader: Reader) throws {
        guard let help = try HelpStore(reader).find(id), let action = try ActionStore(reader).find(help.action) else {
            throw Refusal.notFound
        }
        let seen = try SeenAction.within(help.action, for: viewer, reader)
        let isSeeker = viewer.isSomebody && help.seeker == viewer.person
        guard seen != nil || isSeeker else { throw Refusal.notFound }
        (self.help, self.action) = (help, action)
        isReader = seen != nil
        maySettle = isSeeker || seen?.standing.mayWork == true
    }
}
