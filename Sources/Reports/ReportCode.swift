import Kernel
import Web

/// What the reporter writes down: the only way back to a report without a name, and the key by which a report that is
/// sent twice is known again. Eighty bits; kept nowhere but as a hash.
public struct ReportCode: Sendable, Equatable {
    static let length = 16
    private static let alphabet = Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private let letters: String

    public static func new(_ identities: Identities) -> ReportCode {
        ReportCode(letters: identities.code(letters: length))
    }

    private init(letters: String) {
        self.letters = letters
    }

    /// Reads what a person typed: small letters, spaces and the letters that look like figures are understood.
    /// Nothing where it cannot be a code.
    public init?(typed text: String) {
        guard text.utf8.count <= 200 else { return nil }
        let letters = text.uppercased().compactMap { letter -> Character? in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            case "-", "–", "—", ".", " ", "\t", "\n", "\u{A0}": nil
            default: letter
            }
        }
        guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.letters = String(letters)
    }

    /// `7Q2M-XK4D-90TB-HW3E`.
    public var text: String {
        stride(from: 0, to: Self.length, by: 4).map { String(letters.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    public var hash: SecretHash { SecretHash(of: "report " + letters) }
}
