import Design
import Kernel
import Markup
import Organisation
import Web

/// Asked before a meeting ends: who led, who was there, and a sentence. What moved is known already.
struct MeetingEndPage {
    let visit: Visit
    let body: Body
    let meeting: BoardMeeting
    let seats: MeetingSeats
    let lines: [MeetingLine]
    let problems: Problems

    private var language: Language { visit.language }
    private var text: RecordTexts { RecordTexts(language: language) }
    private var meetings: MeetingTexts { MeetingTexts(language: language) }

    var page: Page {
        var fields = visit.fields
        if visit.method == .get { fields["leader"] = meeting.leader?.text ?? "" }
        let members = seats.leaders.members.map { Choice($0.text, seats.names[$0] ?? "") }
        let crumbs = Breadcrumbs([(meetings.meeting, "/plan/\(body.id)/meeting")], language: language)
        return Page(
            title: text.end, section: "plan",
            content: """
                \(crumbs)\(PageHeader(text.end, about: meetings.movedCount(lines.count).capitalised))\
                <div class="narrow">\(Form(
                    to: "/plan/\(body.id)/meeting/end", csrf: nil, fields: fields, problems: problems,
                    language: language
                ).html { form in
                    """
                    \(visit.seal)\
                    \(form.field("leader", text.whoLed, .select([Choice("", text.notChosen)] + members), isRequired: false))\
                    \(form.field("present", text.whoWasThere, .ticks(members), isRequired: false))\
                    \(form.field("closing", text.closing, .lines(limit: BoardMeeting.noteLimit), hint: text.closingHint, isRequired: false))\
                    <div class="actions">\(Button(text.end))\(Button(text.goOn, to: "/plan/\(body.id)/meeting", .quiet))</div>
                    """
                })</div>
                """)
    }
}

extension String {
    /// With a capital at its beginning.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
