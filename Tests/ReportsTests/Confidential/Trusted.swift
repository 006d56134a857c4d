import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import Reports

/// A workplace where somebody is named to read what is told in confidence.
extension Workplace {
    private static let begun = Day(number: 20_000)
    /// Reads what is told in confidence in chemistry; holds no mandate at all.
    static let nora = Person(
        id: ID("nora"), name: "Nora Beck", email: "nora@nordhavn.example", unit: office, starts: begun)
    /// Her deputy.
    static let liv = Person(id: ID("liv"), name: "Liv Dam", email: "liv@nordhavn.example", unit: office, starts: begun)
    /// In the secretariat of the whole university.
    static let otto = Person(
        id: ID("otto"), name: "Otto Skov", email: "otto@nordhavn.example", unit: university, starts: begun)
    /// Named now and then, instead of the others.
    static let vera = Person(
        id: ID("vera"), name: "Vera Ro", email: "vera@nordhavn.example", unit: office, starts: begun)
    /// Everybody who has nothing to do with a case of the laboratories: the coordinator, the group, the administrator, the
    /// secretariat, a neighbouring group, colleagues.
    static let neighbours = [eva, maja, jonas, rikke, otto, karl, sara, ida, vera]

    static let told = "Han råbte ad hende foran alle"

    /// - Parameter isNamed: Nora and Liv are named for chemistry.
    static func trusted(
        _ engine: Engine = .sqlite, isNamed: Bool = true, clock: @escaping @Sendable () -> Moment = { monday }
    ) async throws -> Workplace {
        let work = try await Workplace(engine, clock: clock)
        try await work.employ([nora, liv, otto, vera])
        let office = Mandate(
            id: ID("otto-secretariat"), role: .secretariat, in: .unit(university), person: otto.id, origin: .appointed,
            starts: begun)
        let deed = work.deed(by: nil)
        try await work.database.write { try $0.apply(office.given(to: otto.name), deed) }
        if isNamed { try await work.name(nora, deputy: liv) }
        return work
    }

    func name(_ handler: Person, deputy: Person, for unit: String = "chemistry") async throws {
        let named = try await post(
            "/units/\(unit)/handlers", as: Self.otto, ["handler": handler.name, "deputy": deputy.email ?? ""])
        #expect(named.status == 303, "\(named.text)")
    }

    /// Reports something in confidence in the laboratories, and gives back where it is.
    func tell(_ more: [String: String] = [:], as person: Person? = nil, uploads: [String: Upload] = [:]) async throws
        -> String
    {
        let known = try await reportIDs()
        let fields = ["kind": "offensive", "what": Self.told, "place": "Kantinen"].merging(more) { $1 }
        let path = person == nil ? Self.lab : "/report"
        let (_, reply) = try await report(fields, at: path, as: person, uploads: uploads)
        #expect(reply.status == 200, "\(reply.text)")
        let new = try await reportIDs().subtracting(known)
        return "/reports/\(try #require(new.first))"
    }

    private func reportIDs() async throws -> Set<String> {
        Set(try await database.read { try $0.values("SELECT id FROM report", as: String.self) })
    }

    func id(at page: String) -> ID<Report> { ID(String(page.dropFirst("/reports/".count))) }

    func handlers(of page: String) async throws -> [String] {
        let id = id(at: page)
        return try await database.read { reader in
            try CaseStore(reader).handlers(of: id).map {
                "\($0.person) \($0.duty.rawValue)\($0.reads ? "" : ", unseen")"
            }
        }
    }

    func statuses(of page: String, as people: [Person]) async throws -> [Int] {
        var statuses: [Int] = []
        for person in people { statuses.append(try await get(page, as: person).status) }
        return statuses
    }

    /// The person's last day was yesterday.
    func leave(_ person: Person) async throws {
        let last = Self.today - 1
        try await database.write { writer in
            try writer.execute("UPDATE person SET ends = \(last) WHERE id = \(person.id)")
            try writer.raise("rights")
        }
    }
}

/// A clock that the test sets.
final class SetClock: Sendable {
    private let moment = Mutex(Workplace.monday)
    var now: Moment {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }

    func pass(days: Int) { now = now + days * 86_400 }
}
