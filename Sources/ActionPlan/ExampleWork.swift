import Access
import Kernel
import Organisation
import Storage
import Web

extension ActionWork {
    /// Whether others may learn from the action, and what may not be told of where it came from.
    struct Sharing {
        /// What the action came from in the first place.
        let root: Origin?
        /// Nothing where it may be told in any words.
        let discretion: Discretion?

        /// Nothing may be told at all.
        var isBarred: Bool { if case .nothing = discretion { true } else { false } }
        /// The title is to be written anew for others, since somebody else's words may stand in it.
        var needsOwnWords: Bool { root.map { $0.kind != "example" } ?? false }
    }

    static func sharing(of action: Action, _ origins: Origins, _ reader: Reader) throws -> Sharing {
        let root = try ActionStore(reader).root(of: action)
        // In which words it was told nobody knows any more.
        if let root, root.isErased { return Sharing(root: root, discretion: .nothing) }
        return Sharing(root: root, discretion: try root.flatMap { try origins.discretion(of: $0, reader) })
    }

    /// What the group ticked when it closed the action: that others may learn from it. Nothing where it did not, or where
    /// it did not work.
    func example(of action: Action, _ closure: Closure, _ fields: Fields) throws -> Example? {
        guard Reading(fields).isTicked("share"), closure.effect == .yes else { return nil }
        let sharing = try Self.sharing(of: action, origins, reader)
        guard !sharing.isBarred else { throw Problems(PlanProblem.mayNotBeShared, at: "share") }
        var reading = Reading(fields)
        let title = reading.text("title_for_others", limit: Agreement.whatLimit)
        try reading.finish()
        var words: String?
        if case .inOtherWords(let than) = sharing.discretion { words = than }
        let near = try near(action)
        let text = try ExampleText(
            title: title, done: closure.done, learned: closure.learned, naming: near.people, places: near.places,
            repeating: words)
        return Example(
            id: deed.identities.random(), action: action.id, title: text.title, done: text.done, learned: text.learned,
            kind: action.agreed.kind, lasted: false, year: deed.day.year, root: sharing.root)
    }

    /// Lets others learn from an action that was closed before.
    func share(_ id: ActionID, _ fields: Fields) throws {
        let (action, made) = try Self.toShare(id, by: viewer, reader)
        var fields = fields
        fields["share"] = "on"
        guard let example = try example(of: action, made.closure, fields) else {
            throw Refusal.conflict(PlanRefusals.noExample)
        }
        let judgements = try store.judgements(of: id).filter { $0.closure == made.id }
        guard judgements.last?.lasted != .no else { throw Refusal.conflict(PlanRefusals.noExample) }
        let whole = Example(
            id: example.id, action: id, title: example.title, done: example.done, learned: example.learned,
            kind: example.kind, lasted: judgements.last?.lasted == .yes, year: made.at.day.year, root: example.root)
        try writer.apply(whole.shared(of: action.body), deed)
    }

    /// A closed action that worked.
    static func toShare(_ id: ActionID, by viewer: Viewer, _ reader: Reader) throws -> (Action, MadeClosure) {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard !action.isOpen,
            let made = try ActionStore(reader).closures(of: id).first(where: { $0.reopenedAt == nil }),
            made.closure.effect == .yes
        else { throw Refusal.conflict(PlanRefusals.noExample) }
        return (action, made)
    }

    func withdrawExample(of id: ActionID) throws {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard let example = try ExampleStore(reader).find(of: id) else { return }
        try writer.apply(example.withdrawn(of: action.body), deed)
    }

    /// What would tell who and where it was: names of the group and its units, of their people, and of whoever had a part
    /// in it.
    func near(_ action: Action) throws -> (people: [String], places: [String]) {
        guard let body = try BodyStore(reader).find(action.body, on: deed.day) else { return ([], []) }
        let choices = try FormChoices(body, naming: try store.concerned(with: action), on: deed.day, reader)
        let places = ([body.name] + choices.units.map(\.name)).flatMap { [$0.danish, $0.english] }
        return (choices.people.map(\.name), places)
    }
}

extension ActionStore {
    /// What an action came from in the first place, through those that it followed from: a report, an idea, an example.
    func root(of action: Action) throws -> Origin? {
        var (origin, steps) = (action.origin, 0)
        while let one = origin, one.kind == "action", steps < 100 {
            // However long a chain has come again, its first action tells.
            let first = try RecurrenceStore(reader).first(before: ActionID(one.id)) ?? ActionID(one.id)
            origin = try find(first)?.origin
            steps += 1
        }
        return origin
    }
}
