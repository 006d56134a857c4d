import ActionPlan
import Kernel
import Storage

/// Puts many agreements and held meetings in at once, without telling anybody: for invented organisations and for moving in.
public enum MeetingFill {
    /// A meeting that is over, with what it did and who was there.
    public struct Held: Sendable {
        let meeting: BoardMeeting
        let present: Set<PersonID>
        let lines: [MeetingLine]

        public init(_ meeting: BoardMeeting, present: Set<PersonID>, lines: [MeetingLine]) {
            (self.meeting, self.present, self.lines) = (meeting, present, lines)
        }
    }

    public static func settings(_ settings: [MeetingSetting], _ writer: Writer) throws {
        try writer.fill(
            table: "board_meeting_setting",
            columns: [
                "body_id", "rhythm", "weekday", "time", "minutes", "place", "leader_id", "next_planned", "next_day",
                "next_time", "next_leader", "version",
            ],
            rows: settings.map { one in
                [
                    one.body.stored, one.rhythm.stored, one.weekday.stored, one.time.stored, one.minutes.stored,
                    one.place.stored, one.leader?.stored ?? .null, one.next.planned.stored, one.next.day.stored,
                    one.next.time.stored, one.next.leader?.stored ?? .null, one.version.stored,
                ]
            })
    }

    public static func meetings(_ held: [Held], _ writer: Writer) throws {
        try writer.fill(
            table: "board_meeting",
            columns: [
                "id", "body_id", "started", "ended", "ended_itself", "leader_id", "place", "minutes", "paused",
                "paused_seconds", "closing",
            ],
            rows: held.map { held in
                let one = held.meeting
                return [
                    one.id.stored, one.body.stored, one.started.stored, (one.ended ?? one.started).stored,
                    one.endedItself.stored, one.leader?.stored ?? .null, one.place.stored, one.clock.minutes.stored,
                    .null, 0.stored, one.closing.stored,
                ]
            })
        try writer.fill(
            table: "board_meeting_present", columns: ["meeting_id", "person_id"],
            rows: held.flatMap { held in held.present.sorted().map { [held.meeting.id.stored, $0.stored] } })
        try writer.fill(
            table: "board_meeting_line",
            columns: [
                "meeting_id", "action_id", "unit_id", "theme_id", "theme_title", "what", "responsible_id", "is_new",
                "stage_before", "stage_after", "held", "taker_id",
            ],
            rows: held.flatMap { held in held.lines.map { row($0, of: held.meeting) } })
    }

    private static func row(_ line: MeetingLine, of meeting: BoardMeeting) -> [SQLValue] {
        let movement = line.movement
        return [
            meeting.id.stored, line.action.stored, line.unit.stored, line.theme?.stored ?? .null,
            line.themeTitle.stored, line.what.stored, line.responsible.stored, movement.isNew.stored,
            movement.from?.stored ?? .null, movement.to?.stored ?? .null, movement.isHeld?.stored ?? .null,
            movement.taker?.stored ?? .null,
        ]
    }
}
