import ActionPlan
import Design
import Kernel
import Markup
import Reports
import Storage
import Web

/// The page of an investigation, its paper, and what is done with it as a whole. Whoever does not handle the report finds
/// nothing behind any of them.
enum InvestigationRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:id/investigation", for: .signedIn) { try await show($0) }
        routes.post("/reports/:id/investigation", for: .signedIn) { try await begin($0) }
        routes.get("/reports/:id/investigation/paper", for: .signedIn) { visit in
            .page(InvestigationPaper(visit: visit, picture: try await visit.investigation()).page)
        }
        routes.get("/reports/:id/investigation/closure", for: .signedIn) { visit in
            .page(ClosingPage(visit: visit, picture: try await visit.investigation()).page)
        }
        routes.post("/reports/:id/investigation/closure", for: .signedIn) { try await close($0) }
        routes.post("/reports/:id/investigation/reopening", for: .signedIn) { try await reopen($0) }
        routes.post("/reports/:id/investigation/actions/:action", for: .signedIn) { try await lay($0) }
        routes.post("/reports/:id/investigation/participants", for: .signedIn) { visit in
            try await change(visit, backTo: { "/reports/\($0)/investigation#participants" }) {
                try $0.takePart(visit.fields)
            }
        }
        routes.post("/reports/:id/investigation/conclusion", for: .signedIn) { visit in
            try await change(visit, backTo: { "/reports/\($0)/investigation#conclusion" }) {
                try $0.conclude(visit.fields)
            }
        }
    }

    private static func lay(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let action: ActionID = try visit.id("action")
        return try await visit.orAgain {
            try await visit.write { try InvestigationWork($0, visit, id).lay(action, at: visit.fields["piece"]) }
            return .redirect(
                "/reports/\(id)/investigation", saying: InvestigationTexts(language: visit.language).saved)
        } form: { problems in
            let picture = try await visit.investigation(findsSimilar: true)
            return InvestigationPage(visit: visit, picture: picture, problems: problems).page
        }
    }

    private static func show(_ visit: Visit) async throws -> Answer {
        let seen = try await SeenReport.find(visit)
        let (viewer, day) = (visit.viewer, visit.today)
        if let picture = try await visit.read({
            try InvestigationPicture(of: seen, for: viewer, on: day, findsSimilar: true, $0)
        }) {
            return .page(InvestigationPage(visit: visit, picture: picture).page)
        }
        guard Investigation.isFor(seen.report.kind) else { throw Refusal.notFound }
        return .page(NotBegunPage(visit: visit, report: seen.report).page)
    }

    private static func begin(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        try await visit.write { try InvestigationWork($0, visit, id).begin() }
        return .redirect("/reports/\(id)/investigation", saying: InvestigationTexts(language: visit.language).begun)
    }

    private static func close(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                try InvestigationWork(writer, visit, id).close(visit.fields)
                return "/reports/\(id)/investigation"
            }
            return .redirect(link, saying: InvestigationTexts(language: visit.language).closedSaid)
        } form: { problems in
            ClosingPage(visit: visit, picture: try await visit.investigation(), problems: problems).page
        }
    }

    private static func reopen(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        try await visit.write { try InvestigationWork($0, visit, id).reopen() }
        return .redirect("/reports/\(id)/investigation", saying: InvestigationTexts(language: visit.language).reopened)
    }

    /// A form of the page itself, which comes back with both texts where two wrote the same.
    private static func change(
        _ visit: Visit, backTo place: (ID<Report>) -> Link,
        _ body: @escaping @Sendable (InvestigationWork) throws -> Void
    ) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        do {
            return try await visit.orAgain {
                try await visit.write { try body(InvestigationWork($0, visit, id)) }
                return .redirect(place(id), saying: InvestigationTexts(language: visit.language).saved)
            } form: { problems in
                InvestigationPage(
                    visit: visit, picture: try await visit.investigation(findsSimilar: true), problems: problems
                ).page
            }
        } catch let clash as EditClash {
            return .page(
                InvestigationPage(
                    visit: visit, picture: try await visit.investigation(findsSimilar: true), clash: clash
                ).page,
                status: 409)
        }
    }
}

/// A report that nobody has looked into yet.
struct NotBegunPage {
    let visit: Visit
    let report: Report

    var page: Page {
        let text = InvestigationTexts(language: visit.language)
        let kind = Reports.name(of: report.kind).in(visit.language)
        let begin = PostButton(
            text.begin, to: "/reports/\(report.id)/investigation", csrf: visit.csrf, .primary)
        return Page(
            title: text.investigation, section: "reports", topics: [.report(report.id)],
            content: """
                \(Breadcrumbs([(text.reports, "/reports"), (kind, "/reports/\(report.id)")], language: visit.language))\
                \(PageHeader(text.investigation))\(EmptyState(text.notBegun, text.why))\
                <div class="actions">\(begin)</div>
                """)
    }
}
