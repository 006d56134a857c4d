import Journal
import Kernel
import Storage

extension Notice {
    /// What people were told of pages that are gone for good, read or not, is told no more.
    /// - Parameter pages: each with all that stands under it: `/reports/4f2…`.
    public static func erase(leadingTo pages: [String], _ writer: Writer) throws {
        for page in pages {
            // In the order of bytes, the sign after a slash is a nought.
            for condition in ["path = \(page)", "path >= \(page + "/") AND path < \(page + "0")"] as [SQL] {
                let people: [PersonID] = try writer.reader.values("SELECT person_id FROM notice WHERE \(condition)")
                guard !people.isEmpty else { continue }
                try writer.execute(
                    ["DELETE FROM notice WHERE \(condition)"],
                    raising: Set(people).sorted().map { Topic.notices($0).name })
            }
        }
    }
}

/// Notices by their age, along their ids, which sort by their moments.
extension NoticeStore {
    /// How many came on the day or before, counted as far as `most`.
    public func count(through day: Day, most: Int) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM notice WHERE id < \(Self.end(of: day)) LIMIT \(most)) AS counted
            """) ?? 0
    }

    /// The same, year by year.
    public func countByYear(through day: Day, most: Int) throws -> [(year: String, count: Int)] {
        try reader.rows(
            """
            SELECT year, COUNT(*) FROM (
                SELECT SUBSTR(at, 1, 4) AS year FROM notice WHERE id < \(Self.end(of: day)) ORDER BY id LIMIT \(most)
            ) AS counted GROUP BY year ORDER BY year
            """
        ) { row in (year: try row[0], count: try row[1]) }
    }

    public func oldest() throws -> Day? {
        try reader.value("SELECT at FROM notice WHERE id > '' ORDER BY id LIMIT 1", as: Moment.self)?.day
    }

    fileprivate static func end(of day: Day) -> String { Identities.beginning(at: Moment(day + 1, hour: 0)) }
}

extension Notice {
    /// The oldest that came on the day or before.
    /// - Returns: how many are erased, `most` at the most.
    public static func erase(through day: Day, most: Int, _ writer: Writer) throws -> Int {
        let ids: [String] = try writer.reader.values(
            "SELECT id FROM notice WHERE id < \(NoticeStore.end(of: day)) ORDER BY id LIMIT \(most)")
        guard !ids.isEmpty else { return 0 }
        return try writer.execute("DELETE FROM notice WHERE id IN \(SQL.list(ids))")
    }
}
