import Foundation
import Kernel
import Storage
import Templates

/// What a new action can begin as: words that somebody has thought over before.
public struct ActionTemplate: Sendable, Equatable {
    /// By chance, or its key in the set that comes with the program.
    public let id: ID<ActionTemplate>
    /// Whose it is; nothing where it comes with the program.
    public let body: BodyID?
    /// All groups may use it.
    public let isEverywhere: Bool
    public let text: TemplateText

    public init(id: ID<ActionTemplate>, body: BodyID?, isEverywhere: Bool, text: TemplateText) {
        (self.id, self.body, self.isEverywhere, self.text) = (id, body, isEverywhere, text)
    }

    /// Who may take it away depends on these.
    struct Owner: Hashable {
        let body: BodyID?
        let isEverywhere: Bool
    }

    var owner: Owner { Owner(body: body, isEverywhere: isEverywhere) }

    /// Whether each of the words begins one of its own.
    func isFound(by words: [String], kind: HazardKind?) -> Bool {
        guard kind == nil || kind == text.kind else { return false }
        guard !words.isEmpty else { return true }
        let own = ActionWords.of([text.what, text.why, text.how].joined(separator: " "))
        return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
}

/// The words of a template.
public struct TemplateText: Sendable, Equatable {
    public let what: String
    public let why: String
    public let how: String
    public let followUp: String
    public let kind: HazardKind?
    public let difficulty: Difficulty

    public init(
        what: String, why: String, how: String, followUp: String, kind: HazardKind?, difficulty: Difficulty
    ) {
        (self.what, self.why, self.how, self.followUp) = (what, why, how, followUp)
        (self.kind, self.difficulty) = (kind, difficulty)
    }

    init(_ fields: Fields) throws(Problems) {
        var reading = Reading(fields)
        what = reading.text("what", limit: Agreement.whatLimit)
        why = reading.optionalText("why", limit: Agreement.textLimit)
        how = reading.optionalText("how", limit: Agreement.textLimit)
        followUp = reading.optionalText("follow_up", limit: Agreement.textLimit)
        kind = reading.optionalChoice("kind")
        difficulty = reading.optionalChoice("difficulty") ?? .simple
        try reading.finish()
    }

    /// Under the names of the action's form.
    var fields: [String: String] {
        [
            "what": what, "why": why, "how": how, "follow_up": followUp, "kind": kind?.rawValue ?? "",
            "difficulty": difficulty.rawValue,
        ]
    }
}

/// A theme that many workplaces know, with its usual actions: it comes with the program.
struct CommonTheme: Sendable {
    let key: String
    let title: Words
    let actions: [Action]

    struct Action: Sendable {
        let key: String
        let kind: HazardKind
        let difficulty: Difficulty
        let what: Words
        let why: Words
        let how: Words
        let followUp: Words

        func template(in language: Language) -> ActionTemplate {
            ActionTemplate(
                id: ID(key), body: nil, isEverywhere: true,
                text: TemplateText(
                    what: what.in(language), why: why.in(language), how: how.in(language),
                    followUp: followUp.in(language), kind: kind, difficulty: difficulty))
        }
    }

    /// None where the file is not as it should be; a test reads it.
    static let all = read(TemplateFiles.actions) ?? []

    static func read(_ json: [UInt8]) -> [CommonTheme]? {
        (try? JSONDecoder().decode([Written].self, from: Data(json)))?.map(\.theme)
    }

    private struct Written: Decodable {
        struct Both: Decodable {
            let da: String
            let en: String
            var words: Words { Words(da: da, en: en) }
        }

        struct Action: Decodable {
            let key: String
            let kind: String
            let difficulty: String
            let what: Both
            let why: Both
            let how: Both
            let follow_up: Both
        }

        let key: String
        let title: Both
        let actions: [Action]

        var theme: CommonTheme {
            CommonTheme(
                key: key, title: title.words,
                actions: actions.compactMap { one in
                    guard let kind = HazardKind(rawValue: one.kind),
                        let difficulty = Difficulty(rawValue: one.difficulty)
                    else { return nil }
                    return CommonTheme.Action(
                        key: one.key, kind: kind, difficulty: difficulty, what: one.what.words, why: one.why.words,
                        how: one.how.words, followUp: one.follow_up.words)
                })
        }
    }
}
