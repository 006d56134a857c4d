import Design
import Kernel
import Markup
import Web

/// Where a meeting would be, when none runs. It has the parts of the meeting's page: a screen that looked on says by itself
/// that the meeting is over, and shows the next one when it begins.
struct NoMeetingPage {
    let visit: Visit
    let seen: SeenMeetings

    private var text: MeetingTexts { MeetingTexts(language: visit.language) }

    var page: Page {
        let id = seen.body.id
        let mayStart = seen.mayWork && seen.body.isOpen(on: visit.today)
        let start = PostButton(text.start, to: "/plan/\(id)/meeting", csrf: visit.csrf, .primary)
        return Page(
            title: text.meeting, surroundings: .screen, topics: [.board(of: id), .meetings(of: id)],
            scripts: ["js/page.js"],
            content: """
                <div class="meeting"><header><div data-live-part="heading"><h1>\(text.noneRuns)</h1>\
                <p class="meta">\(seen.body.name.in(visit.language))</p></div><div data-live-part="clock"></div></header>\
                <div data-live-part="steps"></div><div class="stack" data-live-part="theme"><p>\(text.noneRunsAbout)</p>\
                <div class="row">\(when: mayStart, start.html)\(Button(text.meetings, to: "/plan/\(id)/meetings"))\
                \(Button(text.toTheBoard, to: "/plan/\(id)"))</div></div><div data-live-part="foot"></div></div>
                """)
    }
}
