import Kernel
import Notices
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Mailing

/// Who gets a mail of what, and when.
struct NewsTests {
    private static let (maja, jonas, sara) = (Workplace.maja, Workplace.jonas, Workplace.sara)
    private static let tuesday = Post.tuesdayMorning

    @Test(arguments: Engine.tested)
    func `who has not chosen gets one mail in the morning, of all that is unread`(engine: Engine) async throws {
        let post = try await Post(engine)
        for _ in 1...3 { try await post.tell(Self.maja) }
        try await post.tell(Self.maja, mail: Post.mailed)
        try await post.round(at: Self.tuesday + -1)
        #expect(post.office.taken.isEmpty)
        try await post.round(at: Self.tuesday)
        let message = try #require(post.office.taken.first)
        #expect(post.office.taken.count == 1)
        #expect(message.to.text == "maja@nordhavn.example" && message.subject == "4 ting venter på dig i Forkant")
        #expect(message.plain.contains("- Der er nyt.\n  http://localhost:8080/actions/x\n"))
        #expect(message.plain.contains("Og 3 andre ting venter på dig."))
        #expect(message.plain.contains("http://localhost:8080/account/mail"))
        #expect(message.html.contains("<a href=\"http://localhost:8080/actions/x\">Der er nyt.</a>"))
        for part in [message.subject, message.plain, message.html] {
            #expect(!part.contains("Søren") && !part.contains("støj"))
        }
        try await post.round(at: Self.tuesday + 86_400)
        #expect(post.office.taken.count == 1)
        #expect(try await post.states() == ["sent": 1])
    }

    @Test(arguments: Engine.tested)
    func `who wants it soon gets five news as one mail`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.choose(.soon, Self.jonas)
        for minute in 0..<5 {
            post.clock.now = Workplace.monday + minute * 60
            try await post.tell(Self.jonas)
        }
        try await post.round()
        #expect(post.office.taken.isEmpty)
        try await post.round(at: Workplace.monday + 300)
        #expect(post.office.taken.map(\.subject) == ["5 things wait for you in Forkant"])
        #expect(try await post.waitsFor(Self.jonas) == 0)
    }

    @Test(arguments: Engine.tested)
    func `what was read in the meantime is in no mail`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.tell(Self.maja, Self.jonas)
        try await post.read(Self.maja)
        try await post.round(at: Self.tuesday)
        #expect(post.office.taken.map(\.to.text) == ["jonas@nordhavn.example"])
    }

    @Test(arguments: Engine.tested)
    func `a mail that waits to be tried again is dropped when all of it was read`(engine: Engine) async throws {
        let post = try await Post(engine)
        post.office.answers(.later("450 busy"))
        try await post.tell(Self.maja)
        try await post.round(at: Self.tuesday)
        try await post.read(Self.maja)
        try await post.round(at: Self.tuesday + 60)
        #expect(post.office.taken.isEmpty && post.office.asked.count == 1)
        #expect(try await post.states() == ["dropped": 1])
    }

    @Test(arguments: Engine.tested)
    func `who wants none, has left, cannot sign in or has no address gets none`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.choose(.never, Self.maja)
        try await post.tell(Self.maja, Self.jonas, Self.sara, Workplace.eva, Workplace.karl)
        try await post.work.database.write { writer in
            try writer.execute("UPDATE person SET ends = '2026-01-05' WHERE id = 'jonas'")
            try writer.execute("DELETE FROM account WHERE person_id = 'sara'")
            try writer.execute("UPDATE person SET email = 'eva.nør@nordhavn.example' WHERE id = 'eva'")
        }
        try await post.round(at: Self.tuesday)
        #expect(post.office.taken.map(\.to.text) == ["karl@nordhavn.example"])
        #expect(try await post.states() == ["sent": 1])
        #expect(try await post.waitsFor(Self.sara) == 0)
    }

    @Test(arguments: Engine.tested)
    func `a new choice holds for what waits`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.tell(Self.maja, Self.jonas)
        try await post.choose(.soon, Self.maja)
        try await post.choose(.weekly, Self.jonas)
        try await post.round(at: Workplace.monday + 300)
        #expect(post.office.taken.map(\.to.text) == ["maja@nordhavn.example"])
        try await post.round(at: Self.tuesday)
        #expect(post.office.taken.count == 1)
        try await post.round(at: Self.tuesday + 6 * 86_400)
        #expect(post.office.taken.count == 2)
        try await post.tell(Self.maja)
        try await post.choose(.never, Self.maja)
        try await post.choose(.daily, Self.maja)
        #expect(try await post.waitsFor(Self.maja) == 0)
    }

    @Test(arguments: Engine.tested)
    func `what must not tell its hour waits for another day, also where the choice is changed`(engine: Engine)
        async throws
    {
        let post = try await Post(engine)
        try await post.choose(.soon, Self.jonas)
        // As an anonymous report has it: the day's first moment stands for the whole of it.
        let deed = post.work.deed(by: nil, at: Moment(milliseconds: Workplace.today.number * 86_400_000))
        try await post.work.database.write {
            try $0.apply(
                Notice.told(
                    ["maja", "jonas"].reduce(into: []) { $0.insert(PersonID($1)) }, Post.words, at: "/x",
                    isTraceless: true, deed), deed)
        }
        try await post.choose(.soon, Self.maja)
        try await post.round(at: Workplace.monday + 10 * 3600)
        #expect(post.office.taken.isEmpty)
        try await post.round(at: Self.tuesday)
        #expect(post.office.taken.count == 2)
    }

    @Test func `where no mail server is set up everything waits, and what is a week late stays unsent`() async throws {
        let silent = try await Workplace(clock: { Self.tuesday })
        try await Mailing(of: silent.house).round()
        let post = try await Post()
        try await post.tell(Self.maja)
        try await post.round(at: Self.tuesday + 8 * 86_400)
        #expect(post.office.taken.isEmpty)
        #expect(try await post.waitsFor(Self.maja) == 0)
    }
}
