import Kernel
import Organisation
import Web

/// The board on a display where everybody passes, behind a link that its group can withdraw.
public struct BoardScreen: Sendable {
    public let id: ID<BoardScreen>
    public let body: BodyID
    /// Where it hangs.
    public let name: String
    /// A display reads no browser's settings: the link carries its language.
    public let language: Language
    public let showsNames: Bool
    public let madeBy: PersonID
    public let made: Day
    public var withdrawn: Day?

    static let nameLimit = 80
    /// So many a group keeps an eye on.
    static let most = 20

    public init(
        id: ID<BoardScreen>, body: BodyID, name: String, language: Language, showsNames: Bool, madeBy: PersonID,
        made: Day, withdrawn: Day? = nil
    ) {
        (self.id, self.body, self.name, self.language) = (id, body, name, language)
        (self.showsNames, self.madeBy, self.made, self.withdrawn) = (showsNames, madeBy, made, withdrawn)
    }
}

/// The secret in a screen's address: 160 bits, kept nowhere but as a hash.
struct ScreenCode: Sendable {
    static let length = 32
    private static let alphabet = Set("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    let text: String

    static func new(_ identities: Identities) -> ScreenCode { ScreenCode(made: identities.secret()) }

    private init(made text: String) { self.text = text }

    /// Nothing where it cannot be a code.
    init?(_ text: String) {
        guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = text
    }

    var hash: SecretHash { SecretHash(of: "screen " + text) }
}
