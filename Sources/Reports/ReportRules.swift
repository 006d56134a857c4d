import ActionPlan
import Kernel

/// A report on its way in, as its sender wrote it.
public struct NewReport: Sendable, Equatable {
    public static let whatLimit = 5000
    public static let placeLimit = 200
    public static let nameLimit = 120
    public static let photoLimit = 6

    public let kind: ReportKind
    public let what: String
    public let place: String
    public let happened: Day?
    public let sender: ReportSender
    public let circumstances: Circumstances
    /// Those who may not read it: whom the reporter ticked. Nobody, unless it is confidential.
    public var keptFrom: Set<PersonID>

    /// - Parameter person: who is signed in; a guest says who it is, or reports without a name.
    /// - Throws: `Problems` with everything that is wrong.
    public init(_ fields: Fields, by person: PersonID?, today: Day) throws(Problems) {
        var reading = Reading(fields)
        kind = reading.choice("kind", otherwise: .nearMiss)
        what = reading.text("what", limit: Self.whatLimit)
        place = reading.optionalText("place", limit: Self.placeLimit)
        happened = reading.optionalDay("happened")
        if let happened, happened > today { reading.note(ReportProblem.dayAhead, at: "happened") }
        if (fields.uploads["photos"] ?? []).count > Self.photoLimit {
            reading.note(ReportProblem.tooManyPhotos(limit: Self.photoLimit), at: "photos")
        }
        circumstances = Circumstances(&reading)
        sender = Self.sender(&reading, person)
        keptFrom = Set(fields.all("kept-from").filter { !$0.isEmpty }.map { PersonID($0) })
        // A tick that was overlooked would bring it before the very one from whom it was to be kept.
        if !keptFrom.isEmpty, !kind.isConfidential, kind.rawValue == fields["kind"] {
            reading.note(ReportProblem.keptFromNobody, at: "kept-from")
        }
        try reading.finish()
    }

    /// To whom it may not go: nobody handles what he or she reported.
    var barred: Set<PersonID> { keptFrom.union(sender.person.map { [$0] } ?? []) }

    private static func sender(_ reading: inout Reading, _ person: PersonID?) -> ReportSender {
        if reading.isTicked("anonymous") { return .anonymous }
        if let person { return .person(person) }
        return .guest(
            name: reading.text("name", limit: nameLimit), contact: reading.optionalText("contact", limit: nameLimit))
    }
}

extension Circumstances {
    /// What is not said is the usual.
    init(_ reading: inout Reading) {
        self.init(
            affected: reading.optionalChoice("affected") ?? .employee,
            setting: reading.optionalChoice("setting") ?? .workplace,
            isOutsideHours: reading.isTicked("outside-hours"))
    }
}

/// What can be wrong with a report and with what is done to it.
public enum ReportProblem: Problem, Equatable {
    case dayAhead
    case tooManyPhotos(limit: Int)
    /// Nobody is seated who could read it.
    case nobodyReads
    /// A program named no unit, and whoever owns its token belongs to none.
    case whichUnit
    case nobodyReadsConfidential
    /// All are ticked who could read it.
    case nobodyElseReads
    /// Somebody is ticked, but what was chosen is read by a group.
    case keptFromNobody
    case codeUnknown
    /// What was promised as confidential stays so.
    case staysConfidential
    case alreadyClosed
    /// How bad it could have become is at least how bad it was.
    case lessThanItWas
    /// Whom one event struck.
    case tooManyPeople(limit: Int)

    public func explained(in language: Language) -> String {
        ReportTexts(language: language).explain(self)
    }
}

extension Report {
    /// Read for the first time by somebody who handles it.
    public func seen(by person: PersonID, on day: Day) -> Report {
        guard stage == .waiting else { return self }
        var copy = self
        copy.stage = .seen
        copy.seenBy = person
        copy.seen = day
        return copy
    }

    /// On an action plan. Once closed, it opens again.
    public func acted(by person: PersonID?, on day: Day) -> Report {
        var copy = self
        copy.stage = .action
        copy.seenBy = seenBy ?? person
        copy.seen = seen ?? day
        copy.acted = acted ?? day
        copy.closed = nil
        copy.outcome = ""
        copy.effect = nil
        return copy
    }

    /// - Parameter effect: whether what was done helped, where something was.
    /// - Throws: `ReportProblem.alreadyClosed`
    public func closed(
        because outcome: String, effect: Effect? = nil, by person: PersonID?, on day: Day
    ) throws -> Report {
        guard stage != .closed else { throw Problems(ReportProblem.alreadyClosed) }
        var copy = self
        copy.stage = .closed
        copy.seenBy = seenBy ?? person
        copy.seen = seen ?? day
        copy.closed = day
        copy.outcome = outcome
        copy.effect = effect
        return copy
    }

    /// - Throws: `ReportProblem.staysConfidential`
    public func sorted(as kind: ReportKind) throws -> Report {
        guard kind.isConfidential || !isConfidential else {
            throw Problems(ReportProblem.staysConfidential, at: "kind")
        }
        var copy = self
        copy.kind = kind
        return copy
    }
}
