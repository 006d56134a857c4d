/// What takes a message to the mail server.
public protocol MailLine: Sendable {
    var settings: MailSettings { get }

    /// Returns when the server has taken the message over: from then on it answers for it.
    func send(_ message: Message) async throws(MailProblem)
}

/// Why a message was not taken over, each with what the mail server or the line said.
public enum MailProblem: Error, Sendable, Equatable {
    /// There is no way to the server, or it lets us send nothing at all: no fault of this message.
    case unreachable(String)
    /// Not now: the server said so (4xx), was too slow, or the line broke. It may even have taken the message.
    case later(String)
    /// Never (5xx).
    case refused(String)

    public var told: String {
        switch self {
        case .unreachable(let words), .later(let words), .refused(let words): words
        }
    }
}
