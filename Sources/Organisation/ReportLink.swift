import Kernel

/// The secret in the address under a unit's QR code. Sixty bits, of figures and letters that cannot be mistaken for each
/// other, so that somebody without a camera can type it from the poster: `7Q2M-XK4D-90TB`.
public enum ReportLink {
    static let letters = 12

    /// As it is kept: small letters, no hyphens.
    public static func new(_ identities: Identities) -> String {
        identities.code(letters: letters).lowercased()
    }

    /// As it stands on the poster. The long ones of old posters stand as they always did.
    public static func written(_ kept: String) -> String {
        guard kept.count == letters else { return kept }
        let capitals = kept.uppercased()
        return stride(from: 0, to: letters, by: 4).map { String(capitals.dropFirst($0).prefix(4)) }
            .joined(separator: "-")
    }

    /// As it is kept, from what somebody typed: large and small letters are the same, hyphens and spaces may be left
    /// out, and the letters that look like figures are understood.
    static func typed(_ text: String) -> String {
        String(
            text.prefix(100).lowercased().compactMap { letter -> Character? in
                switch letter {
                case "o": "0"
                case "i", "l": "1"
                case "-", "–", "—", " ", ".", "\u{A0}": nil
                default: letter
                }
            })
    }
}
