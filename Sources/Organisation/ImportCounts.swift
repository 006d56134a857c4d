/// How much of each file is new, changed and so on.
public struct ImportCounts: Sendable, Equatable {
    public struct Tally: Sendable, Equatable {
        public var added = 0
        public var changed = 0
        public var same = 0
        public var refused = 0
        /// Here, but not in the file.
        public var absent = 0
    }

    private var tallies: [ImportKind: Tally] = [:]
    public var units: Tally { self[.units] }
    public var people: Tally { self[.people] }
    /// What is wrong, line by line or with a whole file.
    public var refused = 0

    public subscript(kind: ImportKind) -> Tally {
        get { tallies[kind] ?? Tally() }
        set { tallies[kind] = newValue }
    }

    var described: [String: String] {
        var words: [String: String] = [:]
        for kind in ImportKind.allCases {
            for (name, path) in Self.named { words["\(kind.rawValue)_\(name)"] = String(self[kind][keyPath: path]) }
        }
        return words
    }

    init() {}

    /// As the journal has kept them.
    init(described words: [String: String]) {
        for kind in ImportKind.allCases {
            for (name, path) in Self.named {
                self[kind][keyPath: path] = words["\(kind.rawValue)_\(name)"].flatMap { Int($0) } ?? 0
            }
        }
    }

    private static var named: [(String, WritableKeyPath<Tally, Int>)] {
        [("added", \.added), ("changed", \.changed), ("same", \.same), ("absent", \.absent)]
    }
}
