import Access
import Journal
import Kernel
import Storage
import Synchronization

/// What earlier writes have read that follows from rights and the organisation alone, each with the version of the topic
/// `rights` that it was read at. A later write that sees the same version on the same day would read the same.
final class ReadBefore: Sendable {
    struct Key: Hashable, Sendable {
        let kind: ObjectIdentifier
        let thing: String
    }

    struct Known: Sendable {
        let value: any Sendable
        let version: Int
        let day: Day
    }

    private let known = Mutex<[Key: Known]>([:])
    private static let limit = 1000

    subscript(key: Key) -> Known? { known.withLock { $0[key] } }

    /// Only what was committed: a version that was rolled back is given out again.
    func keep(_ value: Known, _ key: Key) {
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
            known[key] = value
        }
    }
}

extension Visit {
    /// Writes with something that follows from rights and the organisation alone. It is exactly what `look` would find
    /// in this very transaction, and is read only where no write before has read it since rights last changed.
    /// - Parameters:
    ///   - thing: what is looked at. Nothing where it must be looked at each time.
    ///   - look: finds nothing where there is no such thing; that is not remembered, since anybody may ask for anything.
    public func write<Known: Sendable, Value: Sendable>(
        knowing thing: String?, _ look: @escaping @Sendable (Reader) throws -> Known?,
        _ body: @escaping @Sendable (Writer, Known?) throws -> Value
    ) async throws -> Value {
        guard let thing else { return try await write { try body($0, look($0.reader)) } }
        let key = ReadBefore.Key(kind: ObjectIdentifier(Known.self), thing: thing)
        let (before, day) = (house.readBefore[key], today)
        let (value, read) = try await write { writer -> (Value, ReadBefore.Known?) in
            let version = try writer.reader.version(of: Topic.rights.name)
            if let before, before.version == version, before.day == day, let known = before.value as? Known {
                return (try body(writer, known), nil)
            }
            let known = try look(writer.reader)
            let read = known.map { ReadBefore.Known(value: $0, version: version, day: day) }
            return (try body(writer, known), read)
        }
        if let read { house.readBefore.keep(read, key) }
        return value
    }
}
