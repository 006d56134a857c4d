import Access
import ActionPlan
import Design
import Ideas
import Kernel
import Markup
import Notices
import SafetyOrganisation
import Web

/// What needs the person now, what has happened since last time, and how the group's plan stands.
struct TodayPage {
    let visit: Visit
    let today: Today
    /// An administrator's organisation without a single group: the first steps are shown.
    let isBare: Bool

    var text: OverviewTexts { OverviewTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.title, section: "today", topics: today.topics(for: visit.viewer),
            madeFrom: today.madeFrom(for: visit.viewer),
            content: """
                <div data-live-part="greeting">\(PageHeader(
                    text.greeting(visit.viewer.name, at: visit.moment, count: today.count, hasMore: today.hasMore), about: text.date(visit.today)))</div>
                \(when: isBare, firstSteps)
                <div class="columns">
                <div data-live-part="needs">\(Sheet(text.needsYou, aside: "\(text.byDay)", isPadded: today.count == 0) { needs })</div>
                <div class="stack">
                <div class="stack" data-live-part="plan">\(plan)</div>
                \(whomToAsk)
                <div data-live-part="news">\(Sheet(text.sinceLast) { news })</div>
                </div></div>
                """)
    }

    private var firstSteps: HTML {
        Sheet(text.startHere) {
            """
            <ol class="stack">
            <li><a href="/import">\(text.stepImport)</a></li>
            <li><a href="/bodies/new">\(text.stepGroup)</a></li>
            <li><a href="/administration">\(text.stepInvite)</a></li>
            </ol>
            """
        }.html
    }

    private var needs: HTML {
        guard today.count > 0 else {
            let nothing = EmptyState(text.nothing, text.nothingHow, firstStep: Button(text.report, to: "/report"))
            return "\(nothing)\(later)"
        }
        let own = today.own.map { ($0.due, row($0, responsible: nil)) }
        let actions = own + today.overdue.map { ($0.due, row($0, responsible: $0.name)) }
        let matters =
            today.elections.all.map { ($0.day, row($0)) } + today.meetings.map { ($0.day, row($0)) }
            + today.handovers.map { ($0.day, row($0)) } + actions
            + today.requests.map { ($0.request.answerBy, row($0, isOwn: true)) }
            + today.unanswered.map { ($0.request.answerBy, row($0, isOwn: false)) }
            + today.judgements.map { ($0.judgement.judgeOn, row($0.judgement, isOwn: $0.isOwn)) }
            + today.still.map { ($0.still.since, row($0.still, isOwn: $0.isOwn)) }
            + today.checks.map { ($0.day, row($0)) } + today.handed.map { ($0.day, row($0)) }
        // What has just come in has no day yet; what was never written has had one for years.
        let rows =
            today.reports.map(row) + today.lying.map { $0.row(in: nil, visit) }
            + matters.sorted { $0.0 < $1.0 }.map(\.1) + today.papers.map(row) + wholeness
        return "\(TaskRows(rows))\(later)\(when: today.hasMore, more)"
    }

    /// What can wait lies folded.
    private var later: HTML? {
        guard !today.later.isEmpty else { return nil }
        return Disclosure(text.later(today.later.count)) {
            TaskRows(today.later.map { row($0, responsible: nil) }).html
        }.html
    }

    private var more: HTML {
        """
        <p class="meta more-tasks"><a href="/actions?mine=on">\(text.allOwn)</a> · \
        <a href="/actions?overdue=on">\(text.allOverdue)</a></p>
        """
    }

    /// That the safety organisation lacks something, for whoever coordinates there.
    private var wholeness: [TaskRow] {
        guard today.flaws > 0 else { return [] }
        return [
            TaskRow(
                FlawTexts(language: visit.language).onToday, to: "/safety-organisation",
                detail: text.flaws(today.flaws),
                badge: Badge(text.later))
        ]
    }

    /// How the group's plan stands, and where everybody lays an idea.
    private var plan: HTML {
        guard let body = visit.viewer.mainBody else { return idea }
        let isEmpty = today.stages.values.allSatisfy { $0 == 0 }
        return Sheet(text.plan, aside: "<a href=\"/plan/\(body.body)\">\(text.seeBoard)</a>") {
            isEmpty
                ? """
                <p class="meta">\(text.noActions)</p>\
                \(Button(text.newAction, to: ActionPlan.newActionLink(body: body.body)))
                """
                : PlanFigures(stages: today.stages, text: text).html
        }.html + idea
    }

    private var idea: HTML {
        guard visit.viewer.home != nil || visit.viewer.mainBody != nil else { return .nothing }
        let waiting = visit.viewer.mainBody.flatMap { body -> HTML? in
            guard today.ideas > 0 else { return nil }
            return "<a href=\"\(Ideas.waitingLink(of: body.body))\">\(text.ideasWaiting(today.ideas))</a>"
        }
        return """
            <div class="row"><a class="button" href="\(newIdea)">\(text.haveAnIdea)</a>\(waiting)</div>
            """
    }

    /// For the own unit; whoever belongs to none gives it to the group of the own mandate.
    private var newIdea: Link {
        guard visit.viewer.home == nil, let body = visit.viewer.mainBody else { return Ideas.newIdeaLink() }
        return Ideas.newIdeaLink(body: body.body)
    }

    /// Whoever has come to ask somebody finds the own unit with one tap.
    private var whomToAsk: HTML {
        guard let home = visit.viewer.home else { return .nothing }
        return """
            <a class="sheet tile" href="/units/\(home)"><b>\(text.whomToAsk)</b> \
            <small class="meta">\(text.whomToAskHow)</small></a>
            """
    }

    private var news: HTML {
        guard !today.notices.isEmpty else { return "<p class=\"meta\">\(text.noNews)</p>" }
        let hasUnread = today.notices.contains { $0.readAt == nil }
        return """
            <ul class="stack">\(each: today.notices, item)</ul>
            \(when: hasUnread, PostButton(text.markRead, to: "/notices/read", csrf: visit.csrf, .quiet).html)
            """
    }

    private func item(_ notice: Notice) -> HTML {
        let when = notice.at.day.short(in: visit.language, today: visit.today)
        return """
            <li><a href="\(Link(onThisSite: notice.path) ?? "/")">\(notice.words.in(visit.language))</a> \
            <small class="meta">\(when)</small>\(when: notice.readAt == nil, " \(Badge(text.unread, .soon))")</li>
            """
    }
}

/// How many actions stand at each stage.
struct PlanFigures: Pattern {
    let stages: [Stage: Int]
    let text: OverviewTexts

    var html: HTML {
        """
        <ul class="figures">\(each: Stage.allCases, { stage in
            "<li>\(Figure(String(stages[stage] ?? 0), text.stage(stage)))</li>"
        })</ul>
        """
    }
}
