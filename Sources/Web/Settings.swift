import Crypto
import Foundation
import Kernel
import Live

/// What the operator decides.
public struct Settings: Sendable {
    /// Where people find the site, without a slash at the end: `https://forkant.example`.
    public let publicAddress: String
    /// How many proxies stand before the server and may be believed about who is calling.
    public let trustedProxies: Int
    /// Design's pages are shown, and the fixed pages of the benchmark.
    public let isDevelopment: Bool
    /// Pages that have not changed are answered from memory.
    public let keepsPages: Bool
    /// Phones keep the empty form of a door where one reports, so that it opens without network.
    public let keepsForms: Bool
    /// What a program shows to read the server's figures; nothing where nobody may.
    private let metricsMark: String?
    let key: SymmetricKey
    private let heardKey: SymmetricKey

    public init(
        publicAddress: String, secretKey: String, trustedProxies: Int = 0, isDevelopment: Bool = false,
        keepsPages: Bool = true, keepsForms: Bool = true, metricsToken: String? = nil
    ) throws(UnsafeSetting) {
        guard secretKey.utf8.count >= 32 else { throw .secretKeyTooShort }
        guard publicAddress.hasPrefix("https://") || publicAddress.hasPrefix("http://"), !publicAddress.hasSuffix("/")
        else { throw .publicAddressIsNone }
        guard (metricsToken?.utf8.count ?? 16) >= 16 else { throw .metricsTokenTooShort }
        self.publicAddress = publicAddress
        self.trustedProxies = trustedProxies
        self.isDevelopment = isDevelopment
        self.keepsPages = keepsPages
        self.keepsForms = keepsForms
        let key = SymmetricKey(data: Data(secretKey.utf8))
        self.key = key
        metricsMark = metricsToken.map { Self.mark("metrics", $0, key) }
        heardKey = HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("heard".utf8), outputByteCount: 32)
    }

    /// Whether browsers reach the site over TLS, so that cookies may be held to it.
    public var isSecure: Bool { publicAddress.hasPrefix("https://") }

    /// The host of the public address, which names this installation to others.
    public var host: String { URLComponents(string: publicAddress)?.host ?? "localhost" }

    /// A mark that only this installation can make for a purpose and a text.
    func mark(_ purpose: StaticString, _ text: String) -> String {
        Self.mark(purpose, text, key)
    }

    /// A mark that a page carries and a form brings back: proof that the page was shown.
    public func proof(_ purpose: StaticString, _ text: String) -> String { mark(purpose, "shown: " + text) }

    private static func mark(_ purpose: StaticString, _ text: String, _ key: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\n\(text)".utf8), using: key)
        return String(hexadecimal: Array(code.prefix(20)))
    }

    /// 64 bytes that only this installation can make for a purpose and a text: for keys that open what the database
    /// alone must not.
    public func derivedKey(_ purpose: StaticString, _ text: String) -> [UInt8] {
        Array(HMAC<SHA512>.authenticationCode(for: Data("key: \(purpose)\n\(text)".utf8), using: key))
    }

    /// How far a server had heard, as an open page carries it: unreadable there and another each time, since whoever
    /// could read it would see the moment of every change anywhere, that of an anonymous report among them.
    func sealed(_ heard: Hub.Heard) -> String {
        let text = heard.text
        // Always as long: the figures grow.
        let padded = text + String(repeating: " ", count: max(0, Self.heardLength - text.utf8.count))
        let box = try? ChaChaPoly.seal(Data(padded.utf8), using: heardKey)
        return box?.combined.base64EncodedString() ?? ""
    }

    /// Nothing where it was not sealed here.
    func heard(_ sealed: String) -> String? {
        guard sealed.utf8.count <= 4 * Self.heardLength, let bytes = Data(base64Encoded: sealed),
            let box = try? ChaChaPoly.SealedBox(combined: bytes),
            let text = try? ChaChaPoly.open(box, using: heardKey)
        else { return nil }
        return String(decoding: text, as: UTF8.self).trimmed
    }

    private static let heardLength = 48

    /// What a form of this session carries, to show that it came from a page of ours.
    public func formProof(_ session: SecretHash) -> String {
        mark("form", session.text)
    }

    /// By what a report that waits on a device knows whose it is, without naming anybody.
    public func outboxMark(_ person: PersonID) -> String {
        mark("outbox", person.text)
    }

    /// By which the server knows that it gave a browser a secret to keep: nobody tries one secret after the other by sending
    /// them as what was given.
    public func keepsakeMark(_ secret: String) -> String {
        mark("keepsake", secret)
    }

    public func isKeepsakeMark(_ mark: String, of secret: String) -> Bool {
        isMark(mark, "keepsake", secret)
    }

    /// What a browser keeps to show that this person has signed in with it before.
    public func deviceMark(_ person: PersonID) -> String {
        mark("device", person.text)
    }

    public func isDeviceMark(_ mark: String, of person: PersonID) -> Bool {
        isMark(mark, "device", person.text)
    }

    /// Whether a program that shows this may read the server's figures. Marks are compared, always as long: how long it
    /// takes says nothing about the token.
    public func isMetricsToken(_ shown: String) -> Bool {
        guard let metricsMark else { return false }
        return isMark(metricsMark, "metrics", shown)
    }

    func isMark(_ mark: String, _ purpose: StaticString, _ text: String) -> Bool {
        let right = Array(self.mark(purpose, text).utf8)
        let given = Array(mark.utf8)
        guard right.count == given.count else { return false }
        return zip(right, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// A setting with which the server would not be safe: it does not start.
public enum UnsafeSetting: Error, Sendable, CustomStringConvertible {
    case secretKeyTooShort
    case publicAddressIsNone
    case metricsTokenTooShort

    public var description: String {
        switch self {
        case .secretKeyTooShort: "The secret key must be at least 32 characters."
        case .publicAddressIsNone: "The public address must begin with https:// or http:// and not end with a slash."
        case .metricsTokenTooShort:
            "The token for reading figures, FORKANT_METRICS_TOKEN, must be at least 16 characters."
        }
    }
}

/// What is kept of a secret: enough to know it again, not enough to use it.
public struct SecretHash: Hashable, Sendable {
    public let text: String

    public init(of secret: String) {
        text = String(hexadecimal: Array(SHA256.hash(data: Data(secret.utf8))))
    }
}
