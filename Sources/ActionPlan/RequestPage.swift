import Design
import Kernel
import Markup
import Web

/// What a group asks a leader: the leader's page to answer on, and how it was answered.
struct RequestPage {
    let visit: Visit
    let seen: SeenRequest
    let names: [PersonID: String]
    let group: Words?
    let problems: Problems

    private var language: Language { visit.language }
    private var text: LeaderTexts { LeaderTexts(language: language) }

    var page: Page {
        let title = text.question(seen.action.agreed.what)
        let mayAnswer = seen.mayAnswer && seen.request.isOpen
        let link: HTML = "<p><a href=\"\("/actions/\(seen.action.id)" as Link)\">\(text.theAction)</a></p>"
        return Page(
            title: title, section: seen.standing.mayRead ? "plan" : "today",
            content: """
                \(PageHeader(title, about: text.questionAbout(group?.in(language) ?? "")))\
                <div class="narrow stack">\(RequestCard(request: seen.request, names: names, csrf: seen.standing.mayWork ? visit.csrf : nil, today: visit.today, language: language))\
                \(about)\(when: seen.standing.mayRead, link)\(when: mayAnswer, form)</div>
                """)
    }

    /// Why the action is made: what the leader must know, also where the plan is not open to her or him.
    private var about: Sheet? {
        let (agreed, words) = (seen.action.agreed, ActionTexts(language: language))
        let told = [(words.why, agreed.why), (words.how, agreed.how)].filter { !$0.1.isEmpty }
        guard !told.isEmpty else { return nil }
        return Sheet(agreed.what) {
            "\(each: told, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })"
        }
    }

    private var form: HTML {
        let decisions = LeaderAnswer.Decision.allCases.map { Choice($0.rawValue, text.name($0)) }
        return Form(
            to: "/requests/\(seen.request.id)/answer", csrf: nil, fields: visit.fields, problems: problems,
            draft: "answer-\(seen.request.id)", language: language
        ).html { form in
            """
            \(visit.seal)\(form.field("decision", text.decision, .cards(decisions)))\
            \(form.field("reason", text.reason, .lines(limit: LeaderRequest.textLimit), hint: text.reasonHint))\
            \(form.field("from", text.fromDay, .day(earliest: visit.today), hint: text.fromHint))\
            <div class="actions">\(Button(text.answer))</div>
            """
        }
    }
}

/// One request with its answer, or that it lacks one.
struct RequestCard: Pattern {
    let request: LeaderRequest
    let names: [PersonID: String]
    /// For who may withdraw it; nothing for others.
    let csrf: String?
    let today: Day
    let language: Language

    private var text: LeaderTexts { LeaderTexts(language: language) }

    var html: HTML {
        let leader = names[request.leader] ?? ""
        let asker = request.askedBy.flatMap { names[$0] } ?? ""
        return Sheet(text.name(request.wish), aside: "\(badge) \(when)") {
            """
            <p class="lines">\(request.text)</p>\
            <p class="meta">\(text.asked(leader, by: asker, request.askedAt.day.long(in: language)))</p>\
            \(request.answer.map { answer($0, leader) })\(when: request.isOpen, "\(withdrawal)")
            """
        }.html
    }

    private var badge: Badge {
        if let decision = request.answer?.decision {
            let tone: Badge.Tone =
                switch decision {
                case .yes: .ok
                case .partly: .soon
                case .no: .late
                }
            return Badge(text.name(decision), tone)
        }
        if request.withdrawnAt != nil { return Badge(text.isWithdrawn) }
        return request.isLate(on: today) ? Badge(text.isMissing, .late) : Badge(text.isWaiting, .soon)
    }

    private var when: String {
        if let answer = request.answer { return text.from(day(answer.from), answer.decision) }
        guard request.isOpen else { return "" }
        return request.isLate(on: today)
            ? text.missing(since: day(request.answerBy)) : text.answerBy(day(request.answerBy))
    }

    private func answer(_ answer: LeaderAnswer, _ leader: String) -> HTML {
        let answered = request.answeredAt.map { text.answered(leader, $0.day.long(in: language)) }
        return """
            <div><h3>\(text.name(answer.decision))</h3><p class="lines">\(answer.reason)</p>\
            <p class="meta">\(answered)</p></div>
            """
    }

    private var withdrawal: PostButton? {
        csrf.map { PostButton(text.withdraw, to: "/requests/\(request.id)/withdrawal", csrf: $0, .quiet) }
    }

    private func day(_ day: Day) -> String { day.short(in: language, today: today) }
}
