import Kernel
import Testing

@testable import Investigation

@Suite struct `Causes as chains and as a fishbone` {
    private func cause(_ id: String, _ place: Int, under parent: String? = nil, _ bone: Bone? = nil) -> Cause {
        Cause(id: ID(id), place: place, what: "Fordi \(id)", parent: parent.map { ID($0) }, bone: bone)
    }

    private func told(_ tree: CauseTree) -> [String] { tree.lines.map { "\($0.depth)\($0.cause.id)" } }

    @Test func `each cause stands before those that answer it, however they were written`() {
        let tree = CauseTree([
            cause("d", 4, under: "a"), cause("b", 2, under: "a"), cause("a", 1), cause("e", 5),
            cause("c", 3, under: "b"),
        ])
        #expect(told(tree) == ["0a", "1b", "2c", "1d", "0e"])
        #expect(tree.lines.filter(\.isRoot).map(\.cause.id.text) == ["c", "d", "e"])
    }

    @Test func `a cause hangs on the bone of what it answers, unless it has its own`() {
        let tree = CauseTree([
            cause("a", 1, .task), cause("b", 2, under: "a"), cause("c", 3, under: "b", .equipment), cause("d", 4),
        ])
        #expect(tree.lines.map(\.bone) == [.task, .task, .equipment, nil])
        #expect(tree.lines(on: .task).map(\.cause.id.text) == ["a", "b"])
        #expect(tree.lines(on: nil).map(\.cause.id.text) == ["d"])
        let sorted = (Bone.allCases as [Bone?] + [nil]).flatMap { tree.lines(on: $0) }
        #expect(sorted.count == tree.lines.count, "the fishbone shows the same as the chains")
    }

    @Test func `what goes round in a ring, or answers what is gone, is shown all the same`() {
        let ring = CauseTree([cause("a", 1, under: "b"), cause("b", 2, under: "a"), cause("c", 3, under: "gone")])
        #expect(Set(ring.causes.map(\.id.text)) == ["a", "b", "c"])
        #expect(ring.lines.count == 3)
        #expect(ring.branch(of: ID("a")) == [ID("a"), ID("b")])
    }

    @Test func `a cause answers neither itself nor what answers it`() throws {
        let tree = CauseTree([cause("a", 1), cause("b", 2, under: "a"), cause("c", 3, under: "b")])
        func moved(under parent: String) throws -> Cause {
            try Cause(Fields(["what": "Fordi", "parent": parent]), id: ID("a"), place: 1, among: tree)
        }
        for parent in ["a", "b", "c"] {
            let problems = #expect(throws: Problems.self) { try moved(under: parent) }
            #expect(problems?["parent"] as? InvestigationProblem == .answersItself)
        }
        #expect(throws: Problems.self) { try moved(under: "nobody") }
        #expect(try moved(under: "").parent == nil)
    }
}

@Suite struct `The rules of an investigation` {
    private let none = CauseTree([])
    private let today = Day(number: 20_458)

    private func investigation(_ conclusion: String = "Ventilen dryppede") -> Investigation {
        Investigation(report: ID("r"), begun: today, begunBy: ID("maja"), conclusion: conclusion)
    }

    private func ending(
        _ fields: [String: String], _ conclusion: String = "Ventilen dryppede", hasCause: Bool = true,
        isReportOpen: Bool = true
    ) throws(Problems) -> InvestigationEnding {
        try InvestigationEnding(
            Fields(fields), of: investigation(conclusion), hasCause: hasCause, isReportOpen: isReportOpen, limit: 100)
    }

    @Test func `what is asked for must be written, in no more letters than there is room for`() {
        for fields in [[:], ["what": " "], ["what": String(repeating: "å", count: 401)]] as [[String: String]] {
            #expect(throws: Problems.self) { try EventStep(Fields(fields), id: ID("s"), place: 1, among: none) }
            #expect(throws: Problems.self) { try Cause(Fields(fields), id: ID("c"), place: 1, among: none) }
            #expect(throws: Problems.self) { try Barrier(Fields(fields), id: ID("b"), place: 1, among: none) }
        }
        #expect(throws: Problems.self) {
            try EventStep(
                Fields(["what": "Faldt", "time": String(repeating: "1", count: 61)]), id: ID("s"), place: 1, among: none
            )
        }
        #expect(throws: Problems.self) {
            try Cause(Fields(["what": "Glat", "bone": "fish"]), id: ID("c"), place: 1, among: none)
        }
        #expect(throws: Problems.self) {
            try Barrier(Fields(["what": "Måtte", "state": "lost"]), id: ID("b"), place: 1, among: none)
        }
    }

    @Test func `an end needs a conclusion, a cause or the word that none was found, and an answer`() throws {
        #expect(try ending(["feedback": "Tak", "way": "message"]).way == .message)
        #expect(try ending(["feedback": "Tak", "way": "outcome"]).way == .outcome)
        #expect(throws: Problems.self) { try ending(["feedback": "", "way": "message"]) }
        #expect(throws: Problems.self) { try ending(["feedback": "Tak", "way": "message"], "") }
        #expect(throws: Problems.self) { try ending(["feedback": "Tak", "way": "message"], hasCause: false) }
        #expect(throws: Problems.self) { try ending(["feedback": "Tak", "way": "post"]) }
        #expect(throws: Problems.self) { try ending(["feedback": "Tak"]) }
        #expect(throws: Problems.self) {
            try ending(["feedback": String(repeating: "x", count: 101), "way": "message"])
        }
        let unknown = try ending(["feedback": "Tak", "way": "message", "cause_unknown": "on"], hasCause: false)
        #expect(unknown.isCauseUnknown)
        // Where there is a cause, nobody can say that there is none.
        #expect(try !ending(["feedback": "Tak", "way": "message", "cause_unknown": "on"]).isCauseUnknown)
    }

    @Test func `the reporter of a closed report gets a message, whatever was sent`() throws {
        #expect(try ending(["feedback": "Tak", "way": "outcome"], isReportOpen: false).way == .message)
        #expect(try ending(["feedback": "Tak"], isReportOpen: false).way == .message)
    }

    @Test func `all but what went well is investigated`() {
        #expect(!Investigation.isFor(.good))
        #expect(Investigation.isFor(.nearMiss) && Investigation.isFor(.accident) && Investigation.isFor(.psychological))
    }

    @Test(arguments: Language.allCases)
    func `every side and every state has a word of its own`(language: Language) {
        let (causes, text) = (CauseTexts(language: language), InvestigationTexts(language: language))
        #expect(Set(Bone.allCases.map(causes.name)).count == 6)
        #expect(Set(BarrierState.allCases.map { text.name($0) }).count == 3)
        #expect(text.lacking([.leader]) != text.lacking([.representative]))
        #expect(text.lacking([.leader, .representative]) != text.lacking([.leader]))
    }
}
