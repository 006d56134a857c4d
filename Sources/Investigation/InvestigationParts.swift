import ActionPlan
import Design
import Kernel
import Markup
import Organisation
import Reports
import Storage
import Web

/// Pieces that the page, the paper and the sheet on the report's page share.
struct InvestigationParts {
    let picture: InvestigationPicture
    let visit: Visit

    private var text: InvestigationTexts { InvestigationTexts(language: visit.language) }
    private var investigation: Investigation { picture.investigation }

    var badge: Badge { Badge(investigation.isOpen ? text.isOpen : text.isClosed, investigation.isOpen ? .soon : .ok) }

    /// When it was begun and closed, and by whom.
    var begun: String {
        let begun = text.begunOn(day(investigation.begun), by: picture.names[investigation.begunBy])
        guard let closed = investigation.closed else { return begun }
        let by = investigation.closedBy.flatMap { picture.names[$0] }
        return "\(begun) · \(text.closedOn(day(closed), by: by))"
    }

    func day(_ day: Day) -> String { day.short(in: visit.language, today: visit.today) }

    func nothing(_ words: String) -> HTML { "<p class=\"meta\">\(words)</p>" }

    var participants: HTML {
        let people = picture.participants.map { participant in
            PersonName(
                picture.names[participant.person] ?? "",
                detail: OrganisationTexts(language: visit.language).name(participant.role))
        }
        let others = investigation.others
        guard !people.isEmpty || !others.isEmpty else { return nothing(text.nobodyYet) }
        return """
            \(when: !people.isEmpty, "<ul class=\"stack tight\">\(each: people, { "<li>\($0)</li>" })</ul>")\
            \(when: !others.isEmpty, "<p class=\"lines\"><b>\(text.others):</b> \(others)</p>")
            """
    }

    var conclusion: HTML {
        let told = [
            (text.conclusionLabel, investigation.conclusion), (text.prevention, investigation.prevention),
        ].filter { !$0.1.isEmpty }
        return """
            \(when: told.isEmpty, nothing(text.noConclusion))\
            \(each: told, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })\
            \(when: investigation.isCauseUnknown, "<p>\(text.causeUnknown).</p>")
            """
    }

    func badge(_ state: BarrierState) -> Badge {
        let tone: Badge.Tone =
            switch state {
            case .held: .ok
            case .failed: .late
            case .missing: .soon
            }
        return Badge(text.name(state), tone)
    }

    /// What is done about a cause or a barrier, and how far it has come.
    func actions(mending piece: String) -> HTML {
        let actions = picture.actions(mending: piece)
        return actions.isEmpty ? .nothing : list(actions)
    }

    func list(_ actions: [Action]) -> HTML {
        """
        <ul class="stack tight">\(each: actions, { action in
            """
            <li class="row">\(badge(action)) <a href="\("/actions/\(action.id)" as Link)">\(action.agreed.what)</a> \
            <small class="meta">\(day(action.agreed.due))</small></li>
            """
        })</ul>
        """
    }

    private func badge(_ action: Action) -> Badge {
        if action.isOverdue(on: visit.today) { return Badge(text.overdue, .late) }
        return Badge(action.stage.told(in: visit.language), action.isOpen ? .plain : .ok)
    }

    /// As much of a report as a line has room for.
    func short(_ what: String) -> String {
        let line = what.split(whereSeparator: \.isNewline).first.map(String.init) ?? what
        return line.count <= 120 ? line : line.prefix(119) + "…"
    }
}
