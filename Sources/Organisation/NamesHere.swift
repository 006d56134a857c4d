import Kernel
import Storage

extension PersonStore {
    /// Those of these words that are part of somebody's name here, or were: as a name begins a sentence it is told from
    /// another word by nothing else.
    public func partsOfNames(among words: [String]) throws -> [String] {
        let asked = words.prefix(Self.mostAsked).map { (word: $0, kept: SearchWords.typed($0).first ?? "") }
        guard !asked.isEmpty else { return [] }
        let known = Set(
            try reader.values(
                "SELECT DISTINCT word FROM person_word WHERE word IN \(SQL.list(Set(asked.map(\.kept)).sorted()))",
                as: String.self))
        return asked.filter { known.contains($0.kept) }.map(\.word)
    }

    private static let mostAsked = 200
}
