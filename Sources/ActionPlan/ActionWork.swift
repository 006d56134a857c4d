import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// What a viewer does with actions, inside one write: find it, ask whether it may be done, decide, write. The pages
/// and the programs' routes both come here.
struct ActionWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed
    let origins: Origins

    init(_ writer: Writer, _ visit: Visit, _ origins: Origins) {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
        self.origins = origins
    }

    var reader: Reader { writer.reader }
    var store: ActionStore { ActionStore(reader) }
    private var board: BoardStore { BoardStore(reader) }

    /// - Throws: `Problems`, and `Refusal` where the plan is out of reach.
    func create(_ fields: Fields) throws -> Action {
        let body = try SeenPlan.worked(BodyID(fields["body"].trimmed), by: viewer, reader).body
        let origin = try origin(fields)
        let agreed = try agreement(fields, of: body, was: nil)
        let cell = BoardStore.Cell(body: body.id, stage: .started, theme: agreed.theme)
        let action = Action(
            id: deed.identities.ordered(at: deed.moment), body: body.id, agreed: agreed, origin: origin,
            rank: try board.rank(cell, before: nil, without: nil).rank, createdBy: deed.person, createdAt: deed.moment,
            changedAt: deed.moment)
        try writer.apply(action.created(deed), deed)
        return action
    }

    /// - Throws: `EditConflict` where somebody else changed it since the form was made.
    func change(_ id: ActionID, _ fields: Fields) throws -> Action {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard let body = try BodyStore(reader).find(action.body, on: deed.day) else { throw Refusal.notFound }
        var reading = Reading(fields)
        let version = reading.version()
        try reading.finish()
        guard version == action.version else { throw EditConflict(current: action) }
        let chosen = try fields.choosing(theirsIn: action.agreed)
        let agreed = try agreement(chosen, of: body, was: action.agreed)
        let name = try PersonStore(reader).name(of: agreed.responsible) ?? ""
        let change = action.changed(
            to: agreed, concerned: try store.concerned(with: action), responsibleName: name, deed)
        try writer.apply(change, deed)
        // Who is asked for a decision sees what the action is about.
        let asked = Set(try LeaderStore(reader).open(of: id).map(\.leader)).sorted()
        try writer.apply(Change([], journal: [], raising: asked.map(Topic.actions)), deed)
        return try store.find(id) ?? action
    }

    /// A closed action that is moved away is opened again.
    func move(_ id: ActionID, _ fields: Fields) throws -> Action {
        let seen = try SeenAction(id, for: viewer, reader)
        guard seen.standing.mayMove else { throw Refusal.forbidden(PlanRefusals.move) }
        let action = seen.action
        let themes = Set(try board.openThemes(of: action.body).map(\.id))
        let move = try Move(fields, themes: themes, was: action.agreed.theme)
        guard move.version == action.version else { throw Refusal.conflict(PlanRefusals.stale) }
        guard move.stage != .closed || !action.isOpen else {
            throw Problems(PlanProblem.closedElsewhere, at: "stage")
        }
        guard move.stage != .closed else { throw Refusal.conflict(PlanRefusals.closedAlready) }
        let cell = BoardStore.Cell(body: action.body, stage: move.stage, theme: move.theme)
        let (rank, renumbering) = try board.rank(cell, before: move.before, without: id)
        let change =
            action.isOpen
            ? action.moved(to: move, rank: rank, renumbering: renumbering, deed)
            : action.reopened(
                to: move, rank: rank, renumbering: renumbering, concerned: try store.concerned(with: action), deed)
        try writer.apply(change, deed)
        return try store.find(id) ?? action
    }

    func close(_ id: ActionID, _ fields: Fields) throws -> Closure {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard action.isOpen else { throw Refusal.conflict(PlanRefusals.closedAlready) }
        let asked = try PlanSetting(of: action.body, reader).asked(of: action, on: deed.day)
        let closure = try Closure(fields, on: deed.day, asked: asked)
        let change = action.closed(
            closure, id: deed.identities.ordered(at: deed.moment), concerned: try store.concerned(with: action), deed)
        let example = try example(of: action, closure, fields)
        try writer.apply(change, deed)
        try withdrawRequests(of: action)
        try RecurrenceWork(writer: writer, deed: deed).follow(closing: action)
        if let example { try writer.apply(example.shared(of: action.body), deed) }
        return closure
    }

    func reopen(_ id: ActionID) throws {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard !action.isOpen else { throw Refusal.conflict(PlanRefusals.notClosed) }
        var fields = Fields()
        fields["stage"] = Stage.underWay.rawValue
        fields["version"] = String(action.version)
        _ = try move(id, fields)
    }

    func hold(_ id: ActionID, _ fields: Fields) throws {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard action.isOpen else { throw Refusal.conflict(PlanRefusals.closedAlready) }
        let hold = try Hold(fields, on: deed.day)
        // Programs that know nothing of it write over it, as they always did.
        if let old = action.hold, old != hold, fields.has("was_reason"),
            fields["was_reason"].withPlainNewlines.trimmed != old.reason
        {
            throw Problems(PlanProblem.heldMeanwhile(old.reason, old.lookAgainOn), at: "reason")
        }
        try writer.apply(action.held(hold, concerned: try store.concerned(with: action), deed), deed)
    }

    func resume(_ id: ActionID) throws {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard action.hold != nil else { return }
        try writer.apply(action.resumed(deed), deed)
    }

    func comment(_ id: ActionID, _ fields: Fields) throws {
        let seen = try SeenAction(id, for: viewer, reader)
        let text = try Comment.text(fields)
        let change = seen.action.commented(
            text, id: deed.identities.ordered(at: deed.moment), by: viewer.person, deed)
        try writer.apply(change, deed)
    }

    private func agreement(_ fields: Fields, of body: Body, was old: Agreement?) throws -> Agreement {
        let people = try PersonStore(reader).here(Agreement.people(namedIn: fields), on: deed.day)
        let candidates = Candidates(
            units: Set(try UnitStore(reader).within(body.units, on: deed.day).map(\.id)),
            themes: Set(try board.openThemes(of: body.id).map(\.id)), people: people)
        return try Agreement(fields, among: candidates, on: deed.day, was: old)
    }

    /// What the maker may not see is as unknown as what does not exist.
    private func origin(_ fields: Fields) throws -> Origin? {
        let text = fields["origin"].trimmed
        guard !text.isEmpty else { return nil }
        guard let origin = Origin(text), try origins.told(origin, to: viewer, reader) != nil else {
            throw Problems(FieldProblem.unknown, at: "origin")
        }
        return origin
    }
}

/// Somebody else changed the action since this viewer's form was made.
struct EditConflict: Error {
    let current: Action
}
