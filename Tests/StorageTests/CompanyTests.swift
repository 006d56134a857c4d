import Storage
import Synchronization
import Testing

@testable import PostgresStorage

/// Who waits for whom, at moments that the test chooses.
struct CompanyTests {
    private final class Answers: Sendable {
        private let given = Mutex<[String]>([])

        var all: [String] { given.withLock { $0 } }

        func answer(_ name: String) -> @Sendable () -> Void {
            { self.given.withLock { $0.append(name) } }
        }
    }

    private let start = ContinuousClock.now
    private let answers = Answers()

    private func answer(_ company: inout Company, after pause: Duration = .zero) {
        for answer in company.answered(at: start + pause) { answer() }
    }

    private func misses(_ company: inout Company, at moment: Company.Instant) -> Bool {
        company.missesSomebody(at: moment)
    }

    @Test func `a writer is answered when this server and all others have heard`() {
        var company = Company()
        company.hears("b", at: start)
        company.hears("c", at: start)
        company.wait(for: 1, at: start, answers.answer("first"))
        company.wait(for: 2, at: start, answers.answer("second"))
        company.hears(that: "b", hasHeard: 2)
        company.hears(that: "c", hasHeard: 1)
        answer(&company)
        #expect(answers.all == [])
        company.hearsSelf(2)
        answer(&company)
        #expect(answers.all == ["first"])
        company.hears(that: "c", hasHeard: 2)
        answer(&company)
        #expect(answers.all == ["first", "second"])
        answer(&company)
        #expect(answers.all == ["first", "second"])
    }

    @Test func `who says what is older than known takes nothing back`() {
        var company = Company()
        company.hears("b", at: start)
        company.wait(for: 2, at: start, answers.answer("second"))
        company.hears(that: "b", hasHeard: 2)
        company.hears(that: "b", hasHeard: 1)
        company.hearsSelf(2)
        company.hearsSelf(1)
        answer(&company)
        #expect(answers.all == ["second"])
    }

    @Test func `whoever comes new need not have heard what was told before`() {
        var company = Company()
        company.hears("b", at: start)
        company.wait(for: 1, at: start, answers.answer("before"))
        company.wait(for: 2, at: start, answers.answer("after"))
        company.hearsSelf(1)
        company.hears("new", at: start)
        company.hearsSelf(2)
        company.hears(that: "b", hasHeard: 2)
        answer(&company)
        #expect(answers.all == ["before"])
        company.hears(that: "new", hasHeard: 2)
        answer(&company)
        #expect(answers.all == ["before", "after"])
    }

    @Test func `nobody waits for a server that has said goodbye, or that is not heard of any more`() {
        var company = Company()
        company.hears("b", at: start)
        company.hears("c", at: start)
        company.wait(for: 1, at: start, answers.answer("one"))
        company.hearsSelf(1)
        company.leaves("b")
        #expect(!misses(&company, at: start + Company.patience / 2))
        answer(&company)
        #expect(answers.all == [])
        company.hears(that: "c", hasHeard: 1)
        answer(&company)
        #expect(answers.all == ["one"])
        company.wait(for: 2, at: start, answers.answer("two"))
        company.hearsSelf(2)
        answer(&company)
        #expect(answers.all == ["one"])
        #expect(misses(&company, at: start + Company.patience))
        #expect(!misses(&company, at: start + Company.patience))
        answer(&company)
        #expect(answers.all == ["one", "two"])
        #expect(company.isEmpty)
    }

    @Test func `a server takes nothing that it keeps for true before the others stop waiting for it`() {
        #expect(Company.trust < Company.patience)
        #expect(Company.pause * 2 < Company.trust)
    }

    @Test func `a sign of life lets the others wait longer, and no writer waits for ever`() {
        var company = Company()
        company.wait(for: 1, at: start, answers.answer("one"))
        for second in 0..<10 { company.hears("b", at: start + .seconds(second)) }
        #expect(!misses(&company, at: start + .seconds(10)))
        company.hearsSelf(1)
        answer(&company, after: Company.longest - .milliseconds(1))
        #expect(answers.all == [])
        answer(&company, after: Company.longest)
        #expect(answers.all == ["one"])
    }

    @Test func `after a lost line nobody is given up at once, and all must hear once more`() {
        var company = Company()
        company.hears("b", at: start)
        company.wait(for: 1, at: start, answers.answer("one"))
        let later = start + Company.patience * 2
        company.begins(again: 2, at: later)
        #expect(!misses(&company, at: later))
        company.hearsSelf(1)
        company.hears(that: "b", hasHeard: 1)
        answer(&company)
        #expect(answers.all == [])
        company.hearsSelf(2)
        company.hears(that: "b", hasHeard: 2)
        answer(&company)
        #expect(answers.all == ["one"])
    }
}
