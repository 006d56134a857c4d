import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

struct ReachTests {
    private func units(_ reach: Reach, _ workplace: Workplace) async throws -> Set<UnitID> {
        Set(
            try await workplace.database.read { reader in
                try reader.values("SELECT id FROM unit WHERE \(reach.condition(unit: "id"))", as: UnitID.self)
            })
    }

    @Test(arguments: Engine.tested)
    func `a condition takes in sub-units and leaves out siblings`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let chemistry = Reach(bodies: [], roots: [Workplace.chemistry], on: Workplace.today)
        #expect(
            try await units(chemistry, workplace) == [Workplace.chemistry, Workplace.laboratories, Workplace.office])
        #expect(
            try await units(Reach(bodies: [], roots: [Workplace.office], on: Workplace.today), workplace) == [
                Workplace.office
            ])
        #expect(try await units(.nothing, workplace).isEmpty)
        #expect(
            try await units(Reach(bodies: [], roots: [], on: Workplace.today, isEverything: true), workplace).count == 5
        )
    }

    @Test(arguments: Engine.tested)
    func `a unit is asked for as a condition finds it`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let reach = Reach(bodies: [], roots: [Workplace.chemistry], on: Workplace.today)
        let (inside, beside, above) = try await workplace.database.read { reader in
            (
                try reach.includes(Workplace.laboratories, reader), try reach.includes(Workplace.history, reader),
                try reach.includes(Workplace.university, reader)
            )
        }
        #expect(inside)
        #expect(!beside)
        #expect(!above)
    }

    @Test(arguments: Engine.tested)
    func `a condition on bodies adds those to the units`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        func bodies(_ reach: Reach) async throws -> Set<BodyID> {
            Set(
                try await workplace.database.read { reader in
                    try reader.values(
                        """
                        SELECT DISTINCT id FROM body JOIN body_area ON body_id = id
                        WHERE \(reach.condition(body: "id", unit: "unit_id"))
                        """, as: BodyID.self)
                })
        }
        #expect(try await bodies(.nothing).isEmpty)
        #expect(
            try await bodies(Reach(bodies: [Workplace.historyGroup], roots: [], on: Workplace.today)) == [
                Workplace.historyGroup
            ])
        #expect(
            try await bodies(
                Reach(bodies: [Workplace.historyGroup], roots: [Workplace.laboratories], on: Workplace.today))
                == [Workplace.historyGroup, Workplace.labGroup])
    }

    @Test(arguments: Engine.tested, [3, 600])
    func `a list within a reach of few units or of many holds what lies in it and nothing else`(
        engine: Engine, count: Int
    ) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write { writer in
            for number in 1...count {
                try writer.execute(
                    """
                    INSERT INTO unit_line (unit_id, ancestor_id, depth, starts, ends)
                    VALUES (\("more\(number)"), \(Workplace.chemistry), 1, \(Day.earliest), \(Day.latest))
                    """)
            }
        }
        let plain = Reach(bodies: [Workplace.historyGroup], roots: [Workplace.chemistry], on: Workplace.today)
        let named = try await workplace.database.read { try plain.naming($0) }
        for reach in [plain, named] {
            let (units, bodies) = try await workplace.database.read { reader in
                (
                    try reader.values(
                        "SELECT id FROM unit WHERE \(try reach.condition(unit: "id", listedBy: reader)) ORDER BY id",
                        as: UnitID.self),
                    try reader.values(
                        """
                        SELECT body_id FROM body_area WHERE \(try reach.condition(body: "body_id", unit: "unit_id", listedBy: reader))
                        ORDER BY body_id
                        """, as: BodyID.self)
                )
            }
            #expect(units == [Workplace.chemistry, Workplace.laboratories, Workplace.office])
            #expect(bodies == [Workplace.committee, Workplace.historyGroup, Workplace.labGroup])
        }
        let nothing = try await workplace.database.read { reader in
            try reader.values(
                "SELECT id FROM unit WHERE \(try Reach.nothing.condition(unit: "id", listedBy: reader))",
                as: UnitID.self)
        }
        #expect(nothing.isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `whoever belongs to the top of the tree reads everywhere, and works nowhere without a mandate`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let (rikke, sara) = try await workplace.database.read { reader in
            (
                try Doorkeeping().viewer(Workplace.rikke, on: Workplace.today, reader),
                try Doorkeeping().viewer(Workplace.sara, on: Workplace.today, reader)
            )
        }
        #expect(rikke?.reads.isEverything == true && rikke?.works.isNothing == true)
        #expect(sara?.reads.isEverything == false)
    }

    @Test(arguments: Engine.tested)
    func `a value within a condition is data`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        #expect(
            try await units(Reach(bodies: [], roots: [UnitID("x') OR ('1' = '1")], on: Workplace.today), workplace)
                .isEmpty)
    }
}
