import Crypto
import Foundation

/// What keeps letters from being read, or written, by anybody else who may connect to the database: whoever could read
/// them would hear, that very moment, who writes something.
struct Envelope: Sendable {
    private let key: SymmetricKey?

    /// - Parameter secret: Which all servers of the organisation have. Without it nothing can be told but that anything
    ///   may have changed, and everything that is heard means that.
    init(_ secret: [UInt8]?) {
        key = secret.map {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: $0), info: Data("letter".utf8), outputByteCount: 32)
        }
    }

    /// Letters are as long as a multiple of this, so that their length tells little.
    private static let step = 240
    /// PostgreSQL takes at most 7,999 bytes.
    static let mostBytes = 24 * step

    /// - Returns: nothing where it does not go into one.
    func sealed(_ text: String) -> String? {
        guard let key else { return "everything" }
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.mostBytes else { return nil }
        let length = max(1, (bytes.count + Self.step - 1) / Self.step) * Self.step
        let padded = bytes + [UInt8](repeating: UInt8(ascii: "\n"), count: length - bytes.count)
        return (try? ChaChaPoly.seal(padded, using: key))?.combined.base64EncodedString()
    }

    /// Nothing where it was not sealed with this key.
    func opened(_ sealed: String) -> String? {
        guard let key, let bytes = Data(base64Encoded: sealed), let box = try? ChaChaPoly.SealedBox(combined: bytes),
            let text = try? ChaChaPoly.open(box, using: key)
        else { return nil }
        return String(decoding: text, as: UTF8.self)
    }
}
