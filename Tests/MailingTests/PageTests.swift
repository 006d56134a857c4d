import Kernel
import Mail
import Notices
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Mailing

/// One's own choice, and what the administrator sees and does.
struct MailPageTests {
    @Test(arguments: Engine.tested)
    func `one chooses how often, and finds the choice again`(engine: Engine) async throws {
        let post = try await Post(engine)
        let before = try await post.work.get("/account/mail", as: Workplace.maja).text
        #expect(before.contains("value=\"daily\" checked"))
        let reply = try await post.work.post("/account/mail", as: Workplace.maja, ["rhythm": "weekly"])
        #expect(reply.status == 303 && reply.said == "Gemt. Mails til dig: ugens første arbejdsdag.")
        let after = try await post.work.get("/account/mail", as: Workplace.maja).text
        #expect(after.contains("value=\"weekly\" checked"))
        #expect(try await post.work.get("/account/mail", as: Workplace.jonas).text.contains("value=\"daily\" checked"))
    }

    @Test(arguments: ["", "hourly"]) func `what is no choice is refused beside its field`(rhythm: String) async throws {
        let post = try await Post()
        let reply = try await post.work.post("/account/mail", as: Workplace.maja, ["rhythm": rhythm])
        #expect(reply.status == 422 && reply.text.contains("class=\"error\""))
    }

    @Test func `without a mail server the pages say so, and what would send is refused`() async throws {
        let work = try await Workplace()
        #expect(try await work.get("/account/mail", as: Workplace.maja).text.contains("Her sendes ingen mails"))
        #expect(try await work.post("/account/mail", as: Workplace.maja, ["rhythm": "soon"]).status == 409)
        #expect(try await work.post("/administration/mail/test", as: Workplace.rikke).status == 409)
        let page = try await work.get("/administration/mail", as: Workplace.rikke).text
        #expect(page.contains("FORKANT_MAIL") && !page.contains("/administration/mail/test"))
    }

    @Test(arguments: Engine.tested)
    func `the administrator gets a test mail, whatever he or she has chosen`(engine: Engine) async throws {
        let post = try await Post(engine)
        try await post.choose(.never, Workplace.rikke)
        #expect(try await post.work.post("/administration/mail/test", as: Workplace.rikke).status == 303)
        try await post.round()
        #expect(post.office.taken.map(\.to.text) == ["rikke@nordhavn.example"])
    }

    @Test func `the administrator's page tells no password and nothing that a mail says`() async throws {
        let post = try await Post()
        try await post.tell(Workplace.maja, mail: Post.mailed)
        post.office.refuses("maja@nordhavn.example", .refused("550 no such user"))
        try await post.round(at: Post.tuesdayMorning)
        let page = try await post.work.get("/administration/mail", as: Workplace.rikke).text
        #expect(page.contains("smtps://mail.nordhavn.example:465") && page.contains("550 no such user"))
        #expect(!page.contains("hemmelig") && !page.contains("Der er nyt"))
        #expect(try await post.work.get("/administration/mail", as: Workplace.maja).status == 403)
    }

    @Test func `a mail that is not there is not tried again`() async throws {
        let post = try await Post()
        #expect(try await post.work.post("/administration/mail/x/again", as: Workplace.rikke).status == 404)
    }
}
