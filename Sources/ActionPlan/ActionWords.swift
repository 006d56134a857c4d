import Kernel
import Storage

/// The words by which an action is found: those of what and why, each once, small.
enum ActionWords {
    static let most = 200
    private static let longest = 40

    static func of(_ text: String) -> [String] {
        var seen: Set<String> = []
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(longest)) }
        return Array(words.filter { seen.insert($0).inserted }.prefix(most))
    }

    /// From here on it is quicker to ask the actions, in their order, for the word than the word for its actions.
    private static let common = 2000

    /// Actions that have a word which begins so. Bytes, since those sort alike everywhere. An offset keeps PostgreSQL
    /// from asking the word after all.
    static func condition(_ word: String, _ reader: Reader) throws -> SQL {
        let from = Array(word.utf8)
        let begins: SQL = "word >= \(from) AND word < \(from + [0xFF])"
        let count = try reader.value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM action_word WHERE \(begins) LIMIT \(common)) AS counted", as: Int.self)
        return (count ?? 0) < common
            ? "id IN (SELECT action_id FROM action_word WHERE \(begins))"
            : "EXISTS (SELECT 1 FROM action_word WHERE action_id = action.id AND \(begins) LIMIT 1 OFFSET 0)"
    }

    static func insertions(of agreed: Agreement, for id: ActionID) -> [SQL] {
        of(agreed.what + " " + agreed.why).map { word in
            "INSERT INTO action_word (word, action_id) VALUES (\(Array(word.utf8)), \(id))"
        }
    }
}
