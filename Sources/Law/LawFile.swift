import Kernel
import Yams

/// One file of `Resources/law/`: a list of rules, each with its period, its source and its status.
struct LawFile {
    let name: String
    let rules: [LawRule]

    private static let keys: Set<String> = ["topic", "valid_from", "valid_to", "status", "source", "text", "values"]

    /// - Throws: `LawFault` with everything that is wrong in the file.
    init(_ name: String, yaml: String) throws(LawFault) {
        self.name = name
        let root: Node?
        do { root = try compose(yaml: yaml) } catch { throw LawFault(["\(name): \(error)"]) }
        guard let entries = root?.sequence, !entries.isEmpty else {
            throw LawFault(["\(name): there is no list of rules in it"])
        }
        var faults: [String] = []
        var rules: [LawRule] = []
        for node in entries {
            var entry = Entry(node, in: name)
            if let rule = entry.rule(keys: Self.keys) { rules.append(rule) }
            faults += entry.faults
        }
        guard faults.isEmpty else { throw LawFault(faults) }
        self.rules = rules
    }
}

/// One rule as it stands in the file, and what is wrong with it.
private struct Entry {
    let node: Node
    let file: String
    var faults: [String] = []

    init(_ node: Node, in file: String) {
        self.node = node
        self.file = file
    }

    mutating func rule(keys: Set<String>) -> LawRule? {
        guard let mapping = node.mapping else {
            note("a rule is a list of names and values", at: node)
            return nil
        }
        for key in mapping.keys where !keys.contains(key.string ?? "") {
            note("\"\(key.string ?? "?")\" is not known; a rule has \(keys.sorted().joined(separator: ", "))", at: key)
        }
        let topic = text("topic")
        let status = LawRule.Status(rawValue: text("status"))
        if status == nil { note("status must be V (read), S (told by others), M (remembered) or P (a bill)", at: node) }
        let (from, to) = (day("valid_from"), day("valid_to"))
        if let from, let to, to < from { note("valid_to is before valid_from", at: node) }
        let (words, source, numbers) = (words("text"), words("source"), values())
        guard faults.isEmpty, let status else { return nil }
        return LawRule(topic: topic, words, source: source, status, from: from, to: to, values: numbers)
    }

    private mutating func text(_ key: String) -> String {
        let text = node[key]?.string?.trimmed ?? ""
        if text.isEmpty { note("\(key) is missing", at: node) }
        return text
    }

    private mutating func day(_ key: String) -> Day? {
        guard let value = node[key] else {
            note("\(key) is missing; leave it empty where no day is known", at: node)
            return nil
        }
        let text = value.string?.trimmed ?? ""
        guard !text.isEmpty else { return nil }
        let day = Day(text)
        if day == nil { note("\(key) is no day: write it as 2026-03-31", at: value) }
        return day
    }

    private mutating func words(_ key: String) -> Words {
        let (danish, english) = (
            node[key]?["da"]?.string?.trimmed ?? "", node[key]?["en"]?.string?.trimmed ?? ""
        )
        if danish.isEmpty || english.isEmpty { note("\(key) must be there in Danish (da) and English (en)", at: node) }
        return Words(da: danish, en: english)
    }

    private mutating func values() -> [String: Int] {
        guard let node = node["values"] else { return [:] }
        guard let mapping = node.mapping else {
            note("values must be names and whole numbers", at: node)
            return [:]
        }
        var values: [String: Int] = [:]
        for (key, value) in mapping {
            guard let name = key.string, let number = value.string.flatMap({ Int($0) }), number >= 0 else {
                note("a value must be a name and a whole number", at: key)
                continue
            }
            values[name] = number
        }
        return values
    }

    private mutating func note(_ what: String, at node: Node) {
        let line = (node.mark ?? self.node.mark).map { ":\($0.line)" } ?? ""
        faults.append("\(file)\(line): \(what)")
    }
}

/// The law's files cannot be relied on: all that is wrong, each with its file and line.
public struct LawFault: Error, CustomStringConvertible {
    public let faults: [String]

    init(_ faults: [String]) {
        self.faults = faults
    }

    public var description: String {
        "The files with the law's rules cannot be used:\n" + faults.map { "  \($0)" }.joined(separator: "\n")
    }
}
