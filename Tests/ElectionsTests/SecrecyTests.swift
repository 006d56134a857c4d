import Foundation
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// Tries to find out who voted what, with the whole database in hand; and shows with a naive form, in tables of its
/// own, that the same trying finds it there. What remains possible for whom stands in
/// `docs/decisions/0010-secret-ballot.md`.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct SecrecyTests {
    /// By number on the ballot: Maja and Sara stand.
    private static let choices = ["1", "2", "2", "1", "2", "1"]

    private static func candidate(_ choice: String) -> String {
        choice == "1" ? Workplace.maja.id.text : Workplace.sara.id.text
    }

    /// A roll and ballots as one would write them at first.
    private static let naive = Migration(
        "naive ballots",
        "CREATE TABLE naive_roll (voter TEXT NOT NULL, day TEXT NOT NULL) \(.strict)",
        "CREATE TABLE naive_ballot (candidate TEXT NOT NULL) \(.strict)")

    /// Writes a vote in one transaction, as ours is: the roll, and a ballot without a name.
    private static func voteNaively(_ voter: String, _ candidate: String, _ database: TestDatabase) async throws {
        try await database.write { writer in
            try writer.execute("INSERT INTO naive_roll (voter, day) VALUES (\(voter), '2026-01-22')")
            try writer.execute("INSERT INTO naive_ballot (candidate) VALUES (\(candidate))")
        }
    }

    /// A workplace in which colleagues vote, who are no candidates: so voters and candidates are told apart.
    private static func voting(_ engine: Engine) async throws -> (labs: Laboratories, id: ID<Election>) {
        let labs = try await Laboratories(engine, colleagues: choices.count)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        return (labs, id)
    }

    private static func words(_ labs: Laboratories) -> (voters: Set<String>, candidates: Set<String>) {
        (Set(labs.colleagues.map(\.id.text)), [Workplace.maja.id.text, Workplace.sara.id.text])
    }

    // MARK: The file and its log

    @Test func `what a vote writes into the file and its log names nobody`() async throws {
        let (labs, id) = try await Self.voting(.sqlite)
        let (voters, candidates) = Self.words(labs)
        let path = labs.work.database.location
        for (voter, choice) in zip(labs.colleagues, Self.choices) {
            let before = try Spy.pages(of: path)
            try await labs.vote(choice, as: voter, in: id)
            let after = try Spy.pages(of: path)
            #expect(before != after)
            let seen = Spy.written(voters.union(candidates), from: before, to: after)
            #expect(seen.people.isEmpty, "\(seen.people) stand in what a vote wrote")
        }
    }

    @Test func `the same looking joins every naive vote, in one picture after the other`() async throws {
        let (labs, _) = try await Self.voting(.sqlite)
        let (voters, candidates) = Self.words(labs)
        let database = labs.work.database
        try await database.migrate([Self.naive])
        for (voter, choice) in zip(labs.colleagues, Self.choices) {
            let before = try Spy.pages(of: database.location)
            try await Self.voteNaively(voter.id.text, Self.candidate(choice), database)
            let seen = Spy.written(
                voters.union(candidates), from: before, to: try Spy.pages(of: database.location))
            let joined = try #require(seen.joined(voters: voters, candidates: candidates))
            #expect(joined == (voter.id.text, Self.candidate(choice)))
        }
    }

    @Test func `the naive form is also joined by the numbers of its rows, of which ours has none`() async throws {
        let (labs, id) = try await Self.voting(.sqlite)
        let database = labs.work.database
        try await database.migrate([Self.naive])
        for (voter, choice) in zip(labs.colleagues, Self.choices) {
            try await Self.voteNaively(voter.id.text, Self.candidate(choice), database)
            try await labs.vote(choice, as: voter, in: id)
        }
        let joined = try await database.read { reader in
            try reader.rows(
                "SELECT voter, candidate FROM naive_roll JOIN naive_ballot ON naive_roll.rowid = naive_ballot.rowid"
            ) { row in [try row[0] as String, try row[1] as String] }
        }
        #expect(joined == zip(labs.colleagues, Self.choices).map { [$0.id.text, Self.candidate($1)] })
        for table in [
            "election", "election_candidate", "election_correction", "election_voter", "election_box",
            "election_encouragement",
        ] {
            let schema: String? = try await database.read {
                try $0.value("SELECT sql FROM sqlite_schema WHERE name = \(table)")
            }
            #expect(schema?.contains("WITHOUT ROWID") == true, "\(table)")
        }
    }

    /// Everything that the log still holds, old images too, after all have voted.
    @Test func `no image of a page in the log holds a vote in the clear`() async throws {
        let (labs, id) = try await Self.voting(.sqlite)
        let path = labs.work.database.location
        let pages = try Spy.pages(of: path)
        let length = try #require(pages.values.first).count
        let before = try Spy.frames(of: path + "-wal", pageLength: length).count
        for (voter, choice) in zip(labs.colleagues, Self.choices) { try await labs.vote(choice, as: voter, in: id) }
        let frames = try Spy.frames(of: path + "-wal", pageLength: length).dropFirst(before)
        #expect(frames.count >= Self.choices.count)
        let (voters, candidates) = Self.words(labs)
        for frame in frames {
            let old = pages[frame.page] ?? Data()
            // Topics of notices name people, on a page beside the election's; none came with a vote.
            for word in voters.union(candidates) {
                #expect(Spy.count(word, in: frame.bytes) <= Spy.count(word, in: old), "\(word) on page \(frame.page)")
            }
        }
    }

    // MARK: PostgreSQL's tables and system columns

    @Test func `on PostgreSQL no row that a vote writes names anybody`() async throws {
        guard Engine.tested.contains(.postgres) else { return }
        let (labs, id) = try await Self.voting(.postgres)
        let (voters, candidates) = Self.words(labs)
        let register = try await Spy.rows(labs.work.database).filter { $0.table == "election_voter" }
        #expect(Set(register.map(\.transaction)).count == 1)
        for (voter, choice) in zip(labs.colleagues, Self.choices) {
            let before = try await Spy.rows(labs.work.database)
            try await labs.vote(choice, as: voter, in: id)
            let after = try await Spy.rows(labs.work.database)
            #expect(Set(after.subtracting(before).map(\.table)) == ["election_box"])
            #expect(Spy.written(voters.union(candidates), from: before, to: after).people.isEmpty)
        }
        let rows = try await Spy.rows(labs.work.database)
        #expect(rows.filter { $0.table == "election_voter" } == register)
        let box = try #require(rows.first { $0.table == "election_box" })
        let sameVote = rows.filter { $0.transaction == box.transaction }
        #expect(Set(sameVote.map(\.table)) == ["election_box"])
        let tables = Set(rows.map(\.table)).subtracting(["person", "mandate", "journal", "notice", "session"])
        #expect(Spy.joinedByTransaction(rows, tables: tables, voters: voters, candidates: candidates).isEmpty)
    }

    @Test func `on PostgreSQL the same looking joins every naive vote by its transaction`() async throws {
        guard Engine.tested.contains(.postgres) else { return }
        let (labs, _) = try await Self.voting(.postgres)
        let (voters, candidates) = Self.words(labs)
        let database = labs.work.database
        try await database.migrate([Self.naive])
        for (voter, choice) in zip(labs.colleagues, Self.choices) {
            let before = try await Spy.rows(database)
            try await Self.voteNaively(voter.id.text, Self.candidate(choice), database)
            let seen = Spy.written(voters.union(candidates), from: before, to: try await Spy.rows(database))
            #expect(seen.joined(voters: voters, candidates: candidates)?.voter == voter.id.text)
        }
        let joined = Spy.joinedByTransaction(
            try await Spy.rows(database), tables: ["naive_roll", "naive_ballot"], voters: voters, candidates: candidates
        )
        let truth = zip(labs.colleagues, Self.choices).map { ($0.id.text, Self.candidate($1)) }
        #expect(joined == Dictionary(uniqueKeysWithValues: truth))
    }

    // MARK: The box before and after

    private static func box(_ labs: Laboratories, _ id: ID<Election>) async throws -> BallotBox {
        try #require(try await labs.work.database.read { try ElectionStore($0).box(of: id)?.box })
    }

    @Test(arguments: Engine.tested)
    func `every vote changes everything in the box, whoever votes and whatever`(engine: Engine) async throws {
        let (labs, id) = try await Self.voting(engine)
        for (voter, choice) in zip(labs.colleagues, Self.choices) {
            let before = try await Self.box(labs, id)
            try await labs.vote(choice, as: voter, in: id)
            let after = try await Self.box(labs, id)
            #expect(Spy.changed(before.sums, after.sums, numbersOf: SealedNumber.length) == [0, 1, 2, 3])
            #expect(before.roll.count == after.roll.count)
            // As chance would have it, half of the bits; less than a quarter is out of reach.
            #expect(Spy.distance(before.roll, after.roll) > before.roll.count * 2)
            #expect(Spy.distance(before.sums, after.sums) > before.sums.count * 2)
        }
    }

    @Test func `the same looking reads a box of plain numbers like an open book`() {
        var sums = [UInt8](repeating: 0, count: 4)
        var roll = [UInt8](repeating: 0, count: 4)
        for (place, choice) in Self.choices.enumerated() {
            let (oldSums, oldRoll) = (sums, roll)
            sums[(Int(choice) ?? 0) + 1] += 1
            roll[place / 8] |= 1 << UInt8(place % 8)
            #expect(Spy.changed(oldSums, sums, numbersOf: 1) == [(Int(choice) ?? 0) + 1])
            #expect(Spy.distance(oldRoll, roll) == 1)
        }
    }

    /// What decision 10 says remains: the server's key together with the database before and after a single vote.
    @Test func `whoever has the server's key and both pictures can tell a single vote`() async throws {
        let (labs, id) = try await Self.voting(.sqlite)
        let salt = try #require(try await labs.work.database.read { try ElectionStore($0).box(of: id)?.salt })
        let keys = BallotKeys(salt: salt, settings: labs.work.house.settings)
        let before = try await Self.box(labs, id)
        try await labs.vote("2", as: labs.colleagues[3], in: id)
        let after = try await Self.box(labs, id)
        #expect(try before.counted(seats: 1, most: 8, keys).votes == [0, 0])
        #expect(try after.counted(seats: 1, most: 8, keys).votes == [0, 1])
        let voted = try (0..<8).filter { try after.hasVoted(at: $0, keys) && !before.hasVoted(at: $0, keys) }
        #expect(voted.count == 1)
        // With another key the same pictures tell nothing.
        let other = try Settings(publicAddress: "http://localhost", secretKey: String(repeating: "another", count: 6))
        #expect(throws: BoxProblem.self) {
            try after.counted(seats: 1, most: 8, BallotKeys(salt: salt, settings: other))
        }
        // And once it is counted, nothing is left that the key could open.
        try await labs.close()
        let left = try await labs.work.database.read { reader in
            try reader.first("SELECT salt, sums FROM election_box") { row in
                (try row[0] as String, try row[1] as [UInt8])
            }
        }
        #expect(left?.0.contains { $0 != "0" } == false)
        #expect(left?.1.contains { $0 != 0 } == false)
    }

    @Test func `what was destroyed at the count is gone from the file, too`() async throws {
        let (labs, id) = try await Self.voting(.sqlite)
        for (voter, choice) in zip(labs.colleagues, Self.choices) { try await labs.vote(choice, as: voter, in: id) }
        let salt = try #require(try await labs.work.database.read { try ElectionStore($0).box(of: id)?.salt })
        let box = try await Self.box(labs, id)
        try await labs.close()
        // The newest images of all pages are the file, once the log is written back into it.
        let file = try Spy.pages(of: labs.work.database.location).values.reduce(Data(), +)
        #expect(file.range(of: Data(id.text.utf8)) != nil)
        #expect(file.range(of: Data(salt.utf8)) == nil)
        #expect(file.range(of: Data(box.sums.prefix(32))) == nil)
        #expect(file.range(of: Data(box.roll.prefix(24))) == nil)
    }

    // MARK: Everything around

    @Test(arguments: Engine.tested)
    func `journal, notices, sent forms and log know nothing of a vote`(engine: Engine) async throws {
        let lines = LogLines()
        let labs = try await Laboratories(engine, logger: lines.logger)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        let counts: @Sendable (Reader) throws -> [Int?] = { reader in
            [
                try reader.value("SELECT COUNT(*) FROM journal"), try reader.value("SELECT COUNT(*) FROM notice"),
                try reader.value("SELECT COUNT(*) FROM sent_form"), try reader.value("SELECT COUNT(*) FROM session"),
                try reader.value("SELECT COUNT(*) FROM topic WHERE name LIKE '%colleague%'"),
            ]
        }
        let before = try await labs.work.database.read(counts)
        let logged = lines.all.count
        _ = try await labs.work.get("/elections/\(id)/ballot", as: labs.colleagues[0])
        let reply = try await labs.work.post(
            "/elections/\(id)/ballot", as: labs.colleagues[0], ["choice": "1", "key": "a key that a form sends"])
        #expect(reply.status == 303)
        _ = try await labs.vote("2", as: labs.colleagues[0], in: id)
        #expect(try await labs.work.database.read(counts) == before)
        #expect(lines.all.count == logged)
        // What was chosen is in no address and no cookie.
        #expect(reply.location == "/elections/\(id)")
        #expect(!reply.headers.contains { $0.value.contains("choice") })
    }

    @Test func `the pages of an election are kept by no browser and no proxy`() async throws {
        let labs = try await Laboratories()
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        for path in ["/elections/\(id)", "/elections/\(id)/ballot"] {
            let cache = try await labs.work.get(path, as: Workplace.maja).headers[.cacheControl]
            #expect(cache?.contains("no-store") == true, "\(path): \(cache ?? "nothing")")
        }
    }

    @Test func `only the voter sees whether the own ballot is in the box`() async throws {
        let (labs, id) = try await Self.voting(.sqlite)
        let before = try await labs.work.get("/elections/\(id)/register", as: Workplace.eva).text
        try await labs.vote("1", as: labs.colleagues[0], in: id)
        let after = try await labs.work.get("/elections/\(id)/register", as: Workplace.eva).text
        #expect(Self.withoutProof(before) == Self.withoutProof(after))
        #expect(try await labs.work.get("/elections/\(id)", as: labs.colleagues[0]).text.contains("Du har stemt"))
        #expect(try await !labs.work.get("/elections/\(id)", as: labs.colleagues[1]).text.contains("Du har stemt"))
    }

    private static func withoutProof(_ page: String) -> String {
        page.replacing(/<input type="hidden"[^>]*>/, with: "").replacing(/\/live[^"]*/, with: "")
    }
}
