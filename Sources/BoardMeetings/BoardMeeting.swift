import ActionPlan
import Kernel

public typealias MeetingID = ID<BoardMeeting>

/// A short meeting in front of the board: under way, or held.
public struct BoardMeeting: Sendable, Equatable {
    public let id: MeetingID
    public let body: BodyID
    public let started: Moment
    /// Nothing while it runs.
    public var ended: Moment?
    /// Nobody ended it; the program did.
    public var endedItself = false
    public var leader: PersonID?
    public let place: String
    public var clock: MeetingClock
    /// A sentence for the whole meeting.
    public var closing = ""

    public init(
        id: MeetingID, body: BodyID, started: Moment, ended: Moment? = nil, leader: PersonID?, place: String = "",
        minutes: Int = MeetingSetting.usualMinutes, closing: String = ""
    ) {
        (self.id, self.body, self.started, self.ended, self.leader) = (id, body, started, ended, leader)
        (self.place, self.closing) = (place, closing)
        clock = MeetingClock(started: started, minutes: minutes)
    }

    public var isRunning: Bool { ended == nil }

    /// Hours after which a meeting that nobody ends is over.
    static let mostHours = 4
    static let noteLimit = 500

    /// The moment at which it ends by itself.
    var endsItself: Moment { started + Self.mostHours * 3600 }
    func isForgotten(at moment: Moment) -> Bool { isRunning && moment >= endsItself }
}

/// How much time of the meeting is left, reckoned from when it began, so that all screens agree.
public struct MeetingClock: Sendable, Equatable {
    public let started: Moment
    public let minutes: Int
    /// Since when it stands still; nothing while it runs.
    public var paused: Moment?
    /// Seconds for which it stood still before that.
    public var pausedSeconds = 0

    init(started: Moment, minutes: Int) {
        (self.started, self.minutes) = (started, minutes)
    }

    var seconds: Int { minutes * 60 }

    /// In seconds; below nought where the time is over.
    func left(at moment: Moment) -> Int {
        seconds - max(0, (paused ?? moment) - started - pausedSeconds)
    }

    func stopped(at moment: Moment) -> MeetingClock {
        guard paused == nil else { return self }
        var copy = self
        copy.paused = moment
        return copy
    }

    func runningOn(at moment: Moment) -> MeetingClock {
        guard let paused else { return self }
        var copy = self
        copy.pausedSeconds += max(0, moment - paused)
        copy.paused = nil
        return copy
    }
}

/// What a meeting did to one action, as it is kept in the record.
public struct MeetingLine: Sendable, Equatable {
    public let action: ActionID
    /// Where it is to be done: whoever reads of this unit reads the line.
    public let unit: UnitID
    public let theme: ThemeID?
    /// As theme and action were called then.
    public let themeTitle: String
    public let what: String
    /// Who was responsible when the meeting ended.
    public let responsible: PersonID
    public let movement: PlanMovement

    public init(_ note: PlanNote, themeTitle: String, _ movement: PlanMovement) {
        self.init(
            action: note.id, unit: note.unit, theme: note.theme, themeTitle: themeTitle, what: note.what,
            responsible: note.responsible, movement)
    }

    public init(
        action: ActionID, unit: UnitID, theme: ThemeID?, themeTitle: String, what: String, responsible: PersonID,
        _ movement: PlanMovement
    ) {
        (self.action, self.unit, self.theme, self.themeTitle) = (action, unit, theme, themeTitle)
        (self.what, self.responsible, self.movement) = (what, responsible, movement)
    }
}

/// What was written about a theme while the meeting ran.
struct ThemeNote: Sendable, Equatable {
    /// Nothing where the actions have no theme.
    let theme: ThemeID?
    let title: String
    let text: String
}

/// What was added to a record after the meeting.
struct LaterNote: Sendable {
    let person: PersonID
    let at: Moment
    let text: String
}
