import Journal
import Kernel
import Notices
import Storage

/// PostgreSQL remembers of every row which transaction wrote it, and transactions are numbered in order. So the ideas
/// that came without a name in the last days are written anew together, as anonymous reports are.
enum AnonymousIdeas {
    /// Does its work behind the answer: whoever gives an idea does not wait for it. Where two of these meet, one gives
    /// up; the other has done the same.
    static func mix(in database: any Database, day: Day) {
        guard database.engine == .postgres else { return }
        Task { _ = try? await database.write { writer in try rewrite(day, writer) } }
    }

    private static let daysBack = 7

    static func rewrite(_ day: Day, _ writer: Writer) throws {
        let days = (0...daysBack).map { day - $0 }
        try writer.execute("UPDATE idea SET reason = reason WHERE anonymous = 1 AND given IN \(SQL.list(days))")
        for rewriting in JournalEntry.rewritings(of: days) + Notice.rewritings(of: days) {
            try writer.execute(rewriting)
        }
    }
}
