import Access
import Journal
import Kernel
import Storage
import Web

/// Those who handle a report keep it longer than others, or let it go with them. Of a confidential one its handlers alone.
enum HoldRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:id/hold", for: .signedIn) { .page(try await page($0)) }
        routes.post("/reports/:id/hold", for: .signedIn) { try await keep($0) }
        routes.post("/reports/:id/hold/end", for: .signedIn) { try await letGo($0) }
    }

    private static func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let (report, day) = (try await SeenReport.find(visit).report, visit.today)
        let hold = try await visit.read { try ReportStore($0).hold(of: report.id, on: day) }
        return HoldPage(visit: visit, report: report, hold: hold, problems: problems).page
    }

    private static func keep(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        return try await visit.orAgain {
            let (viewer, deed, fields) = (visit.viewer, visit.deed, visit.fields)
            try await visit.write { writer in
                let report = try SeenReport.find(id, for: viewer, on: deed.day, writer)
                let hold = try ReportHold(fields, by: viewer.person, on: deed.day)
                guard try ReportStore(writer.reader).hold(of: id, on: deed.day) != hold else { return }
                try writer.apply(report.held(hold), deed)
            }
            return .redirect("/reports/\(id)", saying: HoldTexts(language: visit.language).kept)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    private static func letGo(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let (viewer, deed) = (visit.viewer, visit.deed)
        try await visit.write { writer in
            let report = try SeenReport.find(id, for: viewer, on: deed.day, writer)
            guard try ReportStore(writer.reader).hold(of: id, on: deed.day) != nil else { return }
            try writer.apply(report.letGo(), deed)
        }
        return .redirect("/reports/\(id)", saying: HoldTexts(language: visit.language).letGo)
    }
}
