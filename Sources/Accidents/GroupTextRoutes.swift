import Kernel
import Organisation
import Reports
import Storage
import Web

/// What the group may read of the event, made ready by those who see all of it.
enum GroupTextRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:id/accident/group", for: .signedIn) { .page(try await form($0)) }
        routes.post("/reports/:id/accident/group", for: .signedIn) { try await save($0) }
    }

    private static func form(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let picture = try await AccidentRoutes.picture(visit)
        guard picture.mayWrite else { throw Refusal.forbidden(AccidentRefusals.write) }
        guard picture.hasGroup, let record = picture.record else { throw Refusal.notFound }
        let day = visit.today
        let names = try await visit.read { try near(picture.report, record, [], on: day, $0) }
        return GroupTextPage(visit: visit, picture: picture, record: record, names: names, problems: problems).page
    }

    private static func save(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        _ = try await SeenReport.find(visit)
        let fields = visit.fields
        return try await visit.orAgain {
            try await visit.write { try AccidentWork($0, visit).showToGroup(id, fields) }
            return .redirect(
                "/reports/\(id)/accident", saying: GroupTextTexts(language: visit.language).saved)
        } form: {
            try await form(visit, $0)
        }
    }

    /// Names of people who may stand in it: who was hurt, who reported it, those who look after the unit, and whoever here
    /// has a name with which a sentence begins.
    /// - Parameter texts: that are looked through beside those of the record.
    static func near(
        _ report: Report, _ record: AccidentRecord, _ texts: [String], on day: Day, _ reader: Reader
    ) throws -> [String] {
        let seated = try reader.rows(BodyStore.mandates(covering: report.unit, on: day)).map(\.person)
        let people = Set(seated + [report.sender.person].compactMap { $0 })
        var names = try PersonStore(reader).names(of: people).values.sorted()
        if case .guest(let name, _) = report.sender { names.append(name) }
        let event = record.event
        let beginnings = ([event.place, event.course, event.agent] + texts).flatMap(NamesInText.beginnings)
        return try struck(by: report, reader) + names
            + (try PersonStore(reader).partsOfNames(among: beginnings))
    }
}

extension GroupTextRoutes {
    /// Names of all whom the event struck, as far as they are written down.
    static func struck(by report: Report, _ reader: Reader) throws -> [String] {
        try AccidentStore(reader).records(of: ReportStore(reader).struck(by: report)).map(\.injured.name)
            .filter { !$0.isEmpty }.sorted()
    }
}

extension AccidentWork {
    func showToGroup(_ id: ID<Report>, _ fields: Fields) throws {
        let (handlers, record) = try opened(id)
        guard !handlers.report.isConfidential else { throw Refusal.notFound }
        let names = try GroupTextRoutes.near(
            handlers.report, record, [fields["place"], fields["course"], fields["agent"]], on: deed.day, writer.reader)
        let text = try NewGroupText(
            fields, injured: try GroupTextRoutes.struck(by: handlers.report, writer.reader), knowing: names)
        guard let person = deed.person else { throw Refusal.signedOut }
        try writer.apply(text.saved(of: id, by: person, on: deed.day, topics: handlers.topics), deed)
    }
}
