import Foundation

extension String {
    /// From these words on.
    func drop(before words: String) -> String {
        range(of: words).map { String(self[$0.lowerBound...]) } ?? ""
    }

    /// Whether these stand in it one after the other.
    func order(of texts: [String]) throws -> Bool {
        var rest = self[...]
        for text in texts {
            guard let found = rest.range(of: text) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
