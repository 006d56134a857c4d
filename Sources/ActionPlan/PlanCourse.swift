import Journal
import Kernel
import Storage

/// What has become of an action in a span of time, all steps together: what went forth and back again is nothing.
public struct PlanMovement: Sendable, Equatable {
    public var isNew = false
    /// Where it hung before; nothing where it did not move, or is new.
    public var from: Stage?
    /// Where it hangs since; nothing where it did not move.
    public var to: Stage?
    /// True where it was put on hold, false where it was taken up again.
    public var isHeld: Bool?
    /// Who is responsible since; nothing where that is who it was.
    public var taker: PersonID?

    public init() {}

    public var isNothing: Bool { self == PlanMovement() }
    public var isClosed: Bool { to == .closed }
}

/// Reads the plan's journal as its course.
public enum PlanCourse {
    /// More than this no meeting moves.
    static let most = 500

    /// What was made or changed on a plan since then.
    public static func changed(on body: BodyID, since start: Moment, _ reader: Reader) throws -> [ActionID] {
        try reader.values(
            """
            SELECT id FROM action WHERE body_id = \(body) AND changed_at >= \(start)
            ORDER BY changed_at, id LIMIT \(most)
            """)
    }

    /// What became of these actions in the span; of those of which nothing became, there is nothing.
    public static func movements(
        of ids: [ActionID], from start: Moment, to end: Moment, _ reader: Reader
    ) throws -> [ActionID: PlanMovement] {
        let lines = try JournalStore(reader).lines(about: "action", anyOf: ids.map(\.text), from: start, to: end)
        return Dictionary(grouping: lines, by: { ActionID($0.subject.id) }).mapValues(movement).filter {
            !$0.value.isNothing
        }
    }

    /// - Parameter lines: of one action, in their order.
    static func movement(_ lines: [JournalLine]) -> PlanMovement {
        var movement = PlanMovement()
        var (stages, responsible, holds): ([(Stage?, Stage?)], [(String, String)], [Bool]) = ([], [], [])
        for line in lines {
            switch line.verb {
            case "created": movement.isNew = true
            case "moved", "reopened": stages.append((stage(line.before), stage(line.after)))
            case "closed": stages.append((stage(line.before), .closed))
            case "held", "resumed": holds.append(line.verb == "held")
            case "changed":
                guard let before = line.before["responsible"], let after = line.after["responsible"] else { continue }
                responsible.append((before, after))
            default: break
            }
        }
        if let first = stages.first?.0, let last = stages.last?.1, first != last {
            movement.from = movement.isNew ? nil : first
            movement.to = last
        } else if movement.isNew {
            movement.to = stages.last?.1 ?? .started
        }
        if let first = holds.first, first == holds.last { movement.isHeld = first }
        if let first = responsible.first?.0, let last = responsible.last?.1, first != last {
            movement.taker = PersonID(last)
        }
        return movement
    }

    private static func stage(_ values: [String: String]) -> Stage? { values["stage"].flatMap(Stage.init(rawValue:)) }
}
