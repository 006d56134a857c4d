import Kernel
import Mail
import Storage

/// A mail that was written in the same breath as its notices were marked as told, and that is kept until the mail
/// server has taken it over.
struct QueuedMail: Sendable, Equatable {
    enum Kind: String, Sendable, Storable {
        /// What somebody has not read.
        case news
        /// Asked for by the administrator.
        case test
    }

    enum State: String, Sendable, CaseIterable, Storable {
        case waiting
        case sent
        /// Given up: the administrator sees it and may have it tried again.
        case dead
        /// Its reader had read everything, left or wanted no mails before it went out.
        case dropped
    }

    let id: ID<QueuedMail>
    let person: PersonID
    let kind: Kind
    let made: Moment
    let letter: Letter
    let state: State
    /// When it is tried next; once it waits no longer, when that came about.
    let at: Moment
    /// How often it was handed to the mail server, or begun to be.
    let attempts: Int
    /// What the mail server said last.
    let problem: String
}

/// What a mail says, in the language of its reader.
struct Letter: Sendable, Equatable {
    let language: Language
    let subject: String
    let plain: String
    let html: String
}

/// Mails that one server has taken to send, for a short while. Where it dies, another takes them when the while is over.
struct HeldMails: Sendable {
    let holder: ID<HeldMails>
    let until: Moment
    let mails: [(mail: QueuedMail, to: MailAddress)]
    /// As many as were asked for were found: there may be more.
    let isFull: Bool
}
