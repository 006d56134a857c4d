import Access
import Design
import Journal
import Kernel
import Markup
import Organisation
import Web

/// Elections within the viewer's reach: first those to take part in, then open ones, then those that are over.
struct ElectionListPage {
    let visit: Visit
    let mine: [Election]
    let elections: [Election]
    let unfilled: [Election]
    let bodies: [BodyID: Words]
    let hasMore: Bool
    let isFirst: Bool

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }

    /// Reads `2026-01-05.k3…`.
    static func place(_ text: String) -> (ends: Day, id: ID<Election>)? {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let day = Day(parts[0]) else { return nil }
        return (day, ID(parts[1]))
    }

    var page: Page {
        let topics = Set((mine + elections).filter { !$0.state.isOver }.map(\.id)).prefix(20).map(Topic.election)
        return Page(
            title: text.elections, section: "organisation",
            topics: topics + visit.viewer.reads.bodies.sorted().prefix(20).map(Topic.elections),
            content: """
                \(Breadcrumbs([(organisation, "/organisation")], language: visit.language))
                \(PageHeader(text.elections, about: text.electionsAbout, actions: calls?.html))
                <div class="stack" data-live-part="elections">\(lists)</div>
                \(Pager(previous: nil, next: next, language: visit.language))
                """)
    }

    private var organisation: String { OrganisationTexts(language: visit.language).organisation }

    private var lists: HTML {
        let known = Set(mine.map(\.id))
        let rest = elections.filter { !known.contains($0.id) }
        let (open, past) = (rest.filter { !$0.state.isOver }, rest.filter(\.state.isOver))
        guard !(mine.isEmpty && rest.isEmpty && unfilled.isEmpty) else {
            return isFirst ? EmptyState(text.none, text.noneHow).html : .nothing
        }
        return """
            \(list(text.mine, mine))\(encouragement)\(list(text.openOnes, open))\(list(text.past, past))
            """
    }

    private func list(_ title: String, _ elections: [Election]) -> HTML {
        guard !elections.isEmpty else { return .nothing }
        return Sheet(title, isPadded: false) { "\(TaskRows(elections.map(row)))" }.html
    }

    private func row(_ election: Election) -> TaskRow {
        ElectionRow(election, bodies[election.body]?.in(visit.language) ?? "", visit).row
    }

    private var encouragement: HTML {
        guard !unfilled.isEmpty else { return .nothing }
        let rows = unfilled.map { election in
            TaskRow(
                bodies[election.body]?.in(visit.language) ?? "", to: "/bodies/\(election.body)/elections",
                detail: text.mustBeFilledHow, badge: Badge(text.name(of: .unfilled), .late),
                when: election.ended?.short(in: visit.language, today: visit.today))
        }
        return Sheet(text.mustBeFilled, isPadded: false) { "\(TaskRows(rows))" }.html
    }

    /// Whoever may call one begins at the group.
    private var calls: Button? {
        let offices = visit.viewer.mandates.contains { $0.role == .coordinator || $0.role == .secretary }
        return offices || visit.viewer.isAdministrator ? Button(text.callFor, to: "/bodies") : nil
    }

    private var next: Link? {
        guard hasMore, let last = elections.last else { return nil }
        return ("/elections" as Link).with([("after", "\(last.dates.voting.upperBound.text).\(last.id)")])
    }
}

/// One election in a list: what happens next, and when.
struct ElectionRow {
    let row: TaskRow

    static func tone(of phase: Phase) -> Badge.Tone {
        switch phase {
        case .nominating, .voting, .counting: .soon
        case .decided, .uncontested: .ok
        case .unfilled: .late
        case .coming, .waiting, .cancelled: .plain
        }
    }

    init(_ election: Election, _ body: String, _ visit: Visit) {
        let text = ElectionTexts(language: visit.language)
        let phase = election.phase(on: visit.today)
        let day = election.nextDay(phase)
        row = TaskRow(
            text.election(in: body), to: "/elections/\(election.id)",
            detail: text.next(election, phase, today: visit.today),
            badge: Badge(text.name(of: phase), Self.tone(of: phase)),
            when: day?.short(in: visit.language, today: visit.today),
            distance: election.state.isOver ? nil : day?.distance(from: visit.today, in: visit.language))
    }
}

extension Election {
    /// The day that people look out for.
    func nextDay(_ phase: Phase) -> Day? {
        switch phase {
        case .coming: dates.nominations.lowerBound
        case .nominating: dates.nominations.upperBound
        case .waiting: dates.voting.lowerBound
        case .voting: dates.voting.upperBound
        case .counting, .decided, .uncontested, .unfilled, .cancelled: ended
        }
    }
}

/// A body's elections, and who sits for the employees now.
struct BodyElectionsPage {
    let visit: Visit
    let body: Body
    let elections: [Election]
    let sitting: [Seat]
    let mayCall: Bool

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }

    var page: Page {
        let name = body.name.in(visit.language)
        let call = mayCall ? Button(text.callOne, to: "/bodies/\(body.id)/elections/new", .primary) : nil
        let leaders =
            mayCall && body.kind != .group
            ? Button(
                OrganiserTexts(language: visit.language).callLeaders,
                to: "/bodies/\(body.id)/elections/new?franchise=leaders") : nil
        let calls: HTML? = call.map { "<div class=\"actions\">\($0)\(leaders.map(\.html))</div>" }
        return Page(
            title: "\(text.elections): \(name)", section: "organisation", topics: [.elections(of: body.id)],
            content: """
                \(Breadcrumbs([(name, "/bodies/\(body.id)"), (text.elections, "/elections")], language: visit.language))
                \(PageHeader(text.elections, about: name, actions: calls))
                <div class="columns" data-live-part="elections"><div class="stack">\(when: elections.isEmpty, empty(call), else: list)</div>
                \(Sheet(text.sittingNow) { seats })</div>
                """)
    }

    private func empty(_ call: Button?) -> HTML { EmptyState(text.none, text.noneHow, firstStep: call).html }

    private var list: HTML {
        let name = body.name.in(visit.language)
        return Sheet(text.elections, isPadded: false) {
            "\(TaskRows(elections.map { ElectionRow($0, name, visit).row }))"
        }.html
    }

    private var seats: HTML {
        guard !sitting.isEmpty else { return "<p>\(text.nobodySits)</p>" }
        return """
            <ul class="stack">\(each: sitting, { seat in
                "<li>\(PersonName(seat.name, detail: term(of: seat.mandate)))\(when: body.kind != .group, side(of: seat.mandate))</li>"
            })</ul>
            """
    }

    /// Two sides elect to a committee.
    private func side(of mandate: Mandate) -> HTML {
        "<small class=\"meta\">\(OrganisationTexts(language: visit.language).name(mandate.role))</small>"
    }

    private func term(of mandate: Mandate) -> String {
        mandate.ends.map { text.until($0.short(in: visit.language, today: visit.today)) } ?? text.noEnd
    }
}
