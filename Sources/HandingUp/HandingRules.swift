import Access
import Kernel
import Organisation

/// What a group asks of a body above, as a form has it.
struct NewHanding: Sendable, Equatable {
    let to: BodyID
    let what: String
    let asked: String
    let why: String

    /// - Parameter above: who may be asked.
    init(_ fields: Fields, among above: [Body]) throws(Problems) {
        var reading = Reading(fields)
        let to: BodyID? = reading.optionalID("to")
        if to == nil { reading.note(FieldProblem.missing, at: "to") }
        if let to, !above.contains(where: { $0.id == to }) { reading.note(FieldProblem.unknown, at: "to") }
        what = reading.text("what", limit: Handing.whatLimit)
        asked = reading.text("asked", limit: Handing.textLimit)
        why = reading.text("why", limit: Handing.textLimit)
        try reading.finish()
        self.to = to ?? BodyID("")
    }
}

/// The bodies as they stand over each other: a pure picture of what was read, so that the rule can be tried alone.
struct Ladder: Sendable {
    /// A body that looks after the unit, and how far above it lies the unit by which it does.
    struct Rung: Sendable {
        let body: Body
        let distance: Int
    }

    let own: Body
    /// Those that the own one answers to, the nearest first.
    let parents: [Body]
    /// Those that look after the unit, the nearest first.
    let covering: [Rung]

    /// To whom it may be handed: open, above, and none that has it or passed it here. The nearest first.
    /// - Parameter had: the bodies on whose plans it already stands, or that wait for an answer to it themselves.
    func above(had: Set<BodyID>, on day: Day) -> [Body] {
        let height = covering.first { $0.body.id == own.id }?.distance ?? 0
        let over = covering.filter { rung in
            guard rung.body.parent != own.id else { return false }
            return rung.distance > height
                || rung.distance == height && rung.body.kind.isOver(own.kind)
        }
        var known: Set<BodyID> = [own.id]
        return (parents + over.map(\.body)).filter { body in
            body.isOpen(on: day) && !had.contains(body.id) && known.insert(body.id).inserted
        }
    }
}

extension BodyKind {
    /// Of two that look after the same unit, which one the other turns to.
    fileprivate func isOver(_ other: BodyKind) -> Bool { height > other.height }

    private var height: Int {
        switch self {
        case .network, .workingGroup: 0
        case .group: 1
        case .committee, .cooperation, .joint, .coDetermination: 2
        case .main: 3
        }
    }
}

extension Handing {
    /// Nothing where it has been answered, or was taken back.
    func closing(as state: HandingState, _ answer: HandingAnswer, taken: ActionID? = nil) -> Handing? {
        guard self.state == .open else { return nil }
        var copy = self
        copy.state = state
        copy.answer = answer
        copy.taken = taken
        return copy
    }

    /// The action above was closed, or opened again.
    func following(isActionOpen: Bool) -> Handing? {
        guard state == (isActionOpen ? .done : .taken) else { return nil }
        var copy = self
        copy.state = isActionOpen ? .taken : .done
        return copy
    }
}
