import ActionPlan
import Design
import Elections
import Kernel
import Markup
import Reports
import Web

/// What needs the person, each thing a line.
extension TodayPage {
    func row(_ report: Report) -> TaskRow {
        let title =
            report.isConfidential
            ? text.confidentialReport : text.newReport(Reports.name(of: report.kind).in(visit.language))
        return TaskRow(
            title, to: "/reports/\(report.id)",
            detail: report.isConfidential ? text.notSeen : told(report),
            badge: Badge(text.new, .soon), when: report.reported.short(in: visit.language, today: visit.today),
            distance: report.reported.distance(from: visit.today, in: visit.language))
    }

    /// How serious it was stands first, where somebody has said so before the report was read.
    private func told(_ report: Report) -> String {
        [report.severity.told(in: visit.language).map { $0 + "." }, report.what.firstWords(16).ended, text.notSeen]
            .compactMap { $0 }.joined(separator: " ")
    }

    func row(_ matter: ElectionMatter) -> TaskRow {
        row(
            matter.title, matter.detail, to: matter.link, matter.isOpenMatter ? .late : .soon, on: matter.day)
    }

    func row(_ matter: Matter) -> TaskRow {
        row(matter.title, matter.detail, to: matter.link, matter.urgency, on: matter.day)
    }

    private func row(
        _ title: Words, _ detail: Words, to link: Link, _ urgency: Matter.Urgency, on day: Day
    ) -> TaskRow {
        // Of what has been missing for years nobody wants to hear the days.
        let isLongAgo = urgency == .missing && visit.today - day > 365
        return TaskRow(
            title.in(visit.language), to: link, detail: detail.in(visit.language), badge: badge(urgency),
            when: isLongAgo ? nil : day.short(in: visit.language, today: visit.today),
            distance: isLongAgo ? nil : day.distance(from: visit.today, in: visit.language))
    }

    private func badge(_ urgency: Matter.Urgency) -> Badge {
        switch urgency {
        case .soon: Badge(text.soon, .soon)
        case .late: Badge(text.overdue, .late)
        case .question: Badge(text.question, .soon)
        case .missing: Badge(text.missing, .late)
        }
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
