import Access
import Kernel
import Live
import Synchronization

/// What was made for people from their rights and the organisation as it stands, until either changes or the day does.
final class Kept: Sendable {
    struct Key: Hashable, Sendable {
        let person: PersonID
        let language: Language
        let kind: ObjectIdentifier
    }

    private struct One {
        let value: any Sendable
        let stamp: Hub.Stamp
        let day: Day
    }

    private let known = Mutex<[Key: One]>([:])
    /// What is kept is a page's choices, some ten kilobytes.
    private static let limit = 1000

    func value(_ key: Key, stamp: Hub.Stamp, day: Day) -> (any Sendable)? {
        known.withLock { known in
            guard let one = known[key], one.stamp == stamp, one.day == day else { return nil }
            return one.value
        }
    }

    func keep(_ value: any Sendable, _ key: Key, stamp: Hub.Stamp, day: Day) {
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
            known[key] = One(value: value, stamp: stamp, day: day)
        }
    }
}

extension Visit {
    /// A value that follows from who the viewer is and how the organisation stands, such as the units that a list can
    /// be narrowed down to. Made where it is not kept already: one of each type for each person and language.
    public func kept<Value: Sendable>(_ make: () throws -> Value) rethrows -> Value {
        let key = Kept.Key(person: viewer.person, language: language, kind: ObjectIdentifier(Value.self))
        if let value = house.kept.value(key, stamp: rights, day: today) as? Value { return value }
        let value = try make()
        house.kept.keep(value, key, stamp: rights, day: today)
        return value
    }
}
