import Storage
import Synchronization

/// Tells open pages, and whatever is kept in memory, which topics have changed. One for each server and organisation.
public final class Hub: Sendable {
    private struct Listener {
        let topics: Set<String>
        let continuation: AsyncStream<News>.Continuation
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
        /// Until when it is known to be told; nothing where nobody else could change anything untold.
        var hearsUntil: ContinuousClock.Instant?
        var listening: [String: [@Sendable (String) -> Void]] = [:]

        /// What others may have changed untold is another generation.
        mutating func look() {
            if isDeaf { generation += 1 }
            if let hearsUntil, hearsUntil < .now {
                generation += 1
                isDeaf = true
            }
        }
    }

    private let state = Mutex(State())
    /// Another for each server and each of its starts.
    private let name: String

    public init(name: String = "") {
        self.name = name
    }

    private func heard(_ state: inout State) -> Heard {
        state.look()
        return Heard(hub: name, generation: state.generation, count: state.count)
    }

    /// Called by the database after a commit, before the writer is answered.
    public func announce(_ announcement: Announcement) {
        if case .remark(let remark) = announcement {
            for action in state.withLock({ $0.listening[remark.about] ?? [] }) { action(remark.text) }
            return
        }
        let waiting: [(AsyncStream<News>.Continuation, News)] = state.withLock { state in
            switch announcement {
            case .remark: return []
            case .topics(let topics):
                var reached: Set<Int> = []
                state.count += 1
                for topic in topics {
                    state.changed[topic] = state.count
                    reached.formUnion(state.byTopic[topic] ?? [])
                }
                let heard = heard(&state)
                return reached.compactMap { number in
                    state.listeners[number].map {
                        ($0.continuation, News(topics: topics.intersection($0.topics), heard: heard))
                    }
                }
            case .deafness:
                state.isDeaf = true
                state.generation += 1
                return []
            case .hearing(let until):
                state.look()
                let wasDeaf = state.isDeaf
                (state.isDeaf, state.hearsUntil) = (false, until)
                return wasDeaf ? everybody(&state) : []
            case .everything:
                return everybody(&state)
            }
        }
        for (continuation, news) in waiting { continuation.yield(news) }
    }

    private func everybody(_ state: inout State) -> [(AsyncStream<News>.Continuation, News)] {
        state.generation += 1
        let heard = heard(&state)
        return state.listeners.values.map { ($0.continuation, News(topics: $0.topics, heard: heard)) }
    }

    /// - Parameter action: Hears the remarks about this, of this server's writes and of the others.
    public func hear(about: String, _ action: @escaping @Sendable (String) -> Void) {
        state.withLock { $0.listening[about, default: []].append(action) }
    }

    /// A value that differs after every change of the topic that this server has heard of.
    public func stamp(_ topic: String) -> Stamp {
        state.withLock { state in
            Stamp(generation: heard(&state).generation, count: state.changed[topic] ?? 0)
        }
    }

    public struct Stamp: Hashable, Sendable {
        let generation: Int
        let count: Int
    }

    /// How far this server has heard of changes.
    public struct Heard: Hashable, Sendable {
        let hub: String
        let generation: Int
        let count: Int

        /// As an open page carries it.
        public var text: String { "\(hub).\(generation).\(count)" }
    }

    /// Topics that have changed, and how far the server had heard by then.
    public struct News: Equatable, Sendable {
        public let topics: Set<String>
        public let heard: Heard
    }

    /// Asked for before anything is read, so that what changes meanwhile counts as changed.
    public var heard: Heard { state.withLock { heard(&$0) } }

    /// Reads what an open page carries. Nothing where another server wrote it, or this one before it was started anew.
    public func heard(_ text: String) -> Heard? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == name, let generation = Int(parts[1]), let count = Int(parts[2]) else {
            return nil
        }
        return Heard(hub: name, generation: generation, count: count)
    }

    /// Whether none of the topics has changed since, as far as this server can know.
    public func isUnchanged(_ topics: some Sequence<String>, since heard: Heard) -> Bool {
        state.withLock { state in
            self.heard(&state).generation == heard.generation && heard.hub == name
                && topics.allSatisfy { state.changed[$0, default: 0] <= heard.count }
        }
    }

    /// The topics that an open page shows now.
    public var watched: Set<String> { state.withLock { Set($0.byTopic.keys) } }

    /// Whether nobody tells this server just now what others change.
    public var isDeaf: Bool {
        state.withLock { state in
            state.look()
            return state.isDeaf
        }
    }

    public var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Changes of these topics, from now on. A slow reader loses old news, never the fact that there was some:
    /// the page that it looks at is read anew either way.
    public func changes(of topics: Set<String>) -> AsyncStream<News> {
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
