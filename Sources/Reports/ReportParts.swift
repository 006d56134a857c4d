import Design
import Kernel
import Markup
import Web

/// Pieces that the reporter's page and the handlers' page share.
struct ReportParts {
    let picture: ReportPicture
    let visit: Visit

    private var report: Report { picture.report }
    private var text: ReportTexts { ReportTexts(language: visit.language) }

    var badge: Badge {
        let tone: Badge.Tone =
            switch report.stage {
            case .waiting: .soon
            case .seen, .action: .plain
            case .closed: .ok
            }
        return Badge(text.name(of: report.stage), tone)
    }

    /// What became of it, step by step.
    var liveTimeline: HTML { "<div data-live-part=\"timeline\">\(timeline)</div>" }

    private var timeline: Timeline {
        var events = [Timeline.Event(day(report.reported), what: "\(text.received)")]
        if let seen = report.seen {
            events.append(.init(day(seen), what: "\(text.seen(by: report.seenBy.flatMap { picture.names[$0] }))"))
        }
        if let acted = report.acted { events.append(.init(day(acted), what: "\(text.becameAction)")) }
        if let closed = report.closed {
            events.append(.init(day(closed), .ok, what: ending))
        }
        return Timeline(events)
    }

    private var ending: HTML {
        """
        <b>\(text.closed)</b><p class="lines">\(report.outcome)</p>\(report.effect.map { "<p>\(text.name(of: $0))</p>" })
        """
    }

    /// - Parameter isReporter: whose words stand as one's own.
    func liveThread(isReporter: Bool) -> HTML {
        "<div data-live-part=\"thread\">\(thread(isReporter: isReporter))</div>"
    }

    private func thread(isReporter: Bool) -> HTML {
        guard !picture.messages.isEmpty else { return "<p class=\"meta\">\(text.noMessages)</p>" }
        return "\(Thread(picture.messages.map { message($0, isReporter: isReporter) }, language: visit.language))"
    }

    /// - Parameter folder: where the photos lie: `/follow/photos/`, `/reports/…/photos/`.
    func photos(_ link: (Int) -> Link) -> HTML {
        guard picture.photoCount > 0 else { return .nothing }
        return """
            <ul class="photos">\(each: 1...picture.photoCount, { number in
                "<li><a href=\"\(link(number))\"><img src=\"\(link(number))\" alt=\"\(text.photo(number))\" loading=\"lazy\"></a></li>"
            })</ul>
            """
    }

    var words: HTML { "<p class=\"lines\">\(report.what)</p>" }

    func day(_ day: Day) -> String { day.short(in: visit.language, today: visit.today) }

    private func message(_ message: ReportMessage, isReporter: Bool) -> Thread.Message {
        switch message.author {
        case .reporter:
            Thread.Message(by: reporterName, day(message.day), message.text, isOwn: isReporter)
        case .reader(let person):
            Thread.Message(
                by: picture.names[person] ?? text.somebody, day(message.day), message.text,
                isOwn: !isReporter && person == visit.viewer.person)
        }
    }

    var reporterName: String {
        switch report.sender {
        case .anonymous: text.withoutName
        case .person(let person): picture.names[person] ?? text.reporter
        case .guest(let name, let contact): contact.isEmpty ? name : "\(name), \(contact)"
        }
    }
}
