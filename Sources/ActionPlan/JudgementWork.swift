import Access
import Kernel
import Organisation
import Storage
import Web

extension ActionWork {
    /// Says whether a closed action lasted: whoever may move it may say so.
    /// - Throws: `Problems`, and `Refusal` where there is nothing to judge, or not yet, or somebody else just did.
    func judge(_ id: ActionID, _ fields: Fields) throws -> Judgement {
        let action = try Self.toJudge(id, by: viewer, on: deed.day, reader).action
        var reading = Reading(fields)
        let version = reading.version()
        try reading.finish()
        guard version == action.version else { throw Refusal.conflict(PlanRefusals.stale) }
        let setting = try PlanSetting(of: action.body, reader)
        let judgement = try Judgement(fields, again: setting.next(after: deed.day))
        guard let closure = try store.closures(of: id).first(where: { $0.reopenedAt == nil }) else {
            throw Refusal.conflict(PlanRefusals.notClosed)
        }
        let change = action.judged(
            judgement, id: deed.identities.ordered(at: deed.moment), of: closure.id,
            concerned: try toldOfJudgement(of: action, judgement.lasted), deed)
        try writer.apply(change, deed)
        return judgement
    }

    /// An action of which it can be said now whether it lasted.
    static func toJudge(_ id: ActionID, by viewer: Viewer, on day: Day, _ reader: Reader) throws -> SeenAction {
        let seen = try SeenAction(id, for: viewer, reader)
        guard seen.standing.mayMove else { throw Refusal.forbidden(PlanRefusals.judge) }
        guard let closedOn = seen.action.closedOn else { throw Refusal.conflict(PlanRefusals.notClosed) }
        guard seen.action.judgeOn != nil else { throw Refusal.conflict(PlanRefusals.judgedAlready) }
        guard closedOn < day else { throw Refusal.conflict(PlanRefusals.judgedTooSoon) }
        return seen
    }

    /// What did not last is for the group to hear, also where none of its members had a part in it.
    private func toldOfJudgement(of action: Action, _ lasted: Lasting) throws -> Set<PersonID> {
        let concerned = try store.concerned(with: action)
        guard lasted == .no else { return concerned }
        let seats = try BodyStore(reader).seats(of: action.body, on: deed.day)
        return concerned.union(seats.filter { $0.mandate.role.givesRights }.map(\.mandate.person))
    }

    func rate(_ id: ActionID, _ fields: Fields) throws {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard action.isOpen else { throw Refusal.conflict(PlanRefusals.closedAlready) }
        try writer.apply(action.rated(try Severity(fields), deed), deed)
    }

    func set(_ body: BodyID, _ fields: Fields) throws {
        let body = try SeenPlan.worked(body, by: viewer, reader).body
        let old = try PlanSetting(of: body.id, reader)
        try writer.apply(try PlanSetting(fields, of: body.id).set(instead: old), deed)
    }
}
