import Kernel

/// Causes as the chains that they are: each answers why another one was so. The fishbone shows the same by their sides.
struct CauseTree: Sendable {
    struct Line: Sendable {
        let cause: Cause
        /// Nought where it answers the event itself.
        let depth: Int
        /// Nothing answers why it was so: where a chain ends, for now.
        let isRoot: Bool
        /// Its own, or that of the nearest cause above it that has one.
        let bone: Bone?
    }

    /// Each cause, followed by those that answer it.
    let lines: [Line]
    private let children: [ID<Cause>: [Cause]]

    init(_ causes: [Cause]) {
        let causes = causes.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
        let known = Set(causes.map(\.id))
        let children = Dictionary(grouping: causes.filter { $0.parent != nil }) { $0.parent ?? $0.id }
        var lines: [Line] = []
        var seen: Set<ID<Cause>> = []
        func walk(_ cause: Cause, _ depth: Int, _ above: Bone?) {
            guard seen.insert(cause.id).inserted else { return }
            let (below, bone) = (children[cause.id] ?? [], cause.bone ?? above)
            lines.append(Line(cause: cause, depth: depth, isRoot: below.isEmpty, bone: bone))
            for next in below { walk(next, depth + 1, bone) }
        }
        for cause in causes where cause.parent.map({ !known.contains($0) }) ?? true { walk(cause, 0, nil) }
        // What would go round in a ring is shown all the same.
        for cause in causes { walk(cause, 0, nil) }
        self.lines = lines
        self.children = children
    }

    var isEmpty: Bool { lines.isEmpty }
    var causes: [Cause] { lines.map(\.cause) }

    subscript(id: ID<Cause>) -> Cause? { lines.first { $0.cause.id == id }?.cause }

    /// The cause with all that answers it, and what answers that.
    func branch(of id: ID<Cause>) -> Set<ID<Cause>> {
        var found: Set<ID<Cause>> = [id]
        var waiting = [id]
        while let next = waiting.popLast() {
            for child in children[next] ?? [] where found.insert(child.id).inserted { waiting.append(child.id) }
        }
        return found
    }

    /// What hangs on a bone, in the order of the chains; those on none where nothing is asked for.
    func lines(on bone: Bone?) -> [Line] { lines.filter { $0.bone == bone } }
}
