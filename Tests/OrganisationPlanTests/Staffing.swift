import Access
import Kernel
import Organisation
import Storage
import TestSupport

extension Workplace {
    static let before = "2024-10-04"

    /// More people who hold something, some of them no longer.
    func staffed() async throws {
        let (today, deed) = (Self.today, deed(by: nil))
        try await database.write { writer in
            for (id, role, place, person, ends) in [
                ("emergency", Role.emergencyLead, Mandate.Place.unit(Self.chemistry), Self.karl, nil as Day?),
                ("hr", .hrPartner, .unit(Self.university), Self.rikke, nil),
                ("union", .unionRepresentative, .unit(Self.laboratories), Self.sara, nil),
                ("former", .member, .body(Self.committee), Self.sara, today - 30),
            ] {
                let mandate = Mandate(
                    id: ID(id), role: role, in: place, person: person.id, origin: .appointed, starts: today - 400,
                    ends: ends)
                try writer.apply(mandate.given(to: person.name), deed)
            }
        }
    }
}
