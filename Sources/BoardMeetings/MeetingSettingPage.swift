import ActionPlan
import Design
import Kernel
import Markup
import Web

/// The agreement on how a body meets, and a form that moves the next meeting alone.
struct MeetingSettingPage {
    let visit: Visit
    let meetings: PlanMeetings
    /// Of the form that was sent.
    var problems = Problems.none
    var isOfNext = false

    private var language: Language { visit.language }
    private var text: MeetingTexts { MeetingTexts(language: language) }
    private var id: BodyID { meetings.body.id }

    var page: Page {
        let crumbs = Breadcrumbs(
            [
                (meetings.body.name.in(language), "/plan/\(id)"), (text.meetings, "/plan/\(id)/meetings"),
            ], language: language)
        return Page(
            title: text.setting, section: "plan",
            content: """
                \(crumbs)\(PageHeader(text.setting, about: text.about))\
                <div class="narrow stack loose">\(next)\(setting)</div>
                """)
    }

    private var members: [Choice] {
        meetings.seats.leaders.members.map { Choice($0.text, meetings.seats.names[$0] ?? "") }
    }

    private var version: String { String(meetings.setting?.version ?? 0) }

    private var setting: HTML {
        var fields = isOfNext ? Fields() : visit.fields
        if isOfNext || visit.method == .get { fill(&fields) }
        let weekdays = (1...5).map { Choice(String($0), text.weekdayName($0)) }
        let rhythms = MeetingRhythm.allCases.map { Choice($0.rawValue, text.name($0)) }
        let form = Form(
            to: "/plan/\(id)/meetings/setting", csrf: visit.csrf, fields: fields,
            problems: isOfNext ? .none : problems, language: language)
        return Sheet(text.setting) {
            form.html { form in
                """
                \(form.hidden("version", version))\
                \(form.field("rhythm", text.howOften, .select(rhythms)))\
                \(form.field("weekday", text.weekday, .select(weekdays), hint: text.weekdayHint))\
                \(form.field("time", text.time, .time))\
                \(form.field("minutes", text.minutes, .number(least: MeetingSetting.minutes.lowerBound, most: MeetingSetting.minutes.upperBound)))\
                \(form.field("place", text.place, .text(limit: MeetingSetting.placeLimit), isRequired: false))\
                \(form.field("leader", text.whoLeads, .select([Choice("", text.takeTurns)] + members), isRequired: false))\
                <div class="actions">\(Button(text.save))</div>
                """
            }
        }.html
    }

    private func fill(_ fields: inout Fields) {
        let setting = meetings.setting
        fields["rhythm"] = (setting?.rhythm ?? .twoWeeks).rawValue
        fields["weekday"] = String(setting?.weekday ?? 2)
        fields["time"] = (setting?.time ?? ClockTime(hour: 9)).text
        fields["minutes"] = String(setting?.minutes ?? MeetingSetting.usualMinutes)
        fields["place"] = setting?.place ?? ""
        fields["leader"] = setting?.leader?.text ?? ""
    }

    private var next: HTML {
        guard let next = meetings.setting?.upcoming(on: visit.today) else { return .nothing }
        var fields = isOfNext ? visit.fields : Fields()
        if !isOfNext {
            fields["day"] = next.day.text
            fields["time"] = next.time.text
            fields["leader"] = meetings.seats.leaders.present(next.leader)?.text ?? ""
        }
        let form = Form(
            to: "/plan/\(id)/meetings/next", csrf: visit.csrf, fields: fields, problems: isOfNext ? problems : .none,
            idPrefix: "next-", language: language)
        let nobody = Choice("", RecordTexts(language: language).notChosen)
        return Sheet(text.moveNext) {
            form.html { form in
                """
                \(form.hidden("version", version))\
                \(form.field("day", text.day, .day(earliest: visit.today)))\
                \(form.field("time", text.time, .time))\
                \(form.field("leader", text.whoLeads, .select([nobody] + members), isRequired: false))\
                <div class="actions">\(Button(text.moveNext, .plain))</div>
                """
            }
        }.html
    }
}
