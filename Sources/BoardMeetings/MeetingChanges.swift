import ActionPlan
import Journal
import Kernel
import Notices
import Storage

/// What can be written of meetings. Whoever may do it has been asked before.
extension MeetingSetting {
    func saved(instead old: MeetingSetting?, as verb: String) -> Change {
        let statement: SQL =
            old == nil
            ? """
            INSERT INTO board_meeting_setting (body_id, rhythm, weekday, time, minutes, place, leader_id, next_planned,
            next_day, next_time, next_leader, version)
            VALUES (\(body), \(rhythm), \(weekday), \(time), \(minutes), \(place), \(leader), \(next.planned),
            \(next.day), \(next.time), \(next.leader), \(version))
            """
            : """
            UPDATE board_meeting_setting SET rhythm = \(rhythm), weekday = \(weekday), time = \(time),
            minutes = \(minutes), place = \(place), leader_id = \(leader), next_planned = \(next.planned),
            next_day = \(next.day), next_time = \(next.time), next_leader = \(next.leader), version = \(version)
            WHERE body_id = \(body) AND version = \(old?.version ?? 0)
            """
        return Change(
            [old == nil ? statement : statement.orStale],
            journal: [
                JournalEntry(.boardMeetings(of: body), verb, from: old?.described ?? [:], to: described)
            ], raising: [.board(of: body), .meetings(of: body)])
    }

    private var described: [String: String] {
        [
            "rhythm": rhythm.rawValue, "weekday": String(weekday), "time": time.text, "minutes": String(minutes),
            "place": place, "leader": leader?.text ?? "", "next": "\(next.day.text) \(next.time.text)",
            "next_leader": next.leader?.text ?? "",
        ]
    }

    /// Whoever leads the next meeting is told, once for each day that it is set to.
    func told(instead old: MeetingSetting?, bodyName: Words, _ deed: Deed) -> Change {
        let (before, now) = (old?.upcoming(on: deed.day), upcoming(on: deed.day))
        guard let leader = now.leader, before?.leader != leader || before?.day != now.day else {
            return Change([], journal: [], raising: [])
        }
        return Notice.told(
            [leader], MeetingTelling.youLead(bodyName, now), at: "/plan/\(body)/meetings",
            mail: MeetingTelling.youLeadByMail, deed)
    }
}

extension BoardMeeting {
    func begun() -> Change {
        Change(
            [
                """
                INSERT INTO board_meeting (id, body_id, started, ended, ended_itself, leader_id, place, minutes, paused,
                paused_seconds, closing)
                VALUES (\(id), \(body), \(started), NULL, 0, \(leader), \(place), \(clock.minutes), NULL, 0, '')
                """
            ],
            journal: [
                JournalEntry(.boardMeeting(id), "started", after: ["body": body.text, "leader": leader?.text ?? ""])
            ], raising: topics)
    }

    /// The clock as it stands or runs now.
    func turned() -> Change {
        let update: SQL = """
            UPDATE board_meeting SET paused = \(clock.paused), paused_seconds = \(clock.pausedSeconds)
            WHERE id = \(id) AND ended IS NULL
            """
        return Change([update.orStale], journal: [], raising: [.meetings(of: body)])
    }

    /// What is written replaces what was; nothing written takes it away.
    func noted(_ note: ThemeNote) -> Change {
        let theme = note.theme?.text ?? ""
        var statements: [SQL] = ["DELETE FROM board_meeting_note WHERE meeting_id = \(id) AND theme_id = \(theme)"]
        if !note.text.isEmpty {
            statements.append(
                """
                INSERT INTO board_meeting_note (meeting_id, theme_id, title, text)
                VALUES (\(id), \(theme), \(note.title), \(note.text))
                """)
        }
        return Change(
            statements,
            journal: [JournalEntry(.boardMeeting(id), "noted", after: ["theme": theme])],
            raising: [.meetings(of: body)])
    }

    func marked(_ action: ActionID, isDone: Bool) -> Change {
        var statements: [SQL] = [
            "DELETE FROM board_meeting_done WHERE meeting_id = \(id) AND action_id = \(action)"
        ]
        if isDone {
            statements.append("INSERT INTO board_meeting_done (meeting_id, action_id) VALUES (\(id), \(action))")
        }
        return Change(statements, journal: [], raising: [.meetings(of: body)])
    }

    /// Over, with all that it did. Nothing of this can be written again.
    func ended(lines: [MeetingLine], present: Set<PersonID>) -> Change {
        let update: SQL = """
            UPDATE board_meeting SET ended = \(ended), ended_itself = \(endedItself), leader_id = \(leader),
            closing = \(closing) WHERE id = \(id) AND ended IS NULL
            """
        return Change(
            [update.orStale] + lines.map(insertion)
                + present.sorted().map {
                    "INSERT INTO board_meeting_present (meeting_id, person_id) VALUES (\(id), \($0))"
                },
            journal: [
                JournalEntry(
                    .boardMeeting(id), endedItself ? "ended_itself" : "ended",
                    after: ["leader": leader?.text ?? "", "lines": String(lines.count)])
            ], raising: topics)
    }

    private func insertion(_ line: MeetingLine) -> SQL {
        """
        INSERT INTO board_meeting_line (meeting_id, action_id, unit_id, theme_id, theme_title, what, responsible_id,
        is_new, stage_before, stage_after, held, taker_id)
        VALUES (\(id), \(line.action), \(line.unit), \(line.theme), \(line.themeTitle), \(line.what),
        \(line.responsible), \(line.movement.isNew), \(line.movement.from), \(line.movement.to),
        \(line.movement.isHeld), \(line.movement.taker))
        """
    }

    func added(_ text: String, by person: PersonID, id noteID: ID<LaterNote>, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO board_meeting_addition (id, meeting_id, person_id, at, text)
                VALUES (\(noteID), \(id), \(person), \(deed.moment), \(text))
                """
            ], journal: [JournalEntry(.boardMeeting(id), "added")], raising: [.meetings(of: body)])
    }

    private var topics: [Topic] { [.board(of: body), .meetings(of: body)] }
}

extension Topic {
    /// A body's board meetings: when, the one that runs, and their records.
    static func meetings(of body: BodyID) -> Topic { Topic("board-meetings:\(body)") }
}

extension Subject {
    static func boardMeetings(of body: BodyID) -> Subject { Subject("board_meetings", body) }
    static func boardMeeting(_ id: MeetingID) -> Subject { Subject("board_meeting", id) }
    static func boardScreen(_ id: ID<BoardScreen>) -> Subject { Subject("board_screen", id) }
}
