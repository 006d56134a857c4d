import CSodium
import Dispatch
import Foundation
import Kernel

/// Passwords by argon2id with 19 MiB and two passes, OWASP's first choice. The work is done one at a time on a queue
/// of its own: neither the server's threads nor its memory can be taken by many guesses at once.
public enum Password {
    public static let least = 10
    public static let most = 200

    private static let queue = DispatchQueue(label: "passwords")
    private static let isReady = sodium_init() >= 0
    private static let passes: UInt64 = 2
    private static let memory = 19 * 1024 * 1024

    public enum Failure: Error {
        case outOfMemory
    }

    /// What is stored: it carries its own salt and cost.
    public static func hash(_ password: String) async throws -> String {
        let password = oneForm(password)
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try hashed(password) }) }
        }
    }

    /// Takes as long where there is nothing to compare with, so that time does not tell who has an account.
    public static func matches(_ password: String, _ stored: String?) async -> Bool {
        let password = oneForm(password)
        return await withCheckedContinuation { continuation in
            queue.async {
                guard isReady, let stored else {
                    _ = try? hashed(password)
                    continuation.resume(returning: false)
                    return
                }
                let matches = crypto_pwhash_str_verify(stored, password, UInt64(password.utf8.count)) == 0
                continuation.resume(returning: matches)
            }
        }
    }

    /// Some keyboards send å as one letter, others as a and a ring: it is the same password.
    private static func oneForm(_ password: String) -> String { password.precomposedStringWithCanonicalMapping }

    private static func hashed(_ password: String) throws -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        guard isReady,
            crypto_pwhash_str(&text, password, UInt64(password.utf8.count), passes, memory) == 0
        else { throw Failure.outOfMemory }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
