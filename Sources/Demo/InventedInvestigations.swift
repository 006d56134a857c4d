import Access
import ActionPlan
import Investigation
import Journal
import Kernel
import Reports

/// Two reports of a group that it has looked into: a near miss on which it still works, and an accident that is closed.
struct InventedInvestigations {
    typealias Step = (change: Change, deed: Deed)

    let dice: Dice
    let today: Day
    let area: InventedUniversity.Area

    /// A report with all that became of it, in order.
    struct Case {
        let report: Report
        let code: ReportCode
        let steps: [Step]
    }

    var cases: [Case] { [nearMiss, accident] }

    private var nearMiss: Case {
        let report = report(
            .nearMiss, "Vognen med kemikalier væltede næsten i døren til vaskerummet. Ingen kom noget til.",
            "Bygning 4, vaskerum", on: today - 9)
        let investigation = Investigation(report: report.id, begun: today - 7, begunBy: leader)
        let door = cause(1, "Vognen ramte dørtrinet", .surroundings)
        let step = cause(2, "Trinet er 2 cm højt", nil, under: door)
        let never = cause(3, "Ingen har set på dørene, siden vognene blev købt", .organisation, under: step)
        let load = cause(4, "Dunkene stod øverst på vognen", .task)
        let deed = deed(by: leader, on: today - 7)
        let action = action(
            "Rampe ved døren til vaskerummet", "Trinet er 2 cm højt, og alle vogne skal over det.", report,
            on: today - 6,
            due: today + 21)
        let changes =
            [
                investigation.made(),
                investigation.taking(part: [Participant(leader, as: .leader), Participant(member, as: .representative)]
                ),
            ]
            + [
                investigation.adding(told(1, "dagen før", "Der kom to nye dunke på 20 liter")),
                investigation.adding(told(2, "kl. 10.15", "Vognen blev kørt ud gennem døren")),
                investigation.adding(told(3, "kl. 10.16", "Forhjulene ramte trinet, og vognen tippede")),
            ] + [door, step, never, load].map(investigation.adding)
            + [
                investigation.adding(barrier(1, "Kanten på vognen holdt dunkene inde", .held)),
                investigation.adding(barrier(2, "Aftalen om at køre tunge ting nederst", .failed)),
                investigation.adding(barrier(3, "En rampe ved døren", .missing)),
            ]
        return Case(
            report: report, code: .new(dice.identities),
            steps: changes.map { ($0, deed) } + [action.step]
                + [(investigation.mended(step.id.text, by: action.id), action.step.deed)])
    }

    private var accident: Case {
        let report = report(
            .accident, "En kollega fik ludstænk i øjet, da en slange sprang af.", "Bygning 4, laboratorium 2",
            on: today - 120)
        let investigation = Investigation(
            report: report.id, begun: today - 118, begunBy: leader, others: "Laboranten, som det skete for",
            conclusion: "Slangen sad kun i pres, og pumpen blev startet med lukket ventil.",
            prevention: "Spændebånd på alle slanger og briller på, før pumpen tændes.", closed: today - 100,
            closedBy: leader)
        let hose = cause(1, "Slangen sprang af studsen", .equipment)
        let clamp = cause(2, "Der var intet spændebånd", nil, under: hose)
        let goggles = cause(3, "Brillerne lå på bordet", .people)
        let hurry = cause(4, "Opstillingen skulle være færdig før frokost", .organisation, under: goggles)
        let deed = deed(by: leader, on: today - 118)
        let action = action(
            "Spændebånd på slangerne i laboratorium 2", "En slange sprang af under tryk.", report, on: today - 116,
            due: today - 90)
        let closing = self.deed(by: leader, on: today - 92)
        let closure = Closure(
            planned: "Alle pumper gennemgås på en formiddag.",
            done: "41 spændebånd er sat på, og tre slanger er skiftet.",
            effect: .yes, learned: "Køb spændebånd i tre størrelser, så går det hurtigt.")
        let changes: [Change] =
            [
                investigation.made(),
                investigation.taking(part: [Participant(leader, as: .leader), Participant(member, as: .representative)]
                ),
                investigation.adding(told(1, "om morgenen", "Opstillingen blev samlet")),
                investigation.adding(told(2, "kl. 11.40", "Pumpen blev startet, og slangen sprang af")),
                investigation.adding(told(3, "straks", "Øjet blev skyllet i et kvarter")),
            ] + [hose, clamp, goggles, hurry].map(investigation.adding)
            + [
                investigation.adding(barrier(1, "Øjenskylleren stod to skridt væk", .held)),
                investigation.adding(barrier(2, "Sikkerhedsbriller", .failed)),
            ]
        let end = action.action.closed(closure, id: dice.identities.random(), concerned: [], closing)
        return Case(
            report: report, code: .new(dice.identities),
            steps: changes.map { ($0, deed) } + [action.step]
                + [(investigation.mended(clamp.id.text, by: action.id), action.step.deed), (end, closing)])
    }

    // MARK: Pieces

    private var leader: PersonID { area.members.first ?? area.everybody[0] }
    private var member: PersonID { area.members.last ?? area.everybody[0] }

    private func report(_ kind: ReportKind, _ what: String, _ place: String, on day: Day) -> Report {
        Report(
            id: dice.identities.random(), kind: kind, unit: area.sections[0], what: what, place: place, happened: day,
            reported: day, sender: .person(area.everybody.last ?? leader), stage: .seen, seenBy: leader, seen: day + 1)
    }

    private func told(_ place: Int, _ time: String, _ what: String) -> EventStep {
        EventStep(id: dice.identities.random(), place: place, time: time, what: what)
    }

    private func cause(_ place: Int, _ what: String, _ bone: Bone?, under parent: Cause? = nil) -> Cause {
        Cause(id: dice.identities.random(), place: place, what: what, parent: parent?.id, bone: bone)
    }

    private func barrier(_ place: Int, _ what: String, _ state: BarrierState) -> Barrier {
        Barrier(id: dice.identities.random(), place: place, what: what, state: state)
    }

    private func action(
        _ what: String, _ why: String, _ report: Report, on day: Day, due: Day
    ) -> (action: Action, id: ActionID, step: Step) {
        let deed = deed(by: leader, on: day)
        let action = Action(
            id: deed.identities.ordered(at: deed.moment), body: area.group,
            agreed: Agreement(
                what: what, why: why, how: "", unit: report.unit, responsible: leader, partners: [], due: due,
                followUp: "", followUpOn: nil, theme: nil, kind: .accident, difficulty: .simple),
            origin: Origin(kind: "report", id: report.id.text), stage: .underWay, rank: 500, createdBy: leader,
            createdAt: deed.moment, changedAt: deed.moment)
        return (action, action.id, (action.created(deed), deed))
    }

    /// The report hears of its actions, as it would have.
    private func deed(by person: PersonID, on day: Day) -> Deed {
        Deed(
            by: person, at: Moment(milliseconds: day.number * 86_400_000 + 36_000_000), identities: dice.identities,
            followers: Reports.followers)
    }
}
