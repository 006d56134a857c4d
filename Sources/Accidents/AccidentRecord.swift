import Kernel
import Reports
import Storage

/// What is known of somebody who was hurt, beside the report of it: what the authority asks, and when he or she was away.
/// Health data: shown by `AccidentEyes`. Of the injured person's CPR number there is no trace here on purpose.
public struct AccidentRecord: Sendable, Equatable {
    public let report: ID<Report>
    /// The unit of the report.
    public let unit: UnitID
    /// The day of the event.
    public var happened: Day
    public var injured: Injured
    public var event: AccidentEvent
    /// Chosen codes of ESAW, by variable.
    public var codes: [EsawVariable: String]
    /// How long the injured person is expected to be unable to work.
    public var incapacity: Incapacity
    /// The injury may give a right to compensation, whether or not anybody was away.
    public var mayBeCompensated: Bool
    /// The day of death.
    public var died: Day?
    /// In the order in which they begin.
    public var absences: [Absence]
    /// What was sent, in the order in which it was.
    public var sendings: [Sending]
    /// Raised by every change, so that nobody writes over what he or she has not seen.
    public var version: Int

    public init(
        report: ID<Report>, unit: UnitID, happened: Day, injured: Injured = Injured(), event: AccidentEvent = .init(),
        codes: [EsawVariable: String] = [:], incapacity: Incapacity = .unknown, mayBeCompensated: Bool = false,
        died: Day? = nil, absences: [Absence] = [], sendings: [Sending] = [], version: Int = 0
    ) {
        self.report = report
        self.unit = unit
        self.happened = happened
        self.injured = injured
        self.event = event
        self.codes = codes
        self.incapacity = incapacity
        self.mayBeCompensated = mayBeCompensated
        self.died = died
        self.absences = absences
        self.sendings = sendings
        self.version = version
    }

    public var isDeath: Bool { died != nil }
    public var deviation: String? { codes[.deviation] }
    public var contact: String? { codes[.contactMode] }
    public var injury: String? { codes[.typeOfInjury] }
    public var bodyPart: String? { codes[.bodyPart] }
    public var activity: String? { codes[.specificActivity] }
    public var environment: String? { codes[.workingEnvironment] }
    public var workstation: String? { codes[.workstation] }
}

/// Time away from the usual work in its usual scope.
public struct Absence: Sendable, Equatable {
    public let first: Day
    /// The last day away; nothing while somebody is still away.
    public var last: Day?
    /// Fewer hours, or other tasks out of regard for the injury: it counts as absence. Source: at.dk.
    public let isReduced: Bool

    public init(_ first: Day, _ last: Day?, isReduced: Bool = false) {
        self.first = first
        self.last = last
        self.isReduced = isReduced
    }
}

/// Who was hurt.
public struct Injured: Sendable, Equatable {
    public var name = ""
    public var job = ""
    public var employment: Employment?
    public var hired: Day?

    public init(name: String = "", job: String = "", employment: Employment? = nil, hired: Day? = nil) {
        self.name = name
        self.job = job
        self.employment = employment
        self.hired = hired
    }
}

/// How somebody is employed.
public enum Employment: String, Sendable, CaseIterable, Storable {
    case permanent
    case temporary
    case hourly
    case apprentice
    case agency
    case trainee
    case other
}

/// Where, when and how.
public struct AccidentEvent: Sendable, Equatable {
    /// `HH:MM`, or empty where it is not known.
    public var time = ""
    public var place = ""
    public var course = ""
    /// The thing or substance that did it.
    public var agent = ""

    public init(time: String = "", place: String = "", course: String = "", agent: String = "") {
        self.time = time
        self.place = place
        self.course = course
        self.agent = agent
    }
}

/// How long somebody is expected to be unable to work; beyond three days the classes of ESAW.
public enum Incapacity: String, Sendable, CaseIterable, Storable {
    case unknown = "000"
    case none = "0"
    case one = "1"
    case few = "2-3"
    case days4 = "A01"
    case days7 = "A02"
    case days14 = "A03"
    case days21 = "A04"
    case month1 = "A05"
    case months3 = "A06"
    case lasting = "997"
}

/// Something that was sent, or said by telephone, so that the duty is met.
public struct Sending: Sendable, Equatable {
    public let id: ID<Sending>
    public let to: Recipient
    public let day: Day
    /// The number on the receipt, or whoever answered the telephone.
    public let receipt: String
    /// Who wrote it down here.
    public let by: PersonID

    public init(id: ID<Sending>, to: Recipient, day: Day, receipt: String, by: PersonID) {
        self.id = id
        self.to = to
        self.day = day
        self.receipt = receipt
        self.by = by
    }
}

/// Who gets a notification.
public enum Recipient: String, Sendable, CaseIterable, Storable {
    /// EASY, which passes it on to the Working Environment Authority and the insurer.
    case authority
    /// The insurer or AES alone.
    case insurer
    /// Labour Market Insurance (AES), by telephone.
    case telephone
}
