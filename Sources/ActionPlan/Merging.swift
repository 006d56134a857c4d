import Kernel

/// Two editions of an action, laid side by side field by field.
struct Merging {
    /// What the viewer typed; where only the other one wrote, what the other one wrote.
    let fields: Fields
    /// What the other one wrote where it is something else than what the viewer typed.
    let others: [String: String]

    init(sent: Fields, current: Agreement) {
        var texts = sent.texts
        var others: [String: String] = [:]
        let before = sent.before
        for (name, theirs) in current.described {
            let mine = sent.edition(of: name)
            guard mine != theirs else { continue }
            if before[name] == theirs { continue }
            if before[name] == mine {
                texts[name] = name == "partners" ? current.partners.sorted().map(\.text) : [theirs]
            }
            others[name] = theirs
        }
        fields = Fields(texts)
        self.others = others
    }
}

extension Fields {
    /// The edition that the form was made from, as the form carried it.
    var before: [String: String] {
        var before: [String: String] = [:]
        for name in Agreement.names where has("was_" + name) { before[name] = self["was_" + name].withPlainNewlines }
        return before
    }

    fileprivate func edition(of name: String) -> String {
        guard name == "partners" else { return self[name].withPlainNewlines.trimmed }
        return all("partners").filter { !$0.isEmpty }.sorted().joined(separator: " ")
    }
}
