import Storage

/// What is to be told, gathered into one letter until it can be sent.
struct Outbox {
    let server: String
    private var topics: Set<String> = []
    private var hints: [Hint] = []
    private var remarks: [Remark: Int] = [:]
    private var isEverything = false
    /// Somebody waits until it is heard.
    private var isCounted = false
    private var heard: [String: Int] = [:]
    private var asks = false
    private var sent = 0
    private var signs = 0

    /// What nobody waits for is not told beyond this: from so many places, calls need no exact count.
    private static let mostRemarks = 40
    /// Older ones are dropped: whoever hears of a change reads it anyway.
    private static let mostHints = 16

    init(of server: String) {
        self.server = server
    }

    var hasNews: Bool { !topics.isEmpty || !remarks.isEmpty || isEverything || !heard.isEmpty || asks }

    /// - Returns: the number of the letter that will tell it.
    mutating func add(_ raised: Raised) -> Int {
        topics.formUnion(raised.topics)
        hints = Array((hints + raised.hints).suffix(Self.mostHints))
        for remark in raised.remarks { remarks[remark, default: 0] += 1 }
        isCounted = true
        return sent + 1
    }

    mutating func addEverything() -> Int {
        isEverything = true
        isCounted = true
        return sent + 1
    }

    mutating func add(_ remark: Remark) {
        guard remarks.count < Self.mostRemarks || remarks[remark] != nil else { return }
        remarks[remark, default: 0] += 1
    }

    mutating func hasHeard(_ other: String, _ number: Int) {
        heard[other] = max(heard[other, default: 0], number)
    }

    mutating func ask() {
        asks = true
    }

    /// - Parameter isSign: The letter also says that this server is there.
    mutating func letter(isSign: Bool) -> Letter {
        var letter = Letter(
            from: server, topics: topics, hints: hints, isEverything: isEverything, remarks: remarks, heard: heard)
        if isCounted {
            sent += 1
            letter.number = sent
        }
        if isSign || asks {
            signs += 1
            letter.sign = signs
        }
        letter.asks = asks
        (topics, hints, remarks, isEverything, isCounted, heard, asks) = ([], [], [:], false, false, [:], false)
        return letter
    }
}
