import Kernel
import Storage

/// That somebody does something now: who, when, and where new ids come from.
public struct Deed: Sendable {
    /// Nobody where the deed is anonymous or the program's own.
    public let person: PersonID?
    public let moment: Moment
    public let identities: Identities
    /// Who wants to hear, in the same transaction, of what is entered in the journal.
    public let followers: [Follower]

    public init(
        by person: PersonID?, at moment: Moment, identities: Identities, followers: [Follower] = []
    ) {
        self.person = person
        self.moment = moment
        self.identities = identities
        self.followers = followers
    }

    public var day: Day { moment.day }

    /// The same deed by nobody at no time of the day: the hour before dawn stands for the whole day, so that nothing
    /// that is made of it, not even an id, can tell when it was done.
    public var withoutTrace: Deed {
        Deed(
            by: nil, at: Moment(milliseconds: day.number * 86_400_000), identities: identities, followers: followers)
    }
}

/// A feature that does its part when another one's journal entry says that something happened,
/// so that the lower feature need not know the higher.
public typealias Follower = @Sendable (_ entry: JournalEntry, _ deed: Deed, _ writer: Writer) throws -> Void
