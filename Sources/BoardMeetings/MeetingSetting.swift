import Kernel

/// How a body has agreed to meet at its board, and when it does so next.
public struct MeetingSetting: Sendable, Equatable {
    public let body: BodyID
    public var rhythm: MeetingRhythm
    /// 1 is Monday, 5 is Friday.
    public var weekday: Int
    public var time: ClockTime
    /// How long a meeting lasts.
    public var minutes: Int
    public var place: String
    /// Who leads every time; nothing where the members take turns.
    public var leader: PersonID?
    public var next: NextMeeting
    /// Raised by every change.
    public var version: Int

    public static let usualMinutes = 15
    static let minutes = 5...120
    static let placeLimit = 80
    /// A meeting further ahead than this nobody means.
    static let mostDaysAhead = 366

    public init(
        body: BodyID, rhythm: MeetingRhythm, weekday: Int, time: ClockTime, minutes: Int = usualMinutes,
        place: String = "", leader: PersonID? = nil, next: NextMeeting, version: Int = 1
    ) {
        (self.body, self.rhythm, self.weekday, self.time, self.minutes) = (body, rhythm, weekday, time, minutes)
        (self.place, self.leader, self.next, self.version) = (place, leader, next, version)
    }

    /// The meeting that comes, seen from today: where one has passed without being held, the next of the series.
    public func upcoming(on today: Day) -> NextMeeting {
        next.day >= today ? next : following(today - 1, led: next.leader)
    }

    /// The first of the series after this day. Where nobody works on its day, it is held on the next working day.
    func following(_ day: Day, led leader: PersonID?) -> NextMeeting {
        var planned = next.planned
        while planned.orNextWorkingDay <= day { planned = rhythm.next(after: planned, weekday: weekday) }
        return NextMeeting(planned: planned, day: planned.orNextWorkingDay, time: time, leader: leader)
    }
}

/// One meeting that is to be held.
public struct NextMeeting: Sendable, Equatable {
    /// Its day in the series.
    public let planned: Day
    /// The day on which it is held: moved by hand, or since nobody works on the day of the series.
    public let day: Day
    public let time: ClockTime
    public let leader: PersonID?

    public init(planned: Day, day: Day, time: ClockTime, leader: PersonID?) {
        (self.planned, self.day, self.time, self.leader) = (planned, day, time, leader)
    }

    var isMoved: Bool { planned != day }
}

/// Who may lead the meetings of a body: those who sit in it, in the order in which they take turns.
struct MeetingLeaders: Sendable, Equatable {
    let members: [PersonID]

    /// Whoever is named, as long as he or she has a seat; else whoever's turn comes after the last.
    func leader(named: PersonID?, after last: PersonID?) -> PersonID? {
        if let named, members.contains(named) { return named }
        guard let last, let place = members.firstIndex(of: last) else { return members.first }
        return members[(place + 1) % members.count]
    }

    /// Whoever was to lead; where that one has no seat any more, the first of those who have.
    func present(_ leader: PersonID?) -> PersonID? {
        leader.flatMap { members.contains($0) ? $0 : nil } ?? members.first
    }
}
