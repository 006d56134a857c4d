import ActionPlan
import Design
import Journal
import Kernel
import Markup
import Web

/// A report as those see it who handle it: what was written, and what can be done now.
struct ReportPage {
    let visit: Visit
    let picture: ReportPicture
    /// What other features say of it.
    var guests: [HTML] = []
    /// What else can be done now, by what other features offer.
    var more: [HTML] = []
    var problems = Problems.none

    private var text: ReportTexts { ReportTexts(language: visit.language) }
    private var report: Report { picture.report }
    private var parts: ReportParts { ReportParts(picture: picture, visit: visit) }

    var page: Page {
        Page(
            title: text.name(of: report.kind), section: "reports", topics: [.report(report.id)],
            content: """
                \(Breadcrumbs([(text.reports, "/reports")], language: visit.language))
                <div data-live-part="head">\(PageHeader(
                    text.name(of: report.kind), about: "\(parts.badge) \(picture.unit?.name.in(visit.language))" as HTML))</div>
                \(when: report.isConfidential, "\(Banner(text.confidentialNote))")
                \(Sheet { "\(parts.words)\(parts.photos { "/reports/\(report.id)/photos/\($0)" })\(facts)" })
                <div data-live-part="next">\(when: report.stage != .closed, "\(next)")</div>
                <div data-live-part="made">\(actions)</div>
                <div class="stack" data-live-part="guests">\(each: guests, { $0 })</div>
                \(Sheet(text.conversation) { "\(parts.liveThread(isReporter: false))\(write)" })
                \(Sheet(text.whatHappened) { "\(parts.liveTimeline)" })
                \(when: report.isConfidential, "\(CaseSheet(visit: visit, picture: picture).html)\(openedBy)")
                \(when: report.stage == .closed, severity)\(HoldSheet(visit: visit, picture: picture).html)
                \(change)\(correct)
                """)
    }

    private var facts: Facts {
        var facts: [(name: String, value: HTML)] = []
        if !report.place.isEmpty { facts.append((text.placeFact, "\(report.place)")) }
        if let happened = report.happened { facts.append((text.happened, "\(parts.day(happened))")) }
        if report.circumstances.affected != .employee {
            facts.append((text.affected, "\(text.name(of: report.circumstances.affected))"))
        }
        if report.circumstances.setting != .workplace {
            facts.append((text.setting, "\(text.name(of: report.circumstances.setting))"))
        }
        if report.circumstances.isOutsideHours { facts.append((text.time, "\(text.outsideHours)")) }
        facts += report.severity.facts(in: visit.language)
        if let first = report.first {
            facts.append((text.anotherStruck, "<a href=\"\("/reports/\(first)" as Link)\">\(text.firstReport)</a>"))
        }
        facts.append((text.reported, "\(parts.day(report.reported))"))
        facts.append((text.sender, "\(parts.reporterName)"))
        return Facts(facts)
    }

    /// Everybody who has opened it, with the days: whoever handles it sees who else does.
    private var openedBy: Sheet {
        let days = Dictionary(grouping: picture.readings, by: \.person)
        var known: Set<PersonID> = []
        let people = picture.readings.map(\.person).filter { known.insert($0).inserted }
        return Sheet(text.openedBy) {
            """
            <p class="meta">\(text.openedByAbout)</p>\
            \(Facts(people.map { (picture.names[$0] ?? "", "\(told(days[$0] ?? []))") }))
            """
        }
    }

    private func told(_ readings: [ReportReading]) -> String {
        readings.map { parts.day($0.day) }.joined(separator: ", ")
    }

    private var next: Sheet {
        Sheet(text.actions) {
            """
            <div class="actions">\(when: report.stage == .waiting, "\(seen)")\
            \(each: more, { $0 })\(when: !report.isConfidential, "\(makeAction)")</div>\(severity)\(close)
            """
        }
    }

    private var seen: PostButton {
        PostButton(text.markSeen, to: "/reports/\(report.id)/reading", csrf: visit.csrf, .primary)
    }

    private var makeAction: Button? {
        picture.body.map { body in
            Button(
                text.makeAction,
                to: ActionPlan.newActionLink(
                    body: body, unit: report.unit, what: report.excerpt,
                    origin: Origin(kind: "report", id: report.id.text)))
        }
    }

    private var actions: HTML {
        guard !picture.actions.isEmpty else { return .nothing }
        return "\(Sheet(text.madeOfIt, isPadded: false) { "\(TaskRows(picture.actions.map(row)))" })"
    }

    private func row(_ action: Action) -> TaskRow {
        TaskRow(
            action.agreed.what, to: "/actions/\(action.id)", when: parts.day(action.agreed.due),
            distance: action.isOpen ? action.agreed.due.distance(from: visit.today, in: visit.language) : nil)
    }

    private var severity: HTML { SeverityPart(visit: visit, report: report, problems: problems).html }

    private var close: Disclosure {
        Disclosure(text.closeWithout, isOpen: problems["reason"] != nil) {
            form(to: "/reports/\(report.id)/closure", "close-") { form in
                """
                \(form.field("reason", text.reason, .lines(rows: 3, limit: ReportMessage.limit), hint: text.reasonHint))
                \(Button(text.close, .plain))
                """
            }
        }
    }

    private var write: HTML {
        form(to: "/reports/\(report.id)/messages", "write-") { form in
            """
            \(form.field("text", text.writeToReporter, .lines(rows: 3, limit: ReportMessage.limit),
                hint: report.sender.person == nil ? text.writeHint : nil))
            \(Button(text.sendMessage, .plain))
            """
        }
    }

    private var change: Disclosure {
        Disclosure(text.changeKind, isOpen: problems["kind"] != nil) {
            form(to: "/reports/\(report.id)/kind", "kind-") { form in
                """
                \(Field("kind", text.kind, .select(kinds), value: report.kind.rawValue, problem: problems["kind"],
                    idPrefix: "kind-", language: visit.language))\(Button(text.save, .plain))
                """
            }
        }
    }

    private var correct: Disclosure {
        Disclosure(text.correctCircumstances) {
            form(to: "/reports/\(report.id)/circumstances", "is-", report.circumstances.fields) { form in
                """
                \(CircumstancesFields(language: visit.language).html(form))\
                \(Button(text.save, .plain))
                """
            }
        }
    }

    private var kinds: [Choice] {
        ReportKind.allCases.filter { $0.isConfidential || !report.isConfidential }
            .map { Choice($0.rawValue, text.name(of: $0)) }
    }

    private func form(
        to action: Link, _ prefix: String, _ known: Fields = Fields(), _ content: (Form) -> HTML
    ) -> HTML {
        let isThis = !problems.isEmpty && visit.address == action.text
        return Form(
            to: action, csrf: nil, fields: isThis ? visit.fields : known, problems: isThis ? problems : .none,
            idPrefix: prefix, language: visit.language
        ).html { "\(visit.seal)\(content($0))" }
    }
}
