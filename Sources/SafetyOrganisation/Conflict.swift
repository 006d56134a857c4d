import Access
import Journal
import Kernel
import Organisation
import Storage

/// That it was accepted that somebody coordinates and is a safety representative at once: why, by whom, and for which
/// mandates. A new mandate asks anew.
struct Acceptance: Sendable, Equatable {
    static let reasonLimit = 1000

    let id: ID<Acceptance>
    let person: PersonID
    let reason: String
    let mandates: Set<ID<Mandate>>
    let acceptedAt: Moment
    let acceptedBy: PersonID
    let withdrawnAt: Moment?
    let withdrawnBy: PersonID?

    /// Whether it still holds for what the person has now.
    func covers(_ role: DoubleRole) -> Bool {
        withdrawnAt == nil && role.person == person && mandates.isSuperset(of: role.mandates)
    }

    /// As somebody wrote it.
    /// - Throws: all problems with what was written.
    static func written(
        _ fields: Fields, id: ID<Acceptance>, for role: DoubleRole, by viewer: PersonID, at moment: Moment
    ) throws(Problems) -> Acceptance {
        var reading = Reading(fields)
        let reason = reading.text("reason", limit: reasonLimit)
        try reading.finish()
        return Acceptance(
            id: id, person: role.person, reason: reason, mandates: Set(role.mandates), acceptedAt: moment,
            acceptedBy: viewer, withdrawnAt: nil, withdrawnBy: nil)
    }
}

/// How many coordinate, how many of them are representatives too, and for how many that is accepted.
struct ConflictCount: Sendable, Equatable {
    let coordinators: Int
    let both: Int
    let accepted: Int

    var waiting: Int { both - accepted }
    /// In hundredths, of the coordinators.
    var share: Int { coordinators == 0 ? 0 : (both * 100 + coordinators / 2) / coordinators }
}

extension Acceptance {
    /// The journal says who, when and of whom; the reason stays here, where it is shown to those who may read it.
    func saved() -> Change {
        Change(
            [
                """
                INSERT INTO conflict_acceptance (id, person_id, reason, accepted_at, accepted_by)
                VALUES (\(id), \(person), \(reason), \(acceptedAt), \(acceptedBy))
                """
            ]
                + mandates.sorted().map {
                    "INSERT INTO conflict_acceptance_mandate (acceptance_id, mandate_id) VALUES (\(id), \($0))"
                },
            journal: [JournalEntry(Subject("person", person), "double_role_accepted")], raising: [.rights])
    }

    func withdrawn(_ deed: Deed) -> Change {
        Change(
            [
                ("""
                UPDATE conflict_acceptance SET withdrawn_at = \(deed.moment), withdrawn_by = \(deed.person)
                WHERE id = \(id) AND withdrawn_at IS NULL
                """ as SQL).orStale
            ],
            journal: [JournalEntry(Subject("person", person), "double_role_withdrawn")], raising: [.rights])
    }
}

struct ConflictStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// All that was ever accepted of a person, latest first.
    func all(of person: PersonID) throws -> [Acceptance] { try acceptances([person], isOpen: false) }

    /// Those of these people that nobody has withdrawn, latest first.
    func open(of people: [PersonID]) throws -> [Acceptance] { try acceptances(people, isOpen: true) }

    /// How it stands in the whole organisation.
    func count(on day: Day, _ roles: [DoubleRole]) throws -> ConflictCount {
        let open = try open(of: roles.map(\.person))
        return ConflictCount(
            coordinators: try MandateStore(reader).coordinatorCount(on: day), both: roles.count,
            accepted: roles.filter { role in open.contains { $0.covers(role) } }.count)
    }

    private func acceptances(_ people: [PersonID], isOpen: Bool) throws -> [Acceptance] {
        guard !people.isEmpty else { return [] }
        let open: SQL = isOpen ? "AND withdrawn_at IS NULL" : ""
        let mandates = try reader.rows(
            """
            SELECT conflict_acceptance.id, conflict_acceptance_mandate.mandate_id FROM conflict_acceptance
            JOIN conflict_acceptance_mandate ON acceptance_id = conflict_acceptance.id
            WHERE person_id IN \(SQL.list(people)) \(open)
            """
        ) { row in (try row[0] as ID<Acceptance>, try row[1] as ID<Mandate>) }
        let held = Dictionary(grouping: mandates, by: \.0).mapValues { Set($0.map(\.1)) }
        return try reader.rows(
            """
            SELECT id, person_id, reason, accepted_at, accepted_by, withdrawn_at, withdrawn_by FROM conflict_acceptance
            WHERE person_id IN \(SQL.list(people)) \(open) ORDER BY accepted_at DESC, id
            """
        ) { row in
            let id: ID<Acceptance> = try row[0]
            return try Acceptance(
                id: id, person: row[1], reason: row[2], mandates: held[id] ?? [], acceptedAt: row[3],
                acceptedBy: row[4], withdrawnAt: row[5], withdrawnBy: row[6])
        }
    }
}

enum ConflictSchema {
    static let migrations = [
        Migration(
            "create conflict acceptance",
            """
            CREATE TABLE conflict_acceptance (
                id           TEXT NOT NULL PRIMARY KEY,
                person_id    TEXT NOT NULL REFERENCES person (id),
                reason       TEXT NOT NULL CHECK (reason <> ''),
                accepted_at  TEXT NOT NULL,
                accepted_by  TEXT NOT NULL REFERENCES person (id) CHECK (accepted_by <> person_id),
                withdrawn_at TEXT,
                withdrawn_by TEXT REFERENCES person (id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX conflict_acceptance_by_person ON conflict_acceptance (person_id, accepted_at DESC)",
            """
            CREATE TABLE conflict_acceptance_mandate (
                acceptance_id TEXT NOT NULL REFERENCES conflict_acceptance (id),
                mandate_id    TEXT NOT NULL REFERENCES mandate (id),
                PRIMARY KEY (acceptance_id, mandate_id)
            ) \(.withoutOrder)
            """
        )
    ]
}
