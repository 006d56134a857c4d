import Kernel
import Organisation
import Storage

/// Employees elect their safety representative (arbejdsmiljørepræsentant); or representatives, or leaders, those of them
/// who sit in a committee. The employer sees to it that it is held, and takes no part in it.
public struct Election: Sendable, Equatable {
    /// Why it is held now.
    public enum Occasion: String, Sendable, CaseIterable, Storable {
        /// The term runs out.
        case termEnds = "term_ends"
        /// The representative has left, or works elsewhere now: there is a right and a duty to elect anew.
        case left
        /// An absence of four months or more that was known beforehand.
        case absence
        /// Employer and employees agree to end the term early.
        case agreed
        /// Nobody has the seat.
        case vacant

        /// Elected while a term is running, so for somebody who sat.
        public var isByElection: Bool { self != .termEnds && self != .vacant }
    }

    public enum State: String, Sendable, CaseIterable, Storable {
        case called, voting
        /// By ballot.
        case decided
        /// There were no more candidates than seats.
        case uncontested
        /// Nobody stood.
        case unfilled
        case cancelled

        public var isOver: Bool { self != .called && self != .voting }
    }

    /// Why it was given up.
    public enum Cancellation: String, Sendable, Storable {
        case byCaller = "by_caller"
        case bodyCloses = "body_closes"
        /// No server ran while people should have voted.
        case missed
    }

    /// The days of an election; first and last days are both part of it.
    public struct Dates: Sendable, Equatable {
        public let nominations: ClosedRange<Day>
        public let voting: ClosedRange<Day>
        public let term: ClosedRange<Day>
    }

    public let id: ID<Election>
    public let body: BodyID
    public let franchise: Franchise
    public let occasion: Occasion
    /// How many representatives are elected.
    public let seats: Int
    /// How many deputies are elected in the same act. The law has none; a local agreement may.
    public let deputies: Int
    public var dates: Dates
    /// What employer and employees agreed on beforehand, where the term is longer than the law's or ends another early.
    public let agreement: String
    /// What the voters should know.
    public let note: String
    public let calledBy: PersonID
    public let calledOn: Day
    public var state = State.called
    public var reason: Cancellation?
    /// Why whoever looks after it called it off, as it was told to everybody.
    public var reasonInWords: String?
    public var ended: Day?
    /// How many could vote; known once it is over or people vote.
    public var electorate: Int?
    /// How many have voted.
    public var voted = 0
    public var blank: Int?
    /// The fingerprint of the lot's secret, shown from the first day of voting.
    public var lotFingerprint: String?
    /// Shown from the count on.
    public var lotSecret: String?
    /// How many stood on the register when the voting opened: by this the turnout is told or not, however many are put
    /// on afterwards.
    public var openedWith: Int?
}

/// Where an election stands on a day.
public enum Phase: String, Sendable, CaseIterable {
    case coming, nominating
    /// The candidates are known, the voting has not begun.
    case waiting
    case voting
    /// Over, but not counted yet.
    case counting
    case decided, uncontested, unfilled, cancelled
}

/// Somebody who stands, or was asked to.
public struct Candidate: Sendable, Equatable {
    public enum Answer: String, Sendable, Storable {
        /// Proposed by somebody else, and has not answered.
        case asked
        case stands, declined, withdrawn
    }

    public enum Outcome: String, Sendable, Storable {
        case elected, deputy
        case notElected = "not_elected"
    }

    public let person: PersonID
    public var answer: Answer
    public var presentation: String
    /// On the ballot, from 1.
    public var number: Int?
    public var votes: Int?
    public var outcome: Outcome?
}
