import Kernel

/// What can be wrong with an investigation and with what is done to it.
enum InvestigationProblem: Problem, Equatable {
    case tooMany(limit: Int)
    /// Somebody else took it away since the form was made.
    case removedMeanwhile
    /// Somebody else wrote it anew since it was decided to take it away.
    case changedMeanwhile
    case isClosed
    /// A cause cannot answer itself, nor what answers it.
    case answersItself
    case noConclusion
    case noCause

    func explained(in language: Language) -> String { InvestigationTexts(language: language).explain(self) }
}

/// A part of an investigation that people write one after the other.
protocol Piece: Sendable, Equatable {
    /// Under which address they lie.
    static var path: StaticString { get }
    static var most: Int { get }

    var id: ID<Self> { get }
    var place: Int { get }
    var what: String { get }
    /// By the fields of its form, as they stand now.
    var written: [String: String] { get }

    /// - Parameter causes: those of the investigation, which a cause may answer.
    /// - Throws: `Problems`
    init(_ fields: Fields, id: ID<Self>, place: Int, among causes: CauseTree) throws(Problems)
}

/// How long the texts of an investigation may be.
enum InvestigationLimit {
    static let time = 60
    static let what = 400
    static let text = 4000
}

extension EventStep: Piece {
    static var path: StaticString { "steps" }
    static var most: Int { 60 }

    var written: [String: String] { ["time": time, "what": what] }

    init(_ fields: Fields, id: ID<EventStep>, place: Int, among causes: CauseTree) throws(Problems) {
        var reading = Reading(fields)
        let time = reading.optionalText("time", limit: InvestigationLimit.time)
        let what = reading.text("what", limit: InvestigationLimit.what)
        try reading.finish()
        self.init(id: id, place: place, time: time, what: what)
    }
}

extension Cause: Piece {
    static var path: StaticString { "causes" }
    static var most: Int { 80 }

    var written: [String: String] {
        ["what": what, "parent": parent?.text ?? "", "bone": bone?.rawValue ?? ""]
    }

    init(_ fields: Fields, id: ID<Cause>, place: Int, among causes: CauseTree) throws(Problems) {
        var reading = Reading(fields)
        let what = reading.text("what", limit: InvestigationLimit.what)
        let parent: ID<Cause>? = reading.optionalID("parent")
        if let parent {
            if causes[parent] == nil {
                reading.note(FieldProblem.unknown, at: "parent")
            } else if causes.branch(of: id).contains(parent) {
                reading.note(InvestigationProblem.answersItself, at: "parent")
            }
        }
        let bone: Bone? = reading.optionalChoice("bone")
        try reading.finish()
        self.init(id: id, place: place, what: what, parent: parent, bone: bone)
    }
}

extension Barrier: Piece {
    static var path: StaticString { "barriers" }
    static var most: Int { 40 }

    var written: [String: String] { ["what": what, "state": state.rawValue] }

    init(_ fields: Fields, id: ID<Barrier>, place: Int, among causes: CauseTree) throws(Problems) {
        var reading = Reading(fields)
        let what = reading.text("what", limit: InvestigationLimit.what)
        let state = reading.choice("state", otherwise: BarrierState.missing)
        try reading.finish()
        self.init(id: id, place: place, what: what, state: state)
    }
}

/// Who was ticked in a form, and who had been when it was made.
struct Ticks: Sendable, Equatable {
    let sent: Set<PersonID>
    let before: Set<PersonID>

    init(_ fields: Fields) {
        sent = Set(fields.all("people").map(\.trimmed).filter { !$0.isEmpty }.map(PersonID.init(_:)))
        before = Set(fields["was_people"].split(separator: " ").map { PersonID(String($0)) })
    }

    /// What others ticked and unticked meanwhile stays.
    func applied(to known: Set<PersonID>) -> Set<PersonID> {
        known.union(sent.subtracting(before)).subtracting(before.subtracting(sent))
    }
}

/// What is concluded, before it is closed.
struct Conclusion: Sendable, Equatable {
    let conclusion: String
    let prevention: String

    /// - Throws: `Problems`
    init(_ fields: Fields) throws(Problems) {
        var reading = Reading(fields)
        conclusion = reading.optionalText("conclusion", limit: InvestigationLimit.text)
        prevention = reading.optionalText("prevention", limit: InvestigationLimit.text)
        try reading.finish()
    }
}

/// How an investigation ends, and what whoever reported hears of it.
struct InvestigationEnding: Sendable, Equatable {
    enum Way: String, Sendable, CaseIterable {
        /// As a message: something is still being done about it.
        case message
        /// As the outcome with which the report is closed.
        case outcome
    }

    let feedback: String
    let way: Way
    let isCauseUnknown: Bool

    /// - Parameters:
    ///   - hasCause: whether at least one cause is written.
    ///   - limit: of what is said to whoever reported.
    /// - Throws: `Problems` with everything that is missing.
    init(
        _ fields: Fields, of investigation: Investigation, hasCause: Bool, isReportOpen: Bool, limit: Int
    ) throws(Problems) {
        var reading = Reading(fields)
        feedback = reading.text("feedback", limit: limit)
        way = isReportOpen ? reading.choice("way", otherwise: .message) : .message
        isCauseUnknown = !hasCause && reading.isTicked("cause_unknown")
        if investigation.conclusion.isEmpty { reading.note(InvestigationProblem.noConclusion, at: "") }
        if !hasCause, !isCauseUnknown { reading.note(InvestigationProblem.noCause, at: "cause_unknown") }
        try reading.finish()
    }
}
