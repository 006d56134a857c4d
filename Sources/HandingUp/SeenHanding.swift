import Access
import ActionPlan
import Kernel
import Organisation
import Storage
import Web

extension SeenAction {
    /// Nothing where it is not within the viewer's reach.
    static func within(_ id: ActionID, for viewer: Viewer, _ reader: Reader) throws -> SeenAction? {
        do {
            return try SeenAction(id, for: viewer, reader)
        } catch Refusal.notFound {
            return nil
        }
    }
}

/// A handing that the viewer may see: who reads the action below, and who works on the plan above.
struct SeenHanding {
    let handing: Handing
    /// The action below.
    let action: Action
    let from: Body
    let to: Body
    /// What the viewer may do with the action below; nothing where it is not within reach.
    let below: SeenAction?
    /// Take it on, send it back, hand it further up.
    let mayAnswer: Bool

    /// - Throws: `Refusal.notFound` where it is not there or not within reach.
    init(_ id: HandingID, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        guard let handing = try HandingStore(reader).find(id),
            let action = try ActionStore(reader).find(handing.action),
            let from = try BodyStore(reader).find(handing.from, on: day),
            let to = try BodyStore(reader).find(handing.to, on: day)
        else { throw Refusal.notFound }
        below = try .within(handing.action, for: viewer, reader)
        mayAnswer = try viewer.isSomebody && viewer.works.includes(to.id, covering: to.units, reader)
        guard below != nil || mayAnswer else { throw Refusal.notFound }
        (self.handing, self.action, self.from, self.to) = (handing, action, from, to)
    }

    var mayWithdraw: Bool { handing.state == .open && below?.standing.mayWork == true }

    /// - Throws: `Refusal.forbidden` where the viewer may see it, but does not work above.
    static func answerable(_ id: HandingID, by viewer: Viewer, on day: Day, _ reader: Reader) throws -> SeenHanding {
        let seen = try SeenHanding(id, for: viewer, on: day, reader)
        guard seen.mayAnswer else { throw Refusal.forbidden(HandingRefusals.answer) }
        guard seen.handing.state == .open else { throw Refusal.conflict(HandingRefusals.answered) }
        return seen
    }
}
