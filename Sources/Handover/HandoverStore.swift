import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// What one wrote to the next.
struct HandoverWords: Sendable {
    let mandate: ID<Mandate>
    let words: String
    let written: Day
}

struct HandoverStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func words(of mandates: [ID<Mandate>]) throws -> [ID<Mandate>: HandoverWords] {
        guard !mandates.isEmpty else { return [:] }
        let rows = try reader.rows(
            "SELECT mandate_id, words, written FROM handover_words WHERE mandate_id IN \(SQL.list(mandates))"
        ) { row in HandoverWords(mandate: try row[0], words: try row[1], written: try row[2]) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.mandate, $0) })
    }

    func ticks(of mandate: ID<Mandate>) throws -> [String: Day] {
        let rows = try reader.rows("SELECT step, day FROM handover_tick WHERE mandate_id = \(mandate)") { row in
            (try row[0] as String, try row[1] as Day)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// What the journal says of who gave the mandate, and when. The journal names no mandate, and its people by names
    /// that can be changed: so it is looked for by place, role and first day.
    func seating(of mandate: Mandate) throws -> Seating? {
        let lines = try JournalStore(reader).lines(about: mandate.place.subject, most: 2000).filter { line in
            line.verb == "seated" && line.after["role"] == mandate.role.rawValue
                && line.after["starts"] == mandate.starts.text
        }
        guard let day = lines.compactMap(\.day).max() else { return nil }
        let givers = Set(lines.compactMap(\.person))
        return Seating(day: day, givers: givers, seatedByHolder: try seated(givers, by: mandate.person))
    }

    /// Those of the people to whom the holder gave a seat, wherever they hold or held one.
    private func seated(_ people: Set<PersonID>, by holder: PersonID) throws -> Set<PersonID> {
        try people.filter { person in
            guard let name = try PersonStore(reader).name(of: person) else { return false }
            let places = Set(try MandateStore(reader).all(of: person).map(\.place))
            return try places.contains { place in
                try JournalStore(reader).lines(about: place.subject, most: 2000).contains { line in
                    line.verb == "seated" && line.person == holder && line.after["name"] == name
                }
            }
        }
    }

    /// What was said to the holder of the mandate by those before, by name.
    func said(to mandate: Mandate, on day: Day) throws -> [(name: String, words: HandoverWords)] {
        let seats = try MandateStore(reader).all(in: mandate.place)
        let said = try words(of: seats.filter { $0.mandate.role == mandate.role }.map(\.mandate.id))
        // Most say nothing, and then the journal need not be asked.
        guard !said.isEmpty else { return [] }
        return HandoverRules.readable(by: mandate, try seating(of: mandate), among: seats, on: day)
            .compactMap { seat in said[seat.mandate.id].map { (seat.name, $0) } }
    }

    /// A mandate of the person's own; nobody else's is ever found.
    func own(_ id: ID<Mandate>, of person: PersonID) throws -> Mandate? {
        guard let mandate = try MandateStore(reader).find(id), mandate.person == person,
            HandoverRules.roles.contains(mandate.role)
        else { return nil }
        return mandate
    }

    /// The person's own that are held, to come, or over so lately that there is something to hand over.
    func own(of person: PersonID, on day: Day) throws -> [Mandate] {
        Self.own(among: try MandateStore(reader).all(of: person), on: day)
    }

    private static func own(among mandates: [Mandate], on day: Day) -> [Mandate] {
        mandates.filter { mandate in
            HandoverRules.roles.contains(mandate.role)
                && (!HandoverRules.isOver(mandate, on: day) || HandoverRules.mayHandOver(mandate, on: day))
        }
    }

    func names(of mandates: [Mandate], on day: Day) throws -> [ID<Mandate>: Words] {
        let bodies = try BodyStore(reader).names(of: Set(mandates.compactMap(\.body)))
        let units = try UnitStore(reader).names(of: Set(mandates.compactMap(\.unit)), on: day)
        return Dictionary(
            mandates.compactMap { mandate in
                (mandate.body.flatMap { bodies[$0] } ?? mandate.unit.flatMap { units[$0] }).map { (mandate.id, $0) }
            }
        ) { first, _ in first }
    }

    /// New mandates whose list is not done, and ending ones of which nothing has been said to the next.
    /// - Parameter mandates: all of one person's.
    func matters(of mandates: [Mandate], on day: Day) throws -> [Matter] {
        let own = Self.own(among: mandates, on: day)
        let new = own.filter { HandoverRules.isNew($0, on: day) && !HandoverRules.isOver($0, on: day) }
        let ending = own.filter { HandoverRules.mayHandOver($0, on: day) && !HandoverRules.goesOn($0, among: own) }
        guard !new.isEmpty || !ending.isEmpty else { return [] }
        let (names, said) = (try names(of: own, on: day), try words(of: ending.map(\.id)))
        let unknown = Words(da: "–", en: "–")
        let unread = try new.filter { mandate in
            let done = try ticks(of: mandate.id)
            return HandoverStep.of(mandate.role).contains { done[$0.name] == nil }
        }
        return unread.map { mandate in
            let name = names[mandate.id] ?? unknown
            return Matter(
                Words(da: "Ny i hvervet: \(name.danish)", en: "New in the mandate: \(name.english)"),
                Self.begin, to: "/handovers/\(mandate.id)", .soon, on: mandate.starts)
        }
            + ending.filter { said[$0.id] == nil }.map { mandate in
                let name = names[mandate.id] ?? unknown
                return Matter(
                    Words(
                        da: "Skriv tre linjer til den næste: \(name.danish)",
                        en: "Write three lines to the next: \(name.english)"),
                    Self.handOver, to: "/handovers/\(mandate.id)/words", .soon, on: mandate.ends ?? day)
            }
    }

    private static let begin = Words(
        da: "Alt på én side: hvad der venter, hvem du skal kende, og de første halvfems dage.",
        en: "All on one page: what waits, whom to know, and the first ninety days.")
    private static let handOver = Words(
        da: "De læses af alle, der får sådan en plads der efter dig.",
        en: "They are read by all who take such a seat there after you.")
}

enum HandoverChanges {
    /// What is said to the next stays between the two: the journal knows only that it was.
    static func said(_ words: String, about mandate: Mandate, _ deed: Deed) -> Change {
        let statement: SQL =
            words.isEmpty
            ? "DELETE FROM handover_words WHERE mandate_id = \(mandate.id)"
            : """
            INSERT INTO handover_words (mandate_id, words, written) VALUES (\(mandate.id), \(words), \(deed.day))
            ON CONFLICT (mandate_id) DO UPDATE SET words = \(words), written = \(deed.day)
            """
        return Change(
            [statement], journal: [JournalEntry(Subject("mandate", mandate.id), "handed_over")],
            raising: [.handovers(of: mandate.person)])
    }

    static func ticked(_ step: String, isDone: Bool, of mandate: Mandate, on day: Day) -> Change {
        let statement: SQL =
            isDone
            ? """
            INSERT INTO handover_tick (mandate_id, step, day) VALUES (\(mandate.id), \(step), \(day))
            ON CONFLICT (mandate_id, step) DO NOTHING
            """ : "DELETE FROM handover_tick WHERE mandate_id = \(mandate.id) AND step = \(step)"
        return Change([statement], journal: [], raising: [.handovers(of: mandate.person)])
    }
}

extension Topic {
    /// What waits for a person who takes a mandate over, or leaves one.
    public static func handovers(of person: PersonID) -> Topic { Topic("handovers:\(person)") }
}
