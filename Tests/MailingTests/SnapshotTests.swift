import Kernel
import Mail
import Organisation
import Storage
import TestSupport
import Testing

@testable import Mailing

@Suite struct `The pages about mails look as they did` {
    private static let names = [
        "choice", "choice-refused", "choice-without-server", "choice-without-address", "queue", "queue-empty",
        "queue-without-server",
    ]

    @Test(arguments: Language.allCases) func `one's own choice and the queue`(language: Language) async throws {
        let office = PostOffice()
        let work = try await Workplace.unchanging(in: language, mail: office)
        try await Post.accounts(work, of: Workplace.people.filter { $0.id != Workplace.ida.id })
        func look(_ scenes: Scene...) async throws {
            for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
        }
        try await look(
            Scene("choice", "/account/mail", as: Workplace.maja),
            Scene("choice-refused", sending: ["rhythm": "hourly"], to: "/account/mail", as: Workplace.maja),
            Scene("choice-without-address", "/account/mail", as: Workplace.ida),
            Scene("queue-empty", "/administration/mail", as: Workplace.rikke))
        let deed = work.deed(by: nil)
        let letter = TestLetter(address: "http://localhost:8080", language: language).letter
        for person in [Workplace.maja, Workplace.jonas, Workplace.eva, Workplace.karl] {
            let id: ID<QueuedMail> = work.house.identities.random()
            try await work.database.write {
                try $0.apply(QueuedMail.queued(letter, .test, id: id, to: person.id, at: deed.moment), deed)
            }
        }
        office.refuses("maja@nordhavn.example", .refused("550 5.1.1 No such user"))
        office.refuses("jonas@nordhavn.example", .refused("552 Mailbox full"))
        office.refuses("eva@nordhavn.example", .later("450 4.2.0 Try later"))
        try await Mailing(of: work.house).round()
        try await look(Scene("queue", "/administration/mail", as: Workplace.rikke))
    }

    @Test(arguments: Language.allCases) func `where no mails are sent`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let scenes = [
            Scene("choice-without-server", "/account/mail", as: Workplace.maja),
            Scene("queue-without-server", "/administration/mail", as: Workplace.rikke),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.names))
    }
}
