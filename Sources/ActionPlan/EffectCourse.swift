import Design
import Kernel
import Markup
import Web

/// How an action's effect has been judged through time: the line of judgements with their days, and how bad the problem
/// was before and after, drawn and as a table.
struct EffectCourse {
    let visit: Visit
    let seen: SeenAction
    let closures: [MadeClosure]
    let judgements: [MadeJudgement]
    let names: [PersonID: String]
    var problems = Problems.none

    private var action: Action { seen.action }
    private var language: Language { visit.language }
    private var text: LastingTexts { LastingTexts(language: language) }

    /// The line of judgements; nothing before there is anything to judge.
    var judged: Sheet? {
        guard action.judgeOn != nil || !judgements.isEmpty else { return nil }
        return Sheet(text.title) {
            "\(when: !judgements.isEmpty, "\(Timeline(judgements.map(event)))")\(asking)\(when: isWithoutLasting, another)"
        }
    }

    private func event(_ made: MadeJudgement) -> Timeline.Event {
        let tone: Badge.Tone =
            switch made.lasted {
            case .yes: .ok
            case .partly: .soon
            case .no: .late
            }
        let name = made.person.flatMap { names[$0] }
        return Timeline.Event(
            made.at.day.long(in: language), tone,
            what: "<b>\(text.name(made.lasted))</b> <small>\(name)</small><p class=\"lines\">\(made.seen)</p>")
    }

    private var asking: HTML? {
        guard let day = action.judgeOn else { return nil }
        let when = day <= visit.today ? text.asksNow : text.asksOn(day.long(in: language))
        let mayAnswer = seen.standing.mayMove && action.closedOn.map { $0 < visit.today } == true
        let weight: Button.Weight = day <= visit.today ? .primary : .plain
        return """
            <div class="row"><span class="meta">\(when)</span>\
            \(when: mayAnswer, "\(Button(text.answer, to: "/actions/\(action.id)/judgement", weight))")</div>
            """
    }

    /// The closure in force was judged not to have lasted.
    private var isWithoutLasting: Bool {
        guard seen.standing.mayWork, let closure = closures.first(where: { $0.reopenedAt == nil }) else { return false }
        return judgements.last { $0.closure == closure.id }?.lasted == .no
    }

    private var another: HTML {
        let link = ActionPlan.nextActionLink(after: action)
        let title = ClosureTexts(language: language).another
        return "<div class=\"row\"><b>\(text.notLasting)</b>\(Button(title, to: link, .primary))</div>"
    }

    // How bad it is.

    private var steps: [SeverityDrawing.Step] {
        var steps: [SeverityDrawing.Step] = []
        if let severity = action.severity {
            steps.append(.init(text.before, day(action.createdAt), severity))
        }
        let closed = closures.reversed().compactMap { made in
            made.closure.severity.map { (made.at, SeverityDrawing.Step(text.closed, day(made.at), $0)) }
        }
        let later = judgements.compactMap { made in
            made.severity.map { (made.at, SeverityDrawing.Step(text.title, day(made.at), $0)) }
        }
        return steps + (closed + later).sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func day(_ moment: Moment) -> String { moment.day.short(in: language, today: visit.today) }

    /// Drawn, and asked for while the work goes on.
    var severities: HTML {
        let steps = steps
        let drawing = SeverityDrawing(steps: steps, text: text)
        let form = action.isOpen && seen.standing.mayWork ? rating : nil
        guard !steps.isEmpty || form != nil else { return .nothing }
        return Sheet(steps.count > 1 ? text.beforeAndAfter : text.severity) {
            "\(when: !steps.isEmpty, "\(drawing)")\(form)"
        }.html
    }

    private var rating: HTML {
        var fields = visit.method == .post && problems["severity"] != nil ? visit.fields : Fields()
        if !fields.has("severity"), let severity = action.severity { fields["severity"] = String(severity.rawValue) }
        let form = Form(
            to: "/actions/\(action.id)/severity", csrf: visit.csrf, fields: fields, problems: problems,
            language: language)
        return form.html { form in
            """
            \(form.field("severity", text.severity, .scale(text.severities), hint: text.severityHint, isRequired: false))\
            <div class="actions">\(Button(text.rate, .plain))</div>
            """
        }
    }
}

/// How bad a problem was at each step: as many full dots as it is bad, one line to a step. The table below says the same.
struct SeverityDrawing: Pattern {
    struct Step: Sendable {
        let what: String
        let day: String
        let severity: Severity

        init(_ what: String, _ day: String, _ severity: Severity) {
            (self.what, self.day, self.severity) = (what, day, severity)
        }
    }

    let steps: [Step]
    let text: LastingTexts

    private static let (width, row, left, gap) = (300, 34, 156, 30)

    var html: HTML {
        let told = steps.map { "\($0.what), \($0.day), \(text.level($0.severity))" }.joined(separator: "; ")
        return """
            <div class="drawing severity-drawing"><svg viewBox="0 0 \(Self.width) \(steps.count * Self.row)" role="img" \
            aria-label="\(text.drawn(told))">\(each: Array(steps.enumerated()), { line($1, at: $0 * Self.row) })</svg></div>\
            \(table)
            """
    }

    private func line(_ step: Step, at y: Int) -> HTML {
        """
        <text x="0" y="\(y + 15)" font-size="13" fill="currentColor">\(step.what)</text>\
        <text x="0" y="\(y + 29)" font-size="11" fill="currentColor">\(step.day)</text>\
        \(each: Severity.allCases, { dot($0, isFull: $0.rawValue <= step.severity.rawValue, at: y + 16) })
        """
    }

    private func dot(_ severity: Severity, isFull: Bool, at y: Int) -> HTML {
        let x = Self.left + (severity.rawValue - 1) * Self.gap
        return isFull
            ? "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"9\" fill=\"currentColor\"/>"
            : "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"8\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.5\" stroke-width=\"2\"/>"
    }

    private var table: DataTable {
        DataTable(
            text.severity, isCaptionSeen: false, columns: [.init(text.when), .init(text.severity)],
            rows: steps.map { DataTable.Row(["\($0.what), \($0.day)", "\(text.level($0.severity))"]) })
    }
}
