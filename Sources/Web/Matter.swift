import Access
import Journal
import Kernel
import Markup
import Storage

/// Something that waits for one person: a line of Today, published by the feature whose business it is.
public struct Matter: Sendable {
    /// How it stands, which decides what is said beside it and where it lies.
    public enum Urgency: Sendable {
        /// Can be done, and is before long to be done.
        case soon
        /// Its day has passed.
        case late
        /// Somebody is asked something.
        case question
        /// Has been missing since its day, perhaps for years: comes after all that has one ahead.
        case missing
    }

    public let title: Words
    public let detail: Words
    public let link: Link
    /// By which it lies among the rest: when it is due, or since when it waits.
    public let day: Day
    public let urgency: Urgency
    /// What it hangs on besides the viewer's rights and what every Today listens to.
    public let topics: [Topic]

    public init(
        _ title: Words, _ detail: Words, to link: Link, _ urgency: Urgency, on day: Day, topics: [Topic] = []
    ) {
        self.title = title
        self.detail = detail
        self.link = link
        self.day = day
        self.urgency = urgency
        self.topics = topics
    }

    /// Makes of the answers what waits.
    public typealias Found = (_ reader: Reader) throws -> [Matter]
    /// Hands in what must be known further, now that the first answers are here: it is asked together with what others ask
    /// then.
    public typealias Further = (_ reader: Reader, _ asking: Asking) throws -> Found

    /// A feature that tells what waits for somebody.
    public struct Publisher: Sendable {
        /// Hands in what the feature must know of the visitor, to be asked together with what others ask.
        public typealias Find = @Sendable (_ visit: Visit, _ asking: Asking) throws -> Found
        /// The same for one that must ask twice.
        public typealias FindFurther = @Sendable (_ visit: Visit, _ asking: Asking) throws -> Further

        public let find: FindFurther
        /// What says that something may have come to wait for the viewer, or waits no longer.
        public let topics: @Sendable (_ viewer: Viewer) -> [Topic]

        public init(
            _ find: @escaping Find, hearing topics: @escaping @Sendable (_ viewer: Viewer) -> [Topic] = { _ in [] }
        ) {
            self.find = { visit, asking in
                let found = try find(visit, asking)
                return { _, _ in found }
            }
            self.topics = topics
        }

        public init(askingTwice find: @escaping FindFurther) {
            self.find = find
            topics = { _ in [] }
        }
    }
}
