/// An e-mail address that can stand in a message and in the talk with a mail server: plain signs, one `@`, no spaces.
public struct MailAddress: Sendable, Equatable {
    public let text: String

    /// Nothing where the text is no such address. Addresses with letters such as `ø` before the `@` are none: few
    /// servers take them.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, text.utf8.count <= 254,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.marks.contains($0) })
        else { return nil }
        self.text = text
    }

    /// What has a meaning of its own around an address.
    private static let marks = Set(#"<>()[]\,;:""#.utf8)
}
