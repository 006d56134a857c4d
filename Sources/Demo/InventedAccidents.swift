import Accidents
import Kernel
import Reports

/// Four people of one group who were hurt: one notified in time, one too late still, one who works reduced hours, and a
/// student.
struct InventedAccidents {
    typealias Invented = (report: Report, code: ReportCode, record: AccidentRecord, due: Day?)

    let dice: Dice
    let today: Day

    /// Calendar days from the first one away to the deadline, as the law's rules have it.
    private static let daysToNotify = 14

    func accidents(of area: InventedUniversity.Area) -> [Invented] {
        [notified(area), overdue(area), reduced(area), student(area)]
    }

    private func notified(_ area: InventedUniversity.Area) -> Invented {
        let happened = today - 45
        var made = made(
            area, on: happened, "Skar sig i håndfladen, da en kolbe knustes under afvaskning.", "Laboratorium, 2. sal",
            Injured(name: "Bente Ravn", job: "Laborant", employment: .permanent, hired: today - 2900), .few,
            [Absence(happened + 1, happened + 2)])
        made.record.codes = [
            .typeOfInjury: "012", .bodyPart: "53", .deviation: "32", .contactMode: "51", .specificActivity: "41",
            .workingEnvironment: "042", .workstation: "1",
        ]
        made.record.sendings = [
            Sending(
                id: dice.identities.random(), to: .authority, day: happened + 6, receipt: "2026-114",
                by: dice.one(of: area.members))
        ]
        return made
    }

    private func overdue(_ area: InventedUniversity.Area) -> Invented {
        let happened = today - 24
        var made = made(
            area, on: happened, "Gled på isen foran indgangen og slog skulderen.", "Parkeringspladsen",
            Injured(name: "Ole Kvist", job: "Ingeniør"), .unknown, [Absence(happened + 3, happened + 8)])
        made.due = happened + 3 + Self.daysToNotify
        return made
    }

    private func reduced(_ area: InventedUniversity.Area) -> Invented {
        let happened = today - 6
        var made = made(
            area, on: happened, "Fik ondt i lænden, da en trykflaske blev flyttet uden vogn.", "Gaslageret",
            Injured(name: "Mette Toft", job: "Laboratorietekniker", employment: .temporary, hired: today - 400), .days7,
            [Absence(happened + 1, nil, isReduced: true)])
        made.record.codes = [.typeOfInjury: "032", .bodyPart: "31", .deviation: "71"]
        made.due = happened + 1 + Self.daysToNotify
        return made
    }

    private func student(_ area: InventedUniversity.Area) -> Invented {
        let happened = today - 12
        return made(
            area, on: happened, "Fik et stænk base i øjet under en øvelse. Øjenskyl blev brugt straks.",
            "Øvelseslokale 1",
            Injured(name: "Anton Bille", job: "Studerende"), .one, [Absence(happened + 1, happened + 1)],
            affected: .student)
    }

    private func made(
        _ area: InventedUniversity.Area, on happened: Day, _ what: String, _ place: String, _ injured: Injured,
        _ incapacity: Incapacity, _ absences: [Absence], affected: Affected = .employee
    ) -> Invented {
        let reported = min(today, happened + 1)
        let report = Report(
            id: dice.identities.random(), kind: .accident, unit: dice.one(of: area.sections), what: what, place: place,
            happened: happened, reported: reported, sender: .person(dice.one(of: area.everybody)),
            circumstances: Circumstances(affected: affected), stage: .seen, seenBy: dice.one(of: area.members),
            seen: reported)
        let record = AccidentRecord(
            report: report.id, unit: report.unit, happened: happened, injured: injured,
            event: AccidentEvent(place: place, course: what), incapacity: incapacity, absences: absences)
        return (report, .new(dice.identities), record, nil)
    }
}
