import Access
import Elections
import Kernel
import Organisation

/// The elections that gave the representatives their seats, filed with what came of them, one that found no candidate
/// for every vacant seat, and the one of the first group that is under way.
struct InventedElections {
    let university: InventedUniversity
    let dice: Dice
    let today: Day

    func all() -> [PastElection] {
        let areas = Dictionary(uniqueKeysWithValues: university.areas.map { ($0.group, $0) })
        var found: [PastElection] = []
        let callers = callers()
        var represented: Set<BodyID> = []
        for mandate in university.mandates where mandate.role == .representative && mandate.origin == .elected {
            guard let body = mandate.body, let area = areas[body], let caller = callers[body] else { continue }
            if mandate.isHeld(on: today) { represented.insert(body) }
            found.append(filed(mandate, area, by: caller))
        }
        for area in university.areas where !represented.contains(area.group) {
            if let caller = callers[area.group] { found.append(unfilled(area, by: caller)) }
        }
        if let area = university.areas.first, let caller = callers[area.group] {
            found.append(underWay(area, by: caller))
        }
        return found
    }

    /// Who called the elections of each group: the coordinator of the committee above it, who looks after them.
    private func callers() -> [BodyID: PersonID] {
        var coordinators: [BodyID: PersonID] = [:]
        for mandate in university.mandates where mandate.role == .coordinator && mandate.isHeld(on: today) {
            if let committee = mandate.body { coordinators[committee] = mandate.person }
        }
        return university.bodies.reduce(into: [:]) { callers, body in
            callers[body.id] = body.parent.flatMap { coordinators[$0] }
        }
    }

    private func filed(_ mandate: Mandate, _ area: InventedUniversity.Area, by caller: PersonID) -> PastElection {
        let term = mandate.starts...(mandate.ends ?? InventedTerms.end(from: mandate.starts))
        let others = (0..<dice.below(3)).map { _ in dice.one(of: area.everybody) }.filter { $0 != mandate.person }
        let rivals = Set(others).subtracting(area.members).sorted()
        let electorate = max(2, area.everybody.count - 1)
        var left = max(1, electorate * (55 + dice.below(35)) / 100)
        var votes: [(person: PersonID, votes: Int)] = []
        if !rivals.isEmpty {
            // The winner has more than half, so that no lot is needed.
            let won = left / 2 + 1
            left -= won
            votes.append((mandate.person, won))
            for rival in rivals {
                let some = min(left, dice.below(left + 1))
                left -= some
                votes.append((rival, some))
            }
        }
        return PastElection(
            id: dice.identities.random(), body: area.group, units: area.sections, calledBy: caller, termIs: term,
            electorate: electorate,
            outcome: rivals.isEmpty ? .uncontested(mandate.person) : .decided(votes, blank: left),
            secret: dice.identities.secret())
    }

    private func unfilled(_ area: InventedUniversity.Area, by caller: PersonID) -> PastElection {
        let starts = today - (20 + dice.below(40))
        return PastElection(
            id: dice.identities.random(), body: area.group, units: area.sections, calledBy: caller,
            termIs: starts...InventedTerms.end(from: starts), electorate: max(2, area.everybody.count - 1),
            outcome: .unfilled, secret: "")
    }

    /// People can stand for a week yet; the new term begins when the old one is over.
    private func underWay(_ area: InventedUniversity.Area, by caller: PersonID) -> PastElection {
        let starts = InventedTerms.end(from: InventedTerms.first(before: today)) + 1
        let candidate = area.everybody.first { !area.members.contains($0) }
        return PastElection(
            id: dice.identities.random(), body: area.group, units: area.sections, calledBy: caller,
            termIs: starts...InventedTerms.end(from: starts), electorate: area.everybody.count,
            outcome: .nominating(
                until: today + 7,
                standing: candidate.map {
                    [($0, "Jeg har været her i syv år. Jeg vil have ro til at tale om støj og travlhed.")]
                }
                    ?? []), secret: "")
    }
}
