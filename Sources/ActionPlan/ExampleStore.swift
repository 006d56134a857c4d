import Kernel
import Storage

/// What groups look for among the examples of all others. Read leniently from an address.
struct ExampleFilter: Sendable {
    let words: [String]
    let kind: HazardKind?
    let lasted: Bool
    /// Where the page before ended.
    let after: (year: Int, id: ID<Example>)?

    init(_ fields: Fields) {
        words = ActionWords.of(String(fields["q"].prefix(200)))
        kind = HazardKind(rawValue: fields["kind"])
        lasted = fields["lasted"] == "on"
        let parts = fields["after"].split(separator: "~").map(String.init)
        if parts.count == 2, let year = Int(parts[0]), (0...9999).contains(year), parts[1].utf8.count <= 64 {
            after = (year, ID(parts[1]))
        } else {
            after = nil
        }
    }

    var isNarrowed: Bool { !words.isEmpty || kind != nil || lasted }
}

/// Reads examples, the latest years first. Within a year they stand by chance, so that nobody sees when it was.
struct ExampleStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func find(_ id: ID<Example>) throws -> Example? { try rows("id = \(id)", 1).first }

    func find(of action: ActionID) throws -> Example? { try rows("action_id = \(action)", 1).first }

    func page(_ filter: ExampleFilter, on day: Day, most: Int) throws -> [Example] {
        var conditions: [SQL] = ["year <= \(filter.after?.year ?? day.year)"]
        if let after = filter.after { conditions.append("(year, id) < (\(after.year), \(after.id))") }
        if let kind = filter.kind { conditions.append("kind = \(kind)") }
        if filter.lasted { conditions.append("lasted = 1") }
        conditions += try filter.words.map { try ExampleWords.condition($0, reader) }
        return try rows(SQL.joined(conditions, by: " AND "), most)
    }

    private func rows(_ condition: SQL, _ most: Int) throws -> [Example] {
        try reader.rows(
            """
            SELECT id, action_id, title, done, learned, kind, lasted, year, origin_kind, origin_id FROM plan_example
            WHERE \(condition) ORDER BY year DESC, id DESC LIMIT \(most)
            """
        ) { row in
            var root: Origin?
            if let kind: String = try row[8], let id: String = try row[9] { root = Origin(kind: kind, id: id) }
            return try Example(
                id: row[0], action: row[1], title: row[2], done: row[3], learned: row[4], kind: row[5], lasted: row[6],
                year: row[7], root: root)
        }
    }
}

/// The words by which an example is found: those that are shown, and no others. Searching the action's own would tell
/// strangers whether a word stands in what they may not read.
enum ExampleWords {
    /// From here on the examples are asked, in their order, for the word.
    private static let common = 2000

    static func of(_ texts: [String]) -> [String] { ActionWords.of(texts.joined(separator: " ")) }

    static func condition(_ word: String, _ reader: Reader) throws -> SQL {
        let from = Array(word.utf8)
        let begins: SQL = "word >= \(from) AND word < \(from + [0xFF])"
        let count: Int? = try reader.value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM plan_example_word WHERE \(begins) LIMIT \(common)) AS counted")
        return (count ?? 0) < common
            ? "id IN (SELECT example_id FROM plan_example_word WHERE \(begins))"
            : "EXISTS (SELECT 1 FROM plan_example_word WHERE example_id = plan_example.id AND \(begins) LIMIT 1 OFFSET 0)"
    }
}
