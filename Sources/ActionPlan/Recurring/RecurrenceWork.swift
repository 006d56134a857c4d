import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

extension ActionWork {
    /// Lets an open action come again, in another rhythm, or again after it was stopped.
    func recur(_ id: ActionID, _ fields: Fields) throws {
        let (action, chain) = try Self.toRecur(id, by: viewer, reader)
        let choice = try RecurrenceChoice(fields, on: deed.day)
        guard let old = chain else {
            let new = Recurrence(
                id: deed.identities.ordered(at: deed.moment), of: action, choice.rhythm, isByDay: choice.isByDay,
                ends: choice.ends)
            return try writer.apply(new.set(on: action), deed)
        }
        var new = old
        (new.rhythm, new.isByDay, new.ends, new.stop) = (choice.rhythm, choice.isByDay, choice.ends, nil)
        if new.rhythm != old.rhythm { (new.anchor, new.nominal) = (action.agreed.due, action.agreed.due) }
        try writer.apply(new.changed(from: old, on: action), deed)
    }

    func stopRecurring(_ id: ActionID) throws {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard let (chain, _) = try RecurrenceStore(reader).chain(of: id), chain.isRunning else { return }
        guard chain.action == id else { throw Refusal.conflict(RecurrenceRefusals.cameAgain) }
        try writer.apply(chain.stopped(.init(day: deed.day, reason: .stopped), on: action), deed)
    }

    /// An open action that nothing has followed in its chain, and the chain where it has one.
    static func toRecur(_ id: ActionID, by viewer: Viewer, _ reader: Reader) throws -> (Action, Recurrence?) {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        let chain = try RecurrenceStore(reader).chain(of: id)?.0
        guard chain == nil || chain?.action == id else { throw Refusal.conflict(RecurrenceRefusals.cameAgain) }
        guard action.isOpen else { throw Refusal.conflict(PlanRefusals.closedAlready) }
        return (action, chain)
    }
}

/// Puts the next action of a chain on the plan, in the write that closes the latest or by the job. Nobody's rights are
/// asked: who set the chain had them.
struct RecurrenceWork {
    let writer: Writer
    let deed: Deed

    private var reader: Reader { writer.reader }

    /// What follows where an action is closed.
    /// - Returns: the next one, where there is one.
    @discardableResult
    func follow(closing action: Action) throws -> Action? {
        guard let (chain, _) = try RecurrenceStore(reader).chain(of: action.id), chain.action == action.id,
            chain.isRunning, !chain.isByDay
        else { return nil }
        return try comeAgain(after: action, chain)
    }

    /// What follows where an action's day has come, unless somebody was there before.
    @discardableResult
    func follow(dayOf id: ActionID) throws -> Action? {
        guard let (chain, _) = try RecurrenceStore(reader).chain(of: id), chain.action == id, chain.isRunning,
            chain.isByDay, let action = try ActionStore(reader).find(id), action.agreed.due <= deed.day
        else { return nil }
        return try comeAgain(after: action, chain)
    }

    private func comeAgain(after action: Action, _ chain: Recurrence) throws -> Action? {
        func stop(_ reason: Recurrence.Stop.Reason) throws -> Action? {
            try writer.apply(chain.stopped(.init(day: deed.day, reason: reason), on: action), deed)
            return nil
        }
        let last = max(chain.nominal, action.agreed.due, deed.day)
        guard let day = chain.rhythm.first(after: last, from: chain.anchor), chain.ends.map({ day <= $0 }) ?? true
        else { return try stop(.ended) }
        guard let body = try BodyStore(reader).find(action.body, on: deed.day), body.isOpen(on: deed.day),
            let first = body.units.first
        else { return try stop(.closed) }
        let people = try PersonStore(reader).here(
            action.agreed.partners.union([action.agreed.responsible]), on: deed.day)
        let isHere = people.contains(action.agreed.responsible)
        guard let responsible = try isHere ? action.agreed.responsible : whoLeads(body) else {
            return try stop(.nobody)
        }
        let units = Set(try UnitStore(reader).within(body.units, on: deed.day).map(\.id))
        let themes = Set(try BoardStore(reader).openThemes(of: body.id).map(\.id))
        var agreed = action.agreed
        agreed.due = day.orNextWorkingDay
        agreed.followUpOn = agreed.followUpOn.map { $0 + (agreed.due - action.agreed.due) }
        agreed.responsible = responsible
        agreed.partners = agreed.partners.intersection(people).subtracting([responsible])
        if !units.contains(agreed.unit) { agreed.unit = first }
        if let theme = agreed.theme, !themes.contains(theme) { agreed.theme = nil }
        let cell = BoardStore.Cell(body: body.id, stage: .started, theme: agreed.theme)
        let next = Action(
            id: deed.identities.ordered(at: deed.moment), body: body.id, agreed: agreed,
            origin: Origin(kind: "action", id: action.id.text),
            rank: try BoardStore(reader).rank(cell, before: nil, without: nil).rank, createdBy: deed.person,
            createdAt: deed.moment, changedAt: deed.moment)
        let gone = action.agreed.responsible
        let name = try isHere ? nil : PersonStore(reader).name(of: gone) ?? ""
        try writer.apply(
            chain.cameAgain(as: next, after: action, on: day, insteadOf: name.map { (gone, $0) }, deed), deed)
        return next
    }

    /// The chair, else whoever leads, else the first who works for the body.
    private func whoLeads(_ body: Body) throws -> PersonID? {
        let seats = try BodyStore(reader).seats(of: body.id, on: deed.day).filter { $0.mandate.role.givesRights }
        let here = try PersonStore(reader).here(Set(seats.map(\.mandate.person)), on: deed.day)
        return seats.first { here.contains($0.mandate.person) }?.mandate.person
    }
}

extension ActionPlan {
    /// More than this in one run no organisation has; the rest is done in the next.
    private static let mostAtOnce = 1000

    /// Puts on the plans what comes again today, closed or not. Each in a write of its own, so that one that cannot be
    /// made holds no other back.
    /// - Returns: how many were made.
    public static func comeAgain(in house: House) async throws -> Int {
        let moment = house.clock()
        let due = try await house.database.read { try RecurrenceStore($0).due(on: moment.day, most: mostAtOnce) }
        let deed = Deed(by: nil, at: moment, identities: house.identities, followers: house.followers)
        var count = 0
        for id in due {
            try Task.checkCancellation()
            let next = try await house.database.write { try RecurrenceWork(writer: $0, deed: deed).follow(dayOf: id) }
            count += next == nil ? 0 : 1
        }
        return count
    }
}

/// Why a chain cannot be changed from here.
enum RecurrenceRefusals {
    static let cameAgain = Words(
        da: "Indsatsen er allerede kommet igen. Gå til den nyeste, og ret det der.",
        en: "The action has come again already. Go to the latest one, and change it there.")
}
