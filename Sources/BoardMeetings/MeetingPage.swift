import ActionPlan
import Design
import Kernel
import Markup
import Web

/// The meeting on the big screen: one theme, its notes, the clock, and what can be done with the chosen note. Everything
/// has its key and its button; each screen goes through the themes by itself.
struct MeetingPage {
    let visit: Visit
    let seen: SeenMeetings
    let meeting: BoardMeeting
    let view: MeetingView
    let done: Set<ActionID>
    let notes: [ThemeNote]
    /// Of the sentence about the theme.
    let problems: Problems

    /// Whoever only looks on is told of those that look.
    private var shortcuts: [Shortcut] {
        (seen.mayWork ? text.allKeys : Array(text.allKeys.prefix(3))).map { Shortcut($0.key, $0.meaning) }
    }

    private var language: Language { visit.language }
    private var text: ModeTexts { ModeTexts(language: language) }
    private var meetings: MeetingTexts { MeetingTexts(language: language) }

    var page: Page {
        let name = seen.body.name.in(language)
        return Page(
            title: "\(meetings.meeting): \(name)", surroundings: .screen,
            topics: [.board(of: seen.body.id), .meetings(of: seen.body.id)],
            scripts: ["js/page.js", "js/form.js", "js/shortcuts.js", "js/meeting.js"],
            content: """
                <div class="meeting">\(head(name))\(visit.said.map { Said($0).html })\
                <div class="stack" data-live-part="theme">\(board)</div><div class="stack" data-live-part="foot">\(foot)</div></div>\
                \(Shortcuts(language: language, own: shortcuts, isAlone: true))
                """)
    }

    private func head(_ name: String) -> HTML {
        let place = view.place.map { text.place($0 + 1, of: view.rows.count) + " · " } ?? ""
        return """
            <header><div data-live-part="heading"><h1>\(title)</h1><p class="meta">\(place)\(name)</p></div>\
            <div data-live-part="clock">\(MeetingDial(clock: meeting.clock, moment: visit.moment, language: language))</div>\
            <p class="unseen" role="status" data-five="\(text.fiveLeft)" data-one="\(text.oneLeft)" data-over="\(text.over)"></p>\
            </header><div data-live-part="steps">\(steps)</div>
            """
    }

    private var title: String {
        guard let row = view.row else { return meetings.meeting }
        return row.theme?.title ?? meetings.noTheme
    }

    private var steps: HTML {
        guard view.rows.count > 1 else { return .nothing }
        return """
            <nav class="row" aria-label="\(text.themes)">\
            \(step(view.previous, "previous", text.previous))\(step(view.next, "next", text.next))</nav>
            """
    }

    private func step(_ row: MeetingView.Row?, _ key: String, _ title: String) -> HTML {
        guard let row else { return .nothing }
        let named = "\(title): \(row.theme?.title ?? meetings.noTheme)"
        return "<a class=\"button\" data-key=\"\(key)\" href=\"\(address(row))\">\(named)</a>"
    }

    /// This very screen, with this theme and note. The theme is not called so: the way back of a move has one, too.
    private func address(_ row: MeetingView.Row?, note: ActionID? = nil) -> Link {
        ("/plan/\(seen.body.id)/meeting" as Link).with([("row", row?.key ?? ""), ("note", note?.text ?? "")])
    }

    // MARK: The notes

    private var board: HTML {
        guard view.place != nil else { return "<p>\(text.emptyPlan)</p>" }
        let isEmpty = view.slips.isEmpty && view.onHold.isEmpty
        return """
            \(when: isEmpty, "<p>\(text.nothingHere)</p>")\
            <ol class="lanes">\(each: view.lanes, lane)</ol>\(held)\(deeds)
            """
    }

    private func lane(_ lane: (stage: Stage, slips: [MeetingView.Slip])) -> HTML {
        """
        <li class="lane"><h2>\(lane.stage.told(in: language)) (\(lane.slips.count))</h2>\
        \(when: !lane.slips.isEmpty, "<ol>\(each: lane.slips, slip)</ol>")</li>
        """
    }

    private func slip(_ slip: MeetingView.Slip) -> HTML {
        let note = slip.note
        let index = view.slips.firstIndex { $0.note.id == note.id } ?? 0
        let isChosen = view.chosen?.note.id == note.id
        let due = note.isOpen ? text.by(note.due.short(in: language, today: visit.today)) : ""
        let about = [note.name ?? "", due].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <li class="slip\(when: slip.since != nil, " moved")"\(when: isChosen, " aria-current=\"true\"")>\
            <a href="\(address(view.row, note: note.id))"\(when: index < 9, " data-key=\"note-\(index + 1)\"")>\
            \(when: index < 9, "<kbd aria-hidden=\"true\">\(index + 1)</kbd>")\(note.what)</a>\
            <small>\(about)</small>\(marks(slip))</li>
            """
    }

    private func marks(_ slip: MeetingView.Slip) -> HTML {
        var badges: [Badge] = []
        if slip.isOverdue { badges.append(Badge(text.overdue, .late)) }
        if slip.isStill { badges.append(Badge(text.still, .soon)) }
        if done.contains(slip.note.id), slip.note.isOpen { badges.append(Badge(text.done, .ok)) }
        if let since = slip.since {
            if since.isNew { badges.append(Badge(text.isNew, .ok)) }
            if let from = since.from { badges.append(Badge(text.from(from.told(in: language)))) }
            if since.isHeld == false { badges.append(Badge(text.resumed)) }
            if since.taker != nil { badges.append(Badge(text.newOwner)) }
        }
        return badges.isEmpty ? .nothing : "<span class=\"row tight\">\(each: badges, \.html)</span>"
    }

    private var held: HTML {
        guard !view.onHold.isEmpty else { return .nothing }
        let lines = HTML(each: view.onHold) { note in
            let day = note.lookAgainOn?.short(in: language, today: visit.today) ?? ""
            return "<li>\(note.what) <small class=\"meta\">\(text.lookAgain(day))</small></li>"
        }
        return "<section><h2>\(text.onHold)</h2><ul>\(lines)</ul></section>"
    }

    private var deeds: HTML {
        guard seen.mayWork, let chosen = view.chosen else { return .nothing }
        return MeetingDeeds(
            visit: visit, body: seen.body.id, slip: chosen, isDone: done.contains(chosen.note.id),
            back: address(view.row, note: chosen.note.id)
        ).html
    }

    // MARK: What belongs to the whole meeting

    private var foot: HTML {
        guard seen.mayWork else {
            return """
                <footer class="row"><p class="meta">\(text.lookOn)</p>\(Button(meetings.toTheBoard, to: "/plan/\(seen.body.id)"))\
                \(keys)</footer>
                """
        }
        let end: Link = "/plan/\(seen.body.id)/meeting/end"
        return """
            \(undo)\(note)<footer class="row">\(turn)\
            <a class="button primary" data-key="end" href="\(end)">\(text.end)</a>\
            \(Button(meetings.toTheBoard, to: "/plan/\(seen.body.id)", .quiet))\(keys)<span class="meta">\(text.marks)</span></footer>
            """
    }

    private var keys: HTML {
        "<button type=\"button\" class=\"button quiet needs-script\" data-shortcuts>\(text.keys) <kbd>?</kbd></button>"
    }

    private var turn: HTML {
        let isRunning = meeting.clock.paused == nil
        return """
            <div data-key="clock">\(PostButton(
                isRunning ? text.pause : text.resume, to: "/plan/\(seen.body.id)/meeting/clock", csrf: visit.csrf,
                hidden: [("runs", isRunning ? "" : "on"), ("row", view.row?.key ?? ""), ("note", view.chosen?.note.id.text ?? "")]))</div>
            """
    }

    private var undo: HTML {
        guard let undo = view.undo else { return .nothing }
        return """
            <div data-key="undo">\(PostButton(
                text.undo, to: "/actions/\(undo.action)/stage", csrf: visit.csrf,
                hidden: undo.fields + [("return", address(view.row, note: undo.action).text)]))</div>
            """
    }

    private var note: HTML {
        guard seen.seesAll, let row = view.row else { return .nothing }
        let written = notes.first { $0.theme == row.theme?.id }?.text ?? ""
        var fields = visit.fields
        if problems.isEmpty { fields["text"] = written }
        let form = Form(
            to: "/plan/\(seen.body.id)/meeting/note", csrf: visit.csrf, fields: fields, problems: problems,
            idPrefix: "theme-", language: language)
        return """
            <details class="disclosure" data-key="text"\(when: !problems.isEmpty, " open")><summary>\(text.note)</summary><div class="body">\(form.html { form in
                """
                \(form.hidden("row", row.key))\
                \(form.field("text", text.text, .lines(rows: 2, limit: BoardMeeting.noteLimit), isRequired: false))\
                <div class="actions">\(Button(text.saveNote, .plain))</div>
                """
            })</div></details>\(when: !written.isEmpty, "<p class=\"lines\">\(written)</p>")
            """
    }
}
