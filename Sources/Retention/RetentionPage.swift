import Design
import Kernel
import Markup
import Web

/// All kinds of data with their terms: what would go today, and what went last.
struct RetentionPage {
    let visit: Visit
    let kinds: [KindPicture]

    private var text: RetentionTexts { RetentionTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.retention, section: "administration",
            content: """
                \(Breadcrumbs([(text.administration, "/administration")], language: visit.language))
                \(PageHeader(text.retention, about: text.about))
                \(when: kinds.isEmpty, EmptyState(text.noKinds, text.noKindsHow).html, else: table)
                """)
    }

    private var table: HTML {
        Sheet(isPadded: false) {
            DataTable(
                text.retention, isCaptionSeen: false,
                columns: [
                    .init(text.kind), .init(text.term), .init(text.state), .init(text.dueToday), .init(text.lastRun),
                ],
                rows: kinds.map(row)
            ).html
        }.html
    }

    private func row(_ one: KindPicture) -> DataTable.Row {
        let parts = KindParts(picture: one, visit: visit)
        return .init([
            "<a href=\"/administration/retention/\(one.kind.name)\">\(one.kind.title.in(visit.language))</a>",
            "\(text.term(one.rule.term))", "\(parts.badge)", parts.due, "\(parts.lastRun)",
        ])
    }
}

/// Pieces that the list and a kind's own page share.
struct KindParts {
    let picture: KindPicture
    let visit: Visit

    private var text: RetentionTexts { RetentionTexts(language: visit.language) }

    var badge: Badge {
        picture.rule.isActive ? Badge(text.isOn, .ok) : Badge(text.isOff)
    }

    var due: HTML {
        guard let due = picture.due else { return "\(text.untold)" }
        let oldest = due.oldest.map { day($0) }
        return """
            <span>\(text.told(due))\(oldest.map { "<br><small class=\"meta\">\(text.oldest($0))</small>" })</span>
            """
    }

    var lastRun: String {
        guard let run = picture.lastRun else { return text.never }
        return told(run)
    }

    func told(_ run: RetentionRun) -> String {
        guard picture.kind.looking != nil else { return day(run.day) }
        return "\(day(run.day)): \(text.erased(ToldCounts.told(run.erased)))"
    }

    func day(_ day: Day) -> String { day.long(in: visit.language) }
}
