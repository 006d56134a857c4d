import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage

/// Who shall read what is told in confidence, as somebody wrote it.
struct NewNaming: Sendable {
    let handler: Person
    let deputy: Person

    /// - Parameter find: whom a name or an e-mail means, of those who are here.
    /// - Throws: `Problems` with everything that is wrong.
    init(_ fields: Fields, _ find: (String) throws -> Person?) throws {
        var reading = Reading(fields)
        let handler = try Self.person("handler", &reading, find)
        let deputy = try Self.person("deputy", &reading, find)
        if let handler, handler.id == deputy?.id { reading.note(NamingProblem.samePerson, at: "deputy") }
        try reading.finish()
        guard let handler, let deputy else { throw Problems(FieldProblem.missing, at: "handler") }
        self.handler = handler
        self.deputy = deputy
    }

    private static func person(
        _ field: String, _ reading: inout Reading, _ find: (String) throws -> Person?
    ) throws -> Person? {
        let text = reading.text(field, limit: 200)
        guard !text.isEmpty, text.count <= 200 else { return nil }
        guard let person = try find(text) else {
            reading.note(NamingProblem.nobodyKnown, at: field)
            return nil
        }
        if person.kind == .student { reading.note(NamingProblem.student, at: field) }
        return person
    }
}

/// What can be wrong with a naming.
enum NamingProblem: Problem, Equatable {
    case nobodyKnown
    case samePerson
    /// Students study here; they do not answer for the working environment of others.
    case student

    func explained(in language: Language) -> String {
        switch self {
        case .nobodyKnown:
            language.pick(
                da: "Vi kender ingen med det navn eller den e-mail. Skriv hele navnet eller e-mailen.",
                en: "We know nobody with that name or e-mail. Write the whole name, or the e-mail.")
        case .samePerson:
            language.pick(da: "Stedfortræderen skal være en anden.", en: "The deputy must be somebody else.")
        case .student:
            language.pick(
                da: "En studerende kan ikke læse fortrolige meldinger.",
                en: "A student cannot read confidential reports.")
        }
    }
}

extension PersonStore {
    /// The one who is meant by an e-mail, or by a whole name that nobody else here has.
    func named(_ text: String, on day: Day) throws -> Person? {
        if let person = try find(email: text, on: day) { return person.isHere(on: day) ? person : nil }
        let found = try page(named: text, on: day, most: 6).filter { $0.name.lowercased() == text.lowercased() }
        return found.count == 1 ? found[0] : nil
    }
}

extension Viewer {
    /// Who names: the coordinators of the unit and the secretariat, in their area. Not the administrator, who runs the
    /// program; and naming opens nothing to whoever names.
    func namesHandlers(of unit: UnitID, on day: Day, _ reader: Reader) throws -> Bool {
        let roots = try coordinated(on: day, reader)
        return try Reach(bodies: [], roots: roots, on: day).includes(unit, reader)
    }
}

extension NewNaming {
    /// Holds for the unit and all under it from the day on, instead of the old one; cases that came before keep theirs.
    func named(for unit: Unit, instead old: HandlerNaming?, _ deed: Deed) -> Change {
        let id: ID<HandlerNaming> = deed.identities.random()
        let insertion: SQL = """
            INSERT INTO handler_naming (id, unit_id, handler_id, deputy_id, starts, named_by)
            VALUES (\(id), \(unit.id), \(handler.id), \(deputy.id), \(deed.day), \(deed.person))
            """
        let entry = JournalEntry(
            Subject("unit", unit.id), "handlers_named", from: old?.pictured ?? [:],
            to: ["handler": handler.name, "deputy": deputy.name])
        let page = "/units/\(unit.id)/handlers"
        return Change(
            (old.map { [$0.ending(on: deed.day)] } ?? []) + [insertion], journal: [entry], raising: [.rights])
            + Notice.told([handler.id], NoticeTexts.named(for: unit.name), at: page, deed)
            + Notice.told([deputy.id], NoticeTexts.namedDeputy(for: unit.name), at: page, deed)
            + (old?.told(without: [handler.id, deputy.id], unit.name, deed) ?? Change([], journal: [], raising: []))
    }
}

extension HandlerNaming {
    fileprivate var pictured: [String: String] { ["handler": handler.name, "deputy": deputy.name] }

    fileprivate func ending(on day: Day) -> SQL {
        let update: SQL = "UPDATE handler_naming SET ended = \(day) WHERE id = \(id) AND ended IS NULL"
        return update.orStale
    }

    /// Those who are named no longer hear of it: what comes now goes to others.
    fileprivate func told(without others: Set<PersonID>, _ name: Words, _ deed: Deed) -> Change {
        let people = Set([handler.person, deputy.person]).subtracting(others)
        return Notice.told(people, NoticeTexts.namedNoLonger(for: name), at: "/units/\(unit)/handlers", deed)
    }

    /// Nobody is named for this very unit from now on.
    func ended(of unit: Unit, _ deed: Deed) -> Change {
        Change(
            [ending(on: deed.day)],
            journal: [JournalEntry(Subject("unit", unit.id), "handlers_ended", before: pictured)], raising: [.rights])
            + told(without: [], unit.name, deed)
    }
}

/// That somebody who reads confidential reports is away: what comes in meanwhile goes to the other one.
enum HandlerAbsence {
    /// - Parameter last: the last day; nothing where the person is back.
    static func kept(of person: PersonID, until last: Day?) -> Change {
        let statement: SQL =
            last.map { last in
                """
                INSERT INTO handler_away (person_id, until) VALUES (\(person), \(last))
                ON CONFLICT (person_id) DO UPDATE SET until = excluded.until
                """
            } ?? "DELETE FROM handler_away WHERE person_id = \(person)"
        let entry = JournalEntry(
            Subject("person", person), "handler_away", after: last.map { ["until": $0.text] } ?? [:])
        return Change([statement], journal: [entry], raising: [.rights])
    }
}
