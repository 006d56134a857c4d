import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing
import Web

/// Rights come from mandates and go with them.
struct RightsTests {
    private static let door: [Route] = {
        var routes = Routes()
        routes.get("/test/members", for: .member) { visit in .json(["name": .text(visit.viewer.name)]) }
        routes.get("/test/reach", for: .signedIn) { visit in
            let works = visit.viewer.works
            let reaches = try await visit.read { try works.includes(UnitID(visit.fields["unit"]), $0) }
            return .json(["reaches": .flag(reaches)])
        }
        return routes.all
    }()

    @Test(arguments: Engine.tested)
    func `a mandate that is taken away opens nothing from the next request on`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: Self.door)
        #expect(try await workplace.get("/test/members", as: Workplace.maja).status == 200)
        let taken = try await workplace.post("/mandates/maja-lab/end", as: Workplace.rikke)
        #expect(taken.status == 303)
        // The seat is held to the end of its last day.
        #expect(try await workplace.get("/test/members", as: Workplace.maja).status == 200)
        try await workplace.database.write { writer in
            try writer.execute("DELETE FROM mandate WHERE id = 'maja-lab'")
            try writer.raise("rights")
        }
        #expect(try await workplace.get("/test/members", as: Workplace.maja).status == 403)
    }

    @Test(arguments: Engine.tested)
    func `a mandate opens from its first day through its last`(engine: Engine) async throws {
        let clock = Clock()
        let workplace = try await Workplace(engine, extra: Self.door, clock: { clock.now })
        let today = Workplace.today
        let deed = workplace.deed(by: nil)
        let mandate = Mandate(
            id: ID("sara-lab"), role: .member, body: Workplace.labGroup, person: Workplace.sara.id, origin: .elected,
            starts: today + 1, ends: today + 2)
        try await workplace.database.write { try $0.apply(mandate.given(to: "Sara Lund"), deed) }
        var statuses: [Int] = []
        for day in 0...3 {
            clock.set(Workplace.monday + day * 86_400)
            statuses.append(try await workplace.get("/test/members", as: Workplace.sara).status)
        }
        #expect(statuses == [403, 200, 200, 403])
    }

    @Test(arguments: Engine.tested)
    func `a deputy has no rights while not stepping in`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: Self.door)
        let deed = workplace.deed(by: nil)
        let mandate = Mandate(
            id: ID("sara-lab"), role: .deputy, body: Workplace.labGroup, person: Workplace.sara.id, origin: .elected,
            starts: Workplace.today)
        try await workplace.database.write { try $0.apply(mandate.given(to: "Sara Lund"), deed) }
        #expect(try await workplace.get("/test/members", as: Workplace.sara).status == 403)
    }

    @Test(arguments: Engine.tested)
    func `whoever leaves is nobody the day after`(engine: Engine) async throws {
        let clock = Clock()
        let workplace = try await Workplace(engine, extra: Self.door, clock: { clock.now })
        try await workplace.database.write { writer in
            try writer.execute("UPDATE person SET ends = \(Workplace.today) WHERE id = \(Workplace.maja.id)")
            try writer.raise("rights")
        }
        #expect(try await workplace.get("/account", as: Workplace.maja).status == 200)
        clock.set(Workplace.monday + 86_400)
        #expect(try await workplace.get("/account", as: Workplace.maja).location == "/signin?to=%2Faccount")
    }

    @Test(arguments: Engine.tested)
    func `a coordinator reaches all under the units of the body, and nobody else's`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: Self.door)
        func reaches(_ unit: UnitID, _ person: Person) async throws -> Bool {
            try await workplace.get("/test/reach?unit=\(unit)", as: person).text == #"{"reaches":true}"#
        }
        #expect(try await reaches(Workplace.laboratories, Workplace.eva))
        #expect(try await reaches(Workplace.chemistry, Workplace.eva))
        #expect(try await !reaches(Workplace.history, Workplace.eva))
        #expect(try await !reaches(Workplace.university, Workplace.eva))
        #expect(try await !reaches(Workplace.laboratories, Workplace.karl))
        #expect(try await !reaches(Workplace.laboratories, Workplace.rikke))
    }

    @Test(arguments: Engine.tested)
    func `being a member beside coordinating elsewhere does not let one give seats`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        let mandate = Mandate(
            id: ID("eva-history"), role: .member, body: Workplace.historyGroup, person: Workplace.eva.id,
            origin: .elected, starts: Workplace.today)
        try await workplace.database.write { try $0.apply(mandate.given(to: "Eva Nør"), deed) }
        let seat = ["email": "karl@nordhavn.example", "role": "secretary", "origin": "elected"]
        #expect(try await workplace.post("/bodies/history-group/seats", as: Workplace.eva, seat).status == 403)
        #expect(try await workplace.post("/bodies/lab-group/seats", as: Workplace.eva, seat).status == 303)
    }
}

/// A clock that a test sets.
final class Clock: Sendable {
    private let moment = Mutex(Workplace.monday)

    var now: Moment { moment.withLock { $0 } }
    func set(_ now: Moment) { moment.withLock { $0 = now } }
}
