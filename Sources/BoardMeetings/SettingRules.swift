import Kernel

/// What can be wrong with what was sent about meetings.
enum MeetingProblem: Problem, Equatable {
    case notATime
    case minutes(ClosedRange<Int>)
    case noSuchMember
    case tooFarAhead
    case changedMeanwhile

    func explained(in language: Language) -> String {
        switch self {
        case .notATime: language.pick(da: "Skriv et klokkeslæt, f.eks. 09:00.", en: "Write a time such as 09:00.")
        case .minutes(let range):
            language.pick(
                da: "Vælg mellem \(range.lowerBound) og \(range.upperBound) minutter.",
                en: "Choose between \(range.lowerBound) and \(range.upperBound) minutes.")
        case .noSuchMember:
            language.pick(
                da: "Vælg en, der sidder i gruppen nu.", en: "Choose somebody who has a seat in the group now.")
        case .tooFarAhead:
            language.pick(da: "Vælg en dag inden for et år.", en: "Choose a day within a year.")
        case .changedMeanwhile:
            language.pick(
                da: "En anden har ændret det imens. Se, hvad der gælder nu, og gem igen, hvis du vil.",
                en: "Somebody else changed it meanwhile. See how it stands now, and save again if you like.")
        }
    }
}

extension MeetingSetting {
    /// - Parameters:
    ///   - old: what held before; the date of the next meeting stays where neither rhythm nor weekday change.
    /// - Throws: `Problems`
    init(_ fields: Fields, of body: BodyID, instead old: MeetingSetting?, among leaders: MeetingLeaders, on today: Day)
        throws
    {
        var reading = Reading(fields)
        let rhythm: MeetingRhythm = reading.choice("rhythm", otherwise: .twoWeeks)
        let weekday = reading.number("weekday", in: 1...5, otherwise: FieldProblem.notAChoice)
        let time = reading.clockTime("time")
        let minutes = reading.number("minutes", in: Self.minutes, otherwise: MeetingProblem.minutes(Self.minutes))
        let place = reading.optionalText("place", limit: Self.placeLimit)
        let leader = reading.member("leader", among: leaders)
        try reading.finish()
        guard (Int(fields["version"].trimmed) ?? 0) == old?.version ?? 0 else {
            throw Problems(MeetingProblem.changedMeanwhile)
        }
        let first = rhythm.first(from: today, weekday: weekday)
        let turn = leaders.leader(named: leader, after: nil)
        var next = NextMeeting(planned: first, day: first.orNextWorkingDay, time: time, leader: turn)
        if let old, old.rhythm == rhythm, old.weekday == weekday {
            let kept = old.upcoming(on: today)
            next = NextMeeting(
                planned: kept.planned, day: kept.day, time: time,
                leader: old.leader == leader ? leaders.present(kept.leader) : turn)
        }
        self.init(
            body: body, rhythm: rhythm, weekday: weekday, time: time, minutes: minutes, place: place, leader: leader,
            next: next, version: (old?.version ?? 0) + 1)
    }

    /// The same, with the next meeting at another time or led by somebody else.
    /// - Throws: `Problems`
    func moved(_ fields: Fields, among leaders: MeetingLeaders, on today: Day) throws -> MeetingSetting {
        var reading = Reading(fields)
        let day = reading.day("day")
        if reading.fields["day"].trimmed == day.text, day < today { reading.note(FieldProblem.dayInThePast, at: "day") }
        if day - today > Self.mostDaysAhead { reading.note(MeetingProblem.tooFarAhead, at: "day") }
        let time = reading.clockTime("time")
        let leader = reading.member("leader", among: leaders)
        try reading.finish()
        guard Int(fields["version"].trimmed) == version else { throw Problems(MeetingProblem.changedMeanwhile) }
        var copy = self
        copy.next = NextMeeting(planned: upcoming(on: today).planned, day: day, time: time, leader: leader)
        copy.version += 1
        return copy
    }
}

extension Reading {
    /// - Returns: the least number where it is none that may be; never used, since `finish` throws.
    mutating func number(_ name: String, in range: ClosedRange<Int>, otherwise problem: some Problem) -> Int {
        let text = text(name, limit: 20)
        if let number = Int(text), range.contains(number) { return number }
        if !text.isEmpty { note(problem, at: name) }
        return range.lowerBound
    }

    mutating func clockTime(_ name: String) -> ClockTime {
        let text = text(name, limit: 20)
        if let time = ClockTime(text) { return time }
        if !text.isEmpty { note(MeetingProblem.notATime, at: name) }
        return ClockTime(hour: 0)
    }

    /// Nothing where nobody is named.
    mutating func member(_ name: String, among leaders: MeetingLeaders) -> PersonID? {
        let person: PersonID? = optionalID(name)
        if let person, !leaders.members.contains(person) { note(MeetingProblem.noSuchMember, at: name) }
        return person
    }
}
