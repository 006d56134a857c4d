import ActionPlan
import Design
import Kernel
import Markup
import Web

/// A plan's board meetings: when the next is and who leads, the way into it, and what earlier ones did.
struct MeetingsPage {
    let visit: Visit
    let meetings: PlanMeetings

    private var language: Language { visit.language }
    private var text: MeetingTexts { MeetingTexts(language: language) }

    var page: Page {
        let body = meetings.body
        let crumbs = Breadcrumbs([(body.name.in(language), "/plan/\(body.id)")], language: language)
        return Page(
            title: "\(text.meetings): \(body.name.in(language))", section: "plan",
            topics: [.meetings(of: body.id), .board(of: body.id)],
            content: """
                \(crumbs)\(PageHeader(text.meetings, about: text.about, actions: actions))\
                <div class="stack" data-live-part="next">\(next)</div>\
                <div data-live-part="held">\(held)</div>
                """)
    }

    private var actions: HTML? {
        guard meetings.mayWork, meetings.seesAll else { return nil }
        return Button(ScreenTexts(language: language).screens, to: "/plan/\(meetings.body.id)/screens").html
    }

    private var start: HTML {
        let id = meetings.body.id
        if meetings.running != nil {
            return "<p>\(text.runsNow)</p>\(Button(text.goToIt, to: "/plan/\(id)/meeting", .primary))"
        }
        guard meetings.mayWork, meetings.body.isOpen(on: visit.today) else { return .nothing }
        return PostButton(text.start, to: "/plan/\(id)/meeting", csrf: visit.csrf, .primary).html
    }

    private var next: HTML {
        let id = meetings.body.id
        guard let setting = meetings.setting, let next = meetings.next(on: visit.today) else {
            let first = meetings.mayWork ? Button(text.agree, to: "/plan/\(id)/meetings/setting", .primary) : nil
            return
                "\(EmptyState(text.nothingSet, text.nothingSetAbout, firstStep: first))<div class=\"row\">\(start)</div>"
        }
        let moved = next.meeting.isMoved ? text.movedFrom(next.meeting.planned.long(in: language)) : ""
        var facts: [(name: String, value: HTML)] = [
            (
                text.nextMeeting,
                "<b>\(text.when(next.meeting).capitalised)</b>\(when: !moved.isEmpty, " <small class=\"meta\">\(moved)</small>")"
            ),
            (text.whoLeads, "\(next.leader ?? RecordTexts(language: language).nobody)"),
            (
                text.howOften,
                "\(text.name(setting.rhythm)), \(text.weekdayInside(setting.weekday)), \(text.lasts(setting.minutes))"
            ),
        ]
        if !setting.place.isEmpty { facts.append((text.place, "\(setting.place)")) }
        let change: HTML =
            meetings.mayWork ? Button(text.change, to: "/plan/\(id)/meetings/setting").html : .nothing
        return Sheet { "\(Facts(facts))<div class=\"row\">\(start)\(change)</div>" }.html
    }

    private var held: HTML {
        guard !meetings.held.isEmpty else {
            return Sheet(text.held) { "<p class=\"meta\">\(text.noneHeld)</p>" }.html
        }
        let rows = meetings.held.map { meeting in
            let led = meeting.leader.flatMap { meetings.names[$0] }.map(text.ledBy)
            let detail = [text.movedCount(meetings.counts[meeting.id] ?? 0).capitalised, led].compactMap { $0 }
            return TaskRow(
                meeting.started.day.long(in: language).capitalised,
                to: "/plan/\(meetings.body.id)/meetings/\(meeting.id)", detail: detail.joined(separator: ", "),
                badge: Badge(text.lasted(max(1, ((meeting.ended ?? meeting.started) - meeting.started + 30) / 60))),
                when: meeting.started.clock(in: language),
                distance: meeting.started.day.distance(from: visit.today, in: language))
        }
        let older = meetings.older.map { place in
            Button(text.older, to: ("/plan/\(meetings.body.id)/meetings" as Link).with([("before", place)]))
        }
        return "\(Sheet(text.held, isPadded: false) { TaskRows(rows).html })\(older)"
    }
}
