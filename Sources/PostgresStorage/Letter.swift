import Storage

/// What servers of one organisation tell each other by NOTIFY, several things at a time.
struct Letter: Equatable {
    /// Another for each server and each of its starts.
    var from: String
    /// Counts the letters with news of this server; nothing where there are none.
    var number: Int?
    /// Topics with new versions.
    var topics: Set<String> = []
    /// The oldest first.
    var hints: [Hint] = []
    /// Anything may have changed.
    var isEverything = false
    /// How often each was made.
    var remarks: [Remark: Int] = [:]
    /// From whom, and up to which number, its sender has heard all news.
    var heard: [String: Int] = [:]
    /// That the sender is there: its count of such signs.
    var sign: Int?
    /// Wants to know who else is there.
    var asks = false
    /// Stops, and keeps nothing any more.
    var isFarewell = false

    private static let mostAlike = 1000

    /// What it says to those who keep something in memory.
    var announcements: [Announcement] {
        let news: [Announcement] = isEverything ? [.everything] : topics.isEmpty ? [] : [.topics(topics, hints: hints)]
        return news
            + remarks.flatMap { Array(repeating: Announcement.remark($0.key), count: min($0.value, Self.mostAlike)) }
    }
}

/// As it travels: a line for each thing.
extension Letter {
    /// Letters of a later version may say what this one cannot read: then anything may have changed.
    init?(_ text: String) {
        var lines = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        guard let first = lines.first, first.count == 2, first[0] == "from" else { return nil }
        self.init(from: first[1])
        lines.removeFirst()
        for line in lines {
            let rest = line.count > 1 ? line[1] : ""
            switch line[0] {
            case "number": number = Int(rest)
            case "topic": topics.insert(rest)
            case "hint":
                let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { return nil }
                hints.append(Hint(parts[0], parts[1]))
            case "everything": isEverything = true
            case "remark":
                let parts = rest.split(separator: " ", maxSplits: 2).map(String.init)
                guard parts.count == 3, let count = Int(parts[0]), count > 0 else { return nil }
                remarks[Remark(about: parts[1], parts[2])] = count
            case "heard":
                let parts = rest.split(separator: " ")
                guard parts.count == 2, let number = Int(parts[1]) else { return nil }
                heard[String(parts[0])] = number
            case "here": sign = Int(rest)
            case "asks": asks = true
            case "farewell": isFarewell = true
            default: isEverything = true
            }
        }
    }

    var text: String {
        var lines = ["from \(from)"]
        if let number { lines.append("number \(number)") }
        if isEverything { lines.append("everything") } else { lines += topics.sorted().map { "topic \($0)" } }
        lines += hints.map { "hint \($0.topic) \($0.line)" }
        lines += remarks.map { "remark \($0.value) \($0.key.about) \($0.key.text)" }.sorted()
        lines += heard.sorted { $0.key < $1.key }.map { "heard \($0.key) \($0.value)" }
        if let sign { lines.append("here \(sign)") }
        if asks { lines.append("asks") }
        if isFarewell { lines.append("farewell") }
        return lines.joined(separator: "\n")
    }
}
