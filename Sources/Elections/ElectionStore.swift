import Access
import Kernel
import Organisation
import Storage

public struct ElectionStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ id: ID<Election>) throws -> Election? {
        try reader.first("\(Election.query) WHERE election.id = \(id)", Election.init(row:))
    }

    /// The elections of the body that are not over: one for each side at most.
    public func open(of body: BodyID) throws -> [Election] {
        try reader.rows(
            "\(Election.query) WHERE body_id = \(body) AND state IN ('called', 'voting')", Election.init(row:))
    }

    /// The bodies that have an election which is called and not over.
    public func openBodies() throws -> Set<BodyID> {
        Set(try reader.values("SELECT body_id FROM election WHERE state IN ('called', 'voting')", as: BodyID.self))
    }

    /// The elections whose id begins so: what somebody typed from the big screen.
    func beginning(with code: String) throws -> [ID<Election>] {
        try reader.values("SELECT id FROM election WHERE id >= \(code) AND id <= \(code + "zzzz") ORDER BY id LIMIT 2")
    }

    /// A body's elections, latest first.
    public func all(of body: BodyID, most: Int = 100) throws -> [Election] {
        try reader.rows(
            "\(Election.query) WHERE body_id = \(body) ORDER BY voting_ends DESC, election.id LIMIT \(most)",
            Election.init(row:))
    }

    /// Elections within reach, latest first.
    /// - Parameter place: the last of the page before.
    public func page(
        within reach: Reach, after place: (ends: Day, id: ID<Election>)? = nil, most: Int = 50
    ) throws -> [Election] {
        let after: SQL =
            place.map { "AND (voting_ends < \($0.ends) OR (voting_ends = \($0.ends) AND election.id > \($0.id)))" }
            ?? ""
        return try reader.rows(
            """
            \(Election.query) WHERE \(try within(reach)) \(after)
            ORDER BY voting_ends DESC, election.id LIMIT \(most)
            """, Election.init(row:))
    }

    /// Those that are not over, of bodies that look after the viewer or that the viewer sits in, or where he or she
    /// stands on the register.
    public static func open(for viewer: Viewer) -> Query<Election> {
        Query(
            """
            \(Election.query)
            WHERE state IN ('called', 'voting') AND (
                body_id IN \(SQL.list(viewer.reads.bodies.sorted()))
                OR election.id IN (SELECT election_id FROM election_voter WHERE person_id = \(viewer.person))
            )
            ORDER BY voting_ends, election.id
            """, Election.init(row:))
    }

    /// Elections without a candidate that nobody has called anew: still somebody's to encourage.
    public func unfilled(within reach: Reach, most: Int = 50) throws -> Query<Election> {
        guard !reach.isNothing else { return .nothing }
        return Query(
            """
            \(Election.query) WHERE state = 'unfilled' AND \(try within(reach)) AND NOT EXISTS (
                SELECT 1 FROM election AS later WHERE later.body_id = election.body_id
                AND later.voting_ends > election.voting_ends AND later.state <> 'cancelled'
                AND (later.franchise = 'leaders') = (election.franchise = 'leaders')
            )
            ORDER BY voting_ends DESC, election.id LIMIT \(most)
            """, Election.init(row:))
    }

    /// Whether it is still the body's last word on that side that nobody stood.
    func isStillUnfilled(_ election: Election) throws -> Bool {
        let side: SQL =
            election.franchise == .leaders ? "later.franchise = 'leaders'" : "later.franchise <> 'leaders'"
        return try !reader.exists(
            """
            SELECT 1 FROM election AS later WHERE later.body_id = \(election.body) AND \(side)
            AND later.voting_ends > \(election.dates.voting.upperBound) AND later.state <> 'cancelled'
            """)
    }

    func encouragement(of election: ID<Election>) throws -> Day? {
        try reader.value("SELECT next FROM election_encouragement WHERE election_id = \(election)")
    }

    /// Elections without a candidate of which people are to be reminded on the day.
    func toEncourage(on day: Day) throws -> [ID<Election>] {
        try reader.values(
            "SELECT election_id FROM election_encouragement WHERE next <= \(day) ORDER BY next, election_id")
    }

    /// Those of which the calendar may ask for something.
    func due(on day: Day) throws -> [ID<Election>] {
        try reader.values("SELECT id FROM election WHERE turns IS NOT NULL AND turns <= \(day) ORDER BY turns, id")
    }

    /// The day from which the calendar asks for something.
    func turn(of election: ID<Election>) throws -> Day? {
        try reader.value("SELECT turns FROM election WHERE id = \(election)")
    }

    public func units(of election: ID<Election>) throws -> [UnitID] {
        try reader.values("SELECT unit_id FROM election_unit WHERE election_id = \(election) ORDER BY unit_id")
    }

    static func units(of elections: [ID<Election>]) -> Query<(election: ID<Election>, unit: UnitID)> {
        Query(
            """
            SELECT election_id, unit_id FROM election_unit WHERE election_id IN \(SQL.list(elections))
            ORDER BY election_id, unit_id
            """
        ) { row in (try row[0], try row[1]) }
    }

    func followed(by election: ID<Election>) throws -> [ID<Mandate>] {
        try reader.values(
            "SELECT mandate_id FROM election_followed WHERE election_id = \(election) ORDER BY mandate_id")
    }

    /// By their numbers on the ballot, or by their ids where they have none yet.
    public func candidates(of election: ID<Election>) throws -> [Candidate] {
        try reader.rows(
            """
            SELECT person_id, answer, presentation, number, votes, outcome FROM election_candidate
            WHERE election_id = \(election) ORDER BY number, person_id
            """, Candidate.init(row:))
    }

    func candidate(_ person: PersonID, in election: ID<Election>) throws -> Candidate? {
        try reader.first(
            """
            SELECT person_id, answer, presentation, number, votes, outcome FROM election_candidate
            WHERE election_id = \(election) AND person_id = \(person)
            """, Candidate.init(row:))
    }

    /// What became of the person's standing in those of the elections where he or she is a candidate.
    static func candidacies(
        of person: PersonID, in elections: [ID<Election>]
    ) -> Query<(election: ID<Election>, answer: Candidate.Answer)> {
        Query(
            """
            SELECT election_id, answer FROM election_candidate
            WHERE election_id IN \(SQL.list(elections)) AND person_id = \(person)
            """
        ) { row in (try row[0], try row[1]) }
    }

    /// Where a person stands on the register of an election in which people vote.
    func place(of person: PersonID, in election: ID<Election>) throws -> Int? {
        try reader.value(
            "SELECT place FROM election_voter WHERE election_id = \(election) AND person_id = \(person)")
    }

    func register(of election: ID<Election>) throws -> [PersonID] {
        try reader.values("SELECT person_id FROM election_voter WHERE election_id = \(election) ORDER BY place")
    }

    /// What was corrected by hand on the registers of these elections, of one person.
    static func corrections(
        of person: PersonID, in elections: [ID<Election>]
    ) -> Query<(election: ID<Election>, correction: Correction)> {
        Query(
            """
            SELECT election_id, votes, reason FROM election_correction
            WHERE election_id IN \(SQL.list(elections)) AND person_id = \(person)
            """
        ) { row in (try row[0], try Correction(votes: row[1], reason: row[2])) }
    }

    func corrections(of election: ID<Election>) throws -> [PersonID: Correction] {
        let pairs = try reader.rows(
            "SELECT person_id, votes, reason FROM election_correction WHERE election_id = \(election)"
        ) { row in (try row[0] as PersonID, try Correction(votes: row[1], reason: row[2])) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The box while people vote, and the salt of its keys.
    func box(of election: ID<Election>) throws -> (box: BallotBox, salt: String)? {
        try reader.first(
            """
            SELECT election_box.salt, election_box.seal, election_box.sums, election_box.roll FROM election_box
            JOIN election ON election.id = election_box.election_id
            WHERE election_box.election_id = \(election) AND election.state = 'voting'
            """
        ) { row in
            (try BallotBox(election: election, key: row[1], sums: row[2], roll: row[3]), try row[0])
        }
    }

    /// Of few units the elections are found by them; of many each election is asked in turn, in the list's order.
    private func within(_ reach: Reach) throws -> SQL {
        if reach.isEverything { return "1 = 1" }
        let bodies: SQL = "election.body_id IN \(SQL.list(reach.bodies.sorted()))"
        guard !reach.roots.isEmpty else { return bodies }
        guard let units = try reach.few(reader) else {
            return """
                (\(bodies) OR CASE WHEN EXISTS (SELECT 1 FROM election_unit WHERE election_id = election.id
                    AND \(reach.condition(unit: "COALESCE(unit_id, '')"))) THEN 1 ELSE 0 END = 1)
                """
        }
        return """
            election.id IN (SELECT own.id FROM election AS own WHERE own.body_id IN \(SQL.list(reach.bodies.sorted()))
                UNION SELECT election_id FROM election_unit WHERE unit_id IN \(SQL.list(units)))
            """
    }
}

/// That somebody was put on the register by hand, or struck from it.
struct Correction: Sendable, Equatable {
    static let reasonLimit = 200

    let votes: Bool
    let reason: String
}

extension Election {
    static var query: SQL {
        """
        SELECT election.id, body_id, franchise, occasion, seats, deputies, nominations_open, nominations_end,
        voting_starts, voting_ends, term_starts, term_ends, agreement, note, called_by, called_on, state, reason, ended,
        electorate, voted, blank, lot_fingerprint, lot_secret, reason_in_words, opened_with
        FROM election LEFT JOIN election_box ON election_box.election_id = election.id
        """
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], body: row[1], franchise: row[2], occasion: row[3], seats: row[4], deputies: row[5],
            dates: Dates(nominations: row[6]...row[7], voting: row[8]...row[9], term: row[10]...row[11]),
            agreement: row[12], note: row[13], calledBy: row[14], calledOn: row[15], state: row[16], reason: row[17],
            reasonInWords: row[24], ended: row[18], electorate: row[19], voted: row[20] ?? 0, blank: row[21],
            lotFingerprint: row[22],
            lotSecret: row[23], openedWith: row[25])
    }
}

extension Candidate {
    init(row: Row) throws {
        try self.init(
            person: row[0], answer: row[1], presentation: row[2], number: row[3], votes: row[4], outcome: row[5])
    }
}
