import Access
import ActionPlan
import Journal
import Kernel
import Organisation
import Storage
import Web

/// What a viewer does with board meetings, inside one write.
struct MeetingWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed

    init(_ writer: Writer, _ visit: Visit) {
        (self.writer, viewer, deed) = (writer, visit.viewer, visit.deed)
    }

    private var reader: Reader { writer.reader }
    private var store: MeetingStore { MeetingStore(reader) }

    /// - Throws: `Problems`, and `Refusal` where the viewer does not work on the plan.
    func set(_ id: BodyID, _ fields: Fields) throws {
        let body = try openBody(id)
        let old = try store.setting(of: id)
        let leaders = try MeetingLeaders(of: id, on: deed.day, reader)
        let new = try MeetingSetting(fields, of: id, instead: old, among: leaders, on: deed.day)
        try writer.apply(
            new.saved(instead: old, as: "set") + new.told(instead: old, bodyName: body.name, deed), deed)
    }

    func moveNext(_ id: BodyID, _ fields: Fields) throws {
        let body = try openBody(id)
        guard let old = try store.setting(of: id) else { throw Refusal.notFound }
        let leaders = try MeetingLeaders(of: id, on: deed.day, reader)
        let new = try old.moved(fields, among: leaders, on: deed.day)
        try writer.apply(
            new.saved(instead: old, as: "next_moved") + new.told(instead: old, bodyName: body.name, deed), deed)
    }

    /// - Returns: false where one runs already: there is one at a time.
    func start(_ id: BodyID) throws -> Bool {
        _ = try openBody(id)
        if let running = try store.running(in: id) {
            guard running.isForgotten(at: deed.moment) else { return false }
            try MeetingEnd(writer, deed).endItself(running)
        }
        let setting = try store.setting(of: id)
        let leaders = try MeetingLeaders(of: id, on: deed.day, reader)
        let isMember = leaders.members.contains(viewer.person)
        let leader = isMember ? viewer.person : leaders.present(setting?.upcoming(on: deed.day).leader)
        let meeting = BoardMeeting(
            id: deed.identities.ordered(at: deed.moment), body: id, started: deed.moment, leader: leader,
            place: setting?.place ?? "", minutes: setting?.minutes ?? MeetingSetting.usualMinutes)
        try writer.apply(meeting.begun(), deed)
        return true
    }

    func turnClock(_ id: BodyID, isRunning: Bool) throws {
        var meeting = try running(id)
        let old = meeting.clock
        meeting.clock = isRunning ? old.runningOn(at: deed.moment) : old.stopped(at: deed.moment)
        guard meeting.clock != old else { return }
        try writer.apply(meeting.turned(), deed)
    }

    /// - Throws: `Problems`; `Refusal.notFound` where the plan has no such theme.
    func note(_ id: BodyID, _ fields: Fields) throws {
        let meeting = try running(id)
        _ = try SeenMeetings.whole(id, worksOn: viewer, reader)
        var reading = Reading(fields)
        let text = reading.optionalText("text", limit: BoardMeeting.noteLimit)
        try reading.finish()
        let asked = fields["row"].trimmed
        let theme = try PlanPicture.themes(of: id, reader).first { $0.id.text == asked }
        guard theme != nil || asked.isEmpty || asked == MeetingView.noTheme else { throw Refusal.notFound }
        try writer.apply(
            meeting.noted(ThemeNote(theme: theme?.id, title: theme?.title ?? "", text: text)), deed)
    }

    /// That an action is done, so that it is closed after the meeting; or not, after all.
    func mark(_ id: BodyID, _ fields: Fields) throws {
        let meeting = try running(id)
        let action = try SeenAction(ActionID(fields["action"].trimmed), for: viewer, reader).action
        guard action.body == id else { throw Refusal.notFound }
        guard action.isOpen else { throw Refusal.conflict(MeetingRefusals.closed) }
        try writer.apply(meeting.marked(action.id, isDone: Reading(fields).isTicked("done")), deed)
    }

    /// - Returns: the meeting that is over now.
    func end(_ id: BodyID, _ fields: Fields) throws -> BoardMeeting {
        var meeting = try running(id)
        let leaders = try MeetingLeaders(of: id, on: deed.day, reader)
        var reading = Reading(fields)
        meeting.closing = reading.optionalText("closing", limit: BoardMeeting.noteLimit)
        let leader = reading.member("leader", among: leaders)
        try reading.finish()
        meeting.leader = leader ?? meeting.leader
        let present = Set(fields.all("present").map { PersonID($0) }).intersection(leaders.members)
        return try MeetingEnd(writer, deed).end(meeting, present: present, at: deed.moment)
    }

    func add(_ meeting: MeetingID, of id: BodyID, _ fields: Fields) throws {
        _ = try SeenMeetings.whole(id, worksOn: viewer, reader)
        guard let meeting = try store.find(meeting, of: id) else { throw Refusal.notFound }
        guard !meeting.isRunning else { throw Refusal.conflict(MeetingRefusals.runs) }
        var reading = Reading(fields)
        let text = reading.text("text", limit: BoardMeeting.noteLimit)
        try reading.finish()
        try writer.apply(
            meeting.added(text, by: viewer.person, id: deed.identities.ordered(at: deed.moment), deed), deed)
    }

    /// - Throws: `Refusal.conflict` where the body is closed: it meets no more.
    private func openBody(_ id: BodyID) throws -> Body {
        let body = try SeenPlan.worked(id, by: viewer, reader).body
        guard body.isOpen(on: deed.day) else { throw Refusal.conflict(MeetingRefusals.bodyClosed) }
        return body
    }

    /// - Throws: `Refusal.conflict` where none runs: somebody has ended it meanwhile.
    private func running(_ id: BodyID) throws -> BoardMeeting {
        _ = try SeenPlan.worked(id, by: viewer, reader)
        guard let meeting = try store.running(in: id), !meeting.isForgotten(at: deed.moment) else {
            throw Refusal.conflict(MeetingRefusals.noneRuns)
        }
        return meeting
    }
}

extension MeetingLeaders {
    /// Who sits in the body on the day, each once.
    init(of body: BodyID, on day: Day, _ reader: Reader) throws {
        self.init(among: try BodyStore(reader).seats(of: body, on: day))
    }

    init(among seats: [Seat]) {
        var seen: Set<PersonID> = []
        members = seats.filter { $0.mandate.role.givesRights }.map(\.mandate.person)
            .filter { seen.insert($0).inserted }
    }
}
