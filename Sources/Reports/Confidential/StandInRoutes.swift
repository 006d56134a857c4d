import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// A deputy steps in where nobody has opened a case: at once, by himself or herself, and seen by those who handle it.
enum StandInRoutes {
    static func add(to routes: inout Routes) {
        routes.post("/reports/:id/stand-in", for: .signedIn) { try await standIn($0) }
    }

    /// The case that the address means, where the viewer may step in.
    static func lying(_ visit: Visit) async throws -> LyingCase? {
        let id: ID<Report> = try visit.id()
        let (person, day) = (visit.viewer.person, visit.today)
        return try await visit.read { try CaseStore($0).lying(id, for: person, on: day) }
    }

    private static func standIn(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let (viewer, deed) = (visit.viewer, visit.deed)
        let next = try await visit.once { writer in
            let store = CaseStore(writer.reader)
            guard try store.lying(id, for: viewer.person, on: deed.day) != nil,
                let report = try ReportStore(writer.reader).find(id)
            else { throw Refusal.notFound }
            let passing = CasePassing(day: deed.day, way: .stoodIn, giver: nil, taker: viewer.person)
            try writer.apply(
                report.passed(
                    passing, from: CaseTrust(of: report, writer.reader), as: store.nextPassing(of: id),
                    taker: viewer.name, giver: "", deed), deed)
            return "/reports/\(id)"
        }
        return .redirect(next, saying: ConfidenceTexts(language: visit.language).stoodIn)
    }
}

extension CaseStore {
    fileprivate func lying(_ report: ID<Report>, for person: PersonID, on day: Day) throws -> LyingCase? {
        guard try cases(of: person).other.contains(report) else { return nil }
        return try lying(among: [report], on: day).first
    }
}
