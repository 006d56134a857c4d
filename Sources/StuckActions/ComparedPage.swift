import ActionPlan
import Design
import Kernel
import Markup
import Web

/// The answers side by side: first where all agree, then where they differ, and what comes of it.
struct ComparedPage {
    let visit: Visit
    let seen: SeenCheck
    let rows: [AnswerRow]
    let names: [PersonID: String]
    let problems: Problems

    private var text: StuckTexts { StuckTexts(language: visit.language) }
    private var check: StuckCheck { seen.check }
    private var what: String { seen.action.agreed.what }
    private var byQuestion: [Int: [AnswerRow]] { Dictionary(grouping: rows, by: \.question) }

    private var tallies: [Tally] {
        ElevenQuestions.numbers.map { number in
            Tally(statement: number, (byQuestion[number] ?? []).compactMap(\.reply))
        }
    }

    var page: Page {
        let comparison = Comparison(tallies)
        let day = (check.comparedAt ?? check.startedAt).day.long(in: visit.language)
        return Page(
            title: text.checkTitle(what), section: "plan", topics: [.check(check.id)],
            content: """
                \(Breadcrumbs([(what, "/actions/\(seen.action.id)")], language: visit.language))\
                \(PageHeader(text.checkTitle(what), about: text.comparedOn(day, answers: seen.answered)))\
                <div class="stack loose"><div data-live-part="outcome">\(outcome)</div>\
                <h2>\(text.whereYouAgree)</h2>\(moving(comparison.moving))\(standing(comparison.standing))\
                <h2>\(text.whereYouDiffer)</h2>\(differing(comparison.differing))\
                \(Sheet(text.allInATable, isPadded: false) { table.html })\
                \(when: seen.mayLead, "<div class=\"no-print\">\(concluding)</div>")</div>
                """)
    }

    private var outcome: HTML {
        check.outcome.isEmpty ? .nothing : Sheet(text.outcome) { "<p><b>\(check.outcome)</b></p>" }.html
    }

    private func moving(_ tallies: [Tally]) -> Sheet {
        Sheet(text.moving, aside: Badge(text.name(Verdict.yes), .ok).html) {
            tallies.isEmpty
                ? "<p class=\"meta\">\(text.nothingMoving)</p>"
                : "<p class=\"meta\">\(text.movingAbout)</p>\(list(tallies))"
        }
    }

    private func standing(_ tallies: [Tally]) -> Sheet {
        Sheet(text.standing) {
            tallies.isEmpty
                ? "<p class=\"meta\">\(text.nothingStanding)</p>"
                : "<p class=\"meta\">\(text.standingAbout)</p>\(list(tallies))\(when: seen.standing.mayWork && seen.action.isOpen, steps)"
        }
    }

    /// What can be done about it: each leads to a form that is there already.
    private var steps: HTML {
        let action = seen.action
        let next = ActionPlan.newActionLink(
            body: action.body, unit: action.agreed.unit, origin: Origin(kind: "action", id: action.id.text))
        return """
            <div class="row no-print">\(Button(text.changeAction, to: "/actions/\(action.id)/edit"))\
            \(Button(text.newAction, to: next))\(Button(text.askLeader, to: "/actions/\(action.id)/requests/new"))\
            \(Button(text.cannotSolve, to: "/actions/\(action.id)/unsolved"))</div>
            """
    }

    private func list(_ tallies: [Tally]) -> HTML {
        "<ul class=\"stack\">\(each: tallies, { "<li>\(title($0))\(lines($0))</li>" })</ul>"
    }

    private func differing(_ tallies: [Tally]) -> Sheet {
        Sheet(text.differing) {
            tallies.isEmpty
                ? "<p class=\"meta\">\(text.nothingDiffers)</p>"
                : """
                <p class="meta">\(text.differingAbout)</p>\
                <ul class="stack">\(each: tallies, { tally in
                    "<li>\(title(tally))\(AnswerBar(tally: tally, text: text))\(lines(tally))</li>"
                })</ul>
                """
        }
    }

    private func title(_ tally: Tally) -> HTML {
        let question = ElevenQuestions.question(tally.statement)?.title.in(visit.language) ?? ""
        let agreed = tally.agreed.flatMap { $0 == .yes ? nil : Badge(text.name($0), $0 == .no ? .late : .soon) }
        return "<b>\(tally.statement). \(question)</b> \(agreed)"
    }

    /// What was written: with the name, or in no order and apart from every reply.
    private func lines(_ tally: Tally) -> HTML? {
        let rows = (byQuestion[tally.statement] ?? []).filter { !$0.line.isEmpty }
        let told = rows.map { row in
            let who = row.person.flatMap { names[$0] }
            let reply = check.isNamed ? row.reply.map(text.name) : nil
            let by = [who, reply].compactMap { $0 }.joined(separator: ", ")
            return (line: row.line, by: by)
        }
        guard !told.isEmpty else { return nil }
        return """
            <ul>\(each: told, { "<li>\($0.line)\(when: !$0.by.isEmpty, " <small class=\"meta\">\($0.by)</small>")</li>" })</ul>
            """
    }

    private var table: DataTable {
        let columns =
            [DataTable.Column(text.questionColumn)]
            + Verdict.allCases.map { DataTable.Column(text.name($0), isNumber: true) }
            + (check.isNamed ? [DataTable.Column(text.whoColumn)] : [])
        return DataTable(
            text.allInATable, isCaptionSeen: false, columns: columns,
            rows: tallies.map { tally in
                let question = ElevenQuestions.question(tally.statement)?.title.in(visit.language) ?? ""
                let counts: [HTML] = Verdict.allCases.map { "\(tally.count($0))" }
                return DataTable.Row(["\(tally.statement). \(question)"] + counts + (check.isNamed ? [who(tally)] : []))
            })
    }

    private func who(_ tally: Tally) -> HTML {
        let rows = byQuestion[tally.statement] ?? []
        let parts = Verdict.allCases.compactMap { reply -> String? in
            let people = rows.filter { $0.reply == reply }.compactMap { row in row.person.flatMap { names[$0] } }
                .sorted()
            return people.isEmpty ? nil : "\(text.name(reply)): \(people.joined(separator: ", "))"
        }
        return "\(parts.joined(separator: ". "))"
    }

    private var concluding: HTML {
        var fields = visit.fields
        if !fields.has("outcome") { fields["outcome"] = check.outcome }
        return Sheet(text.whatNow) {
            Form(
                to: "/checks/\(check.id)/outcome", csrf: visit.csrf, fields: fields, problems: problems,
                language: visit.language
            ).html { form in
                """
                \(form.field("outcome", text.outcomeLabel, .text(limit: StuckWork.outcomeLimit), hint: text.outcomeHint))\
                <div class="actions">\(Button(text.save))</div>
                """
            }
        }.html
    }
}

/// How the replies to one question are spread: three pieces of one bar, told apart by how they are filled, with their
/// numbers under them. The table says the same.
struct AnswerBar: Pattern {
    let tally: Tally
    let text: StuckTexts

    private static let (width, height) = (320, 18)

    var html: HTML {
        let told = Verdict.allCases.map { "\(text.name($0)) \(tally.count($0))" }.joined(separator: ", ")
        return """
            <div class="drawing answer-bar"><svg viewBox="0 0 \(Self.width) 40" role="img" aria-label="\(told)">\
            \(each: pieces, { piece($0) })</svg></div>
            """
    }

    private struct Piece {
        let reply: Verdict
        let count: Int
        let x: Int
        let width: Int
    }

    private var pieces: [Piece] {
        var x = 0
        return Verdict.allCases.compactMap { reply in
            let count = tally.count(reply)
            guard count > 0 else { return nil }
            let width = Self.width * count / max(1, tally.all)
            defer { x += width }
            return Piece(reply: reply, count: count, x: x, width: width)
        }
    }

    private func piece(_ piece: Piece) -> HTML {
        let opacity: HTML =
            switch piece.reply {
            case .yes: "1"
            case .partly: "0.45"
            case .no: "0.06"
            }
        return """
            <rect x="\(piece.x + 1)" y="1" width="\(max(1, piece.width - 2))" height="\(Self.height - 2)" fill="currentColor" \
            fill-opacity="\(opacity)" stroke="currentColor" stroke-width="1.5"/>\
            <text x="\(piece.x + 2)" y="34" font-size="12" fill="currentColor">\(text.name(piece.reply)) \(piece.count)</text>
            """
    }
}
