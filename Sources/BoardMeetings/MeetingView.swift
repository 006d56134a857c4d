import Access
import ActionPlan
import Kernel
import Organisation
import Storage
import Web

/// A plan that the viewer may read, and how much of it.
struct SeenMeetings {
    let plan: SeenPlan
    /// Narrows a query on what has a unit to what is within reach.
    let condition: SQL
    /// Whether every unit that the body looks after is within reach.
    let seesAll: Bool

    /// - Throws: `Refusal.notFound` where the plan is not there or not within reach.
    init(_ id: BodyID, for viewer: Viewer, _ reader: Reader) throws {
        plan = try SeenPlan(id, for: viewer, reader)
        condition = viewer.reads.condition(of: id, unit: "unit_id")
        seesAll =
            try viewer.reads.bodies.contains(id) || plan.body.units.allSatisfy { try viewer.reads.includes($0, reader) }
    }

    /// The plan of which the viewer sees everything and on which he or she works: for what tells of all of it.
    /// - Throws: `Refusal.forbidden` where the viewer reads a part of it, or does not work on it.
    static func whole(_ id: BodyID, worksOn viewer: Viewer, _ reader: Reader) throws -> SeenMeetings {
        _ = try SeenPlan.worked(id, by: viewer, reader)
        let seen = try SeenMeetings(id, for: viewer, reader)
        guard seen.seesAll else { throw Refusal.forbidden(MeetingRefusals.part) }
        return seen
    }

    /// Whether what is to be done at this unit is within reach.
    func shows(_ unit: UnitID, to viewer: Viewer, _ reader: Reader) throws -> Bool {
        try seesAll || viewer.reads.includes(unit, reader)
    }

    var body: Body { plan.body }
    var mayWork: Bool { plan.standing.mayWork }
}

/// The board as a meeting looks at it: one theme, its notes by stage, and what has become of each since last time.
struct MeetingView {
    /// In an address, the actions without a theme.
    static let noTheme = "none"
    /// As long ago as this is what the first meeting of a group is shown.
    static let firstDays = 14

    struct Row: Sendable {
        /// Nothing for the actions without one.
        let theme: Theme?
        var key: String { theme?.id.text ?? MeetingView.noTheme }
    }

    struct Slip: Sendable {
        let note: PlanNote
        /// Since the last meeting; nothing where it hangs as it did.
        let since: PlanMovement?
        let isOverdue: Bool
        /// Nobody has touched it for longer than the group lets an action lie.
        let isStill: Bool
    }

    let rows: [Row]
    /// The place of the theme that is shown among the rows; nothing where the plan is empty.
    let place: Int?
    let lanes: [(stage: Stage, slips: [Slip])]
    let onHold: [PlanNote]
    /// The note to which the deeds belong.
    let chosen: Slip?
    /// Right after a move: how it is undone.
    let undo: UndoneMove?

    /// - Parameter still: what stands still.
    init(
        _ seen: SeenMeetings, _ meeting: BoardMeeting, _ fields: Fields, still: Set<ActionID>, at moment: Moment,
        _ reader: Reader
    ) throws {
        let store = MeetingStore(reader)
        let last = try store.held(by: seen.body.id, most: 1).first?.ended
        let since = last ?? Moment(meeting.started.day - Self.firstDays, hour: 0)
        let picture = try PlanPicture(
            of: seen.body.id, where: seen.condition, closedSince: since.day, reader)
        let movements = try PlanCourse.movements(
            of: picture.notes.filter { $0.changedAt >= since }.map(\.id), from: since, to: moment, reader)
        let named = picture.themes.map { Row(theme: $0) }
        let isBare = picture.notes.contains { $0.theme == nil }
        let rows = named + (isBare ? [Row(theme: nil)] : [])
        self.rows = rows
        let asked = fields["row"].trimmed
        let shown = rows.isEmpty ? nil : rows.firstIndex { $0.key == asked } ?? 0
        place = shown
        let theme = shown.flatMap { rows[$0].theme?.id }
        let here = shown == nil ? [] : picture.notes.filter { $0.theme == theme }
        let today = moment.day
        let slips = here.filter { !$0.isOnHold }.map { note in
            Slip(
                note: note, since: movements[note.id], isOverdue: note.isOverdue(on: today),
                isStill: still.contains(note.id))
        }
        let lanes = Stage.allCases.map { stage in
            (stage: stage, slips: Self.worstFirst(slips.filter { $0.note.stage == stage }))
        }
        onHold = here.filter(\.isOnHold)
        self.lanes = lanes
        let all = lanes.flatMap(\.slips)
        chosen = all.first { $0.note.id.text == fields["note"].trimmed } ?? all.first
        undo = UndoneMove(fields).flatMap { undo in
            picture.notes.contains { $0.id == undo.action && $0.version == undo.version } ? undo : nil
        }
    }

    /// What is overdue, then what hangs still, then the rest as it hangs.
    private static func worstFirst(_ slips: [Slip]) -> [Slip] {
        slips.filter(\.isOverdue) + slips.filter { !$0.isOverdue && $0.isStill }
            + slips.filter { !$0.isOverdue && !$0.isStill }
    }

    var row: Row? { place.map { rows[$0] } }
    var previous: Row? { place.flatMap { $0 > 0 ? rows[$0 - 1] : nil } }
    var next: Row? { place.flatMap { $0 + 1 < rows.count ? rows[$0 + 1] : nil } }
    /// In the order of their numbers.
    var slips: [Slip] { lanes.flatMap(\.slips) }
}
