import Storage
import Synchronization

/// Tells open pages, and whatever is kept in memory, which topics have changed. One for each server and organisation.
public final class Hub: Sendable {
    private struct State {
        var listeners: [Int: Mailbox] = [:]
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
        /// What those who listen have not been told yet.
        var untold = Untold()
        var isTelling = false
        var beating: Task<Void, Never>?

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

    /// Called by the database after a commit, before the writer is answered. Those who listen are told a moment later, so
    /// that no writer waits for them.
    public func announce(_ announcement: Announcement) {
        if case .remark(let remark) = announcement {
            for action in state.withLock({ $0.listening[remark.about] ?? [] }) { action(remark.text) }
            return
        }
        let mustTell = state.withLock { state in
            switch announcement {
            case .remark: return false
            case .topics(let topics, let hints):
                state.count += 1
                for topic in topics { state.changed[topic] = state.count }
                state.untold.add(topics, hints)
            case .deafness:
                state.isDeaf = true
                state.generation += 1
                return false
            case .hearing(let until):
                state.look()
                let wasDeaf = state.isDeaf
                (state.isDeaf, state.hearsUntil) = (false, until)
                guard wasDeaf else { return false }
                state.untold.isEverything = true
            case .everything:
                state.generation += 1
                state.untold.isEverything = true
            }
            guard !state.listeners.isEmpty else {
                state.untold = Untold()
                return false
            }
            defer { state.isTelling = true }
            return !state.isTelling
        }
        if mustTell { Task { await tell() } }
    }

    /// Until nothing is untold. What comes while it rests flows together.
    private func tell() async {
        while let reached = tellOnce() {
            let rest = Crowd.rest(after: reached)
            if rest > .zero { try? await Task.sleep(for: rest) }
        }
    }

    /// - Returns: how many were told; nothing where nothing was untold.
    private func tellOnce() -> Int? {
        let found: (Untold, [Mailbox], Heard)? = state.withLock { state in
            guard !state.untold.isEmpty else {
                state.isTelling = false
                return nil
            }
            defer { state.untold = Untold() }
            return (state.untold, mailboxes(for: state.untold, state), heard(&state))
        }
        guard let (untold, mailboxes, heard) = found else { return nil }
        let within = Crowd.time(for: mailboxes.count)
        for mailbox in mailboxes { mailbox.put(untold.news(for: mailbox.topics, heard, within: within)) }
        return mailboxes.count
    }

    private func mailboxes(for untold: Untold, _ state: State) -> [Mailbox] {
        guard !untold.isEverything else { return Array(state.listeners.values) }
        var reached: Set<Int> = []
        for topic in untold.topics { reached.formUnion(state.byTopic[topic] ?? []) }
        return reached.compactMap { state.listeners[$0] }
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

    /// That anything may have changed, for somebody who has listened only now.
    public func news(for topics: Set<String>) -> News {
        state.withLock { state in
            News(topics: topics, heard: heard(&state), within: Crowd.time(for: state.listeners.count))
        }
    }

    /// Changes of these topics, from now on, for as long as the listener is held.
    public func changes(of topics: Set<String>) -> Listener {
        let mailbox = Mailbox(topics)
        let number = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = mailbox
            for topic in topics { state.byTopic[topic, default: []].insert(state.next) }
            if state.beating == nil { state.beating = beating() }
            return state.next
        }
        return Listener(mailbox, number, at: self)
    }

    func forget(_ number: Int) {
        state.withLock { state in
            guard let mailbox = state.listeners.removeValue(forKey: number) else { return }
            for topic in mailbox.topics {
                state.byTopic[topic]?.remove(number)
                if state.byTopic[topic]?.isEmpty == true { state.byTopic[topic] = nil }
            }
            guard state.listeners.isEmpty else { return }
            state.beating?.cancel()
            state.beating = nil
        }
    }

    /// One clock for all lines. Each second it is another part's turn, so that they do not all beat at once.
    private func beating() -> Task<Void, Never> {
        Task { [weak self] in
            var turn = 0
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                self?.beat(turn)
                turn = (turn + 1) % Self.beatSeconds
            }
        }
    }

    /// Seconds from one beat of a line to the next.
    static let beatSeconds = 20

    func beat(_ turn: Int) {
        let mailboxes = state.withLock { state in
            state.listeners.compactMap { $0.key % Self.beatSeconds == turn ? $0.value : nil }
        }
        for mailbox in mailboxes { mailbox.beat() }
    }
}
