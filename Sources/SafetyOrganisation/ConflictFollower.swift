import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage

/// Tells whoever becomes coordinator and safety representative at once, in the same write as the mandate is given: by
/// hand, by an election or by a program.
enum ConflictFollower {
    static let follow: Follower = { entry, deed, writer in
        guard entry.verb == "seated", let name = entry.after["name"], let place = place(entry.subject),
            let role = entry.after["role"].flatMap(Role.init(rawValue:)),
            [.coordinator, .representative].contains(role),
            let starts = entry.after["starts"].flatMap({ Day($0) })
        else { return }
        let store = MandateStore(writer.reader)
        let given = try store.seats(in: place, on: starts).filter {
            $0.name == name && $0.mandate.role == role && $0.mandate.starts == starts
        }
        for seat in given where seat.mandate.makesDoubleRole(beside: try store.all(of: seat.mandate.person)) {
            // The page is of today: whoever begins later reads of it on the day itself, in the list.
            let words = ConflictTexts.told
            let person = seat.mandate.person
            try writer.apply(Notice.told([person], words, at: "/double-roles/\(person)", deed), deed)
        }
    }

    private static func place(_ subject: Subject) -> Mandate.Place? {
        switch subject.kind {
        case "body": .body(ID(subject.id))
        case "unit": .unit(ID(subject.id))
        default: nil
        }
    }
}
