import Synchronization

/// What an open page is to be told next. What comes faster than it is read flows together: so however slow the reader,
/// there is one set of topics, one mark of how far the server had heard and a few hints, and the fact that something
/// changed is never lost.
final class Mailbox: Sendable {
    let topics: Set<String>
    private let state = Mutex(State())

    /// Older ones are dropped: whoever hears of a change reads it anyway.
    static let mostHints = 16

    private struct State {
        var news: Hub.News?
        var hasBeat = false
        var isClosed = false
        var waiting: CheckedContinuation<Void, Never>?

        var isQuiet: Bool { news == nil && !hasBeat && !isClosed }
    }

    init(_ topics: Set<String>) {
        self.topics = topics
    }

    func put(_ news: Hub.News) {
        wake { if $0.news?.add(news) == nil { $0.news = news } }
    }

    /// A line on which something is to be said needs no beat.
    func beat() {
        wake { $0.hasBeat = true }
    }

    /// The reader leaves.
    func close() {
        wake { $0.isClosed = true }
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    /// For one reader at a time.
    /// - Returns: nothing when it is closed, or the reader cancelled.
    func next() async -> Hub.Word? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                let isQuiet = state.withLock { state in
                    if state.isQuiet { state.waiting = caller }
                    return state.isQuiet
                }
                if !isQuiet { caller.resume() }
            }
        } onCancel: {
            close()
        }
        return state.withLock { state in
            guard !state.isClosed else { return nil }
            defer { (state.news, state.hasBeat) = (nil, false) }
            return state.news.map(Hub.Word.news) ?? .beat
        }
    }
}

/// An open page at the hub, for as long as it is held.
public final class Listener: Sendable {
    private let mailbox: Mailbox
    private let number: Int
    private let hub: Hub

    init(_ mailbox: Mailbox, _ number: Int, at hub: Hub) {
        (self.mailbox, self.number, self.hub) = (mailbox, number, hub)
    }

    deinit {
        hub.forget(number)
    }

    /// The next that is to be said, when there is something. For one reader at a time.
    /// - Returns: nothing when it is closed, or the reader cancelled.
    public func next() async -> Hub.Word? {
        await mailbox.next()
    }

    public func close() {
        mailbox.close()
    }
}
