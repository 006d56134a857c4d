import ActionPlan
import Kernel
import Storage

public struct MeetingStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    // MARK: When

    func setting(of body: BodyID) throws -> MeetingSetting? {
        try settings(of: [body]).first
    }

    func settings(of bodies: [BodyID]) throws -> [MeetingSetting] {
        bodies.isEmpty ? [] : try reader.rows(Self.settings(of: bodies))
    }

    static func settings(of bodies: [BodyID]) -> Query<MeetingSetting> {
        Query(
            """
            SELECT body_id, rhythm, weekday, time, minutes, place, leader_id, next_planned, next_day, next_time,
            next_leader, version FROM board_meeting_setting WHERE body_id IN \(SQL.list(bodies)) ORDER BY body_id
            """
        ) { row in
            try MeetingSetting(
                body: row[0], rhythm: row[1], weekday: row[2], time: row[3], minutes: row[4], place: row[5],
                leader: row[6],
                next: NextMeeting(planned: row[7], day: row[8], time: row[9], leader: row[10]), version: row[11])
        }
    }

    // MARK: Meetings

    func running(in body: BodyID) throws -> BoardMeeting? {
        try reader.rows(Self.running(in: body)).first
    }

    /// One, or none.
    static func running(in body: BodyID) -> Query<BoardMeeting> {
        meetings("body_id = \(body) AND ended IS NULL", orderedBy: "id", most: 1)
    }

    /// Those that began so long ago that nobody will end them.
    func running(since moment: Moment, most: Int = 200) throws -> [BoardMeeting] {
        try meetings("ended IS NULL AND started <= \(moment)", orderedBy: "started, id", most: most)
    }

    /// - Returns: nothing where it is another body's.
    func find(_ id: MeetingID, of body: BodyID) throws -> BoardMeeting? {
        try meetings("id = \(id)", orderedBy: "id", most: 1).first { $0.body == body }
    }

    /// Those that have been held, latest first.
    func held(by body: BodyID, before place: (ended: String, id: String)? = nil, most: Int) throws -> [BoardMeeting] {
        let rest: SQL = place.map { "AND (ended, id) < (\($0.ended), \($0.id))" } ?? ""
        return try meetings(
            "body_id = \(body) AND ended IS NOT NULL \(rest)", orderedBy: "ended DESC, id DESC", most: most)
    }

    private func meetings(_ condition: SQL, orderedBy order: SQL, most: Int) throws -> [BoardMeeting] {
        try reader.rows(Self.meetings(condition, orderedBy: order, most: most))
    }

    private static func meetings(_ condition: SQL, orderedBy order: SQL, most: Int) -> Query<BoardMeeting> {
        Query(
            """
            SELECT id, body_id, started, ended, ended_itself, leader_id, place, minutes, paused, paused_seconds, closing
            FROM board_meeting WHERE \(condition) ORDER BY \(order) LIMIT \(most)
            """
        ) { row in
            var meeting = try BoardMeeting(
                id: row[0], body: row[1], started: row[2], ended: row[3], leader: row[5], place: row[6],
                minutes: row[7], closing: row[10])
            meeting.endedItself = try row[4]
            meeting.clock.paused = try row[8]
            meeting.clock.pausedSeconds = try row[9]
            return meeting
        }
    }

    // MARK: What they did

    /// Of those within reach, by the given condition.
    func lines(of meeting: MeetingID, where isWithinReach: SQL) throws -> [MeetingLine] {
        try reader.rows(
            """
            SELECT action_id, unit_id, theme_id, theme_title, what, responsible_id, is_new, stage_before, stage_after,
            held, taker_id FROM board_meeting_line WHERE meeting_id = \(meeting) AND \(isWithinReach)
            ORDER BY action_id
            """
        ) { row in
            var movement = PlanMovement()
            movement.isNew = try row[6]
            movement.from = try row[7]
            movement.to = try row[8]
            movement.isHeld = try row[9]
            movement.taker = try row[10]
            return try MeetingLine(
                action: row[0], unit: row[1], theme: row[2], themeTitle: row[3], what: row[4], responsible: row[5],
                movement)
        }
    }

    func notes(of meeting: MeetingID) throws -> [ThemeNote] {
        try reader.rows(
            "SELECT theme_id, title, text FROM board_meeting_note WHERE meeting_id = \(meeting) ORDER BY theme_id"
        ) { row in
            let theme: String = try row[0]
            return try ThemeNote(theme: theme.isEmpty ? nil : ThemeID(theme), title: row[1], text: row[2])
        }
    }

    func present(at meeting: MeetingID) throws -> [PersonID] {
        try reader.values(
            "SELECT person_id FROM board_meeting_present WHERE meeting_id = \(meeting) ORDER BY person_id")
    }

    /// What was called done while the meeting ran, and is to be closed after it.
    func done(at meeting: MeetingID) throws -> Set<ActionID> {
        Set(
            try reader.values("SELECT action_id FROM board_meeting_done WHERE meeting_id = \(meeting)")
                as [ActionID])
    }

    /// First first.
    func additions(to meeting: MeetingID) throws -> [LaterNote] {
        try reader.rows(
            """
            SELECT person_id, at, text FROM board_meeting_addition WHERE meeting_id = \(meeting) ORDER BY id LIMIT 200
            """
        ) { row in try LaterNote(person: row[0], at: row[1], text: row[2]) }
    }

    /// How many lines each of these meetings has, within reach.
    func counts(of meetings: [MeetingID], where isWithinReach: SQL) throws -> [MeetingID: Int] {
        guard !meetings.isEmpty else { return [:] }
        let pairs = try reader.rows(
            """
            SELECT meeting_id, COUNT(*) FROM board_meeting_line WHERE meeting_id IN \(SQL.list(meetings))
            AND \(isWithinReach) GROUP BY meeting_id
            """
        ) { row in (try row[0] as MeetingID, try row[1] as Int) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
