import ActionPlan
import Kernel
import Organisation
import Storage
import Web

/// A meeting that is over, as far as the viewer reaches.
struct MeetingRecord: Sendable {
    /// What moved in one theme, and what was said of it.
    struct Part: Sendable {
        let theme: ThemeID?
        let title: String
        let lines: [MeetingLine]
        let note: String
    }

    let body: Body
    let meeting: BoardMeeting
    let parts: [Part]
    let present: [PersonID]
    let additions: [LaterNote]
    /// Called done at the meeting, and open still.
    let ready: [PlanNote]
    let names: [PersonID: String]
    let mayWork: Bool
    let seesAll: Bool

    /// - Throws: `Refusal.notFound` where there is no such meeting of this body, or it is not over.
    init(_ id: MeetingID, of bodyID: BodyID, for visit: Visit, _ reader: Reader) throws {
        let seen = try SeenMeetings(bodyID, for: visit.viewer, reader)
        let store = MeetingStore(reader)
        guard let meeting = try store.find(id, of: bodyID), !meeting.isRunning else { throw Refusal.notFound }
        (body, self.meeting, mayWork, seesAll) = (seen.body, meeting, seen.mayWork, seen.seesAll)
        let lines = try store.lines(of: id, where: seen.condition)
        // What was written freely may be about what lies outside of a viewer's reach.
        let notes = seen.seesAll ? try store.notes(of: id) : []
        parts = Self.parts(lines, notes)
        present = try store.present(at: id)
        additions = seen.seesAll ? try store.additions(to: id) : []
        ready =
            seen.mayWork
            ? try PlanPicture.notes(store.done(at: id).sorted(), reader).filter {
                try $0.isOpen && $0.body == bodyID && seen.shows($0.unit, to: visit.viewer, reader)
            } : []
        let people = lines.flatMap { [$0.responsible] + [$0.movement.taker].compactMap { $0 } }
        names = try PersonStore(reader).names(
            of: Set(people + present + additions.map(\.person) + [meeting.leader].compactMap { $0 }))
    }

    /// By theme, in the order of their titles; what has none comes last.
    static func parts(_ lines: [MeetingLine], _ notes: [ThemeNote]) -> [Part] {
        let byTheme = Dictionary(grouping: lines, by: \.theme)
        let written = Dictionary(notes.map { ($0.theme, $0) }) { one, _ in one }
        return Set(byTheme.keys).union(written.keys).map { theme in
            Part(
                theme: theme, title: byTheme[theme]?.first?.themeTitle ?? written[theme]?.title ?? "",
                lines: byTheme[theme] ?? [], note: written[theme]?.text ?? "")
        }.sorted { one, other in
            guard (one.theme == nil) == (other.theme == nil) else { return other.theme == nil }
            return (one.title, one.theme?.text ?? "") < (other.title, other.theme?.text ?? "")
        }
    }

    var count: Int { parts.reduce(0) { $0 + $1.lines.count } }
    func name(_ person: PersonID?) -> String { person.flatMap { names[$0] } ?? "" }
}
