import Access
import ActionPlan
import Demo
import Elections
import Files
import Journal
import Kernel
import Notices
import Organisation
import OrganisationPlan
import Overview
import Reports
import Storage
import Web

/// Everything that Forkant can do, feature by feature.
public enum Features {
    /// In the order in which they build on each other.
    public static let migrations: [Migration] =
        StorageSchema.migrations + WebSchema.migrations + JournalSchema.migrations + AccessSchema.migrations
        + NoticeSchema.migrations + FileSchema.migrations + OrganisationSchema.migrations + ActionPlan.migrations
        + Reports.migrations + Elections.migrations

    public static var routes: [Route] {
        Organisation(invent: invent).routes + ActionPlan.routes(origins: origins) + Reports.routes
            + Elections.routes + OrganisationPlan.routes + Overview.routes
    }

    /// Who hears, in the same transaction, of what others enter in the journal.
    public static let followers: [Follower] = Reports.followers

    /// What the menu says that waits.
    public static let menu = MenuNumbers.counting

    /// Who tells what an action came from.
    private static let origins = Origins(["report": Reports.origin])

    /// The organisation that a newcomer may try, with the account of its safety representative.
    @Sendable private static func invent(_ database: any Database) async throws -> (email: String, password: String) {
        let password = Identities.system.code(letters: 12).lowercased()
        let accounts = try await Invention(people: 400, seed: 1, today: Moment.now.day).fill(
            database, password: password)
        return (accounts.first?.email ?? "", password)
    }
}
