import Access
import Journal
import Kernel
import Storage

/// A planned change of the tree that is called back: what would go with it, and what speaks against it. Read before
/// anything is done, so that it can be shown, and again in the transaction that does it.
struct Recall: Sendable {
    let change: OrganisationChange
    let unit: Unit
    /// What the unit is called until the day, and from it on.
    let names: (before: Words?, after: Words?)
    let other: Unit?
    /// What was to move on the day and stays.
    let people: Int
    let children: [UnitID]
    /// Mandates that go on as if nothing had been planned.
    let mandates: Int
    /// Elections and appointments that are no longer owed.
    let duties: [SeatDuty]
    let problems: Problems

    /// Nothing where there is no such change.
    init?(_ id: ID<OrganisationChange>, on today: Day, _ reader: Reader) throws {
        let store = RecallStore(reader)
        guard let change = try ChangeStore(reader).find(id),
            let unit = try UnitStore(reader).find(change.unit, on: change.day)
        else { return nil }
        self.change = change
        self.unit = unit
        names = UnitVersion.names(try UnitStore(reader).versions(of: change.unit), around: change.day)
        other = try change.other.flatMap { try UnitStore(reader).find($0, on: change.day) }
        let moved = try store.movedPeople(change)
        people = moved.all
        children = try store.movedChildren(change)
        mandates = try store.shortenedMandates(change)
        duties = try ChangeStore(reader).duties(of: id)
        problems = try Self.problems(with: change, people: moved.staying, duties: duties, on: today, store)
    }

    private static func problems(
        with change: OrganisationChange, people: Int, duties: [SeatDuty], on today: Day, _ store: RecallStore
    ) throws -> Problems {
        var problems = Problems()
        if change.recalled != nil { problems.add(RecallProblem.recalledAlready, at: "") }
        if change.day <= today { problems.add(RecallProblem.hasBegun(change.day), at: "") }
        if [.joined, .parted].contains(change.kind) { problems.add(RecallProblem.byAgreement, at: "") }
        guard problems.isEmpty else { return problems }
        for later in try store.later(than: change) {
            problems.add(RecallProblem.buildsOnIt(later.kind, later.day), at: "")
        }
        if [.merged, .closed].contains(change.kind), try !store.remembers(change.id) {
            problems.add(RecallProblem.notRemembered, at: "")
        }
        for duty in duties where try store.isMet(duty) { problems.add(RecallProblem.seatIsFilled(duty.day), at: "") }
        if change.kind == .split, let part = change.other {
            if try store.hasOffices(part) { problems.add(RecallProblem.partIsUsed, at: "") }
            if try store.people(in: part) > people { problems.add(RecallProblem.partIsUsed, at: "") }
        }
        return problems
    }

    /// All as it was before the plan, in one.
    func called(back deed: Deed) -> Change {
        let memory = PlanMemory(of: change.id, unit: change.unit, on: change.day)
        var statements: [SQL] = [
            ("""
            UPDATE organisation_change SET recalled_at = \(deed.moment), recalled_by = \(deed.person)
            WHERE id = \(change.id) AND recalled_at IS NULL
            """ as SQL).orStale,
            "DELETE FROM seat_duty WHERE change_id = \(change.id)",
        ]
        let takeBack = TakeBack(day: change.day)
        switch change.kind {
        case .opened, .joined, .parted: break
        case .renamed: statements += takeBack.name(of: change.unit)
        case .moved: statements += takeBack.place(of: change.unit)
        case .closed: statements += memory.restoring(heir: nil)
        case .merged:
            if let heir = change.other {
                statements += takeBack.people(from: heir, to: change.unit)
                statements += takeBack.children(children, from: heir, to: change.unit)
            }
            statements += memory.restoring(heir: change.other)
        case .split:
            if let part = change.other {
                statements += takeBack.people(from: part, to: change.unit)
                statements += takeBack.children(children, from: part, to: change.unit)
                statements += takeBack.unit(part, of: change.id)
            }
        }
        if change.kind != .renamed { statements += UnitStore.lineRenewal }
        let entry = JournalEntry(
            Subject("unit", change.unit), "recalled",
            before: ["kind": change.kind.rawValue, "day": change.day.text, "reason": change.reason])
        return Change(statements, journal: [entry], raising: [.rights])
    }
}

/// What can speak against calling a change back.
enum RecallProblem: Problem, Equatable {
    case recalledAlready
    /// Two committees became one, or came back.
    case byAgreement
    case hasBegun(Day)
    case buildsOnIt(OrganisationChange.Kind, Day)
    case seatIsFilled(Day)
    case partIsUsed
    /// It was planned before memories were kept.
    case notRemembered

    func explained(in language: Language) -> String {
        switch self {
        case .recalledAlready:
            language.pick(da: "Ændringen er kaldt tilbage allerede.", en: "The change has been called back already.")
        case .byAgreement:
            language.pick(
                da: "Det følger af en aftale, og ændres der. Se udvalgets side.",
                en: "It follows from an agreement and is changed there. See the committee's page.")
        case .hasBegun(let day):
            language.pick(
                da: "Ændringen gælder fra \(day.text). Den kan kun ændres af en ny.",
                en: "The change holds from \(day.text). Only another change can alter it.")
        case .buildsOnIt(let kind, let day):
            language.pick(
                da:
                    "En anden plan bygger på den: \(ChangeTexts(language: .danish).name(kind).lowercased()) \(day.text). Kald den tilbage først.",
                en:
                    "Another plan builds on it: \(ChangeTexts(language: .english).name(kind).lowercased()) on \(day.text). Call that back first."
            )
        case .seatIsFilled(let day):
            language.pick(
                da: "Nogen er allerede valgt eller udpeget til en plads fra \(day.text). Afslut det hverv først.",
                en: "Somebody has already been elected or appointed from \(day.text) on. End that mandate first.")
        case .partIsUsed:
            language.pick(
                da: "Den nye enhed har fået personer eller hverv, som ikke kom med delingen. Flyt dem først.",
                en: "The new unit has got people or offices that did not come with the split. Move them first.")
        case .notRemembered:
            language.pick(
                da: "Planen er lagt, før Forkant huskede, hvordan det var. Lav en ny ændring i stedet.",
                en: "This was planned before Forkant kept how things were. Make another change instead.")
        }
    }
}

/// Statements with which what was to happen on a day does not.
struct TakeBack {
    let day: Day

    func name(of unit: UnitID) -> [SQL] {
        [
            """
            UPDATE unit_version SET name_da = earlier.name_da, name_en = earlier.name_en, kind = earlier.kind
            FROM unit_version AS earlier WHERE unit_version.unit_id = \(unit) AND unit_version.starts = \(day)
            AND earlier.unit_id = \(unit) AND earlier.ends = \(day - 1)
            """
        ] + joining([unit])
    }

    func place(of unit: UnitID) -> [SQL] {
        [
            """
            UPDATE unit_version SET parent_id = earlier.parent_id
            FROM unit_version AS earlier WHERE unit_version.unit_id = \(unit) AND unit_version.starts = \(day)
            AND earlier.unit_id = \(unit) AND earlier.ends = \(day - 1)
            """
        ] + joining([unit])
    }

    func children(_ children: [UnitID], from heir: UnitID, to unit: UnitID) -> [SQL] {
        guard !children.isEmpty else { return [] }
        return [
            """
            UPDATE unit_version SET parent_id = \(unit)
            WHERE parent_id = \(heir) AND starts = \(day) AND unit_id IN \(SQL.list(children))
            """
        ] + joining(children)
    }

    /// Two versions that say the same become one.
    private func joining(_ units: [UnitID]) -> [SQL] {
        let them = SQL.list(units)
        return [
            """
            UPDATE unit_version SET ends = later.ends FROM unit_version AS later
            WHERE unit_version.unit_id IN \(them) AND unit_version.ends = \(day - 1)
            AND later.unit_id = unit_version.unit_id AND later.starts = \(day)
            AND later.parent_id IS NOT DISTINCT FROM unit_version.parent_id AND later.kind = unit_version.kind
            AND later.name_da = unit_version.name_da AND later.name_en = unit_version.name_en
            AND later.legal_entity = unit_version.legal_entity
            """,
            """
            DELETE FROM unit_version WHERE unit_id IN \(them) AND starts = \(day)
            AND EXISTS (SELECT 1 FROM unit_version AS earlier WHERE earlier.unit_id = unit_version.unit_id
                AND earlier.starts < \(day) AND (earlier.ends IS NULL OR earlier.ends >= \(day)))
            """,
        ]
    }

    /// Those who were to move on the day, and those who were to move on from there later.
    func people(from heir: UnitID, to unit: UnitID) -> [SQL] {
        [
            """
            UPDATE person SET unit_id = \(unit),
            unit_since = CASE WHEN former.starts = \(Day.earliest) THEN NULL ELSE former.starts END
            FROM person_placement AS former WHERE person.unit_id = \(heir) AND person.unit_since = \(day)
            AND former.person_id = person.id AND former.unit_id = \(unit) AND former.ends = \(day - 1)
            """,
            """
            UPDATE person_placement SET unit_id = \(unit), starts = former.starts FROM person_placement AS former
            WHERE person_placement.unit_id = \(heir) AND person_placement.starts = \(day)
            AND former.person_id = person_placement.person_id AND former.unit_id = \(unit)
            AND former.ends = \(day - 1)
            """,
            """
            DELETE FROM person_placement WHERE unit_id = \(unit) AND ends = \(day - 1)
            AND (person_id IN (SELECT person.id FROM person WHERE person.unit_id = \(unit)
                    AND (person.unit_since IS NULL OR person.unit_since < \(day)))
                OR person_id IN (SELECT later.person_id FROM person_placement AS later
                    WHERE later.unit_id = \(unit) AND later.ends >= \(day) AND later.starts < \(day)))
            """,
        ]
    }

    /// The part that never opened. What other features have of it keeps it: the database then refuses.
    func unit(_ part: UnitID, of change: ID<OrganisationChange>) -> [SQL] {
        [
            "UPDATE organisation_change SET other_id = NULL WHERE id = \(change)",
            "DELETE FROM body_area WHERE unit_id = \(part)",
            "DELETE FROM unit_word WHERE unit_id = \(part)",
            "DELETE FROM unit_version WHERE unit_id = \(part)",
            "DELETE FROM unit WHERE id = \(part)",
        ]
    }
}
