import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// What speaks against a mandate, and what a whole one carries.
@Suite struct MandateTests {
    private static let today = Workplace.today
    private static let group = Mandate.Place.body(Workplace.labGroup)

    private static func mandate(
        _ role: Role, _ person: String = "sara", in place: Mandate.Place = group, from starts: Day = today,
        to ends: Day? = nil, deputyOf: ID<Mandate>? = nil, id: String = "new"
    ) -> Mandate {
        Mandate(
            id: ID(id), role: role, in: place, person: ID(person), origin: .appointed, starts: starts, ends: ends,
            deputyOf: deputyOf)
    }

    private static func around(
        _ kind: BodyKind? = .group, opens: Day = today - 100, closes: Day? = nil, seats: [Mandate] = [],
        own: [Mandate] = []
    ) -> MandateSurroundings {
        MandateSurroundings(
            kind == nil ? .unit(Workplace.laboratories) : group, kind: kind, opens: opens, closes: closes,
            seats: seats.map { Seat(mandate: $0, name: "Jonas Riis") }, own: own)
    }

    private func problem(_ mandate: Mandate, _ surroundings: MandateSurroundings) -> MandateProblem? {
        mandate.problems(in: surroundings).all.first?.problem as? MandateProblem
    }

    @Test func `a group has one leader at a time`() {
        let leader = Self.mandate(.leader, "jonas", to: Self.today + 10, id: "old")
        #expect(problem(Self.mandate(.leader), Self.around(seats: [leader])) == .twoLeaders("Jonas Riis"))
        #expect(problem(Self.mandate(.leader, from: Self.today + 11), Self.around(seats: [leader])) == nil)
        #expect(problem(Self.mandate(.leader), Self.around(.committee, seats: [leader])) == nil)
    }

    @Test func `nobody holds the same role twice at once`() {
        let old = Self.mandate(.member, to: Self.today, id: "old")
        #expect(problem(Self.mandate(.member), Self.around(own: [old])) == .alreadySeated)
        #expect(problem(Self.mandate(.member, from: Self.today + 1), Self.around(own: [old])) == nil)
        #expect(problem(Self.mandate(.secretary), Self.around(own: [old])) == nil)
    }

    @Test func `a mandate lies within the life of its body`() {
        let short = Self.around(opens: Self.today, closes: Self.today + 5)
        #expect(
            problem(Self.mandate(.member, from: Self.today - 1, to: Self.today), short) == .beforeItOpens(Self.today))
        #expect(problem(Self.mandate(.member), short) == .afterItCloses(Self.today + 5))
        #expect(problem(Self.mandate(.member, from: Self.today + 6), short) == .afterItCloses(Self.today + 5))
        #expect(problem(Self.mandate(.member, to: Self.today + 5), short) == nil)
    }

    @Test func `whoever leads represents nobody, and the other way round`() {
        let leads = Self.mandate(.unitLeader, in: .unit(Workplace.history), id: "leads")
        #expect(problem(Self.mandate(.representative), Self.around(own: [leads])) == .representativeLeads)
        let represents = Self.mandate(.representative, id: "represents")
        #expect(
            problem(Self.mandate(.unitLeader, in: .unit(Workplace.history)), Self.around(nil, own: [represents]))
                == .leaderRepresents)
    }

    @Test func `a deputy steps in for somebody else's mandate that is held then`() {
        let seat = Self.mandate(.representative, "maja", to: Self.today + 10, id: "seat")
        let around = Self.around(seats: [seat])
        #expect(problem(Self.mandate(.deputy, deputyOf: seat.id), around) == nil)
        #expect(problem(Self.mandate(.deputy), around) == .deputyOfWhom)
        #expect(problem(Self.mandate(.deputy, "maja", deputyOf: seat.id), around) == .deputyOfOneself)
        #expect(
            problem(Self.mandate(.deputy, from: Self.today + 11, deputyOf: seat.id), around)
                == .notHeldThen("Jonas Riis"))
        #expect(problem(Self.mandate(.member, deputyOf: seat.id), around) == .onlyDeputiesStepIn)
        #expect(!Self.mandate(.deputy, deputyOf: ID("elsewhere")).problems(in: around).isEmpty)
    }

    @Test(arguments: Role.allCases) func `every role is held somewhere, and refused where it is not`(role: Role) {
        #expect(!role.places.isEmpty)
        for place in [Role.Place.body, .unit] where !role.places.contains(place) {
            let found = Self.mandate(role).problems(in: Self.around(place == .body ? .committee : nil)).all
            #expect(found.contains { $0.problem as? MandateProblem == .notHeldHere(place) })
        }
    }

    @Test(arguments: [("3", 180), ("3,5", 210), ("3.5", 210), ("0,25", 15), ("60", 3600)])
    func `hours a week are read as people write them`(text: String, minutes: Int) {
        #expect(Mandate.minutes(text) == minutes)
    }

    @Test(arguments: ["61", "-1", "3,", ",5", "3,555", "x", "3 5"])
    func `what are no hours is refused`(text: String) {
        #expect(Mandate.minutes(text) == nil)
    }

    @Test(arguments: Engine.tested)
    func `a whole mandate is given, shown and ended with its deputy's`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let given = try await workplace.post(
            "/bodies/lab-group/seats", as: Workplace.eva,
            [
                "email": "sara@nordhavn.example", "role": "deputy", "origin": "elected", "deputy_of": "maja-lab",
                "hours": "1,5", "represents": "laboranterne", "represented_unit": "KEMI-LAB",
            ])
        #expect(given.status == 303)
        let page = try await workplace.get("/bodies/lab-group/seats", as: Workplace.sara).text
        #expect(page.contains("suppleant for Maja Holm") && page.contains("1,5 timer om ugen"))
        #expect(page.contains("repræsenterer laboranterne, Laboratorier"))
        #expect(page.contains("valgt, fra 5. jan. 2026"))
        #expect(try await workplace.post("/mandates/maja-lab/end", as: Workplace.eva).status == 303)
        let mandates = try await workplace.database.read { try MandateStore($0).all(of: Workplace.sara.id) }
        #expect(mandates.map(\.ends) == [Workplace.today])
        // A period has its years, and says “from” only while it has no end.
        let ended = try await workplace.get("/bodies/lab-group/seats", as: Workplace.sara).text
        #expect(ended.contains("valgt, 5. jan. 2026 – 5. jan. 2026"))
        #expect(mandates.first?.minutesAWeek == 90 && mandates.first?.representedUnit == Workplace.laboratories)
    }

    @Test(arguments: Engine.tested)
    func `an office is given by the administrator and the area's coordinator, and nobody else`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let lead = ["email": "sara@nordhavn.example", "role": "emergency_lead", "origin": "appointed"]
        #expect(try await workplace.post("/units/laboratories/offices", as: Workplace.maja, lead).status == 403)
        #expect(try await workplace.post("/units/history/offices", as: Workplace.eva, lead).status == 403)
        #expect(try await workplace.post("/units/nowhere/offices", as: Workplace.rikke, lead).status == 404)
        #expect(try await workplace.post("/units/laboratories/offices", as: Workplace.rikke).status == 422)
        #expect(try await workplace.post("/units/laboratories/offices", as: Workplace.eva, lead).status == 303)
        let twice = try await workplace.post("/units/laboratories/offices", as: Workplace.eva, lead)
        #expect(twice.status == 422 && twice.text.contains("allerede den rolle"))
        let page = try await workplace.get("/units/laboratories", as: Workplace.karl).text
        #expect(page.contains("Sara Lund") && page.contains("beredskabstovholder"))
        let below = try await workplace.get("/units/laboratories/offices?on=2020-01-01", as: Workplace.karl)
        #expect(!below.text.contains("Sara Lund"))
    }

    @Test(arguments: Engine.tested)
    func `a refused seat comes back with all that was typed`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let reply = try await workplace.post(
            "/bodies/lab-group/seats", as: Workplace.rikke,
            ["email": "sara@nordhavn.example", "role": "leader", "origin": "appointed", "represents": "de nyeste"])
        #expect(reply.status == 422)
        #expect(reply.text.contains("én arbejdsleder, og i perioden er det Jonas Riis"))
        #expect(reply.text.contains("value=\"de nyeste\"") && reply.text.contains("value=\"sara@nordhavn.example\""))
    }
}
