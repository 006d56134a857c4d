import Kernel
import Organisation
import Reports

/// Who reads what is told in confidence at an invented university, and two cases for a newcomer to see how they look.
struct InventedTrust {
    let university: InventedUniversity
    let dice: Dice
    let today: Day

    /// For each unit whose committee has a coordinator: he or she, and as deputy somebody without any mandate there.
    func namings() -> [ConfidenceFill.Naming] {
        let bodies = Dictionary(university.bodies.map { ($0.id, $0) }) { first, _ in first }
        let known = Set(university.mandates.map(\.person)).union(university.accounts.map(\.person))
        var deputies = university.people.filter { $0.kind == .employee && !known.contains($0.id) }.map(\.id)[...]
        var units: Set<UnitID> = []
        return university.mandates.compactMap { mandate in
            guard mandate.role == .coordinator, mandate.isHeld(on: today), let body = mandate.body,
                let unit = bodies[body]?.units.first, units.insert(unit).inserted, let deputy = deputies.popFirst()
            else { return nil }
            return ConfidenceFill.Naming(
                unit: unit, handler: mandate.person, deputy: deputy, starts: today - 400, namedBy: mandate.person)
        }
    }

    /// One that waits, and one that has been read.
    func cases(in area: InventedUniversity.Area, readBy handler: PersonID) -> [(report: Report, code: ReportCode)] {
        let unread = report(
            .offensive, "En kollega bliver talt ned til på hvert holdmøde, og de andre griner med.", "Holdmødet",
            from: area, daysAgo: 1)
        var read = report(
            .psychological, "Efter opkaldet i sidste uge kan jeg ikke sove. Jeg hører det hele tiden igen.", "",
            from: area, daysAgo: 12)
        read = read.seen(by: handler, on: today - 11)
        return [unread, read].map { ($0, .new(dice.identities)) }
    }

    private func report(
        _ kind: ReportKind, _ what: String, _ place: String, from area: InventedUniversity.Area, daysAgo: Int
    ) -> Report {
        Report(
            id: dice.identities.random(), kind: kind, unit: dice.one(of: area.sections), what: what, place: place,
            happened: nil, reported: today - daysAgo, sender: .anonymous)
    }
}
