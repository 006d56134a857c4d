import Access
import Journal
import Kernel
import Storage
import Web

/// What a viewer does with ideas, inside one write. The pages and the programs' routes both come here.
struct IdeaWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed

    init(_ writer: Writer, _ visit: Visit) {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
    }

    private var reader: Reader { writer.reader }

    /// Stands once for each person, however often it is given.
    /// - Throws: `Refusal` where it is one's own, or is decided already.
    func support(_ id: IdeaID, _ support: IdeaSupport) throws {
        let idea = try SeenIdea(id, for: viewer, on: deed.day, reader).idea
        guard !viewer.isGiver(of: idea) else { throw Refusal.conflict(IdeaRefusals.ownIdea) }
        guard try IdeaStore(reader).support(of: id, by: viewer.person) != support else { return }
        guard idea.isOpen else { throw Refusal.conflict(IdeaRefusals.decided) }
        try writer.apply(idea.supported(support, by: viewer.person), deed)
    }

    func withdraw(_ id: IdeaID) throws {
        let idea = try SeenIdea(id, for: viewer, on: deed.day, reader).idea
        guard try IdeaStore(reader).support(of: id, by: viewer.person) != nil else { return }
        try writer.apply(idea.unsupported(by: viewer.person), deed)
    }

    /// - Throws: `Problems`, and `Refusal` where the viewer does not decide here.
    func decide(
        _ id: IdeaID, _ fields: Fields, _ read: (inout Reading) -> IdeaDecision
    ) throws -> IdeaDecision {
        let idea = try SeenIdea.decidable(id, by: viewer, on: deed.day, reader).idea
        var reading = Reading(fields)
        let decision = read(&reading)
        try reading.finish()
        guard Int(fields["version"].trimmed) == idea.version else { throw Problems(IdeaProblem.decidedMeanwhile) }
        let decided = try idea.decided(decision, by: deed.person, on: deed.day)
        guard decided != idea else { return decision }
        try writer.apply(decided.saved(instead: idea, as: decision.verb), deed)
        if let telling = IdeaTelling.of(decision, on: decided.what) {
            try writer.apply(idea.told(telling, reader, deed), deed)
        }
        return decision
    }
}
