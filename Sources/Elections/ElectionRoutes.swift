import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// Lists of elections, calling one, seeing it and giving it up.
enum ElectionRoutes {
    private static let pageSize = 50

    static func add(to routes: inout Routes) {
        routes.get("/elections", for: .signedIn) { try await list($0) }
        routes.get("/elections/:id", for: .signedIn) { .page(try await page($0)) }
        routes.get("/elections/:id/protocol", for: .signedIn) { try await protocolPage($0) }
        routes.get("/bodies/:id/elections", for: .signedIn) { try await ofBody($0) }
        routes.get("/bodies/:id/elections/new", for: .signedIn) { .page(try await form($0)) }
        routes.post("/bodies/:id/elections", for: .signedIn) { try await call($0) }
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let (viewer, day) = (visit.viewer, visit.today)
        let place = ElectionListPage.place(visit.fields["after"])
        let page = try await visit.read { reader -> ElectionListPage in
            let store = ElectionStore(reader)
            let elections = try store.page(within: viewer.reads, after: place, most: pageSize + 1)
            let mine =
                try place == nil
                ? reader.rows(ElectionStore.open(for: viewer)).filter { try isVoter(viewer, in: $0, on: day, reader) }
                : []
            let unfilled = try place == nil ? reader.rows(store.unfilled(within: viewer.works)) : []
            let shown = Array(elections.prefix(pageSize))
            let bodies = try BodyStore(reader).names(of: Set((shown + mine + unfilled).map(\.body)))
            return ElectionListPage(
                visit: visit, mine: mine, elections: shown, unfilled: unfilled, bodies: bodies,
                hasMore: elections.count > pageSize, isFirst: place == nil)
        }
        return .page(page.page)
    }

    private static func isVoter(_ viewer: Viewer, in election: Election, on day: Day, _ reader: Reader) throws -> Bool {
        election.state == .voting
            ? try ElectionStore(reader).place(of: viewer.person, in: election.id) != nil
            : try OrganisationTies(reader).mayVote(viewer.person, in: election, on: day)
    }

    private static func ofBody(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let id: BodyID = try visit.id()
        let (viewer, day) = (visit.viewer, visit.today)
        let page = try await visit.read { reader -> BodyElectionsPage in
            let ties = OrganisationTies(reader)
            guard let body = try ties.body(id, on: day) else { throw Refusal.notFound }
            let mayCall = try ties.mayOrganise(body, viewer, on: day)
            guard try mayCall || viewer.reads.includes(id, covering: body.units, reader) else { throw Refusal.notFound }
            return BodyElectionsPage(
                visit: visit, body: body, elections: try ElectionStore(reader).all(of: id),
                sitting: try ties.elected(to: body, on: day), mayCall: mayCall && body.hasRepresentatives)
        }
        return .page(page.page)
    }

    static func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        try await Elections.turnPages(in: visit.house)
        let id: ID<Election> = try visit.id()
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        let (picture, people) = try await visit.read { reader -> (ElectionPicture, [(id: PersonID, name: String)]) in
            let picture = try ElectionPicture(id, for: viewer, settings: settings, on: day, reader)
            let isAsked = picture.phase == .nominating && picture.isVoter
            // Few enough to choose from; else a name is written.
            let people =
                isAsked && picture.electorate <= ElectionPage.mostToChooseFrom
                ? try OrganisationTies(reader).electorate(of: picture.election, on: day) : []
            return (picture, people)
        }
        return ElectionPage(visit: visit, picture: picture, people: people, problems: problems).page
    }

    private static func protocolPage(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let id: ID<Election> = try visit.id()
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        let picture = try await visit.read { try ElectionPicture(id, for: viewer, settings: settings, on: day, $0) }
        guard picture.election.state.isOver else { throw Refusal.notFound }
        return .page(ProtocolPage(visit: visit, picture: picture).page)
    }

    // MARK: Calling

    private static func form(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: BodyID = try visit.id()
        let (viewer, day) = (visit.viewer, visit.today)
        let ground: CallingGround = try await visit.read { try Self.ground(id, viewer, on: day, $0) }
        return CallPage(visit: visit, ground: ground, problems: problems).page
    }

    private static func ground(_ id: BodyID, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> CallingGround {
        let ties = OrganisationTies(reader)
        guard let body = try ties.body(id, on: day) else { throw Refusal.notFound }
        guard try ties.mayOrganise(body, viewer, on: day) else {
            guard try viewer.reads.includes(id, covering: body.units, reader) else { throw Refusal.notFound }
            throw notYours
        }
        let store = ElectorateStore(reader)
        var electorate: [Franchise: Int] = [:]
        for franchise in Franchise.allCases {
            electorate[franchise] = try store.count(franchise, in: body.units, for: id, on: day)
        }
        return CallingGround(
            body: body, sitting: try ties.elected(to: body, on: day),
            open: Set(try ElectionStore(reader).open(of: id).map(\.franchise)), electorate: electorate,
            groups: body.kind == .group ? 0 : try store.groups(in: body.units, on: day))
    }

    private static func call(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        return try await visit.orAgain {
            let id: BodyID = try visit.id()
            let (viewer, fields, deed) = (visit.viewer, visit.fields, visit.deed)
            let law = visit.house.law.elections(on: deed.day)
            let link = try await visit.once { writer in
                let ground = try Self.ground(id, viewer, on: deed.day, writer.reader)
                let called = try CalledElection(
                    fields, id: deed.identities.random(), ground: ground, by: viewer.person,
                    under: law, on: deed.day)
                let election = called.election
                try writer.apply(
                    election.called(in: ground.body.units, following: called.followed.map(\.mandate.id.text)), deed)
                let voters = try OrganisationTies(writer.reader).electorate(of: election, on: deed.day)
                try writer.apply(
                    Notice.told(
                        Set(voters.map(\.id)), ElectionNotices.called(ground.body.name, election),
                        at: "/elections/\(election.id)", mail: ElectionMails.called, deed), deed)
                return "/elections/\(election.id)"
            }
            return .redirect(link, saying: ElectionTexts(language: visit.language).calledSaid)
        } form: {
            try await form(visit, problems: $0)
        }
    }

    static let notYours = Refusal.forbidden(
        Words(
            da:
                "Valget udskrives og passes af områdets arbejdsmiljøkoordinator, udvalgets sekretær eller administratoren.",
            en:
                "The area's working environment coordinator, the committee's secretary or the administrator calls the election and looks after it."
        ))

    static let alreadyOver = Refusal.conflict(
        Words(da: "Valget er slut.", en: "The election is over."))
}
