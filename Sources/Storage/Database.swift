import Kernel

/// A database of one organisation.
///
/// The closures run on the engine's own threads, never on the server's; they do nothing but read and write, since
/// a write may be run again when another one came in between.
public protocol Database: Sendable {
    var engine: Engine { get }
    /// How much it has to do just now; asked without waiting for it.
    var load: DatabaseLoad { get }

    /// Reads one unchanging picture of the database.
    /// - Throws: `StorageProblem`, and what the closure throws.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value

    /// Writes everything or nothing, as if no other write ran at the same time; durable when it returns.
    /// - Throws: `Stale`, `StorageProblem`, and what the closure throws.
    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws -> Value

    /// Brings the schema up to date, all new migrations in one transaction.
    func migrate(_ migrations: [Migration]) async throws

    /// Says something to the organisation's other servers that keep things in memory, if there are any: soon, and once at
    /// most.
    func say(_ remark: Remark)

    /// Writes the whole database anew without what was deleted, where the engine leaves pieces of that in its file. Writes
    /// wait meanwhile, so this is for the night.
    func rewrite() async throws

    /// Ends all connections; what waits is answered with `StorageProblem.unavailable`.
    func close() async
}

extension Database {
    public func rewrite() async throws {}
}

/// How much a database has to do.
public struct DatabaseLoad: Sendable, Equatable {
    /// Reads and writes that wait for their turn.
    public let waiting: Int
    /// How many of them can be under way at the same time.
    public let atOnce: Int

    public init(waiting: Int, atOnce: Int) {
        self.waiting = waiting
        self.atOnce = atOnce
    }
}

/// What was changed, told by the database after a commit, before the writer hears of it.
public enum Announcement: Sendable, Equatable {
    /// By this server, or told by another: these topics have new versions.
    case topics(Set<String>, hints: [Hint] = [])
    /// By another server or program, or unknown after a lost connection: anything may have changed.
    case everything
    /// The connection by which this server hears of others is lost: until `hearing`, nothing is known to be as it was.
    case deafness
    /// This server hears what others change, until then for sure; nothing where it need not ask.
    case hearing(until: ContinuousClock.Instant?)
    /// Another server said this.
    case remark(Remark)
}

/// What one server tells the others, of no use to anybody later: that it let a call through.
public struct Remark: Sendable, Hashable {
    /// By which those who know what to do with it know it; without spaces.
    public let about: String
    /// In one line.
    public let text: String

    public init(about: String, _ text: String) {
        self.about = about
        self.text = text.replacing("\n", with: " ")
    }
}

public typealias Announce = @Sendable (Announcement) -> Void

/// The row was no longer as the decision assumed; the reader must look again.
public struct Stale: Error {
    public init() {}
}

/// What can go wrong in a database, in words that both engines share.
public enum StorageProblem: Error, Sendable {
    /// A UNIQUE constraint or a primary key refused.
    case notUnique(String)
    /// A CHECK, NOT NULL or foreign key refused.
    case refused(String)
    /// No connection, or none free in time: worth trying again.
    case unavailable(String)
    /// No room on the disk.
    case full(String)
    /// Anything else: a fault in the program.
    case broken(String)
}

/// One step of the schema's history. Never edited once landed, and free of application types.
public struct Migration: Sendable {
    /// Unique over all features, and what the schema remembers.
    public let name: String
    public let statements: [SQL]

    public init(_ name: String, _ statements: SQL...) {
        self.name = name
        self.statements = statements
    }
}

/// What an engine does on the connection that a transaction holds.
public protocol Connection: AnyObject {
    var engine: Engine { get }
    /// Which of a topic's slots this connection counts in, so that those who write at the same time do not meet there.
    var slot: Int { get }
    func query(_ sql: SQL, _ row: (Row) throws -> Void) throws
    /// Asks all of these, one after the other; whether one is asked does not depend on what another is answered.
    func query(_ queries: [AskedQuery]) throws
    /// - Returns: how many rows were changed.
    func execute(_ sql: SQL) throws -> Int
    /// Carries out all of them in this order; none after the first that fails.
    /// - Returns: how many rows each changed.
    func execute(_ statements: [SQL]) throws -> [Int]
    /// Carries them out in this order before anything else on this connection, at the latest with the commit: what is
    /// wrong with them may show itself only then.
    func executeSoon(_ statements: [SQL]) throws
    /// Much will be read and written until the transaction ends: it may take more memory than others.
    func takeRoom() throws
    /// Fills a table in bulk (COPY, or one prepared insert).
    func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws
}

extension Connection {
    public func query(_ queries: [AskedQuery]) throws {
        for one in queries { try query(one.sql, one.row) }
    }

    public func executeSoon(_ statements: [SQL]) throws {
        _ = try execute(statements)
    }
}
