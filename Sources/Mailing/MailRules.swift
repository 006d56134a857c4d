import Kernel
import Mail

/// When a mail is tried again, and when it is given up.
enum MailRules {
    /// Seconds to wait after each attempt: a minute, five, half an hour, two hours, twelve.
    static let pauses = [60, 300, 1800, 7200, 43_200]
    static let mostAttempts = pauses.count + 1
    /// Where there is no way to the server, a mail waits as long, however often it was tried.
    static let unreachableSeconds = 300
    /// How long one server holds mails before another may take them.
    static let holdSeconds = 120
    /// A mail is begun only while so much of that is left.
    static let talkSeconds = SMTPLine.longestTalk + 15
    /// How long it is kept that a mail was sent or dropped, and that one was given up.
    static let keptSeconds = 30 * 86_400
    static let deadKeptSeconds = 180 * 86_400

    /// How long no other mail is written or begun after one that took so long: ten thousand mails shall take a few minutes and slow
    /// down no page. Where the server has much to do, a mail takes longer, and so does the rest.
    static func rest(after taken: Duration) -> Duration {
        min(taken * 3, .milliseconds(100))
    }

    enum Fate: Equatable {
        case again(at: Moment, attempts: Int)
        case dead
    }

    /// - Parameter attempts: with the one that failed.
    static func fate(after problem: MailProblem, attempts: Int, at moment: Moment) -> Fate {
        switch problem {
        case .unreachable: .again(at: moment + unreachableSeconds, attempts: max(0, attempts - 1))
        case .refused: .dead
        case .later:
            attempts < mostAttempts
                ? .again(at: moment + pauses[max(0, attempts - 1)], attempts: attempts) : .dead
        }
    }
}
