import Storage

extension Hub {
    /// Topics that have changed, and how far the server had heard by then.
    public struct News: Equatable, Sendable {
        public private(set) var topics: Set<String>
        public private(set) var heard: Heard
        /// What can be shown before the page is read anew, the oldest first.
        public private(set) var hints: [Hint]
        /// Milliseconds within which the page is best read anew, at a moment of its own choice.
        public private(set) var within: Int

        init(topics: Set<String>, heard: Heard, hints: [Hint] = [], within: Int) {
            (self.topics, self.heard, self.hints, self.within) = (topics, heard, hints, within)
        }

        mutating func add(_ later: News) {
            topics.formUnion(later.topics)
            heard = later.heard
            hints = Array((hints + later.hints).suffix(Mailbox.mostHints))
            within = max(within, later.within)
        }
    }

    /// What is said to an open page.
    public enum Word: Equatable, Sendable {
        case news(News)
        /// Nothing new: the line is open still.
        case beat
    }
}

/// What was announced and has not been told.
struct Untold {
    private(set) var topics: Set<String> = []
    private(set) var hints: [Hint] = []
    var isEverything = false

    /// Those of a plan that is changed as a whole are too many to be of use.
    private static let mostHints = 64

    var isEmpty: Bool { topics.isEmpty && !isEverything }

    mutating func add(_ topics: Set<String>, _ hints: [Hint]) {
        self.topics.formUnion(topics)
        self.hints = Array((self.hints + hints).suffix(Self.mostHints))
    }

    func news(for wanted: Set<String>, _ heard: Hub.Heard, within: Int) -> Hub.News {
        Hub.News(
            topics: isEverything ? wanted : topics.intersection(wanted), heard: heard,
            hints: Array(hints.filter { wanted.contains($0.topic) }.suffix(Mailbox.mostHints)), within: within)
    }
}
