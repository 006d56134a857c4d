import ActionPlan
import BoardMeetings
import Design
import Elections
import HandingUp
import Handover
import Kernel
import Markup
import Reports
import StuckActions

/// What needs the person, each thing a line.
extension TodayPage {
    private var soon: Badge { Badge(text.soon, .soon) }
    private var question: Badge { Badge(text.question, .soon) }

    private func row(_ title: String, to link: Link, _ detail: String, _ badge: Badge, on day: Day) -> TaskRow {
        TaskRow(
            title, to: link, detail: detail, badge: badge, when: day.short(in: visit.language, today: visit.today),
            distance: day.distance(from: visit.today, in: visit.language))
    }

    func row(_ report: Report) -> TaskRow {
        let title =
            report.isConfidential
            ? text.confidentialReport : text.newReport(Reports.name(of: report.kind).in(visit.language))
        return TaskRow(
            title, to: "/reports/\(report.id)",
            detail: report.isConfidential ? text.notSeen : "\(report.what.firstWords(16).ended) \(text.notSeen)",
            badge: Badge(text.new, .soon), when: report.reported.short(in: visit.language, today: visit.today),
            distance: report.reported.distance(from: visit.today, in: visit.language))
    }

    func row(_ matter: ElectionMatter) -> TaskRow {
        row(
            matter.title.in(visit.language), to: matter.link, matter.detail.in(visit.language),
            matter.isOpenMatter ? Badge(text.overdue, .late) : soon, on: matter.day)
    }

    func row(_ matter: MeetingMatter) -> TaskRow {
        row(matter.title.in(visit.language), to: matter.link, matter.detail.in(visit.language), soon, on: matter.day)
    }

    func row(_ matter: HandoverMatter) -> TaskRow {
        row(matter.title.in(visit.language), to: matter.link, matter.detail.in(visit.language), soon, on: matter.day)
    }

    func row(_ open: OpenRequest, isOwn: Bool) -> TaskRow {
        let day = open.request.answerBy
        let isLate = day < visit.today
        return TaskRow(
            isOwn ? text.decide(open.what) : text.undecided(open.what), to: "/requests/\(open.request.id)",
            detail: isOwn ? open.request.text.firstWords(16).ended : text.askedOf(open.leader ?? ""),
            badge: Badge(isLate ? text.overdue : text.question, isLate ? .late : .soon),
            when: day.short(in: visit.language, today: visit.today),
            distance: day.distance(from: visit.today, in: visit.language))
    }

    func row(_ due: DueJudgement, isOwn: Bool) -> TaskRow {
        TaskRow(
            text.didItLast(due.what), to: "/actions/\(due.id)/judgement",
            detail: text.closed(
                due.closedOn.short(in: visit.language, today: visit.today), leftBy: isOwn ? nil : due.responsible ?? ""),
            badge: Badge(text.question, .soon), when: due.judgeOn.short(in: visit.language, today: visit.today),
            distance: due.judgeOn.distance(from: visit.today, in: visit.language))
    }

    func row(_ still: StillAction, isOwn: Bool) -> TaskRow {
        let day = still.since.short(in: visit.language, today: visit.today)
        return row(
            text.doesItMove(still.action.what), to: "/actions/\(still.action.id)/still",
            text.untouched(since: day, leftBy: isOwn ? nil : still.action.name ?? ""), question, on: still.since)
    }

    func row(_ check: CheckToAnswer) -> TaskRow {
        row(text.elevenQuestions(check.what), to: check.link, text.answeredAlone, question, on: check.day)
    }

    func row(_ matter: HandingMatter) -> TaskRow {
        row(
            matter.title.in(visit.language), to: matter.link, matter.detail.in(visit.language).firstWords(16), question,
            on: matter.day)
    }

    func row(_ paper: DuePaper) -> TaskRow {
        // Of what has been missing for years nobody wants to hear the days.
        let isLongAgo = visit.today - paper.since > 365
        return TaskRow(
            paper.title.in(visit.language), to: paper.link, detail: paper.detail.in(visit.language),
            badge: Badge(text.missing, .late),
            when: isLongAgo ? nil : paper.since.short(in: visit.language, today: visit.today),
            distance: isLongAgo ? nil : paper.since.distance(from: visit.today, in: visit.language))
    }

    func row(_ action: ListedAction, responsible: String?) -> TaskRow {
        let due = action.due
        let badge =
            due < visit.today
            ? Badge(text.overdue, .late)
            : due - visit.today <= Today.soonDays ? Badge(text.soon, .soon) : Badge(text.later)
        let name = responsible.map(text.responsible) ?? text.yours
        return TaskRow(
            action.what, to: "/actions/\(action.id)", detail: name, badge: badge,
            when: due.short(in: visit.language, today: visit.today),
            distance: due.distance(from: visit.today, in: visit.language))
    }
}

extension String {
    /// With a full stop, where it ends in a letter or a digit.
    var ended: String { last.map { $0.isLetter || $0.isNumber } == true ? self + "." : self }

    /// The beginning, cut at a word, for a line in a list.
    func firstWords(_ count: Int) -> String {
        let words = split(maxSplits: count, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
        let start = words.prefix(count).joined(separator: " ")
        let line = start.count > 160 ? String(start.prefix(160)) : start
        return words.count > count || line.count < start.count ? line + "…" : line
    }
}
