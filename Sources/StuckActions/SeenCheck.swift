import Access
import ActionPlan
import Kernel
import Organisation
import Storage
import Web

/// A check that the viewer may see: whoever reads the action.
struct SeenCheck {
    let check: StuckCheck
    let action: Action
    let standing: Standing
    /// Of those asked.
    let people: [PersonID: Bool]
    /// Is asked to answer: has a part in the action, a seat in its body, or was invited.
    let isAsked: Bool
    /// Compare, stop, and say what comes of it.
    let mayLead: Bool

    /// - Throws: `Refusal.notFound` where it is not there, or its action is not within reach.
    init(_ id: CheckID, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        guard let check = try StuckStore(reader).find(id) else { throw Refusal.notFound }
        let seen = try SeenAction(check.action, for: viewer, reader)
        (self.check, action, standing) = (check, seen.action, seen.standing)
        people = try StuckStore(reader).people(of: id)
        mayLead = viewer.isSomebody && viewer.leads(seen)
        let hasSeat = viewer.mandates.contains { $0.body == check.body }
        isAsked = viewer.isSomebody && (people[viewer.person] != nil || action.isMoved(by: viewer.person) || hasSeat)
    }

    var answered: Int { people.values.count { $0 } }
    var isOpen: Bool { check.isOpen && action.isOpen }

    /// - Throws: `Refusal.forbidden` where the viewer may see it, but not lead it.
    static func led(_ id: CheckID, by viewer: Viewer, on day: Day, _ reader: Reader) throws -> SeenCheck {
        let seen = try SeenCheck(id, for: viewer, on: day, reader)
        guard seen.mayLead else { throw Refusal.forbidden(CheckRefusals.lead) }
        return seen
    }
}

extension Viewer {
    /// Starts and leads a check: who works on the plan, and whoever is responsible.
    func leads(_ seen: SeenAction) -> Bool {
        seen.standing.mayWork || seen.action.agreed.responsible == person
    }
}
