import Crypto
import Foundation
import Kernel

/// What shows afterwards that a line of the journal is as it was written. Made with a key that is not in the database,
/// so that whoever can write there cannot make one.
struct JournalSeal: Sendable {
    private let key: SymmetricKey

    init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// Of a line's values before and after: apart, so that they can be erased and the line still be shown to be whole.
    /// Empty where there are none.
    func payloadMark(_ id: String, before: String?, after: String?) -> String {
        guard let before, let after else { return "" }
        return mark(["payload", id, before, after])
    }

    func mark(_ line: SealedLine, payload: String) -> String {
        mark(["line", line.id, line.at, line.kind, line.subject, line.verb, line.person ?? "", payload])
    }

    /// Of a whole day, and by the day before of all that were before it.
    func mark(ofDay day: String, marks: [String], after previous: String) -> String {
        mark(["day", day, previous] + marks)
    }

    /// That a line was erased on purpose: only whoever has the key can say so.
    func erasureMark(_ id: String, mark: String) -> String {
        self.mark(["erased line", id, mark])
    }

    /// That some of a line's values were erased on purpose, and these are what is left.
    func erasureMark(_ id: String, before: String, after: String) -> String {
        mark(["erased values", id, before, after])
    }

    /// Each part with its length, so that none can be moved into another.
    private func mark(_ parts: [String]) -> String {
        var code = HMAC<SHA256>(key: key)
        for part in parts {
            let bytes = Data(part.utf8)
            code.update(data: Data("\(bytes.count):".utf8))
            code.update(data: bytes)
        }
        return code.finalize().prefix(20).map { byte in
            String(Self.digits[Int(byte >> 4)]) + String(Self.digits[Int(byte & 15)])
        }.joined()
    }

    private static let digits = Array("0123456789abcdef")
}

/// A line of the journal as it lies in the database.
struct SealedLine: Sendable {
    let id: String
    let at: String
    let kind: String
    let subject: String
    let verb: String
    let person: String?
    let before: String?
    let after: String?
}
