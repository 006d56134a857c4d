import Access
import Files
import Journal
import Notices
import Organisation
import Reports
import Storage
import Web

/// Everything that Forkant can do, feature by feature.
public enum Features {
    /// In the order in which they build on each other.
    public static let migrations: [Migration] =
        StorageSchema.migrations + WebSchema.migrations + JournalSchema.migrations + AccessSchema.migrations
        + NoticeSchema.migrations + OrganisationSchema.migrations + FileSchema.migrations + Reports.migrations

    public static var routes: [Route] {
        Reports.routes.all
    }

    /// Who hears, in the same transaction, of what others enter in the journal.
    public static let followers: [Follower] = Reports.followers
}
