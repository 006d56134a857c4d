import Live

extension Hub.Word {
    /// As a server-sent event.
    /// - Parameter id: how far the server had heard, as the browser is told it.
    func event(_ id: (Hub.Heard) -> String) -> String {
        switch self {
        case .news(let news): "id: \(id(news.heard))\nevent: changed\ndata: \(news.told)\n\n"
        case .beat: ": beat\n\n"
        }
    }
}

extension Hub.News {
    /// In JSON. Topics are ids and names of ours, and hints are JSON already.
    fileprivate var told: String {
        let topics = topics.sorted().map { "\"\($0)\"" }.joined(separator: ",")
        let hints = hints.map(\.line).joined(separator: ",")
        return "{\"topics\":[\(topics)],\"within\":\(within),\"hints\":[\(hints)]}"
    }
}
