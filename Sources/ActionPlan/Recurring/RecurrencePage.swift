import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The chain that an action belongs to, on its page.
struct RecurrenceSheet {
    /// Links; the older ones are reached from these.
    private static let mostShown = 6

    let visit: Visit
    let seen: SeenAction
    let recurrence: Recurrence?
    let link: RecurrenceLink?
    private let earlier: [Action]
    private let latest: Action?
    private let gone: String?

    init(_ seen: SeenAction, _ visit: Visit, _ reader: Reader) throws {
        (self.visit, self.seen) = (visit, seen)
        guard let (recurrence, link) = try RecurrenceStore(reader).chain(of: seen.action.id) else {
            (recurrence, link, earlier, latest, gone) = (nil, nil, [], nil, nil)
            return
        }
        (self.recurrence, self.link) = (recurrence, link)
        let links = try RecurrenceStore(reader).earlier(than: link, most: Self.mostShown)
        let isRead = { (action: Action) in try Standing(visit.viewer, in: action, reader).mayRead }
        earlier = try ActionStore(reader).find(links.map(\.action)).filter(isRead)
        let isLatest = recurrence.action == seen.action.id
        latest = try isLatest ? nil : ActionStore(reader).find(recurrence.action).flatMap { try isRead($0) ? $0 : nil }
        gone = try link.insteadOf.flatMap { try PersonStore(reader).name(of: $0) }
    }

    private var language: Language { visit.language }
    private var text: RecurrenceTexts { RecurrenceTexts(language: language) }
    private var action: Action { seen.action }
    private var isLatest: Bool { recurrence?.action == action.id }
    private var form: Link { "/actions/\(action.id)/recurrence" }

    /// Where the action comes but once: the way to let it come again.
    var invitation: HTML? {
        guard recurrence == nil, action.isOpen, seen.standing.mayWork else { return nil }
        return "<p><a href=\"\(form)\">\(text.question)</a></p>"
    }

    var sheet: Sheet? {
        guard let recurrence else { return nil }
        return Sheet(text.title) {
            """
            <p>\(recurrence.stop.map { text.stopped($0, visit.today) } ?? text.comes(recurrence, visit.today))</p>\
            \(next(recurrence).map { "<p class=\"meta\">\(text.nextOn($0))</p>" })\
            \(gone.map { "<p>\(Badge(text.givenInstead(of: $0), .soon))</p>" })\
            \(latest.map { "<div><h3>\(text.latest)</h3><ul>\(line($0))</ul></div>" })\
            \(when: !earlier.isEmpty, "<div><h3>\(text.earlier)</h3><ul>\(each: earlier, line)</ul></div>")\
            \(buttons(recurrence))
            """
        }
    }

    /// Told while the latest is open; of one that comes when this is closed, as if that were today.
    private func next(_ recurrence: Recurrence) -> Day? {
        guard isLatest, recurrence.isRunning, action.isOpen else { return nil }
        let last = max(recurrence.nominal, action.agreed.due, visit.today)
        let day = recurrence.rhythm.first(after: last, from: recurrence.anchor)
        return day.flatMap { day in recurrence.ends.map { day <= $0 } ?? true ? day.orNextWorkingDay : nil }
    }

    private func buttons(_ recurrence: Recurrence) -> HTML? {
        guard isLatest, seen.standing.mayWork, action.isOpen || recurrence.isRunning else { return nil }
        let change = action.isOpen ? Button(recurrence.isRunning ? text.change : text.again, to: form, .quiet) : nil
        let stop = PostButton(text.stop, to: "/actions/\(action.id)/recurrence/stop", csrf: visit.csrf, .quiet)
        return "<div class=\"row\">\(change)\(when: recurrence.isRunning, "\(stop)")</div>"
    }

    private func line(_ action: Action) -> HTML {
        let day = (action.closedOn ?? action.agreed.due).short(in: language, today: visit.today)
        return """
            <li><a href="\("/actions/\(action.id)" as Link)">\(action.agreed.what)</a> <small>\(day) · \
            \(ActionTexts(language: language).name(action.stage))</small></li>
            """
    }
}

/// How often an action is to come again.
struct RecurrencePage {
    let visit: Visit
    let action: Action
    let recurrence: Recurrence?
    let problems: Problems

    private var language: Language { visit.language }
    private var text: RecurrenceTexts { RecurrenceTexts(language: language) }

    var page: Page {
        let crumbs = Breadcrumbs([(action.agreed.what, "/actions/\(action.id)")], language: language)
        return Page(
            title: "\(text.question) \(action.agreed.what)", section: "plan",
            content: """
                \(crumbs)\(PageHeader(text.question, about: text.about))<div class="narrow">\(form.html(questions))</div>
                """)
    }

    private var form: Form {
        Form(
            to: "/actions/\(action.id)/recurrence", csrf: nil, fields: filled, problems: problems, language: language)
    }

    /// As it is set; a new one as most are, with its yearly date on the day that is agreed now.
    private var filled: Fields {
        guard visit.method == .get else { return visit.fields }
        let due = action.agreed.due.parts
        var fields = Fields([
            "rhythm": Rhythm.Name.months.rawValue, "every": "6", "made": "closing", "date": String(due.day),
            "month": String(due.month),
        ])
        guard let recurrence else { return fields }
        fields["rhythm"] = recurrence.rhythm.name.rawValue
        fields["made"] = recurrence.isByDay ? "day" : "closing"
        fields["ends"] = recurrence.ends?.text ?? ""
        switch recurrence.rhythm {
        case .weeks(let every), .months(let every): fields["every"] = String(every)
        case .yearly(let month, let date): (fields["month"], fields["date"]) = (String(month), String(date))
        }
        return fields
    }

    private func questions(_ form: Form) -> HTML {
        let rhythms = Rhythm.Name.allCases.map { Choice($0.rawValue, text.name($0)) }
        let triggers = RecurrenceChoice.Trigger.allCases.map { Choice($0.rawValue, text.name($0)) }
        let months = (1...12).map { Choice(String($0), text.month($0)) }
        return """
            \(visit.seal)\(form.field("rhythm", text.howOften, .list(rhythms)))\
            \(form.field("every", text.every, .number(least: 1, most: Rhythm.mostMonths), hint: text.everyHint, isRequired: false))\
            <div class="pair">\(form.field("date", text.date, .number(least: 1, most: 31), hint: text.dateHint, isRequired: false))\
            \(form.field("month", text.month, .select(months), isRequired: false))</div>\
            \(form.field("made", text.made, .list(triggers)))\
            \(form.field("ends", text.ends, .day(earliest: visit.today + 1), hint: text.endsHint, isRequired: false))\
            <div class="actions">\(Button(text.save))</div>
            """
    }
}
