import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport

enum Succession {
    private static let today = Workplace.today

    /// Sara follows Maja as the laboratories' representative: Maja's mandate ends on the day before Sara's begins.
    static func workplace(
        _ engine: Engine = .sqlite, begins: Day = today, givenBy giver: Person? = nil,
        clock: @escaping @Sendable () -> Moment = { Workplace.monday }
    ) async throws -> Workplace {
        let workplace = try await Workplace(engine, clock: clock)
        let deed = workplace.deed(by: giver)
        let new = Mandate(
            id: ID("sara-lab"), role: .representative, body: Workplace.labGroup, person: Workplace.sara.id,
            origin: .elected, starts: begins, ends: begins + 729)
        try await workplace.database.write { writer in
            try writer.execute("UPDATE mandate SET ends = \(begins - 1) WHERE id = 'maja-lab'")
            try writer.apply(new.given(to: "Sara Lund"), deed)
        }
        return workplace
    }
}
