/// Two editions of one form, laid side by side field by field: what somebody sends, made from the form as it was, and
/// what stands there now. The form carries what it was made from under the same names with `was_` before them.
public struct Editions: Sendable {
    /// What was typed; where only somebody else wrote, what that one wrote.
    public let fields: Fields
    /// Where both wrote, and not the same: what the other one wrote. Whoever sent the form sees both and sends again.
    public let clashes: [String: String]

    /// - Parameter current: what stands there now, by the name of its field. Fields that the form did not carry are left
    ///   out of it.
    public init(sent: Fields, current: [String: String]) {
        var fields = sent
        var clashes: [String: String] = [:]
        for (name, theirs) in current where sent.has("was_" + name) {
            let mine = sent[name].withPlainNewlines.trimmed
            let before = sent["was_" + name].withPlainNewlines.trimmed
            guard mine != theirs, before != theirs else { continue }
            if mine == before { fields[name] = theirs } else { clashes[name] = theirs }
        }
        self.fields = fields
        self.clashes = clashes
    }

    /// - Throws: `EditClash` where both wrote the same field.
    /// - Returns: what is to be saved.
    public static func settled(_ sent: Fields, beside current: [String: String]) throws(EditClash) -> Fields {
        let editions = Editions(sent: sent, current: current)
        guard editions.clashes.isEmpty else { throw EditClash(theirs: editions.clashes, fields: editions.fields) }
        return editions.fields
    }
}

/// Two people wrote the same field: neither text goes away by itself.
public struct EditClash: Error {
    /// What the other one wrote, by field.
    public let theirs: [String: String]
    /// What the form shows now: what was typed, and the other's where nothing was.
    public let fields: Fields
}
