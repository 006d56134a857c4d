import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// A confidential report goes to somebody else: explicitly, to a named person, with a reason.
enum PassingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:id/handover", for: .signedIn) { .page(try await page($0)) }
        routes.post("/reports/:id/handover", for: .signedIn) { try await passOn($0) }
    }

    private static func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let seen = try await SeenReport.find(visit)
        let (report, person, day) = (seen.report, visit.viewer.person, visit.today)
        guard report.isConfidential else { throw Refusal.notFound }
        let shown = try await visit.read { reader -> ([Confidant], [PersonID: String])? in
            let trust = try CaseTrust(of: report, reader)
            guard trust.mayPassOn(person) else { return nil }
            let successors = try report.successors(trust, besides: person, on: day, reader)
            return (successors, try PersonStore(reader).names(of: Set(successors.map(\.person))))
        }
        guard let shown else { throw Refusal.notFound }
        return PassingPage(visit: visit, report: report, successors: shown.0, names: shown.1, problems: problems).page
    }

    private static func passOn(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        return try await visit.orAgain {
            let (viewer, deed, fields) = (visit.viewer, visit.deed, visit.fields)
            let next = try await visit.once { writer in
                let reader = writer.reader
                let report = try SeenReport.find(id, for: viewer, on: deed.day, writer)
                let trust = try CaseTrust(of: report, reader)
                guard report.isConfidential, trust.mayPassOn(viewer.person) else { throw Refusal.notFound }
                let successors = try report.successors(trust, besides: viewer.person, on: deed.day, reader)
                let passing = try CasePassing(
                    fields, among: Set(successors.map(\.person)), by: viewer.person, on: deed.day)
                let taker = try PersonStore(reader).name(of: passing.taker) ?? ""
                let shared = try ReportReaders(of: report, on: deed.day, reader).people
                try writer.apply(
                    report.passed(
                        passing, from: trust, as: CaseStore(reader).nextPassing(of: id), taker: taker,
                        giver: viewer.name, deed), deed)
                // Whoever shared it by office loses sight of it, too.
                for person in shared { try writer.raise(Topic.cases(of: person).name) }
                if passing.stays { return "/reports/\(id)" }
                return viewer.isMember ? "/reports" : "/reports/mine"
            }
            return .redirect(next, saying: ConfidenceTexts(language: visit.language).handedOn)
        } form: {
            try await page(visit, problems: $0)
        }
    }
}

extension CasePassing {
    /// - Parameter people: to whom it may be handed.
    /// - Throws: `Problems` with everything that is wrong.
    init(_ fields: Fields, among people: Set<PersonID>, by giver: PersonID, on day: Day) throws(Problems) {
        var reading = Reading(fields)
        let taker = reading.text("to", limit: 64)
        if !taker.isEmpty, !people.contains(PersonID(taker)) { reading.note(FieldProblem.notAChoice, at: "to") }
        let reason = reading.text("reason", limit: ReportMessage.limit)
        let stays = reading.isTicked("stay")
        try reading.finish()
        self.init(
            day: day, way: .handedOn, giver: giver, taker: PersonID(taker), stays: stays, reason: reason)
    }
}
