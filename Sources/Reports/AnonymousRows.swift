import Journal
import Kernel
import Storage

/// PostgreSQL remembers of every row which transaction wrote it, and transactions are numbered in order. So the rows
/// that anonymous reporters made on a day are written anew together, after each of them has been answered.
enum AnonymousRows {
    /// Does its work behind the answer: whoever reports does not wait for it, nor for another reporter. Where two of
    /// these meet, one gives up; the other has done the same.
    static func mix(in database: any Database, day: Day) {
        guard database.engine == .postgres else { return }
        Task { _ = try? await database.write { writer in try rewrite(day, writer) } }
    }

    static func rewrite(_ day: Day, _ writer: Writer) throws {
        let rewritings: [SQL] = [
            "UPDATE report SET outcome = outcome WHERE anonymous = 1 AND reported = \(day)",
            """
            UPDATE report_photo SET place = place
            WHERE report_id IN (SELECT id FROM report WHERE anonymous = 1 AND reported = \(day))
            """,
            """
            UPDATE report_message SET place = place WHERE author = 'reporter' AND day = \(day)
            AND report_id IN (SELECT id FROM report WHERE anonymous = 1)
            """,
        ]
        for rewriting in rewritings + JournalEntry.rewritings(of: day) { try writer.execute(rewriting) }
    }
}
