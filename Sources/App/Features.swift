import Access
import ActionPlan
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
        + NoticeSchema.migrations + FileSchema.migrations + OrganisationSchema.migrations + ActionPlan.migrations
        + Reports.migrations

    public static var routes: [Route] {
        Organisation(invent: Invention.fill).routes + ActionPlan.routes(origins: origins) + Reports.routes
    }

    /// Who tells what an action came from.
    private static let origins = Origins(["report": Reports.origin])

    /// Who hears, in the same transaction, of what others enter in the journal.
    public static let followers: [Follower] = Reports.followers
}
