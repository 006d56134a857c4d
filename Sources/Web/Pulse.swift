import Live

/// What an open page hears: news, or a beat that keeps the line open.
enum Pulse: Sendable {
    case changed(Set<String>, Hub.Heard)
    case beat

    /// - Parameter id: how far the server had heard, as the browser is told it.
    func event(_ id: (Hub.Heard) -> String) -> String {
        switch self {
        case .changed(let topics, let heard):
            "id: \(id(heard))\nevent: changed\ndata: [\(topics.sorted().map { "\"\($0)\"" }.joined(separator: ","))]\n\n"
        case .beat: ": beat\n\n"
        }
    }

    static func every(seconds: Int) -> Duration { .seconds(seconds) }

    /// News as it comes, and a beat whenever the interval has passed.
    static func merged(_ news: AsyncStream<Hub.News>, _ interval: Duration) -> AsyncStream<Pulse> {
        AsyncStream(bufferingPolicy: .bufferingNewest(16)) { continuation in
            let listening = Task {
                for await one in news { continuation.yield(.changed(one.topics, one.heard)) }
                continuation.finish()
            }
            let beating = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: interval)
                    continuation.yield(.beat)
                }
            }
            continuation.onTermination = { _ in
                listening.cancel()
                beating.cancel()
            }
        }
    }
}
