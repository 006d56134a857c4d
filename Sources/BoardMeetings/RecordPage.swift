import ActionPlan
import Design
import Documents
import Kernel
import Markup
import Web

/// What a meeting did: on the screen, on paper and for a spreadsheet.
struct RecordPage {
    let visit: Visit
    let record: MeetingRecord
    var problems = Problems.none

    private var language: Language { visit.language }
    private var text: RecordTexts { RecordTexts(language: language) }
    private var meetings: MeetingTexts { MeetingTexts(language: language) }
    private var own: Link { "/plan/\(record.body.id)/meetings/\(record.meeting.id)" }

    private var notesLink: Link { "/plan/\(record.body.id)/meetings/\(record.meeting.id)/notes" }

    private var title: String { text.record(record.meeting.started.day.long(in: language)) }

    var page: Page {
        let name = record.body.name.in(language)
        let crumbs = Breadcrumbs(
            [(name, "/plan/\(record.body.id)"), (meetings.meetings, "/plan/\(record.body.id)/meetings")],
            language: language)
        let actions: HTML = """
            \(Button(text.print, to: "/plan/\(record.body.id)/meetings/\(record.meeting.id)/print"))\
            \(Button(text.csv, to: "/plan/\(record.body.id)/meetings/\(record.meeting.id)/csv"))
            """
        return Page(
            title: title, section: "plan", topics: [.meetings(of: record.body.id)],
            content: """
                \(crumbs)\(PageHeader(title, about: meetings.movedCount(record.count).capitalised, actions: actions))\
                \(Sheet { facts })\(parts)\(ready)<div data-live-part="later">\(later)</div>\(adding)
                """)
    }

    /// On A4.
    var paper: Page {
        Page(
            title: "\(title): \(record.body.name.in(language))", surroundings: .paper(.a4), section: "plan",
            scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: own).html)\
                <header><h1>\(title)</h1><p class="meta">\(record.body.name.in(language))</p></header>\(facts)\(parts)\(later)
                """)
    }

    private var facts: HTML {
        let meeting = record.meeting
        let end = meeting.ended ?? meeting.started
        var facts: [(name: String, value: HTML)] = [
            (
                text.when,
                "\(text.span(meeting.started.day.long(in: language), meeting.started.clock(in: language), end.clock(in: language)))"
            ),
            (text.led, "\(record.name(meeting.leader).isEmpty ? text.nobody : record.name(meeting.leader))"),
            (
                text.present,
                "\(record.present.isEmpty ? text.nobody : record.present.map(record.name).sorted().joined(separator: ", "))"
            ),
        ]
        if !meeting.place.isEmpty { facts.append((text.place, "\(meeting.place)")) }
        return """
            \(Facts(facts))\(when: meeting.endedItself, "<p class=\"meta\">\(meetings.endedItself)</p>")\
            \(when: !record.seesAll, "<p class=\"meta\">\(text.partly)</p>")\
            \(when: record.seesAll && !meeting.closing.isEmpty, "<p class=\"lines\">\(meeting.closing)</p>")
            """
    }

    private var parts: HTML {
        guard !record.parts.isEmpty else { return "<p>\(text.nothingMoved)</p>" }
        return HTML(each: record.parts, part)
    }

    private func part(_ part: MeetingRecord.Part) -> HTML {
        let title = part.theme == nil ? text.noTheme : part.title
        let rows = part.lines.map { line in
            DataTable.Row([
                "<a href=\"/actions/\(line.action)\">\(line.what)</a>",
                "\(text.told(line.movement, taker: record.name(line.movement.taker)))",
                "\(record.name(line.responsible))",
            ])
        }
        let columns = [text.what, text.happened, text.responsible].map { DataTable.Column($0) }
        let table = DataTable(title, isCaptionSeen: false, columns: columns, rows: rows)
        return Sheet(title, isPadded: false) {
            """
            \(when: !rows.isEmpty, "\(table)")\
            \(when: !part.note.isEmpty, "<div class=\"body\"><p class=\"lines\">\(part.note)</p></div>")
            """
        }.html
    }

    private var ready: HTML {
        guard !record.ready.isEmpty else { return .nothing }
        let rows = record.ready.map { TaskRow($0.what, to: "/actions/\($0.id)/closure", badge: Badge(text.ready, .ok)) }
        return Sheet(text.ready, isPadded: false) {
            "<div class=\"body\"><p class=\"meta\">\(text.readyAbout)</p></div>\(TaskRows(rows))"
        }.html
    }

    private var later: HTML {
        guard !record.additions.isEmpty else { return .nothing }
        return Sheet(text.later) {
            HTML(each: record.additions) { note in
                let day = note.at.day.short(in: language, today: visit.today)
                return """
                    <div><p class="meta">\(record.name(note.person)) · \(day)</p><p class="lines">\(note.text)</p></div>
                    """
            }
        }.html
    }

    private var adding: HTML {
        guard record.mayWork, record.seesAll else { return .nothing }
        let form = Form(to: notesLink, csrf: nil, fields: visit.fields, problems: problems, language: language)
        return Disclosure(text.add, isOpen: !problems.isEmpty) {
            form.html { form in
                """
                \(visit.seal)<p class="meta">\(text.addAbout)</p>\
                \(form.field("text", text.remark, .lines(limit: BoardMeeting.noteLimit)))\
                <div class="actions">\(Button(text.add, .plain))</div>
                """
            }
        }.html
    }

    // MARK: For a spreadsheet

    var csv: File {
        var writer = CSVWriter(in: language)
        writer.append([text.theme, text.what, text.happened, text.from, text.to, text.responsible].map(Cell.text))
        for part in record.parts {
            let title = part.theme == nil ? text.noTheme : part.title
            for line in part.lines {
                let movement = line.movement
                writer.append([
                    .text(title), .text(line.what),
                    .text(text.told(movement, taker: record.name(movement.taker))),
                    .text(movement.from?.told(in: language) ?? ""), .text(movement.to?.told(in: language) ?? ""),
                    .text(record.name(line.responsible)),
                ])
            }
            if !part.note.isEmpty {
                writer.append([.text(title), .text(""), .text(part.note), .empty, .empty, .empty])
            }
        }
        let closing = record.meeting.closing
        if record.seesAll, !closing.isEmpty {
            writer.append([.text(text.whole), .text(""), .text(closing), .empty, .empty, .empty])
        }
        let day = record.meeting.started.day.text
        return File(
            name: "\(meetings.meeting) \(day).csv", mediaType: "text/csv; charset=utf-8", bytes: writer.take())
    }
}
