import Kernel

extension CheckAnswers {
    static let lineLimit = 300

    /// All questions are answered: who does not know says partly.
    /// - Throws: `Problems` with everything that is missing.
    init(_ fields: Fields) throws(Problems) {
        var reading = Reading(fields)
        var (replies, lines): ([Int: Verdict], [Int: String]) = ([:], [:])
        for number in ElevenQuestions.numbers {
            replies[number] = reading.choice(Self.name(of: number), otherwise: .partly)
            let line = reading.optionalText(Self.lineName(of: number), limit: Self.lineLimit)
            if !line.isEmpty { lines[number] = line }
        }
        try reading.finish()
        self.init(replies: replies, lines: lines)
    }

    static func name(of question: Int) -> String { "q\(question)" }
    static func lineName(of question: Int) -> String { "line\(question)" }

    /// As the form has them.
    var fields: Fields {
        var fields = Fields()
        for (number, reply) in replies { fields[Self.name(of: number)] = reply.rawValue }
        for (number, line) in lines { fields[Self.lineName(of: number)] = line }
        return fields
    }
}

/// When an action stands still, and when its owner is asked whether it moves. Pure, so that a page and a list say the same.
struct Stillness: Sendable, Equatable {
    /// Nothing where the group does not want to be asked.
    let weeks: Int?

    /// - Parameter moved: the day on which something last happened to it.
    func isStill(since moved: Day, on today: Day) -> Bool {
        weeks.map { moved + 7 * $0 <= today } ?? false
    }

    /// Asked once in each period: not while the last answer, or the last check, is younger than that.
    func isAsked(since moved: Day, answered: Day?, on today: Day) -> Bool {
        isStill(since: max(moved, answered ?? moved), on: today)
    }
}

/// What the owner says of an action that has stood still.
enum MovingAnswer: Sendable, Equatable {
    /// How it stands.
    case moves(String)
    case waits(reason: String, until: Day)
    case stuck
    /// What the owner would like to say of it, if anything.
    case dropped(String)

    enum Kind: String, CaseIterable, Sendable {
        case moves, waits, stuck, dropped
    }

    static let textLimit = 1000

    /// - Parameter mustExplain: whoever may not close it says why it should be dropped, since the group decides.
    init(_ fields: Fields, on today: Day, mustExplain: Bool) throws(Problems) {
        var reading = Reading(fields)
        let kind = reading.choice("answer", otherwise: Kind.stuck)
        let isSaid = kind == .moves || kind == .waits || kind == .dropped && mustExplain
        let said =
            isSaid
            ? reading.text("said", limit: Self.textLimit) : reading.optionalText("said", limit: Self.textLimit)
        var until = today
        if kind == .waits {
            until = reading.day("look_again_on")
            if Day(fields["look_again_on"].trimmed) != nil, until < today {
                reading.note(FieldProblem.dayInThePast, at: "look_again_on")
            }
        }
        try reading.finish()
        switch kind {
        case .moves: self = .moves(said)
        case .waits: self = .waits(reason: said, until: until)
        case .stuck: self = .stuck
        case .dropped: self = .dropped(said)
        }
    }

    var kind: Kind {
        switch self {
        case .moves: .moves
        case .waits: .waits
        case .stuck: .stuck
        case .dropped: .dropped
        }
    }
}

/// What can be wrong with a check.
enum CheckProblem: Problem, Equatable {
    case tooFewAnswers(least: Int)
    case tooManyInvited(limit: Int)

    func explained(in language: Language) -> String {
        switch self {
        case .tooFewAnswers(let least):
            language.pick(
                da: "Der skal være mindst \(least) svar, før I kan sammenligne.",
                en: "It takes at least \(least) answers to compare them.")
        case .tooManyInvited(let limit):
            language.pick(da: "I kan højst invitere \(limit).", en: "You can invite at most \(limit).")
        }
    }
}
