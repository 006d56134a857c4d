import Storage

/// What travels by NOTIFY: the server that speaks, and a line for each topic.
enum News {
    /// PostgreSQL takes at most 7,999 bytes.
    private static let mostBytes = 7_900

    static func everything(of server: String) -> String {
        server + "\n*"
    }

    static func payload(_ topics: Set<String>, of server: String) -> String {
        let text = ([server] + topics).joined(separator: "\n")
        return text.utf8.count <= mostBytes ? text : everything(of: server)
    }

    /// Nothing where it is our own.
    static func announcement(_ payload: String, heardBy server: String) -> Announcement? {
        let lines = payload.split(separator: "\n").map(String.init)
        guard let speaker = lines.first, speaker != server else { return nil }
        let topics = lines.dropFirst()
        return topics == ["*"] || topics.isEmpty ? .everything : .topics(Set(topics))
    }
}
