import Storage

/// How many mails wait and how many were given up, for those who watch the servers. Counted to a limit.
public struct MailFigures: Sendable, Equatable {
    public let waiting: Int
    public let givenUp: Int

    static let most = 10_000

    public init(_ reader: Reader) throws {
        let store = MailStore(reader)
        waiting = try store.count(.waiting, most: Self.most)
        givenUp = try store.count(.dead, most: Self.most)
    }
}
