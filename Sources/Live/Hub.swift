import Storage
import Synchronization

/// Tells open pages, and whatever is kept in memory, which topics have changed. One for each server and organisation.
public final class Hub: Sendable {
    private struct Listener {
        let topics: Set<String>
        let continuation: AsyncStream<Set<String>>.Continuation
    }

    private struct State {
        var listeners: [Int: Listener] = [:]
        var byTopic: [String: Set<Int>] = [:]
        var next = 0
        /// For each topic the last announcement that named it.
        var changed: [String: Int] = [:]
        /// Announcements so far.
        var count = 0
        /// Raised when anything may have changed, by another server or program.
        var generation = 0
        /// Nobody tells this server what others change: then nothing counts as unchanged.
        var isDeaf = false

        mutating func heard() -> Heard {
            if isDeaf { generation += 1 }
            return Heard(generation: generation, count: count)
        }
    }

    private let state = Mutex(State())

    public init() {}

    /// Called by the database after a commit, before the writer is answered.
    public func announce(_ announcement: Announcement) {
        let waiting: [(AsyncStream<Set<String>>.Continuation, Set<String>)] = state.withLock { state in
            switch announcement {
            case .topics(let topics):
                var reached: Set<Int> = []
                state.count += 1
                for topic in topics {
                    state.changed[topic] = state.count
                    reached.formUnion(state.byTopic[topic] ?? [])
                }
                return reached.compactMap { number in
                    state.listeners[number].map { ($0.continuation, topics.intersection($0.topics)) }
                }
            case .deafness:
                state.isDeaf = true
                state.generation += 1
                return []
            case .everything:
                state.isDeaf = false
                state.generation += 1
                return state.listeners.values.map { ($0.continuation, $0.topics) }
            }
        }
        for (continuation, topics) in waiting { continuation.yield(topics) }
    }

    /// A value that differs after every change of the topic that this server has heard of.
    public func stamp(_ topic: String) -> Stamp {
        state.withLock { state in
            Stamp(generation: state.heard().generation, count: state.changed[topic] ?? 0)
        }
    }

    public struct Stamp: Hashable, Sendable {
        let generation: Int
        let count: Int
    }

    /// How far this server has heard of changes.
    public struct Heard: Hashable, Sendable {
        let generation: Int
        let count: Int
    }

    /// Asked for before anything is read, so that what changes meanwhile counts as changed.
    public var heard: Heard { state.withLock { $0.heard() } }

    /// Whether none of the topics has changed since, as far as this server can know.
    public func isUnchanged(_ topics: some Sequence<String>, since heard: Heard) -> Bool {
        state.withLock { state in
            state.heard().generation == heard.generation
                && topics.allSatisfy { state.changed[$0, default: 0] <= heard.count }
        }
    }

    public var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Changes of these topics, from now on. A slow reader loses old news, never the fact that there was some:
    /// the page that it looks at is read anew either way.
    public func changes(of topics: Set<String>) -> AsyncStream<Set<String>> {
        AsyncStream(bufferingPolicy: .bufferingNewest(16)) { continuation in
            let number = state.withLock { state in
                state.next += 1
                state.listeners[state.next] = Listener(topics: topics, continuation: continuation)
                for topic in topics { state.byTopic[topic, default: []].insert(state.next) }
                return state.next
            }
            continuation.onTermination = { [weak self] _ in self?.forget(number) }
        }
    }

    private func forget(_ number: Int) {
        state.withLock { state in
            guard let listener = state.listeners.removeValue(forKey: number) else { return }
            for topic in listener.topics {
                state.byTopic[topic]?.remove(number)
                if state.byTopic[topic]?.isEmpty == true { state.byTopic[topic] = nil }
            }
        }
    }
}
