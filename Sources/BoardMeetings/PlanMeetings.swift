import ActionPlan
import Kernel
import Organisation
import Storage
import Web

/// All that a plan's page about meetings shows.
struct PlanMeetings: Sendable {
    static let pageSize = 20

    let body: Body
    let mayWork: Bool
    let seesAll: Bool
    let setting: MeetingSetting?
    let seats: MeetingSeats
    let running: BoardMeeting?
    let held: [BoardMeeting]
    /// How many actions each has moved, within reach.
    let counts: [MeetingID: Int]
    let names: [PersonID: String]
    let hasOlder: Bool

    /// - Parameter place: the last meeting of the page before, as an address carries it.
    init(_ id: BodyID, for visit: Visit, before place: String, _ reader: Reader) throws {
        let seen = try SeenMeetings(id, for: visit.viewer, reader)
        let store = MeetingStore(reader)
        (body, mayWork, seesAll) = (seen.body, seen.mayWork, seen.seesAll)
        setting = try store.setting(of: id)
        seats = try MeetingSeats(of: id, on: visit.today, reader)
        running = try store.running(in: id)
        let found = try store.held(by: id, before: Self.place(place), most: Self.pageSize + 1)
        held = Array(found.prefix(Self.pageSize))
        hasOlder = found.count > Self.pageSize
        counts = try store.counts(of: held.map(\.id), where: seen.condition)
        names = try PersonStore(reader).names(of: Set(held.compactMap(\.leader)))
    }

    /// The next meeting, led by somebody who has a seat still.
    func next(on today: Day) -> (meeting: NextMeeting, leader: String?)? {
        guard let next = setting?.upcoming(on: today) else { return nil }
        return (next, seats.name(of: seats.leaders.present(next.leader)))
    }

    var older: String? {
        hasOlder ? held.last.map { "\($0.ended?.text ?? "") \($0.id)" } : nil
    }

    private static func place(_ text: String) -> (ended: String, id: String)? {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, Moment(parts[0]) != nil, parts[1].utf8.count <= 64 else { return nil }
        return (parts[0], parts[1])
    }
}
