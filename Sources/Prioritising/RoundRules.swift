import Ideas
import Kernel

/// What may become a card: an open idea or action of the plan.
struct OfferedCard: Sendable {
    let about: PriorityCard.About
    let title: String
    /// What stands beside it: how many support the idea, when the action is due.
    let detail: String?

    /// How the form names it.
    var name: String { "\(about.kind):\(about.subject ?? "")" }
}

/// A round as its starter wrote it.
struct NewRound: Sendable {
    let title: String
    let audience: Audience
    let cards: [PriorityCard.About]

    /// - Parameter offered: what may be chosen now, in the order in which it shall lie.
    /// - Throws: `Problems` with everything that is wrong.
    init(_ fields: Fields, among offered: [OfferedCard]) throws(Problems) {
        var reading = Reading(fields)
        title = reading.text("title", limit: PriorityRound.titleLimit)
        audience = reading.choice("audience", otherwise: .members)
        let ticked = Set(fields.all("cards"))
        let chosen = offered.filter { ticked.contains($0.name) }
        if ticked.count > chosen.count { reading.note(PriorityProblem.goneMeanwhile, at: "cards") }
        let own = fields["own"].withPlainNewlines.split(separator: "\n").map { String($0).trimmed }.filter {
            !$0.isEmpty
        }
        if let long = own.first(where: { $0.count > PriorityCard.titleLimit }) {
            reading.note(FieldProblem.tooLong(limit: PriorityCard.titleLimit, count: long.count), at: "own")
        }
        cards = chosen.map(\.about) + own.map(PriorityCard.About.own)
        if cards.count > PriorityRound.mostCards {
            reading.note(PriorityProblem.tooMany(cards.count), at: "cards")
        } else if cards.count < PriorityRound.fewestCards {
            reading.note(PriorityProblem.tooFew, at: "cards")
        }
        try reading.finish()
    }
}

extension Answers {
    /// - Parameter isPartial: what is not answered yet may be left out, as where each answer is saved at once.
    /// - Throws: `Problems` where something is out of scale, or missing.
    init(_ fields: Fields, isPartial: Bool) throws(Problems) {
        var reading = Reading(fields)
        effect = reading.step("effect", isPartial) { Grade(rawValue: $0) }
        reach = reading.step("reach", isPartial) { Grade(rawValue: $0) }
        hands = reading.step("hands", isPartial) { Hands(rawValue: $0) }
        try reading.finish()
    }
}

extension Placement {
    /// - Throws: `Problems` where something is out of scale, or missing.
    init(_ fields: Fields) throws(Problems) {
        guard let placement = try Answers(fields, isPartial: false).placement else {
            throw Problems(FieldProblem.missing, at: "effect")
        }
        self = placement
    }
}

extension Reading {
    fileprivate mutating func step<Step>(_ name: String, _ isPartial: Bool, _ make: (Int) -> Step?) -> Step? {
        let text = fields[name].trimmed
        guard !text.isEmpty else {
            if !isPartial { note(PriorityProblem.unanswered, at: name) }
            return nil
        }
        let step = Int(text).flatMap(make)
        if step == nil { note(FieldProblem.notAChoice, at: name) }
        return step
    }
}

/// What can be wrong with what is done in a round.
enum PriorityProblem: Problem, Equatable {
    case tooMany(Int)
    case tooFew
    /// What was chosen is no longer open.
    case goneMeanwhile
    case unanswered
    case unknownCode

    func explained(in language: Language) -> String { PriorityTexts(language: language).explain(self) }
}
