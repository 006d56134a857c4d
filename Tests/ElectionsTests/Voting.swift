import Access
import Foundation
import Kernel
import Logging
import Notices
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Web

@testable import Elections

/// A clock that a test turns on.
final class WallClock: Sendable {
    private let days = Mutex(0)

    /// So many days after the workplace's Monday.
    func go(to day: Int) { days.withLock { $0 = day } }
    var now: Moment { Workplace.monday + days.withLock { $0 } * 86_400 }
}

/// The laboratories, with more people in them, on the way to an election.
struct Laboratories {
    static let called = 0
    static let waiting = 15
    static let voting = 17
    static let over = 25
    static let term = 30

    let work: Workplace
    let clock: WallClock
    /// Employees of the laboratories beside Maja and Sara.
    let colleagues: [Person]

    init(
        _ engine: Engine = .sqlite, colleagues count: Int = 4, logger: Logger = Logger(label: "test"),
        identities: Identities = .system
    ) async throws {
        let clock = WallClock()
        self.clock = clock
        work = try await Workplace(engine, logger: logger, identities: identities) { clock.now }
        colleagues = (1...max(count, 1)).prefix(count).map(Self.colleague)
        try await work.employ(colleagues)
    }

    static func colleague(_ number: Int) -> Person {
        Person(
            id: ID("colleague-\(number < 10 ? "0" : "")\(number)"), name: "Kollega Nr\(number)",
            email: "kollega\(number)@nordhavn.example", unit: Workplace.laboratories, starts: Workplace.today - 100)
    }

    /// A leader and a representative of a group of their own under chemistry.
    static func pair(_ number: Int) -> (leader: Person, representative: Person) {
        func person(_ kind: String, _ name: String) -> Person {
            Person(
                id: ID("\(kind)-\(number)"), name: "\(name) Nr\(number)", email: "\(kind)\(number)@nordhavn.example",
                unit: Workplace.office, starts: Workplace.today - 100)
        }
        return (person("leader", "Leder"), person("amr", "Amr"))
    }

    /// So many groups more under chemistry, each with a leader and a representative: with more than two groups the
    /// committee is elected from them.
    func addGroups(_ count: Int) async throws {
        for number in 1...count {
            let (leader, representative) = Self.pair(number)
            try await work.employ([leader, representative])
            let group = Body(
                id: ID("group-\(number)"), kind: .group, name: Words(da: "AMG \(number)", en: "Group \(number)"),
                units: [Workplace.office], opens: Workplace.today - 100)
            let deed = work.deed(by: nil)
            try await work.database.write { writer in
                try writer.apply(group.added(), deed)
                for (person, role) in [(leader, Role.leader), (representative, .representative)] {
                    let mandate = Mandate(
                        id: ID("\(person.id)-seat"), role: role, body: group.id, person: person.id, origin: .elected,
                        starts: Workplace.today - 90)
                    try writer.apply(mandate.given(to: person.name), deed)
                }
            }
        }
    }

    var voters: [Person] { [Workplace.maja, Workplace.sara] + colleagues }

    static func day(_ number: Int) -> String { (Workplace.today + number).text }

    static let form = [
        "occasion": "term_ends", "seats": "1", "deputies": "0", "nominations_open": day(0),
        "nominations_end": day(14), "voting_starts": day(17), "voting_ends": day(24), "term_starts": day(30),
        "term": "two", "follows": "maja-lab",
    ]

    /// Called by the coordinator.
    @discardableResult
    func call(_ more: [String: String] = [:], in body: BodyID = Workplace.labGroup) async throws -> ID<Election> {
        let reply = try await work.post(
            "/bodies/\(body)/elections", as: Workplace.eva, Self.form.merging(more) { $1 })
        guard reply.status == 303, let location = reply.location else { throw NotDone(reply: reply) }
        return ID(String(location.split(separator: "/").last ?? ""))
    }

    func stand(_ people: [Person], in election: ID<Election>) async throws {
        for person in people {
            let reply = try await work.post(
                "/elections/\(election)/candidacy", as: person, ["presentation": "\(person.name) lytter."])
            guard reply.status == 303 else { throw NotDone(reply: reply) }
        }
    }

    /// Called, with these candidates, and on the first day of voting.
    func opened(_ candidates: [Person], _ more: [String: String] = [:]) async throws -> ID<Election> {
        let id = try await call(more)
        try await stand(candidates, in: id)
        clock.go(to: Self.voting)
        try await Elections.turnPages(in: work.house)
        return id
    }

    @discardableResult
    func vote(_ choice: String, as person: Person, in election: ID<Election>, at server: Workplace? = nil) async throws
        -> Reply
    {
        try await (server ?? work).post("/elections/\(election)/ballot", as: person, ["choice": choice])
    }

    func close() async throws {
        clock.go(to: Self.over)
        try await Elections.turnPages(in: work.house)
    }

    func election(_ id: ID<Election>) async throws -> Election {
        try await work.database.read { try ElectionStore($0).find(id) } ?? { throw NotDone(reply: nil) }()
    }

    func candidates(_ id: ID<Election>) async throws -> [Candidate] {
        try await work.database.read { try ElectionStore($0).candidates(of: id) }
    }

    func notices(for person: Person) async throws -> [String] {
        try await work.database.read { try NoticeStore($0).latest(for: person.id).map(\.words.danish) }
    }

    /// Who sits in the laboratories' group on a day after the beginning.
    func seats(on day: Int) async throws -> [String] {
        try await work.database.read { reader in
            try BodyStore(reader).seats(of: Workplace.labGroup, on: Workplace.today + day).map {
                "\($0.name) \($0.mandate.role.rawValue) \($0.mandate.origin.rawValue)"
            }
        }
    }
}

struct NotDone: Error, CustomStringConvertible {
    let reply: Reply?

    var description: String { reply.map { "\($0.status): \($0.text)" } ?? "not there" }
}
