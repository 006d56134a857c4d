import Kernel
import Storage

/// What a group tells all other groups of an action that worked: what it was, what was done and what was learned, in
/// words chosen for them. Nothing else of the action is told, and of who and where no more than the reader may see.
public struct Example: Sendable, Equatable {
    /// By chance, so that it tells nothing of the action nor of when it was made.
    public let id: ID<Example>
    public let action: ActionID
    public let title: String
    public let done: String
    public let learned: String
    public let kind: HazardKind?
    /// It was seen later that it lasted.
    public let lasted: Bool
    /// Of its closing; no more is told of when it was.
    public let year: Int
    /// What the action came from in the first place, through those that it followed from.
    public let root: Origin?

    public init(
        id: ID<Example>, action: ActionID, title: String, done: String, learned: String, kind: HazardKind?,
        lasted: Bool, year: Int, root: Origin? = nil
    ) {
        (self.id, self.action, self.title, self.done, self.learned) = (id, action, title, done, learned)
        (self.kind, self.lasted, self.year, self.root) = (kind, lasted, year, root)
    }
}

/// What may be told all over the organisation of a thing that actions come from.
public enum Discretion: Sendable {
    /// Nothing, not even that something was done about it.
    case nothing
    /// What was done, but not in these words, which were not written for all.
    case inOtherWords(than: String)
}

/// What somebody has written for other groups to read.
struct ExampleText: Equatable {
    let title: String
    let done: String
    let learned: String

    /// - Parameters:
    ///   - names: of people who may not be named: those near the action.
    ///   - places: names of units and of the group, which tell where it was.
    ///   - words: what may not be repeated, such as a report's words.
    init(
        title: String, done: String, learned: String, naming names: [String], places: [String] = [],
        repeating words: String?
    ) throws(Problems) {
        (self.title, self.done, self.learned) = (title, done, learned)
        let texts = [title, done, learned]
        let used = Set(texts.flatMap(NamesInText.words))
        var problems = Problems()
        func note(_ problem: PlanProblem) { problems.add(problem, at: "title_for_others") }
        if let name = names.lazy.flatMap(NamesInText.parts).first(where: used.contains) { note(.namesSomebody(name)) }
        if let place = places.first(where: { place in place.count > 3 && texts.contains { $0.contains(place) } }) {
            note(.namesAPlace(place))
        }
        if texts.contains(where: Self.tellsHowToReach) { note(.tellsHowToReach) }
        if let words, texts.contains(where: { Self.repeats(words, in: $0) }) { note(.repeatsAReport) }
        guard problems.isEmpty else { throw problems }
    }

    /// An e-mail, or so many digits that it may be a telephone or a person's number.
    private static func tellsHowToReach(_ text: String) -> Bool {
        text.contains(/\S@\S/) || text.contains(/\d(?:[ \-.]?\d){7,}/)
    }

    /// Whether four words in a row stand in both; of a shorter text, all its words.
    private static func repeats(_ words: String, in text: String) -> Bool {
        let (one, other) = (plain(words), plain(text))
        let length = min(4, one.count)
        guard length > 0, other.count >= length else { return false }
        let runs = Set((0...(one.count - length)).map { one[$0..<($0 + length)].joined(separator: " ") })
        return (0...(other.count - length)).contains { runs.contains(other[$0..<($0 + length)].joined(separator: " ")) }
    }

    private static func plain(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
