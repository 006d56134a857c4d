import Storage
import Testing

@testable import PostgresStorage

struct LetterTests {
    private let letter = Letter(
        from: "a", number: 7, topics: ["plan:æøå", "people"],
        hints: [Hint("moves", #"{"a": 1}"#), Hint("moves", "2")],
        remarks: [Remark(about: "passage", "1 /r 10.0.0.1 x"): 3],
        heard: ["b": 3, "c": 0], sign: 12, asks: true, isFarewell: true)

    @Test func `a letter is read as it was written`() {
        #expect(Letter(letter.text) == letter)
        #expect(Letter(Letter(from: "a").text) == Letter(from: "a"))
        let everything = Letter(from: "a", number: 1, isEverything: true)
        #expect(Letter(everything.text) == everything)
    }

    @Test func `what a later version says beside it may be anything`() throws {
        let read = try #require(Letter(letter.text + "\nnovelty 1 2 3"))
        #expect(read.isEverything)
        #expect(read.number == 7 && read.sign == 12)
    }

    @Test(arguments: [
        "", "\n", "topic plan", "*", "from", "from a\nheard b", "from a\nheard b x", "from a\nremark x",
        "from a\nhint x",
    ])
    func `what is no letter is none`(_ text: String) {
        #expect(Letter(text) == nil)
    }

    @Test func `only who has the secret can read a letter or write one`() throws {
        let (here, there) = (Envelope([1, 2, 3]), Envelope([1, 2, 3]))
        let sealed = try #require(here.sealed(letter.text))
        #expect(Letter(there.opened(sealed) ?? "") == letter)
        #expect(!sealed.contains("plan"))
        #expect(here.sealed(letter.text) != sealed)
        #expect(Envelope([1, 2, 4]).opened(sealed) == nil)
        #expect(Envelope(nil).opened(sealed) == nil)
        #expect(here.opened("everything") == nil)
        #expect(here.opened(letter.text) == nil)
        #expect(here.opened(String(sealed.dropLast(4))) == nil)
        #expect(Envelope(nil).sealed(letter.text) == "everything")
    }

    @Test func `a letter's length says little, and what PostgreSQL cannot carry is not sealed`() throws {
        let envelope = Envelope([1])
        let short = try #require(envelope.sealed("from a"))
        #expect(envelope.sealed("from a\ntopic written:" + String(repeating: "x", count: 100))?.count == short.count)
        #expect(envelope.sealed("") != nil)
        let most = try #require(envelope.sealed(String(repeating: "x", count: Envelope.mostBytes)))
        #expect(most.utf8.count < 8000)
        #expect(envelope.sealed(String(repeating: "x", count: Envelope.mostBytes + 1)) == nil)
    }
}

struct OutboxTests {
    @Test func `what is gathered goes into one letter, numbered where somebody waits for it`() {
        var outbox = Outbox(of: "a")
        #expect(!outbox.hasNews)
        outbox.hasHeard("b", 4)
        outbox.hasHeard("b", 3)
        for _ in 0..<2 { outbox.add(Remark(about: "passage", "1")) }
        let first = outbox.letter(isSign: false)
        #expect(first == Letter(from: "a", remarks: [Remark(about: "passage", "1"): 2], heard: ["b": 4]))
        var raised = Raised()
        raised.remarks = [Remark(about: "written", "maja")]
        let number = outbox.add(raised)
        raised.topics = ["plan"]
        let same = outbox.add(raised)
        #expect(number == 1 && same == 1)
        let second = outbox.letter(isSign: true)
        #expect(
            second.number == 1 && second.topics == ["plan"] && second.remarks == [Remark(about: "written", "maja"): 2]
                && second.sign == 1)
        #expect(!outbox.hasNews)
        let next = outbox.addEverything()
        #expect(next == 2)
        outbox.ask()
        let third = outbox.letter(isSign: false)
        #expect(third.number == 2 && third.isEverything && third.asks && third.sign == 2)
    }

    @Test func `of a flood of hints the latest are told`() {
        var outbox = Outbox(of: "a")
        for number in 0..<1000 {
            var raised = Raised()
            raised.hints = [Hint("moves", "\(number)")]
            _ = outbox.add(raised)
        }
        let letter = outbox.letter(isSign: true)
        #expect(letter.hints.last?.line == "999")
        #expect(Envelope([1]).sealed(letter.text) != nil)
    }

    @Test func `a flood of remarks is cut off`() {
        var outbox = Outbox(of: "a")
        for number in 0..<10_000 {
            outbox.add(Remark(about: "passage", "\(number) /r/:link \(String(repeating: "f", count: 64))"))
        }
        let letter = outbox.letter(isSign: true)
        #expect(!letter.remarks.isEmpty)
        #expect(letter.announcements.count == letter.remarks.count)
        #expect(Envelope([1]).sealed(letter.text) != nil)
    }
}
