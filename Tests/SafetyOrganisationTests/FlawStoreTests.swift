import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation
@testable import SafetyOrganisation

/// What is found in the database, on both engines. The watch refuses every statement that reads a whole table.
@Suite(.serialized) struct FlawStoreTests {
    private static let lab: Mandate.Place = .body(Workplace.labGroup)

    @Test(arguments: Engine.tested)
    func `few employees need no organisation, but a group that there is must be whole`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        #expect(try await firm.list(as: Workplace.rikke) == ["no_leader history-group"])
        #expect(try await firm.flaws(of: Workplace.historyGroup) == ["no_leader history-group"])
        #expect(try await firm.flaws(of: Workplace.labGroup).isEmpty)
        #expect(try await firm.flaws(of: Workplace.committee).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `from ten on there is one level, with a chair`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 4)
        #expect(try await firm.list(as: Workplace.rikke) == ["no_leader history-group"])
        try await firm.hire(1, in: Workplace.office)
        // A committee looks after the office; nobody after Rikke at the top.
        #expect(
            try await firm.list(as: Workplace.rikke) == [
                "outside university", "no_leader history-group", "no_chair committee",
            ])
        #expect(try await firm.flaws(of: Workplace.committee) == ["no_chair committee"])
        try await firm.seat(Workplace.rikke, .chair, in: .body(Workplace.committee), .byOffice)
        #expect(try await firm.flaws(of: Workplace.committee).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `from thirty-five on there are two levels, and nobody stands outside`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        #expect(
            try await firm.list(as: Workplace.rikke) == [
                "outside university", "outside office", "no_leader history-group", "no_chair committee",
                "member_missing committee", "member_missing committee",
            ])
        // The committee's groups are those below it: the laboratories' is, that of history is not.
        #expect(
            try await firm.flaws(of: Workplace.committee) == [
                "no_chair committee", "member_missing committee", "member_missing committee",
            ])
        #expect(try await firm.flaws(of: Workplace.office) == ["outside office"])
        try await firm.add(.group, "office-group", units: [Workplace.office])
        #expect(
            try await firm.flaws(of: Workplace.office) == ["no_leader office-group", "no_representative office-group"])
    }

    @Test(arguments: Engine.tested)
    func `with more than two groups the committee is elected from them`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        try await firm.add(.group, "office-group", units: [Workplace.office])
        try await firm.add(.group, "chemistry-group", units: [Workplace.chemistry])
        #expect(
            try await firm.flaws(of: Workplace.committee) == [
                "no_chair committee", "few_leaders committee", "few_representatives committee",
            ])
    }

    @Test(arguments: Engine.tested)
    func `each legal entity is counted by itself, and another one's groups are not its own`(engine: Engine) async throws
    {
        let firm = try await Enterprise(engine, people: 30)
        let daughter = Unit(
            id: ID("daughter"), code: "DATTER", parent: Workplace.chemistry, kind: .other,
            name: Words(da: "Datter", en: "Daughter"), isLegalEntity: true, opens: Workplace.today - 400)
        try await firm.apply([daughter.added(reportLink: "link-daughter")])
        try await firm.hire(34, in: daughter.id)
        #expect(try await firm.count(of: daughter.id)?.number == 34)
        #expect(try await firm.count(of: Workplace.university)?.number == 35)
        #expect(try await firm.flaws(of: daughter.id) == ["no_organisation daughter"])
        try await firm.add(.group, "daughter-group", units: [daughter.id])
        #expect(
            try await firm.flaws(of: daughter.id) == [
                "no_leader daughter-group", "no_representative daughter-group", "no_chair daughter-group",
            ])
        try await firm.hire(1, in: daughter.id, from: "last")
        #expect(
            try await firm.flaws(of: daughter.id) == [
                "no_committee daughter", "no_leader daughter-group", "no_representative daughter-group",
            ])
        #expect(try await firm.list(as: Workplace.rikke).contains("no_committee daughter"))
        #expect(try await firm.count(of: Workplace.university)?.number == 35)
    }

    @Test(arguments: Engine.tested)
    func `two groups on one unit, a group without area, and seats that wait are found`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        try await firm.add(.group, "second", units: [Workplace.laboratories])
        try await firm.add(.group, "lost", units: [])
        let list = try await firm.list(as: Workplace.rikke)
        #expect(list.contains("two_groups laboratories") && list.contains("without_area lost"))
        let own = try await firm.flaws(of: Workplace.laboratories)
        #expect(own.filter { $0 == "two_groups laboratories" }.count == 1)
        #expect(try await firm.flaws(of: Workplace.labGroup) == ["two_groups laboratories"])
        #expect(try await firm.flaws(of: BodyID("lost")) == ["without_area lost"])
        #expect(try await !firm.flaws(of: Workplace.chemistry).contains("two_groups laboratories"))
        // Nobody's area is nobody's but the administrator's.
        #expect(try await !firm.list(as: Workplace.eva).contains("without_area lost"))
    }

    @Test(arguments: Engine.tested)
    func `what a merger leaves to be filled is told with the change's day`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        let change = OrganisationChange(
            id: ID("change"), day: Workplace.today, kind: .closed, unit: Workplace.office, other: nil, reason: "",
            recorded: Workplace.monday, person: nil)
        let duty = SeatDuty(
            id: ID("duty"), change: change.id, kind: .appointment, role: .coordinator,
            place: .unit(Workplace.chemistry),
            day: Workplace.today, lost: ID("eva-committee"), answer: nil)
        try await firm.work.database.write { writer in
            try writer.execute(change.insertion)
            try writer.execute(duty.insertion)
        }
        #expect(try await firm.list(as: Workplace.rikke).contains("seat_waits chemistry"))
        #expect(try await firm.list(as: Workplace.eva) == ["seat_waits chemistry"])
        #expect(try await firm.flaws(of: Workplace.chemistry) == ["seat_waits chemistry"])
        #expect(try await !firm.flaws(of: Workplace.history).contains("seat_waits chemistry"))
    }

    @Test(arguments: Engine.tested)
    func `a seat that waits and stands empty is told once, and an election is called where one is owed`(engine: Engine)
        async throws
    {
        let firm = try await Enterprise(engine)
        let change = OrganisationChange(
            id: ID("change"), day: Workplace.today, kind: .closed, unit: Workplace.office, other: nil, reason: "",
            recorded: Workplace.monday, person: nil)
        func duty(_ kind: SeatDuty.Kind, _ role: Role, _ body: BodyID) -> SeatDuty {
            SeatDuty(
                id: ID("duty-\(role)-\(body)"), change: change.id, kind: kind, role: role, place: .body(body),
                day: Workplace.today, lost: ID("eva-committee"), answer: nil)
        }
        let (leader, elected) = (
            duty(.appointment, .leader, Workplace.historyGroup), duty(.election, .representative, Workplace.labGroup)
        )
        try await firm.work.database.write { writer in
            for statement in [change.insertion, leader.insertion, elected.insertion] { try writer.execute(statement) }
        }
        #expect(try await firm.flaws(of: Workplace.historyGroup) == ["no_leader history-group"])
        let rules = EmployerRules(law: firm.work.house.law.sizes(on: Workplace.today))
        let name = Words(da: "x", en: "x")
        #expect(
            rules.waiting(elected, at: name).mending.link.text.hasPrefix("/bodies/lab-group/elections/new"))
        #expect(rules.waiting(leader, at: name).mending.link.text.contains("role=leader"))
    }

    @Test(arguments: Engine.tested)
    func `a committee's groups are those that have no nearer one`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        try await firm.add(.committee, "large", units: [Workplace.university])
        // The laboratories' group has the committee of chemistry; Karl of history has none but this.
        #expect(
            try await firm.flaws(of: BodyID("large")) == ["no_chair large", "member_missing large"])
    }

    @Test(arguments: Engine.tested)
    func `a group answers to the committee that it names, also where another is nearer`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        try await firm.add(.committee, "large", units: [Workplace.university])
        try await firm.add(.group, "near", units: [Workplace.office])
        try await firm.add(.group, "named", units: [Workplace.office], parent: BodyID("large"))
        let above = try await firm.work.house.database.read { reader in
            let bodies = try ["near", "named"].compactMap {
                try BodyStore(reader).find(BodyID($0), on: Workplace.today)
            }
            return try ShapeStore(reader, on: Workplace.today).committees(above: bodies)
        }
        #expect(above == [BodyID("near"): Workplace.committee, BodyID("named"): BodyID("large")])
    }

    @Test(arguments: Engine.tested)
    func `a closed unit lacks nothing, and what waits today did not wait yesterday`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        #expect(try await firm.flaws(of: Workplace.office) == ["outside office"])
        let change = OrganisationChange(
            id: ID("change"), day: Workplace.today, kind: .closed, unit: Workplace.office, other: nil, reason: "",
            recorded: Workplace.monday, person: nil)
        let duty = SeatDuty(
            id: ID("duty"), change: change.id, kind: .appointment, role: .secretary, place: .body(Workplace.labGroup),
            day: Workplace.today, lost: ID("eva-committee"), answer: nil)
        try await firm.work.database.write { writer in
            try writer.execute("UPDATE unit SET closes = \(Workplace.today - 1) WHERE id = 'office'")
            for statement in [change.insertion, duty.insertion] { try writer.execute(statement) }
        }
        #expect(try await firm.flaws(of: Workplace.office).isEmpty)
        #expect(try await firm.flaws(of: Workplace.labGroup) == ["seat_waits lab-group"])
        #expect(try await firm.flaws(of: Workplace.labGroup, on: Workplace.today - 1).isEmpty)
    }

    @Test func `of another day nothing is known of elections`() async throws {
        let firm = try await Enterprise()
        let (day, law) = (Workplace.today, firm.work.house.law.sizes(on: Workplace.today))
        let electing = try await firm.work.house.database.read { reader in
            try [day, day - 5].map { asked in
                try FlawStore(reader, law: law, on: asked, today: day) { _ in [Workplace.labGroup] }.electing
            }
        }
        #expect(electing == [[Workplace.labGroup], []])
    }

    @Test(arguments: Engine.tested)
    func `a joint committee stands for group and committee, as its agreement has it`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        try await firm.add(.joint, "joint", units: [Workplace.university])
        let list = try await firm.list(as: Workplace.rikke)
        #expect(!list.contains { $0.hasPrefix("outside") || $0.contains("joint") })
        #expect(try await firm.flaws(of: BodyID("joint")).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `another day is judged by who sat there then`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        try await firm.seat(Workplace.sara, .leader, in: .body(Workplace.historyGroup), from: -50, to: -10)
        #expect(try await firm.flaws(of: Workplace.historyGroup) == ["no_leader history-group"])
        #expect(
            try await firm.flaws(of: Workplace.historyGroup, on: Workplace.today - 10) == ["ends_soon history-group"])
    }

    @Test(arguments: Engine.tested)
    func `a coordinator has the own area only`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        let list = try await firm.list(as: Workplace.eva)
        #expect(list.first == "outside office" && list.contains("no_chair committee"))
        #expect(!list.contains { $0.contains("history") || $0.contains("university") })
        #expect(try await firm.list(as: Workplace.maja) == ["nothing"])
    }
}
