import Kernel
import Organisation

/// How long beforehand people must know of a day that is brought forward. The law sets none: this is what the program
/// holds to be fair, in days from the one on which all are told.
struct FairNotice: Sendable {
    let field: String
    let days: Int

    static let all = [
        FairNotice(field: "nominations_end", days: 7), FairNotice(field: "voting_starts", days: 3),
        FairNotice(field: "voting_ends", days: 3),
    ]
}

/// A span in which people can do something. As many days as they were told, they have: a span may be moved and may
/// grow, and never shrinks, from whichever end.
struct ToldSpan: Sendable {
    /// The places of its first and last day among `ElectionDays.fields`.
    let first: Int
    let last: Int

    static let nominations = ToldSpan(first: 0, last: 1)
    static let voting = ToldSpan(first: 2, last: 3)

    /// The earliest last day, where the first one is as in `new`.
    func leastEnd(of new: [Day], told old: [Day]) -> Day { new[first] + (old[last] - old[first]) }

    func isShorter(_ new: [Day], than old: [Day]) -> Bool { new[last] < leastEnd(of: new, told: old) }
}

/// Other dates for an election that is called, as somebody wrote them. What has begun stays; what comes earlier than it
/// was told comes with notice; and once people vote nothing is moved any more.
struct RedatedElection: Sendable {
    static let reasonLimit = 400

    let dates: Election.Dates
    let reason: String

    /// - Parameters:
    ///   - followed: the seats that end where the new term begins.
    ///   - bodyCloses: the last day of the body, where one is set.
    /// - Throws: all problems with what was written.
    init(_ fields: Fields, of election: Election, followed: [Seat], bodyCloses: Day?, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        let old = election.dates.days
        var new = old
        for (place, field) in ElectionDays.fields.enumerated() {
            if election.dates.hasPassed(place, on: today) {
                if fields.has(field), fields[field].trimmed != old[place].text {
                    reading.note(ElectionProblem.hasPassed, at: field)
                }
                continue
            }
            new[place] = reading.day(field)
            if new[place].number > 0, new[place] < today { reading.note(FieldProblem.dayInThePast, at: field) }
        }
        let reason = reading.text("reason", limit: Self.reasonLimit)
        reading.noteCrossings(new)
        for notice in FairNotice.all {
            guard let place = ElectionDays.fields.firstIndex(of: notice.field), new[place].number > 0 else { continue }
            if new[place] < old[place], new[place] < today + notice.days {
                reading.note(ElectionProblem.tooShortNotice(today + notice.days), at: notice.field)
            }
        }
        for span in [ToldSpan.nominations, .voting] where span.isShorter(new, than: old) {
            guard new[span.first].number > 0, new[span.last] >= new[span.first] else { continue }
            reading.note(
                ElectionProblem.shorterThanTold(span.leastEnd(of: new, told: old)), at: ElectionDays.fields[span.last])
        }
        let starts = new[4]
        let ends = election.dates.termEnd(from: starts)
        if !election.occasion.isByElection,
            let seat = followed.first(where: { $0.mandate.ends.map { $0 >= starts } ?? false }),
            let last = seat.mandate.ends
        {
            reading.note(ElectionProblem.sitsUntil(name: seat.name, last), at: "term_starts")
        }
        if ends < starts { reading.note(ElectionProblem.noTermToTakeOver, at: "term_starts") }
        if let bodyCloses, bodyCloses <= starts {
            reading.note(ElectionProblem.bodyCloses(bodyCloses), at: "term_starts")
        }
        if new == old { reading.note(ElectionProblem.datesUnchanged, at: "") }
        try reading.finish()
        self.reason = reason
        dates = Election.Dates(nominations: new[0]...new[1], voting: new[2]...new[3], term: starts...ends)
    }
}

extension Election.Dates {
    /// In the order of `ElectionDays.fields`.
    var days: [Day] {
        [nominations.lowerBound, nominations.upperBound, voting.lowerBound, voting.upperBound, term.lowerBound]
    }

    /// By which a form knows whether somebody else has moved them meanwhile.
    var mark: String { days.map(\.text).joined(separator: " ") }

    /// Nominations that are open stay open from when they were; those that are over stay over.
    func hasPassed(_ place: Int, on today: Day) -> Bool {
        place == 0 ? days[0] <= today : days[place] < today
    }

    /// As many years as were told, or the rest of a term, which ends when it would have.
    func termEnd(from starts: Day) -> Day {
        for length in TermLength.allCases {
            if let years = length.years, term.upperBound == term.lowerBound.adding(years: years) - 1 {
                return starts.adding(years: years) - 1
            }
        }
        return term.upperBound
    }
}

extension Election {
    /// Whether the dates can still be moved: not once people vote.
    func mayBeRedated(in phase: Phase) -> Bool {
        switch phase {
        case .coming, .nominating, .waiting: true
        case .voting, .counting, .decided, .uncontested, .unfilled, .cancelled: false
        }
    }
}
