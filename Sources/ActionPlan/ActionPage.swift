import Design
import Files
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// One action: what was agreed, how it went, what was said.
struct ActionPage {
    let visit: Visit
    let action: Action
    let standing: Standing
    let problems: Problems
    let body: Words
    let units: [UnitID: Words]
    let attachments: [StoredFile]
    let theme: Theme?
    let origin: Origins.Told?
    let next: [Action]
    let comments: [Comment]
    let closures: [MadeClosure]
    let judgements: [MadeJudgement]
    let requests: [LeaderRequest]
    let example: Example?
    let recurring: RecurrenceSheet
    /// What other features say of it.
    let guests: [HTML]
    let lines: [JournalLine]
    let people: [PersonID: String]
    /// Who else is here, where that is told.
    var presence: PresenceLine?
    let themes: [ThemeID: String]

    init(visit: Visit, seen: SeenAction, problems: Problems, origins: Origins, guests: PlanGuests, _ reader: Reader)
        throws
    {
        self.visit = visit
        self.problems = problems
        action = seen.action
        standing = seen.standing
        let store = ActionStore(reader)
        body = try BodyStore(reader).find(action.body, on: visit.today)?.name ?? Words(da: "", en: "")
        let allThemes = try BoardStore(reader).themes(of: action.body)
        theme = allThemes.first { $0.id == seen.action.agreed.theme }
        themes = Dictionary(uniqueKeysWithValues: allThemes.map { ($0.id, $0.title) })
        origin = try action.origin.flatMap { try origins.told($0, to: visit.viewer, reader) }
        next = try store.actions(from: Origin(kind: "action", id: action.id.text)).filter {
            try Standing(visit.viewer, in: $0, reader).mayRead
        }
        comments = try store.comments(on: action.id)
        closures = try store.closures(of: action.id)
        judgements = try store.judgements(of: action.id)
        requests = try LeaderStore(reader).requests(of: action.id)
        self.guests = try guests.action(seen, visit, reader)
        example = try ExampleStore(reader).find(of: action.id)
        recurring = try RecurrenceSheet(seen, visit, reader)
        lines = try JournalStore(reader).lines(about: .action(action.id))
        units = try UnitStore(reader).names(
            of: ActionHistory.units(namedIn: lines).union([action.agreed.unit]), on: visit.today)
        attachments = try AttachmentStore(reader).attachments(of: action.id)
        let named = ActionHistory.people(namedIn: lines)
        people = try PersonStore(reader).names(
            of: action.agreed.partners.union([action.agreed.responsible]).union(comments.map(\.person))
                .union(closures.compactMap(\.person)).union(judgements.compactMap(\.person))
                .union(requests.flatMap { [$0.leader, $0.askedBy].compactMap { $0 } }).union(named))
    }

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }
    private var closing: ClosureTexts { ClosureTexts(language: language) }
    private var agreed: Agreement { action.agreed }

    var page: Page {
        Page(
            title: agreed.what, section: "plan", topics: [.action(action.id)] + (presence?.topics ?? []),
            scripts: presence == nil ? [] : ["js/presence.js"],
            content: """
                \(Breadcrumbs([(text.plan, "/plan"), (body.in(language), "/plan/\(action.body)")], language: language))\
                <div data-live-part="head">\(PageHeader(agreed.what, about: about, actions: buttons))</div>\(presence?.html)\
                <div class="columns"><div class="stack loose">\
                <div class="stack loose" data-live-part="agreed">\(holdBanner)\(course.judged)\(closureSheets)\(beyond.sharing(example, of: closures))\(agreement)\(recurring.sheet)\(course.severities)\(each: guests, { $0 })\(beyond.decisions(requests))</div>\
                \(talk)\(files)</div>\
                <div class="stack loose" data-live-part="facts">\(facts)\(history)</div></div>\(presence?.note)
                """)
    }

    private var about: HTML { "\(badge) \(text.name(action.stage))" }

    private var badge: Badge? {
        if action.isOverdue(on: visit.today) { return Badge(text.isOverdue, .late) }
        return action.hold.map { _ in Badge(closing.isOnHold, .soon) }
    }

    private var buttons: HTML? {
        guard standing.mayWork else { return nil }
        if !action.isOpen {
            return PostButton(closing.reopen, to: "/actions/\(action.id)/reopening", csrf: visit.csrf).html
        }
        let hold: HTML =
            action.hold == nil
            ? Button(closing.hold, to: "/actions/\(action.id)/hold").html
            : PostButton(closing.resume, to: "/actions/\(action.id)/resumption", csrf: visit.csrf).html
        return """
            \(Button(text.edit, to: "/actions/\(action.id)/edit"))\(hold)\
            \(Button(closing.close, to: "/actions/\(action.id)/closure", .primary))
            """
    }

    private var holdBanner: Banner? {
        action.hold.map { hold in
            Banner(.soon) {
                """
                <b>\(closing.isOnHold)</b><p class="lines">\(hold.reason)</p>\
                <p class="meta">\(text.lookAgain(hold.lookAgainOn.long(in: language)))</p>
                """
            }
        }
    }

    private var course: EffectCourse {
        EffectCourse(
            visit: visit, seen: SeenAction(action, standing), closures: closures, judgements: judgements, names: people,
            problems: problems)
    }

    /// Whether other groups see it, and what leaders were asked.
    private var beyond: ActionBeyond {
        ActionBeyond(visit: visit, seen: SeenAction(action, standing), names: people)
    }

    private var agreement: Sheet {
        let parts = [(text.why, agreed.why), (text.how, agreed.how), (text.followUp, agreed.followUp)]
        return Sheet(text.say("Det aftalte", "What was agreed")) {
            let told = parts.filter { !$0.1.isEmpty }
            let nothing = text.say("Der er ikke skrevet mere endnu.", "No more has been written yet.")
            let others = ("/examples" as Link).with([("body", action.body.text), ("kind", agreed.kind?.rawValue ?? "")])
            let question = ExampleTexts(language: language).othersHadIt
            let mayLook = action.isOpen && standing.mayWork && visit.viewer.isMember
            return """
                \(each: told, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })\
                \(when: told.isEmpty, "<p class=\"meta\">\(nothing)</p>")\(nextActions)\
                \(when: mayLook, "<p><a href=\"\(others)\">\(question)</a></p>")\(recurring.invitation)\(keep)
                """
        }
    }

    private var keep: HTML? {
        guard standing.mayWork else { return nil }
        let link: Link = "/actions/\(action.id)/template"
        return "<p><a href=\"\(link)\">\(TemplateTexts(language: language).keep)</a></p>"
    }

    private var nextActions: HTML? {
        guard !next.isEmpty else { return nil }
        return """
            <div><h3>\(text.say("Førte til", "Led to"))</h3><ul>\
            \(each: next, { "<li><a href=\"\("/actions/\($0.id)" as Link)\">\($0.agreed.what)</a></li>" })</ul></div>
            """
    }

    private var facts: Sheet {
        var facts: [(name: String, value: HTML)] = [
            (text.responsible, PersonName(name(of: agreed.responsible)).html),
            (
                text.due,
                "\(agreed.due.long(in: language)) <small>\(agreed.due.distance(from: visit.today, in: language))</small>"
            ),
            (text.unit, "\(units[agreed.unit]?.in(language))"),
        ]
        if !agreed.partners.isEmpty {
            facts.insert((text.partners, "\(names(of: agreed.partners))"), at: 1)
        }
        if let day = agreed.followUpOn { facts.append((text.followUpOn, "\(day.long(in: language))")) }
        facts.append((text.theme, "\(theme?.title ?? text.noTheme)"))
        if let kind = agreed.kind { facts.append((text.kind, "\(text.name(kind))")) }
        facts.append((text.say("Problemet", "The problem"), "\(text.name(agreed.difficulty))"))
        if let origin { facts.append((text.origin, "<a href=\"\(origin.link)\">\(origin.title)</a>")) }
        if standing.mayWork, action.origin?.erasedKind != nil { facts.append((text.origin, "\(text.originErased)")) }
        return Sheet { Facts(facts).html }
    }

    private var closureSheets: HTML {
        HTML(each: closures) { made in
            let closure = made.closure
            let answers = [
                (closing.planned, closure.planned), (closing.done, closure.done),
                (closing.effect, text.name(closure.effect)), (closing.learned, closure.learned),
            ]
            let when = made.at.day.short(in: language, today: visit.today)
            let state = Badge(
                made.reopenedAt == nil ? text.name(Stage.closed) : closing.takenBack,
                made.reopenedAt == nil ? .ok : .plain)
            let isWithoutEffect = closure.effect == .no && made.reopenedAt == nil && standing.mayWork
            return Sheet(closing.closing, aside: "\(state) \(made.person.map(name(of:))) · \(when)") {
                """
                \(each: answers.filter { !$0.1.isEmpty }, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })\
                \(when: isWithoutEffect, another)
                """
            }.html
        }
    }

    private var another: HTML {
        let link = ActionPlan.nextActionLink(after: action)
        return "<div class=\"row\"><b>\(closing.noEffect)</b>\(Button(closing.another, to: link, .primary))</div>"
    }

    private var files: Sheet? {
        guard standing.mayMove || !attachments.isEmpty else { return nil }
        let form = Form(
            to: "/actions/\(action.id)/files", csrf: visit.csrf, problems: problems, hasFiles: true, language: language)
        return Sheet(text.attachments) {
            """
            <ul class="stack tight" data-live-part="files">\(each: attachments, file)</ul>\
            \(when: standing.mayMove, form.html { form in
                """
                \(form.field("file", text.attach, .files(accepts: ""), hint: text.attachHint))\
                <div class="actions">\(Button(text.attachIt, .plain))</div>
                """
            })
            """
        }
    }

    private func file(_ file: StoredFile) -> HTML {
        let size = max(1, file.size / 1024)
        let link: Link = "/actions/\(action.id)/files/\(file.id)"
        return "<li><a href=\"\(link)\">\(file.name)</a> <small>\(size) KB</small></li>"
    }

    private var talk: Sheet {
        let form = Form(
            to: "/actions/\(action.id)/comments", csrf: nil, fields: visit.method == .post ? visit.fields : Fields(),
            problems: problems, draft: "comment-\(action.id)", language: language)
        return Sheet(text.comments) {
            """
            <div data-live-part="comments">\(Thread(comments.map(message), language: language))</div>\
            \(form.html { form in
                """
                \(visit.seal)\(form.field("comment", text.comment, .lines(limit: Agreement.textLimit)))\
                <div class="actions">\(Button(text.send, .plain))</div>
                """
            })
            """
        }
    }

    private func message(_ comment: Comment) -> Thread.Message {
        let day = comment.at.day.short(in: language, today: visit.today)
        return Thread.Message(
            by: name(of: comment.person), "\(day) \(comment.at.clock(in: language))", comment.text,
            isOwn: comment.person == visit.viewer.person)
    }

    private var history: Sheet {
        let history = ActionHistory(
            lines: lines, people: people, themes: themes, units: units, today: visit.today, language: language)
        return Sheet(text.history) { Timeline(history.events).html }
    }

    private func name(of person: PersonID) -> String { people[person] ?? "" }

    private func names(of people: Set<PersonID>) -> String {
        people.map(name(of:)).sorted().joined(separator: ", ")
    }
}
