import Access
import Kernel
import Organisation

/// The days around the beginning and the end of a mandate on which something is asked.
enum HandoverRules {
    static let roles: Set<Role> = [.representative, .leader, .coordinator, .chair, .secretary, .unitLeader]
    /// The page's list is for so many days from the first.
    static let newDays = 90
    /// The one who leaves is asked for so many days before the last, and may write and change for so many after.
    static let askedBefore = 30
    static let askedAfter = 60
    /// A predecessor left at most so many days before somebody else began, or so many after.
    static let gap = 365
    static let overlap = 60
    static let limit = 600

    static func isNew(_ mandate: Mandate, on day: Day) -> Bool { day < mandate.starts + newDays }

    static func isOver(_ mandate: Mandate, on day: Day) -> Bool { (mandate.ends ?? .latest) < day }

    /// Whether its holder has, or had lately, something to hand over.
    static func mayHandOver(_ mandate: Mandate, on day: Day) -> Bool {
        guard let ends = mandate.ends, mandate.starts <= day else { return false }
        return day >= ends - askedBefore && day <= ends + askedAfter
    }

    /// Whether the same person goes on there: then there is nobody to hand over to.
    static func goesOn(_ mandate: Mandate, among own: [Mandate]) -> Bool {
        own.contains { other in
            other.id != mandate.id && other.place == mandate.place && other.role == mandate.role
                && (other.ends ?? .latest) > (mandate.ends ?? .latest)
        }
    }

    /// Whose words the holder reads: nobody's before the mandate has begun, or where the holder took the seat without
    /// anybody else. Where the journal cannot say who gave it, it may have been the holder.
    static func readable(by mandate: Mandate, _ seating: Seating?, among seats: [Seat], on day: Day) -> [Seat] {
        guard mandate.starts <= day, let seating, !seating.isOwn(of: mandate.person) else { return [] }
        return predecessors(of: mandate, recorded: seating.day, among: seats)
    }

    /// Those who held the same seat right before, latest first: theirs are the words that the new one sees. Who came
    /// before them wrote to them. A seat that is dated back brings nobody nearer: the gap ends no sooner than it was
    /// recorded.
    static func predecessors(of mandate: Mandate, recorded: Day, among seats: [Seat]) -> [Seat] {
        let began = max(mandate.starts, recorded)
        let earlier = seats.filter { seat in
            let other = seat.mandate
            guard let ends = other.ends, other.id != mandate.id, other.person != mandate.person else { return false }
            return other.place == mandate.place && other.role == mandate.role && other.starts < mandate.starts
                && ends >= began - gap && ends <= mandate.starts + overlap
        }.sorted { ($0.mandate.ends ?? .latest, $0.mandate.id) > ($1.mandate.ends ?? .latest, $1.mandate.id) }
        guard let last = earlier.first?.mandate.ends else { return [] }
        return earlier.filter { ($0.mandate.ends ?? .latest) >= last - overlap }
    }

    /// Words as somebody wrote them; an empty text takes them back.
    static func words(_ fields: Fields) throws(Problems) -> String {
        var reading = Reading(fields)
        let words = reading.optionalText("words", limit: limit)
        try reading.finish()
        return words
    }
}

/// How a mandate was recorded.
struct Seating: Sendable {
    let day: Day
    /// Whoever recorded it, as far as it was somebody: of a count it was nobody. Where several began in the same role
    /// there on the same day, all who recorded one of them.
    let givers: Set<PersonID>
    /// Those of them who have a seat from the holder's own hand: two who seat each other are nobody else to each other.
    var seatedByHolder: Set<PersonID> = []

    /// Whether the holder took the seat without anybody else.
    func isOwn(of holder: PersonID) -> Bool {
        givers.contains(holder) || !givers.isEmpty && givers.isSubset(of: seatedByHolder)
    }
}

extension Day {
    /// The same day of the month so many months later, or the month's last.
    func adding(months: Int) -> Day {
        let parts = parts
        let month = parts.month - 1 + months
        let (year, place) = (parts.year + month / 12, month % 12 + 1)
        return (0...3).lazy.compactMap { Day(year: year, month: place, day: parts.day - $0) }.first ?? self
    }
}
