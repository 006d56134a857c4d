import Journal
import Kernel
import Notices
import Storage

/// PostgreSQL remembers of every row which transaction wrote it, and transactions are numbered in order. So the rows
/// that anonymous reporters made in the last days are written anew together, after each of them has been answered.
enum AnonymousRows {
    /// Does its work behind the answer: whoever reports does not wait for it, nor for another reporter. Where two of
    /// these meet, one gives up; the other has done the same.
    static func mix(in database: any Database, day: Day) {
        guard database.engine == .postgres else { return }
        Task { _ = try? await database.write { writer in try rewrite(day, writer) } }
    }

    /// So far back that the last of a Friday is written anew with the first of the week after.
    private static let daysBack = 7

    static func rewrite(_ day: Day, _ writer: Writer) throws {
        let days = (0...daysBack).map { day - $0 }
        let rewritings: [SQL] = [
            "UPDATE report SET outcome = outcome WHERE anonymous = 1 AND reported IN \(SQL.list(days))",
            """
            UPDATE report_photo SET place = place
            WHERE report_id IN (SELECT id FROM report WHERE anonymous = 1 AND reported IN \(SQL.list(days)))
            """,
            """
            UPDATE report_handler SET duty = duty
            WHERE report_id IN (SELECT id FROM report WHERE anonymous = 1 AND reported IN \(SQL.list(days)))
            """,
            """
            UPDATE report_kept_from SET person_id = person_id
            WHERE report_id IN (SELECT id FROM report WHERE anonymous = 1 AND reported IN \(SQL.list(days)))
            """,
            """
            UPDATE report_message SET place = place WHERE author = 'reporter' AND day IN \(SQL.list(days))
            AND report_id IN (SELECT id FROM report WHERE anonymous = 1)
            """,
        ]
        for rewriting in rewritings + JournalEntry.rewritings(of: days) + Notice.rewritings(of: days) {
            try writer.execute(rewriting)
        }
    }
}
