import Access
import Kernel
import Markup
import Organisation

/// What mends a flaw: the form to which its button leads, with what is known filled in.
public enum Mending: Sendable, Equatable {
    case callElection(BodyID, Franchise, seats: Int)
    /// One is called already.
    case seeElections(BodyID)
    case giveSeat(Mandate.Place, Role, Mandate.Origin, email: String? = nil, from: Day? = nil)
    case endSeat(BodyID)
    case addBody(BodyKind, unit: String, name: Words)
    case changeArea(BodyID)

    public var link: Link {
        switch self {
        case .callElection(let body, let franchise, let seats):
            ("/bodies/\(body)/elections/new" as Link).with([
                ("franchise", franchise.rawValue), ("seats", String(seats)),
            ])
        case .seeElections(let body): "/bodies/\(body)/elections"
        case .giveSeat(let place, let role, let origin, let email, let day):
            Self.seats(of: place).with([
                ("role", role.rawValue), ("origin", origin.rawValue), ("email", email ?? ""),
                ("starts", day?.text ?? ""),
            ])
        case .endSeat(let body): "/bodies/\(body)/seats"
        case .addBody(let kind, let unit, let name):
            ("/bodies/new" as Link).with([
                ("kind", kind.rawValue), ("units", unit), ("name_da", name.danish), ("name_en", name.english),
            ])
        case .changeArea(let body): "/bodies/\(body)/edit"
        }
    }

    /// Bodies are added by the administrator.
    var isForAdministrator: Bool {
        if case .addBody = self { true } else { false }
    }

    private static func seats(of place: Mandate.Place) -> Link {
        switch place {
        case .body(let body): "/bodies/\(body)/seats"
        case .unit(let unit): "/units/\(unit)/offices"
        }
    }
}
