import ActionPlan
import Journal
import Kernel
import Storage

/// Puts checks in as they could have been: for invented organisations.
public struct CheckFill: Sendable {
    public struct Step: Sendable {
        public let change: Change
        public let deed: Deed
    }

    let action: Action
    let isNamed: Bool
    let people: [PersonID]
    /// What each has answered, as far as anybody has.
    let replies: [[Verdict]]
    let lines: [Int: String]

    /// - Parameters:
    ///   - people: who is asked, the ones first who have answered.
    ///   - replies: how they answered, a letter for each question: y, p or n.
    ///   - lines: what the first wrote, by question.
    public init(
        _ action: Action, isNamed: Bool, people: [PersonID], replies: [String], lines: [Int: String] = [:]
    ) {
        (self.action, self.isNamed, self.people, self.lines) = (action, isNamed, people, lines)
        self.replies = replies.map { letters in
            letters.map { $0 == "y" ? .yes : $0 == "p" ? .partly : .no }
        }
    }

    /// - Parameters:
    ///   - start: by whom and when it was begun.
    ///   - end: by whom and when it was compared; nothing where people answer still.
    public func steps(start: Deed, compared end: Deed? = nil, outcome: String = "") -> [Step] {
        let check = StuckCheck(
            id: start.identities.ordered(at: start.moment), action: action.id, body: action.body, isNamed: isNamed,
            startedBy: start.person, startedAt: start.moment)
        var steps = [Step(change: check.started(asking: Set(people), about: action, start), deed: start)]
        var rows: [AnswerRow] = []
        for (place, (person, given)) in zip(people, replies).enumerated() {
            let numbered = Dictionary(uniqueKeysWithValues: zip(ElevenQuestions.numbers, given))
            let answers = CheckAnswers(replies: numbered, lines: place == 0 ? lines : [:])
            let mark = isNamed ? person.text : start.identities.random(AnswerRow.self).text
            steps.append(Step(change: check.answered(answers, by: person, under: mark), deed: start))
            rows += numbered.map { number, reply in
                AnswerRow(
                    question: number, person: isNamed ? person : nil, reply: reply, line: answers.lines[number] ?? "")
            }
        }
        guard let end else { return steps }
        let sorted = rows.sorted { ($0.question, $0.person?.text ?? "") < ($1.question, $1.person?.text ?? "") }
        let change = check.compared(sorted, by: Set(people.prefix(replies.count)), about: action, end)
        steps.append(Step(change: change, deed: end))
        if !outcome.isEmpty {
            var compared = check
            compared.comparedAt = end.moment
            steps.append(Step(change: compared.concluded(outcome, about: action), deed: end))
        }
        return steps
    }
}
