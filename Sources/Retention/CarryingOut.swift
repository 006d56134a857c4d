import Journal
import Kernel
import Storage
import Web

/// Erases what is due, a portion in each transaction. It can be broken off anywhere and begun again, and two servers may
/// do it at once: each portion finds for itself what is due still.
public struct CarryingOut: Sendable {
    let house: House
    let kinds: [RetainedKind]
    let key: [UInt8]

    /// - Parameter key: with which the journal's days are closed.
    public init(in house: House, _ kinds: [RetainedKind], key: [UInt8]) {
        (self.house, self.kinds, self.key) = (house, kinds, key)
    }

    /// So many things are erased in one transaction.
    static let portion = 50
    /// So many portions of a kind in a night; what is left waits for the next.
    static let mostPortions = 2000
    /// The hours in Denmark in which it is done by itself.
    private static let night = 0..<5

    /// Erases what is due, where it is night.
    /// - Returns: how many things were erased, of those of which that is told.
    public func atNight() async throws -> Int {
        let now = house.clock()
        let isNight = Self.night.contains { hour in
            now >= Moment(now.day, hour: hour) && now < Moment(now.day, hour: hour + 1)
        }
        guard isNight else { return 0 }
        let count = try await run()
        try await rewriteWeekly()
        return count
    }

    private static let sunday = 7
    /// Under which the days are kept on which the database was written anew.
    private static let rewriting = "rewriting"

    /// Once a week, whether or not anything was erased: nobody is to learn from the file's hour that something was.
    private func rewriteWeekly() async throws {
        let day = deed.day
        guard day.weekday == Self.sunday else { return }
        let isDue = try await house.database.read { reader in
            let isActive = try reader.exists("SELECT 1 FROM retention_rule WHERE active = 1")
            let isDone = try reader.exists(
                "SELECT 1 FROM retention_run WHERE kind = \(Self.rewriting) AND day = \(day)")
            return isActive && !isDone
        }
        guard isDue else { return }
        try await house.database.rewrite()
        // Only now: where it failed, the next look tries again.
        try await house.database.write { writer in
            _ = try writer.execute(
                """
                INSERT INTO retention_run (kind, day, erased) VALUES (\(Self.rewriting), \(day), 0)
                ON CONFLICT (kind, day) DO NOTHING
                """)
        }
    }

    /// Erases what is due of all kinds that are switched on.
    @discardableResult
    public func run() async throws -> Int {
        var count = 0
        for kind in kinds { count += try await run(kind) }
        return count
    }

    func run(_ kind: RetainedKind, most portions: Int = mostPortions) async throws -> Int {
        guard try await begin(kind) else { return 0 }
        var count = 0
        for _ in 0..<portions {
            try Task.checkCancellation()
            let erased = try await next(of: kind)
            guard !erased.isNothing else { break }
            count += erased.told
        }
        return count
    }

    private var deed: Deed {
        Deed(by: nil, at: house.clock(), identities: house.identities, followers: house.followers)
    }

    /// Says that it is carried out today: whether or not anything is due, so that nobody learns of that.
    /// - Returns: false where it is not switched on.
    private func begin(_ kind: RetainedKind) async throws -> Bool {
        let deed = deed
        return try await house.database.write { writer in
            let rule = try RetentionStore(writer.reader).rule(of: kind)
            guard rule.isActive else { return false }
            let isFirst = try !writer.reader.exists(
                "SELECT 1 FROM retention_run WHERE kind = \(kind.name) AND day = \(deed.day)")
            guard isFirst else { return true }
            let row: SQL = """
                INSERT INTO retention_run (kind, day, erased) VALUES (\(kind.name), \(deed.day), 0)
                ON CONFLICT (kind, day) DO NOTHING
                """
            let entry = JournalEntry(
                Subject("retention", kind.name), "carried_out", after: ["months": "\(rule.term.months)"])
            try writer.apply(Change([row], journal: [entry], raising: []), deed)
            return true
        }
    }

    /// The rule is asked anew each time: whoever switches it off, or makes the term longer, stops what is under way.
    private func next(of kind: RetainedKind) async throws -> Erased {
        let (deed, key) = (deed, key)
        return try await house.database.write { writer in
            let rule = try RetentionStore(writer.reader).rule(of: kind)
            guard rule.isActive, kind.choice.allows(rule.term) else { return Erased() }
            let latest = rule.term.latestDue(on: deed.day)
            let erased = try kind.erase(latest, Self.portion, Erasing(writer, deed, key: key))
            guard erased.told > 0, kind.looking != nil else { return erased }
            let row: SQL = """
                INSERT INTO retention_run (kind, day, erased) VALUES (\(kind.name), \(deed.day), \(erased.told))
                ON CONFLICT (kind, day) DO UPDATE SET erased = retention_run.erased + excluded.erased
                """
            let entry = JournalEntry(
                Subject("retention", kind.name), "erased",
                after: [
                    "count": ToldCounts.told(erased.told).map(String.init) ?? "few",
                    "months": "\(rule.term.months)", "through": latest.text,
                ])
            try writer.apply(Change([row], journal: [entry], raising: []), deed)
            return erased
        }
    }
}
