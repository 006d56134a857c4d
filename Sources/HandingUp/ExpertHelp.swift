import Kernel
import Storage

typealias HelpID = ID<ExpertHelp>

/// That a group seeks help from experts for an action, by a day, and what came of it.
public struct ExpertHelp: Sendable, Equatable {
    /// Who is sought.
    enum Source: String, Sendable, CaseIterable, Storable {
        /// An authorised working environment adviser from outside.
        case authorised
        /// The organisation's own experts.
        case inside
        case other
    }

    enum State: String, Sendable, CaseIterable, Storable {
        case sought, found
        case notFound = "not_found"
    }

    let id: ID<ExpertHelp>
    let action: ActionID
    let body: BodyID
    let need: String
    let source: Source
    /// Whom they have in mind, if anybody.
    let whom: String
    let seeker: PersonID
    let by: Day
    let askedBy: PersonID?
    let askedAt: Moment
    var state: State
    /// With whom, or why nobody was found.
    var result: String
    var settledAt: Moment?

    init(
        id: ID<ExpertHelp>, action: ActionID, body: BodyID, need: String, source: Source, whom: String = "",
        seeker: PersonID, by: Day, askedBy: PersonID?, askedAt: Moment, state: State = .sought, result: String = "",
        settledAt: Moment? = nil
    ) {
        (self.id, self.action, self.body, self.need, self.source) = (id, action, body, need, source)
        (self.whom, self.seeker, self.by, self.askedBy, self.askedAt) = (whom, seeker, by, askedBy, askedAt)
        (self.state, self.result, self.settledAt) = (state, result, settledAt)
    }

    static let textLimit = 1000
    static let whomLimit = 200
}

/// What is sought, as a form has it.
struct NewHelp: Sendable, Equatable {
    let need: String
    let source: ExpertHelp.Source
    let whom: String
    let seeker: PersonID
    let by: Day

    /// - Parameter seekers: who may be asked to find it.
    init(_ fields: Fields, among seekers: Set<PersonID>, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        need = reading.text("need", limit: ExpertHelp.textLimit)
        source = reading.choice("source", otherwise: .other)
        whom = reading.optionalText("whom", limit: ExpertHelp.whomLimit)
        let seeker: PersonID? = reading.optionalID("seeker")
        if seeker == nil { reading.note(FieldProblem.missing, at: "seeker") }
        if let seeker, !seekers.contains(seeker) { reading.note(FieldProblem.unknown, at: "seeker") }
        by = reading.day("by")
        if Day(fields["by"].trimmed) != nil, by < today { reading.note(FieldProblem.dayInThePast, at: "by") }
        try reading.finish()
        self.seeker = seeker ?? PersonID("")
    }
}

/// How the search ended.
struct HelpResult: Sendable, Equatable {
    let isFound: Bool
    let text: String

    private enum Answer: String {
        case found
        case notFound = "not_found"
    }

    init(_ fields: Fields) throws(Problems) {
        var reading = Reading(fields)
        isFound = reading.choice("state", otherwise: Answer.notFound) == .found
        text = reading.text("result", limit: ExpertHelp.textLimit)
        try reading.finish()
    }
}
