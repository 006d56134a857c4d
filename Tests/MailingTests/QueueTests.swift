import Kernel
import Mail
import Notices
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Mailing

/// Nothing is lost and nothing comes twice, as far as mail servers allow.
struct QueueTests {
    private static let (maja, jonas) = (Workplace.maja, Workplace.jonas)
    private static let tuesday = Post.tuesdayMorning

    @Test(arguments: Engine.tested)
    func `what is refused for now is the same message when it is tried again`(engine: Engine) async throws {
        let post = try await Post(engine)
        post.office.answers(.later("450 busy"), .later("451 greylisted"))
        try await post.tell(Self.maja)
        try await post.round(at: Self.tuesday)
        try await post.round(at: Self.tuesday + 59)
        #expect(post.office.asked.count == 1)
        try await post.round(at: Self.tuesday + 60)
        try await post.tell(Self.maja)
        try await post.round(at: Self.tuesday + 60 + 300)
        #expect(post.office.taken.count == 1 && post.office.asked.count == 3)
        #expect(Set(post.office.asked.map(\.bytes)).count == 1)
    }

    @Test(arguments: Engine.tested)
    func `a mail is given up after six attempts, and tried again by the administrator's button`(engine: Engine)
        async throws
    {
        let post = try await Post(engine)
        post.office.refuses("maja@nordhavn.example", .later("450 busy"))
        try await post.tell(Self.maja)
        try await post.round(at: Self.tuesday)
        for pause in MailRules.pauses { try await post.round(at: post.clock.now + pause) }
        #expect(post.office.asked.count == 6)
        #expect(try await post.states() == ["dead": 1])
        try await post.round(at: post.clock.now + 86_400)
        #expect(post.office.asked.count == 6)
        let page = try await post.work.get("/administration/mail", as: Workplace.rikke).text
        #expect(page.contains("450 busy") && page.contains("Maja Holm"))
        let id: String = try await post.work.database.read { try $0.value("SELECT id FROM mail") } ?? ""
        #expect(try await post.work.post("/administration/mail/\(id)/again", as: Workplace.rikke).status == 303)
        #expect(try await post.work.post("/administration/mail/\(id)/again", as: Workplace.rikke).status == 409)
        post.office.refuses("maja@nordhavn.example", .later("450 still busy"))
        try await post.round()
        #expect(post.office.asked.count == 7 && Set(post.office.asked.map(\.messageID)).count == 1)
        #expect(try await post.states() == ["waiting": 1])
    }

    @Test(arguments: Engine.tested)
    func `an address that bounces holds up nobody, and is mended`(engine: Engine) async throws {
        let post = try await Post(engine)
        post.office.refuses("maja@nordhavn.example", .refused("550 no such user"))
        try await post.tell(Self.maja, Self.jonas, Workplace.eva)
        try await post.round(at: Self.tuesday)
        #expect(post.office.taken.count == 2)
        #expect(try await post.states() == ["dead": 1, "sent": 2])
        try await post.work.database.write {
            try $0.execute("UPDATE person SET email = 'mh@nordhavn.example' WHERE id = 'maja'")
        }
        #expect(try await post.work.post("/administration/mail/again", as: Workplace.rikke).status == 303)
        try await post.round()
        #expect(post.office.taken.last?.to.text == "mh@nordhavn.example")
        #expect(try await post.states() == ["sent": 3])
    }

    @Test(arguments: Engine.tested)
    func `where the server cannot be reached the others are not tried, and nothing is ever given up`(engine: Engine)
        async throws
    {
        let post = try await Post(engine)
        try await post.tell(Self.maja, Self.jonas)
        for day in 1...12 {
            post.office.answers(.unreachable("nobody there"))
            try await post.round(at: Self.tuesday + day * 86_400 / 2)
            #expect(post.office.asked.count == day)
        }
        #expect(try await post.states() == ["waiting": 2])
        try await post.round(at: post.clock.now + 300)
        #expect(post.office.taken.count == 2)
    }

    @Test(arguments: Engine.tested)
    func `what a server held that died is taken over when its time is up, as the same message`(engine: Engine)
        async throws
    {
        let post = try await Post(engine)
        try await post.tell(Self.maja)
        post.clock.now = Self.tuesday
        let mailing = Mailing(of: post.work.house)
        #expect(try await mailing.gather())
        let held = try await mailing.hold()
        #expect(held.mails.count == 1)
        try await post.round(at: Self.tuesday + (MailRules.holdSeconds - 1))
        #expect(post.office.asked.isEmpty)
        try await post.round(at: Self.tuesday + MailRules.holdSeconds)
        #expect(post.office.taken.map(\.id) == held.mails.map(\.mail.id.text))
    }

    @Test(arguments: Engine.tested)
    func `a mail that brings the program down each time is given up`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.tell(Self.maja)
        post.clock.now = Self.tuesday
        let mailing = Mailing(of: post.work.house)
        #expect(try await mailing.gather())
        for _ in 1...MailRules.mostAttempts {
            #expect(try await mailing.hold().mails.count == 1)
            post.clock.now = post.clock.now + MailRules.holdSeconds
        }
        #expect(try await mailing.hold().mails.isEmpty)
        #expect(try await post.states() == ["dead": 1])
    }

    @Test(arguments: Engine.tested)
    func `a clock that ran ahead for a while leaves nothing held for as long`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.tell(Self.maja)
        post.clock.now = Self.tuesday
        let mailing = Mailing(of: post.work.house)
        #expect(try await mailing.gather())
        post.clock.now = Self.tuesday + 365 * 86_400
        _ = try await mailing.hold()
        try await post.round(at: Self.tuesday + 60)
        #expect(post.office.taken.count == 1)
    }

    @Test(arguments: Engine.tested)
    func `two servers at once write and send each mail once`(engine: Engine) async throws {
        let post = try await Post(engine)
        let people = (1...40).map {
            Person(
                id: PersonID("p\($0)"), name: "Nr. \($0)", email: "p\($0)@x.example", unit: nil,
                starts: Day(number: 20_000))
        }
        let deed = post.work.deed(by: nil)
        try await post.work.database.write { writer in
            for person in people { try writer.apply(person.added(), deed) }
            for _ in 1...2 {
                try writer.apply(Notice.told(Set(people.map(\.id)), Post.words, at: "/actions/x", deed), deed)
            }
        }
        try await Post.accounts(post.work, of: people)
        let other = try Workplace(beside: post.work)
        post.clock.now = Self.tuesday
        async let one: Void = Mailing(of: post.work.house).round()
        async let two: Void = Mailing(of: other.house).round()
        _ = try await (one, two)
        try await post.round(at: Self.tuesday + MailRules.holdSeconds)
        #expect(post.office.taken.count == 40 && Set(post.office.taken.map(\.to.text)).count == 40)
        #expect(post.office.taken.allSatisfy { $0.subject == "2 ting venter på dig i Forkant" })
        #expect(try await post.states() == ["sent": 40])
    }

    @Test(arguments: Engine.tested)
    func `what was sent long ago is forgotten, and what it said at once`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.tell(Self.maja)
        try await post.round(at: Self.tuesday)
        let said: String? = try await post.work.database.read {
            try $0.value("SELECT subject || plain || html FROM mail")
        }
        #expect(said == "")
        try await post.round(at: Self.tuesday + 31 * 86_400)
        #expect(try await post.states().isEmpty)
    }
}
