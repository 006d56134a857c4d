import Design
import Kernel
import Markup
import Organisation
import Web

/// How many have both roles, and, for those who decide, who.
struct ConflictListPage {
    let visit: Visit
    let count: ConflictCount
    let lines: [(role: DoubleRole, isAccepted: Bool)]
    /// Whether the viewer has both roles.
    let isOne: Bool

    private var text: ConflictTexts { ConflictTexts(language: visit.language) }

    var page: Page {
        let words = OrganisationTexts(language: visit.language)
        return Page(
            title: text.title, section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs([(words.organisation, "/organisation"), (FlawTexts(language: visit.language).title, "/safety-organisation")], language: visit.language))
                \(PageHeader(text.title, about: text.about))
                <ul class="figures"><li>\(Figure(String(count.coordinators), text.coordinators))</li>\
                <li>\(Figure(String(count.both), text.both(count.share)))</li>\
                <li>\(Figure(String(count.accepted), text.accepted))</li>\
                <li>\(Figure(String(count.waiting), text.waiting))</li></ul>
                \(when: isOne, Button(text.yours, to: "/double-roles/\(visit.viewer.person)").html)
                \(when: count.both == 0, EmptyState(text.nobody, text.nobodyHow).html)
                \(when: !lines.isEmpty, table.html)
                \(when: count.both > 0, "<p class=\"meta\">\(text.whoReads)</p>")
                """)
    }

    private var table: DataTable {
        DataTable(
            text.title, isCaptionSeen: false, columns: [.init(text.name), .init(text.state)],
            rows: lines.map { line in
                .init([
                    "<a href=\"/double-roles/\(line.role.person)\">\(line.role.name)</a>",
                    line.isAccepted ? Badge(text.isAccepted, .ok).html : Badge(text.isWaiting, .soon).html,
                ])
            })
    }
}

/// One person's two roles: what they mean, what was decided, and the form that accepts them.
struct ConflictPage {
    let visit: Visit
    let role: DoubleRole
    let mandates: [(mandate: Mandate, place: Words?)]
    let history: [Acceptance]
    let names: [PersonID: String]
    let mayDecide: Bool
    let problems: Problems

    private var text: ConflictTexts { ConflictTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var isAccepted: Bool { history.contains { $0.covers(role) } }

    var page: Page {
        Page(
            title: "\(text.title): \(role.name)", section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs([(words.organisation, "/organisation"), (text.title, "/double-roles")], language: visit.language))
                \(PageHeader(role.name, about: text.about))
                <div class="columns"><div class="stack">\(Sheet(text.roles) { held })\(Sheet(text.history) { decided })</div>
                <div class="stack">\(decision)</div></div>
                """)
    }

    private var held: HTML {
        """
        <p>\(isAccepted ? Badge(text.isAccepted, .ok) : Badge(text.isWaiting, .soon))</p>
        <ul class="stack tight">\(each: mandates, { mandate, place in
            "<li>\(words.name(mandate.role)), <a href=\"\(mandate.place.link)\">\(place?.in(visit.language))</a></li>"
        })</ul>
        """
    }

    private var decided: HTML {
        guard !history.isEmpty else { return "<p>\(text.undecided)</p>" }
        return """
            <ul class="stack">\(each: history, { acceptance in
                """
                <li class="stack tight"><p class="lines">\(acceptance.reason)</p>\
                <p class="meta">\(text.acceptedBy(name(acceptance.acceptedBy), acceptance.acceptedAt.day))</p>\
                \(ending(acceptance))</li>
                """
            })</ul>
            """
    }

    private func ending(_ acceptance: Acceptance) -> HTML {
        if let at = acceptance.withdrawnAt {
            return "<p class=\"meta\">\(text.withdrawnBy(acceptance.withdrawnBy.map(name) ?? "", at.day))</p>"
        }
        return acceptance.covers(role) ? .nothing : "<p class=\"meta\">\(text.replaced)</p>"
    }

    private func name(_ person: PersonID) -> String { names[person] ?? "" }

    private var decision: HTML {
        guard mayDecide else { return "<p class=\"meta\">\(text.whoDecides)</p>" }
        if isAccepted {
            return PostButton(text.withdraw, to: "/double-roles/\(role.person)/withdrawal", csrf: visit.csrf).html
        }
        let form = Form(
            to: "/double-roles/\(role.person)/acceptance", csrf: nil, fields: visit.fields, problems: problems,
            language: visit.language)
        return Sheet(text.accept) {
            form.html { form in
                """
                \(visit.seal)
                \(form.field("reason", text.reason, .lines(limit: Acceptance.reasonLimit), hint: text.reasonHint))
                \(Button(text.accept, .primary))
                """
            }
        }.html
    }
}
