import Access
import ActionPlan
import Journal
import Kernel
import Organisation
import Storage
import Web

/// What a viewer does with what is handed up, inside one write.
struct HandingWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed

    init(_ writer: Writer, _ visit: Visit) {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
    }

    init(_ writer: Writer, _ deed: Deed) {
        self.writer = writer
        viewer = .nobody(language: .danish)
        self.deed = deed
    }

    private var reader: Reader { writer.reader }
    private var store: HandingStore { HandingStore(reader) }

    func handUp(_ id: ActionID, _ fields: Fields) throws -> Handing {
        let (action, own) = try Self.toHandUp(id, by: viewer, on: deed.day, reader)
        guard try store.inForce(of: id) == nil else { throw Refusal.conflict(HandingRefusals.isUp) }
        let new = try NewHanding(fields, among: try store.above(own, action: action, on: deed.day))
        return try hand(action, from: own, new, previous: nil)
    }

    /// The way to the next body above; this one's part ends with it.
    func passOn(_ id: HandingID, _ fields: Fields) throws -> Handing {
        let seen = try SeenHanding.answerable(id, by: viewer, on: deed.day, reader)
        let above = try store.above(seen.to, action: seen.action, passing: seen.handing, on: deed.day)
        let new = try NewHanding(fields, among: above)
        let answer = HandingAnswer(at: deed.moment, by: deed.person, reason: new.why)
        guard let passed = seen.handing.closing(as: .passedOn, answer) else {
            throw Refusal.conflict(HandingRefusals.answered)
        }
        try writer.apply(passed.saved(instead: seen.handing), deed)
        let next = try hand(seen.action, from: seen.to, new, previous: id)
        let name = above.first { $0.id == new.to }?.name ?? seen.to.name
        try tellBelow(passed, .passedOn(passed.what, to: name))
        return next
    }

    private func hand(_ action: Action, from body: Body, _ new: NewHanding, previous: HandingID?) throws -> Handing {
        let handing = Handing(
            id: deed.identities.ordered(at: deed.moment), action: action.id, owner: action.body, from: body.id,
            to: new.to,
            previous: previous, what: new.what, asked: new.asked, why: new.why, by: deed.person, at: deed.moment)
        let above = try members(of: new.to)
        try writer.apply(handing.handed(telling: above, from: body.name, deed), deed)
        return handing
    }

    func sendBack(_ id: HandingID, _ fields: Fields) throws -> Handing {
        let seen = try SeenHanding.answerable(id, by: viewer, on: deed.day, reader)
        var reading = Reading(fields)
        let reason = reading.text("reason", limit: Handing.textLimit)
        let advice = reading.optionalText("advice", limit: Handing.textLimit)
        try reading.finish()
        let answer = HandingAnswer(at: deed.moment, by: deed.person, reason: reason, advice: advice)
        guard let back = seen.handing.closing(as: .sentBack, answer) else {
            throw Refusal.conflict(HandingRefusals.answered)
        }
        try writer.apply(back.saved(instead: seen.handing), deed)
        try tellBelow(back, .sentBack(back.what, by: seen.to.name))
        return back
    }

    func withdraw(_ id: HandingID) throws -> Handing {
        let seen = try SeenHanding(id, for: viewer, on: deed.day, reader)
        guard seen.below?.standing.mayWork == true else { throw Refusal.forbidden(HandingRefusals.work) }
        guard seen.handing.state == .open else { throw Refusal.conflict(HandingRefusals.answered) }
        try withdraw(seen.handing)
        return seen.handing
    }

    func withdraw(_ handing: Handing) throws {
        guard let back = handing.closing(as: .withdrawn, HandingAnswer(at: deed.moment, by: deed.person)) else {
            return
        }
        try writer.apply(back.saved(instead: handing), deed)
        try writer.apply(handing.takenBack(telling: try members(of: handing.to), deed), deed)
    }

    /// An action on the plan above came of it.
    func take(_ handing: Handing, as action: ActionID) throws {
        let answer = HandingAnswer(at: deed.moment, by: deed.person)
        guard let taken = handing.closing(as: .taken, answer, taken: action) else { return }
        try writer.apply(taken.saved(instead: handing), deed)
        try tellBelow(taken, .taken(taken.what, by: try name(of: taken.to)))
    }

    /// Its action above was closed, or opened again.
    func follow(_ handing: Handing, isActionOpen: Bool, effect: String?) throws {
        guard let moved = handing.following(isActionOpen: isActionOpen) else { return }
        // Those below may have handed it up anew meanwhile: the old way stays as it ended.
        if isActionOpen, try store.inForce(of: handing.action) != nil { return }
        try writer.apply(moved.saved(instead: handing), deed)
        if !isActionOpen { try tellBelow(moved, .done(moved.what, by: try name(of: moved.to), effect)) }
    }

    /// All who had a part in the action below, and the members of every body that handed it up.
    private func tellBelow(_ handing: Handing, _ telling: HandingTelling) throws {
        guard let action = try ActionStore(reader).find(handing.action) else { return }
        let people = try ActionStore(reader).concerned(with: action).union(try members(of: action.body))
            .union(try members(of: handing.from))
        try writer.apply(handing.told(people, telling, deed), deed)
    }

    private func members(of body: BodyID) throws -> Set<PersonID> {
        Set(
            try BodyStore(reader).seats(of: body, on: deed.day).filter(\.mandate.role.givesRights)
                .map(\.mandate.person))
    }

    private func name(of body: BodyID) throws -> Words {
        try BodyStore(reader).find(body, on: deed.day)?.name ?? Words(da: "Udvalget", en: "The committee")
    }

    /// An open action that the viewer may hand up, and the body that does it.
    static func toHandUp(_ id: ActionID, by viewer: Viewer, on day: Day, _ reader: Reader) throws -> (Action, Body) {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard action.isOpen else { throw Refusal.conflict(HandingRefusals.isClosed) }
        guard let body = try BodyStore(reader).find(action.body, on: day) else { throw Refusal.notFound }
        return (action, body)
    }
}
