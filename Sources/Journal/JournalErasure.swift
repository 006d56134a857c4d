import Kernel
import Storage

/// Takes out of the journal what was done to things that are gone for good. Their lines' marks stay, and with each a mark
/// that only the installation's key makes: so the journal is still found whole, and nobody else can take a line away.
public struct JournalErasure {
    private let seal: JournalSeal
    private let writer: Writer

    /// - Parameter key: with which the days are closed.
    public init(key: [UInt8], _ writer: Writer) {
        seal = JournalSeal(key: key)
        self.writer = writer
    }

    private static let mostAtOnce = 500

    /// All that was done to these things, and by whom.
    /// - Returns: how many lines are erased.
    @discardableResult
    public func eraseLines(about kind: String, _ ids: [String]) throws -> Int {
        var count = 0
        for id in ids {
            let lines: [String] = try writer.reader.values(
                "SELECT id FROM journal WHERE subject_kind = \(kind) AND subject_id = \(id) ORDER BY id")
            for start in stride(from: 0, to: lines.count, by: Self.mostAtOnce) {
                try erase(Array(lines[start..<min(start + Self.mostAtOnce, lines.count)]))
            }
            count += lines.count
        }
        return count
    }

    private func erase(_ lines: [String]) throws {
        let list = SQL.list(lines)
        let marks = try writer.reader.rows("SELECT entry_id, mark FROM journal_mark WHERE entry_id IN \(list)") { row in
            (id: try row[0] as String, mark: try row[1] as String)
        }
        // A line of a day that is not closed has no mark, and leaves none.
        let kept = marks.map { one -> SQL in
            "UPDATE journal_mark SET erasure = \(seal.erasureMark(one.id, mark: one.mark)) WHERE entry_id = \(one.id)"
        }
        try writer.execute(
            kept + [
                "DELETE FROM journal_payload WHERE entry_id IN \(list)", "DELETE FROM journal WHERE id IN \(list)",
            ], raising: [])
    }

    /// One value of what was done to a thing that stays, where it names one that is gone.
    /// - Parameters:
    ///   - name: of the value: `origin`.
    ///   - text: what it must be.
    public func erase(_ name: String, where text: String, about subject: Subject) throws {
        let lines = try writer.reader.rows(
            """
            SELECT id, before, after FROM journal JOIN journal_payload ON entry_id = id
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            """
        ) { row in
            (id: try row[0] as String, before: Payload.values(try row[1]), after: Payload.values(try row[2]))
        }
        for line in lines where line.before[name] == text || line.after[name] == text {
            let before = try Payload.text(line.before.filter { $0.key != name || $0.value != text })
            let after = try Payload.text(line.after.filter { $0.key != name || $0.value != text })
            try writer.execute(
                [
                    "UPDATE journal_payload SET before = \(before), after = \(after) WHERE entry_id = \(line.id)",
                    """
                    UPDATE journal_mark SET erasure = \(seal.erasureMark(line.id, before: before, after: after))
                    WHERE entry_id = \(line.id)
                    """,
                ], raising: [])
        }
    }
}
