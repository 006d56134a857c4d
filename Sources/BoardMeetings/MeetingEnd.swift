import ActionPlan
import Journal
import Kernel
import Organisation
import Storage
import Web

/// Ends a meeting: reckons from the plan's journal what it did, keeps that, and sets the next one.
struct MeetingEnd {
    let writer: Writer
    let deed: Deed

    init(_ writer: Writer, _ deed: Deed) {
        (self.writer, self.deed) = (writer, deed)
    }

    private var reader: Reader { writer.reader }

    func end(_ meeting: BoardMeeting, present: Set<PersonID>, at moment: Moment) throws -> BoardMeeting {
        var over = meeting
        over.ended = max(moment, meeting.started)
        let lines = try Self.lines(of: over, to: moment, reader)
        try writer.apply(over.ended(lines: lines, present: present), deed)
        try setNext(after: over)
        return over
    }

    /// Nobody has ended it: what moved while it would have run is what it did.
    func endItself(_ meeting: BoardMeeting) throws {
        var over = meeting
        over.endedItself = true
        let own = Deed(by: nil, at: deed.moment, identities: deed.identities, followers: deed.followers)
        _ = try MeetingEnd(writer, own).end(over, present: [], at: min(deed.moment, meeting.endsItself))
    }

    /// What the meeting has done until then, in the order of the board.
    static func lines(of meeting: BoardMeeting, to end: Moment, _ reader: Reader) throws -> [MeetingLine] {
        let ids = try PlanCourse.changed(on: meeting.body, since: meeting.started, reader)
        let movements = try PlanCourse.movements(of: ids, from: meeting.started, to: end, reader)
        let notes = try PlanPicture.notes(movements.keys.sorted(), reader)
        let themes = try PlanPicture.themes(of: meeting.body, reader)
        let titles = Dictionary(uniqueKeysWithValues: themes.map { ($0.id, $0.title) })
        return notes.compactMap { note in
            movements[note.id].map { MeetingLine(note, themeTitle: note.theme.flatMap { titles[$0] } ?? "", $0) }
        }
    }

    private func setNext(after meeting: BoardMeeting) throws {
        let day = (meeting.ended ?? meeting.started).day
        guard let old = try MeetingStore(reader).setting(of: meeting.body) else { return }
        let leaders = try MeetingLeaders(of: meeting.body, on: deed.day, reader)
        // A meeting shortly before its day takes the place of the one that comes; another one between leaves it as it is.
        guard old.next.day - day <= Self.daysEarly else { return }
        var new = old
        new.next = old.following(max(day, old.next.day), led: leaders.leader(named: old.leader, after: meeting.leader))
        new.version += 1
        let name = try BodyStore(reader).names(of: [meeting.body])[meeting.body] ?? Words(da: "", en: "")
        try writer.apply(
            new.saved(instead: old, as: "next_set") + new.told(instead: old, bodyName: name, deed), deed)
    }

    /// Days before its own on which a meeting counts as that one.
    private static let daysEarly = 3
}

extension BoardMeetings {
    /// Ends what nobody has ended. Asked by the server's own round, and by whoever looks.
    /// - Returns: how many there were.
    @discardableResult
    public static func endForgotten(in house: House) async throws -> Int {
        let moment = house.clock()
        let since = moment + -BoardMeeting.mostHours * 3600
        let forgotten = try await house.database.read { try MeetingStore($0).running(since: since) }
        guard !forgotten.isEmpty else { return 0 }
        let deed = Deed(by: nil, at: moment, identities: house.identities, followers: house.followers)
        var count = 0
        for meeting in forgotten {
            count += try await house.database.write { writer in
                // Somebody may have ended it since.
                guard let meeting = try MeetingStore(writer.reader).find(meeting.id, of: meeting.body),
                    meeting.isForgotten(at: moment)
                else { return 0 }
                try MeetingEnd(writer, deed).endItself(meeting)
                return 1
            }
        }
        return count
    }
}
