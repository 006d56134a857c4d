import Access
import ActionPlan
import Design
import Elections
import Journal
import Kernel
import Markup
import Organisation
import SafetyOrganisation
import Storage
import Web

struct GroupRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/bodies/:id", for: .signedIn, show)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id()
        let viewer = visit.viewer
        return try await visit.organisationPage { asOf, reader in
            let day = asOf.day
            guard let body = try BodyStore(reader).find(id, on: day) else { return nil }
            let units = try body.units.prefix(20).compactMap { try UnitStore(reader).find($0, on: day) }
            let seats = try BodyStore(reader).seats(of: id, on: day)
            let flaws = try BodyFlaws(body, for: viewer, law: visit.house.law, asOf, reader)
            // Plans are of today: another day shows who sat here and for whom.
            guard asOf.isToday, try viewer.reads.includes(id, covering: body.units, reader) else {
                return GroupPage(
                    visit: visit, asOf: asOf, body: body, units: units, seats: seats, flaws: flaws, plan: nil
                )
                .page
            }
            let latest = try ActionStore(reader).latestChanges(id, most: 8)
            return GroupPage(
                visit: visit, asOf: asOf, body: body, units: units, seats: seats, flaws: flaws,
                plan: .init(
                    stages: try ActionStore(reader).countsByStage(id), latest: latest,
                    mayAdd: try viewer.works.includes(id, covering: body.units, reader))
            ).page
        }
    }
}

/// A group or committee: who sits in it, what it looks after and how its plan stands. Who sits in it is known to all;
/// the plan is for those within its reach.
struct GroupPage {
    struct Plan: Sendable {
        let stages: [Stage: Int]
        let latest: [Action]
        let mayAdd: Bool
    }

    let visit: Visit
    let asOf: AsOf
    let body: Body
    let units: [Unit]
    let seats: [Seat]
    let flaws: BodyFlaws
    let plan: Plan?

    private var text: OverviewTexts { OverviewTexts(language: visit.language) }
    private var roles: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = body.name.in(visit.language)
        return Page(
            title: name, section: "organisation", topics: plan == nil ? [.rights] : [.rights, .board(of: body.id)],
            content: """
                \(Breadcrumbs([(roles.organisation, asOf.link("/organisation"))], language: visit.language))
                \(asOf.banner(backTo: "/bodies/\(body.id)"))
                \(PageHeader(name, about: asOf.about(roles.name(body.kind)), actions: actions))
                <div class="columns" data-live-part="group">
                <div class="stack">\(planSheets)</div>
                <div class="stack">\(Sheet(text.members, aside: aside) { members })
                \(Sheet(text.area) { area })\(flaws.sheet(visit.language))</div>
                </div>
                """)
    }

    private var aside: HTML {
        """
        <a href="/bodies/\(body.id)/seats">\(text.allSeats)</a>\
        \(when: plan != nil || visit.viewer.isAdministrator, " · <a href=\"/bodies/\(body.id)/elections\">\(text.elections)</a>")
        """
    }

    private var actions: HTML? {
        guard let plan else { return nil }
        return """
            \(Button(text.board, to: "/plan/\(body.id)")) \(Button(text.list, to: "/actions?body=\(body.id)"))
            \(when: plan.mayAdd, Button(text.newAction, to: ActionPlan.newActionLink(body: body.id), .primary).html)
            """
    }

    private var planSheets: HTML {
        guard let plan else { return .nothing }
        return """
            \(Sheet(text.plan) { PlanFigures(stages: plan.stages, text: text).html })
            \(Sheet(text.latest) { latest(plan.latest) })
            """
    }

    private func latest(_ actions: [Action]) -> HTML {
        guard !actions.isEmpty else { return "<p class=\"meta\">\(text.noActions)</p>" }
        return """
            <ul class="stack">\(each: actions, { action in
                "<li><a href=\"/actions/\(action.id)\">\(action.agreed.what)</a> <small class=\"meta\">\(text.stage(action.stage))</small></li>"
            })</ul>
            """
    }

    private var members: HTML {
        """
        <ul class="stack">\(each: seats, { seat in
            "<li>\(PersonName(seat.name, detail: roles.name(seat.mandate.role)))</li>"
        })\(each: flaws.vacancies(visit.language), { "<li>\(Badge($0, .late))</li>" })</ul>
        """
    }

    private var area: HTML {
        """
        <ul class="stack">\(each: units, { "<li><a href=\"\(asOf.link("/units/\($0.id)"))\">\($0.name.in(visit.language))</a></li>" })</ul>
        """
    }
}
