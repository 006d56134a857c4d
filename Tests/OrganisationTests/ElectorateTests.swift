import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// Who may vote is asked of everybody in an area, and of one person: two questions with one answer.
@Suite struct ElectorateTests {
    @Test(arguments: Engine.tested)
    func `one person is told what the whole register says, whenever somebody moves`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let soon = Workplace.today + 10
        try await workplace.database.write { writer in
            // Sara moves from the laboratories to history in ten days.
            try writer.execute(
                """
                INSERT INTO person_placement (person_id, unit_id, starts, ends)
                SELECT id, unit_id, starts, \(soon - 1) FROM person WHERE id = \(Workplace.sara.id)
                """)
            try writer.execute(
                """
                UPDATE person SET unit_id = \(Workplace.history), unit_since = \(soon)
                WHERE id = \(Workplace.sara.id)
                """)
        }
        let areas = [[Workplace.laboratories], [Workplace.chemistry], [Workplace.history], [Workplace.university], []]
        let bodies = [Workplace.labGroup, Workplace.committee]
        for day in [Workplace.today, soon - 1, soon, soon + 1] {
            for (area, body, franchise) in areas.flatMap({ area in
                bodies.flatMap { body in Franchise.allCases.map { (area, body, $0) } }
            }) {
                let (all, single) = try await workplace.database.read { reader in
                    let store = ElectorateStore(reader)
                    return (
                        try store.people(franchise, in: area, for: body, on: day).map(\.id),
                        try Workplace.people.map(\.id).filter {
                            try store.includes($0, franchise, in: area, for: body, on: day)
                        }
                    )
                }
                #expect(Set(single) == Set(all), "\(franchise) \(area) \(day)")
            }
        }
        let (before, after) = try await workplace.database.read { reader in
            let store = ElectorateStore(reader)
            return (
                try store.includes(
                    Workplace.sara.id, .employees, in: [Workplace.chemistry], for: Workplace.labGroup, on: soon - 1),
                try store.includes(
                    Workplace.sara.id, .employees, in: [Workplace.chemistry], for: Workplace.labGroup, on: soon)
            )
        }
        #expect(before && !after)
    }
}
