import Kernel

/// What a mail says of a notice: sentences that stand in the program's source, so that nothing that anybody wrote, no
/// name and no place can be in a mail. That is held by the compiler.
public struct MailWords: Sendable {
    let danish: String
    let english: String

    public init(da danish: StaticString, en english: StaticString) {
        self.danish = danish.description
        self.english = english.description
    }
}

/// A notice as a mail tells it.
public struct MailedNotice: Sendable {
    /// Nothing where a mail may only say that something waits.
    public let words: Words?
    /// Where it can be seen.
    public let path: String
}
