import ActionPlan
import Design
import Kernel
import Markup
import Storage
import Web

/// On an action's page: that it stands still, the check that is open, and those that were compared. Nothing where there is
/// nothing of it.
struct StillnessSheet {
    let visit: Visit
    let seen: SeenAction
    let still: StillAction?
    let checks: [StuckCheck]

    init?(visit: Visit, seen: SeenAction, _ reader: Reader) throws {
        self.visit = visit
        self.seen = seen
        still = try StillActions(reader, on: visit.today).find(seen.action.id)
        checks = try StuckStore(reader).checks(of: seen.action.id)
        guard still != nil || !checks.isEmpty || seen.action.isOpen && visit.viewer.leads(seen) else { return nil }
    }

    private var text: StuckTexts { StuckTexts(language: visit.language) }
    private var open: StuckCheck? { seen.action.isOpen ? checks.first(where: \.isOpen) : nil }
    private var earlier: [StuckCheck] { checks.filter { $0.comparedAt != nil } }

    var html: HTML {
        guard still != nil || open != nil || !earlier.isEmpty else {
            return "<p class=\"no-print\"><a href=\"\(start)\">\(text.offerAlways)</a></p>"
        }
        return Sheet(text.title, aside: still.map { _ in Badge(text.still, .soon).html }) {
            "\(still.map(standing))\(open.map(running))\(list)"
        }.html
    }

    private var start: Link { "/actions/\(seen.action.id)/checks/new" }

    private func standing(_ still: StillAction) -> HTML {
        """
        <p>\(text.stillSince(still.since.long(in: visit.language)))</p>\
        \(when: seen.standing.mayMove || visit.viewer.leads(seen), "<div class=\"row no-print\">\(buttons)</div>")
        """
    }

    private var buttons: HTML {
        """
        \(when: seen.standing.mayMove, "\(Button(text.saySo, to: "/actions/\(seen.action.id)/still", .primary))")\
        \(when: open == nil && visit.viewer.leads(seen), "\(Button(text.offer, to: start))")
        """
    }

    private func running(_ check: StuckCheck) -> HTML {
        "<p><a href=\"\("/checks/\(check.id)" as Link)\">\(text.isRunning)</a></p>"
    }

    private var list: HTML? {
        guard !earlier.isEmpty else { return nil }
        return """
            <div><h3>\(text.earlier)</h3><ul>\(each: earlier, { check in
                let day = (check.comparedAt ?? check.startedAt).day.long(in: visit.language)
                return """
                    <li><a href="\("/checks/\(check.id)" as Link)">\(text.checkOf(day))</a>\
                    \(when: !check.outcome.isEmpty, "<br>\(check.outcome)")</li>
                    """
            })</ul></div>
            """
    }
}
