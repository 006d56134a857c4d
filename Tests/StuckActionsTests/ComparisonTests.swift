import Kernel
import Testing

@testable import StuckActions

/// The rules by themselves: no page and no database.
@Suite struct `Answers side by side` {
    @Test func `what all say yes to moves, what all say no or partly to stands, and the rest differs`() {
        let comparison = Comparison(
            statements: 4,
            replies: [
                [1: .yes, 2: .no, 3: .partly, 4: .yes], [1: .yes, 2: .no, 3: .partly, 4: .no],
                [1: .yes, 2: .no, 3: .partly, 4: .partly],
            ])
        #expect(comparison.moving.map(\.statement) == [1])
        #expect(comparison.standing.map(\.statement) == [2, 3])
        #expect(comparison.differing.map(\.statement) == [4])
        #expect(comparison.differing.first == Tally(statement: 4, yes: 1, partly: 1, no: 1))
    }

    @Test func `each statement stands in exactly one place, whatever is answered`() {
        for code in 0..<729 {
            var rest = code
            let replies = (0..<6).map { _ -> [Int: Verdict] in
                defer { rest /= 3 }
                return [1: Verdict.allCases[rest % 3]]
            }
            let comparison = Comparison(statements: 1, replies: replies)
            let places = [comparison.moving, comparison.standing, comparison.differing].map(\.count)
            #expect(places.reduce(0, +) == 1, "\(replies)")
        }
    }

    @Test func `whoever answered nothing counts for nothing`() {
        let comparison = Comparison(statements: 2, replies: [[1: .yes], [:]])
        #expect(comparison.moving.map(\.statement) == [1])
        #expect(comparison.standing.isEmpty && comparison.differing.isEmpty)
        #expect(Comparison(statements: 0, replies: []) == Comparison([]))
    }

    @Test func `those furthest apart come first, and of equals the earlier question`() {
        let comparison = Comparison([
            Tally(statement: 1, yes: 3, partly: 1), Tally(statement: 2, yes: 2, no: 2),
            Tally(statement: 3, partly: 3, no: 1), Tally(statement: 4, yes: 1, partly: 2, no: 1),
        ])
        #expect(comparison.differing.map(\.statement) == [2, 4, 1, 3])
    }

    @Test(arguments: 2...9) func `the spread goes from none to one, and no answer is further than half against half`(
        people: Int
    ) {
        var spreads: [Double] = []
        for yes in 0...people {
            for partly in 0...(people - yes) {
                spreads.append(Tally(statement: 1, yes: yes, partly: partly, no: people - yes - partly).spread)
            }
        }
        #expect(spreads.allSatisfy { (0...1).contains($0) })
        #expect(spreads.max() == 1 && spreads.min() == 0)
        #expect(Tally(statement: 1, yes: people).spread == 0)
    }

    @Test func `the eleven questions are eleven, in both languages and without a question twice`() {
        let questions = ElevenQuestions.numbers.compactMap(ElevenQuestions.question)
        #expect(questions.count == 11)
        for language in Language.allCases {
            #expect(Set(questions.map { $0.title.in(language) }).count == 11)
            #expect(questions.allSatisfy { $0.title.in(language).hasSuffix("?") && !$0.detail.in(language).isEmpty })
        }
        #expect(ElevenQuestions.question(0) == nil && ElevenQuestions.question(12) == nil)
    }
}

@Suite struct `An action that stands still` {
    private let today = Day(number: 20_458)

    @Test func `stands still from the day on which its weeks are over`() {
        let stillness = Stillness(weeks: 6)
        #expect(!stillness.isStill(since: today - 41, on: today))
        #expect(stillness.isStill(since: today - 42, on: today))
        #expect(!Stillness(weeks: nil).isStill(since: today - 4000, on: today))
    }

    @Test func `is asked about once in each period, not each day`() {
        let stillness = Stillness(weeks: 6)
        #expect(stillness.isAsked(since: today - 60, answered: nil, on: today))
        #expect(!stillness.isAsked(since: today - 60, answered: today - 1, on: today))
        #expect(!stillness.isAsked(since: today - 60, answered: today - 41, on: today))
        #expect(stillness.isAsked(since: today - 90, answered: today - 42, on: today))
        #expect(!stillness.isAsked(since: today - 3, answered: today - 90, on: today))
    }

    @Test func `its owner says all that the answer needs`() throws {
        func read(_ fields: [String: String], mustExplain: Bool = false) throws -> MovingAnswer {
            try MovingAnswer(Fields(fields.mapValues { [$0] }), on: today, mustExplain: mustExplain)
        }
        #expect(try read(["answer": "moves", "said": " Vi er halvvejs "]) == .moves("Vi er halvvejs"))
        #expect(
            try read(["answer": "waits", "said": "Tilbud", "look_again_on": today.text])
                == .waits(reason: "Tilbud", until: today))
        #expect(try read(["answer": "stuck", "said": ""]) == .stuck)
        #expect(try read(["answer": "dropped"]) == .dropped(""))
        for wrong in [
            [:], ["answer": "perhaps"], ["answer": "moves"], ["answer": "waits", "said": "Tilbud"],
            ["answer": "waits", "said": "Tilbud", "look_again_on": (today - 1).text],
            ["answer": "waits", "said": "", "look_again_on": today.text],
            ["answer": "moves", "said": String(repeating: "x", count: 1001)],
        ] {
            #expect(throws: Problems.self, "\(wrong)") { try read(wrong) }
        }
        #expect(throws: Problems.self) { try read(["answer": "dropped"], mustExplain: true) }
    }
}
