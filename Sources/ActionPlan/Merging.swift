import Kernel

/// Two editions of an action, laid side by side field by field.
struct Merging {
    /// What the viewer typed; where only the other one wrote, what the other one wrote.
    let fields: Fields
    /// Where both wrote, and not the same: what the other one wrote. The viewer chooses.
    let clashes: [String: String]
    /// Where only the other one wrote: what stood there before.
    let taken: [String: String]

    init(sent: Fields, current: Agreement) {
        var texts = sent.texts
        var clashes: [String: String] = [:]
        var taken: [String: String] = [:]
        let before = sent.before
        for (name, theirs) in current.described {
            texts["pick_" + name] = nil
            texts["clash_" + name] = nil
            let mine = sent.edition(of: name)
            guard mine != theirs, before[name] != theirs else { continue }
            if let old = before[name], old == mine {
                texts[name] = name == "partners" ? current.partners.sorted().map(\.text) : [theirs]
                taken[name] = old
            } else {
                clashes[name] = theirs
            }
        }
        fields = Fields(texts)
        self.clashes = clashes
        self.taken = taken
    }
}

extension Fields {
    /// The edition that the form was made from, as the form carried it.
    var before: [String: String] {
        var before: [String: String] = [:]
        for name in Agreement.names where has("was_" + name) { before[name] = self["was_" + name].withPlainNewlines }
        return before
    }

    /// The fields between whose two texts the form asked the viewer to choose.
    var clashing: [String] { Agreement.names.filter { self["clash_" + $0] == "on" } }

    /// Takes over what the other one wrote where the viewer chose it.
    /// - Throws: `Problems` where nothing was chosen: neither text goes away by itself.
    func choosing(theirsIn agreed: Agreement) throws(Problems) -> Fields {
        var texts = texts
        var reading = Reading(self)
        for name in clashing {
            let pick: Pick = reading.choice("pick_" + name, otherwise: .mine)
            guard pick == .theirs else { continue }
            texts[name] = name == "partners" ? agreed.partners.map(\.text) : [agreed.described[name] ?? ""]
        }
        try reading.finish()
        return Fields(texts)
    }

    fileprivate func edition(of name: String) -> String {
        guard name == "partners" else { return self[name].withPlainNewlines.trimmed }
        return all("partners").filter { !$0.isEmpty }.sorted().joined(separator: " ")
    }
}

/// Whose text shall stand.
enum Pick: String {
    case mine, theirs
}

/// Who saved while the viewer wrote.
enum OtherEditor: Equatable {
    case named(String)
    /// The viewer, in another window.
    case oneself
    case unknown
}
