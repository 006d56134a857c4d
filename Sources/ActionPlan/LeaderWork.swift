import Access
import Kernel
import Organisation
import Storage
import Web

/// A request that the viewer may see: whoever is asked, and whoever reads the action.
struct SeenRequest {
    let request: LeaderRequest
    let action: Action
    let standing: Standing
    /// The viewer is asked, and is still a leader there.
    let mayAnswer: Bool

    init(_ id: RequestID, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        guard id.text.utf8.count <= 64, let request = try LeaderStore(reader).find(id),
            let action = try ActionStore(reader).find(request.action)
        else { throw Refusal.notFound }
        standing = try Standing(viewer, in: action, reader)
        let leads = try LeaderStore.leaders(of: action, on: day, reader).contains { $0.id == viewer.person }
        mayAnswer = viewer.isSomebody && request.leader == viewer.person && leads
        guard standing.mayRead || mayAnswer else { throw Refusal.notFound }
        (self.request, self.action) = (request, action)
    }
}

extension ActionWork {
    func ask(_ id: ActionID, _ fields: Fields) throws -> LeaderRequest {
        let action = try Self.toAskAbout(id, by: viewer, reader)
        let leaders = try Self.whoMayBeAsked(about: action, by: viewer, on: deed.day, reader)
        let new = try NewRequest(fields, among: Set(leaders.map(\.id)), on: deed.day)
        guard try LeaderStore(reader).open(of: id).count < LeaderRequest.mostOpen else {
            throw Problems(PlanProblem.tooManyRequests(limit: LeaderRequest.mostOpen), at: "")
        }
        let request = LeaderRequest(
            id: deed.identities.ordered(at: deed.moment), action: id, body: action.body, wish: new.wish, text: new.text,
            leader: new.leader, answerBy: new.answerBy, askedBy: deed.person, askedAt: deed.moment)
        let group = try BodyStore(reader).find(action.body, on: deed.day)?.name ?? Words(da: "Gruppen", en: "The group")
        try writer.apply(request.asked(about: action, by: group, deed), deed)
        return request
    }

    static func toAskAbout(_ id: ActionID, by viewer: Viewer, _ reader: Reader) throws -> Action {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard action.isOpen else { throw Refusal.conflict(PlanRefusals.closedAlready) }
        return action
    }

    /// Nobody asks herself or himself.
    static func whoMayBeAsked(
        about action: Action, by viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> [(id: PersonID, name: String)] {
        try LeaderStore.leaders(of: action, on: day, reader).filter { $0.id != viewer.person }
    }

    func answer(_ id: RequestID, _ fields: Fields) throws -> LeaderRequest {
        let seen = try SeenRequest(id, for: viewer, on: deed.day, reader)
        guard seen.mayAnswer else { throw Refusal.forbidden(PlanRefusals.answer) }
        guard seen.request.isOpen else { throw Refusal.conflict(PlanRefusals.answeredAlready) }
        let answer = try LeaderAnswer(fields, on: deed.day)
        let concerned = try store.concerned(with: seen.action)
        try writer.apply(seen.request.answered(answer, about: seen.action, concerned: concerned, deed), deed)
        return seen.request
    }

    func withdraw(_ id: RequestID) throws -> LeaderRequest {
        let seen = try SeenRequest(id, for: viewer, on: deed.day, reader)
        guard seen.standing.mayWork else { throw Refusal.forbidden(PlanRefusals.work) }
        guard seen.request.isOpen else { throw Refusal.conflict(PlanRefusals.answeredAlready) }
        try writer.apply(seen.request.withdrawn(about: seen.action, deed), deed)
        return seen.request
    }

    /// What was asked for an action that is closed needs no answer.
    func withdrawRequests(of action: Action) throws {
        for request in try LeaderStore(reader).open(of: action.id) {
            try writer.apply(request.withdrawn(about: action, deed), deed)
        }
    }
}
