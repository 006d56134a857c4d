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

    /// Actions that have a word which begins so. Bytes, since those sort alike everywhere.
    static func condition(_ word: String) -> SQL {
        let from = Array(word.utf8)
        return "id IN (SELECT action_id FROM action_word WHERE word >= \(from) AND word < \(from + [0xFF]))"
    }

    static func insertions(of agreed: Agreement, for id: ActionID) -> [SQL] {
        of(agreed.what + " " + agreed.why).map { word in
            "INSERT INTO action_word (word, action_id) VALUES (\(Array(word.utf8)), \(id))"
        }
    }
}
