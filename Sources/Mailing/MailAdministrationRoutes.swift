import Kernel
import Organisation
import Storage
import Web

/// The queue, for the administrator: to whom and how it went, never what a mail says.
struct MailAdministrationRoutes: Sendable {
    private static let mostShown = 50
    /// So many dead letters go back into the queue in one write.
    private static let mostAgain = 500

    func add(to routes: inout Routes) {
        routes.get("/administration/mail", for: .administrator, show)
        routes.post("/administration/mail/test", for: .administrator, test)
        routes.post("/administration/mail/again", for: .administrator, allAgain)
        routes.post("/administration/mail/:id/again", for: .administrator, again)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let yesterday = visit.moment + -86_400
        let queue = try await visit.read { reader in
            let store = MailStore(reader)
            let (next, dead) = (try store.waiting(most: Self.mostShown), try store.dead(most: Self.mostShown))
            return MailQueue(
                waiting: try store.count(.waiting), sent: try store.count(.sent, since: yesterday),
                dead: try store.count(.dead), next: next, givenUp: dead,
                names: try PersonStore(reader).names(of: Set((next + dead).map(\.person))))
        }
        return .page(MailAdministrationPage(visit: visit, queue: queue).page)
    }

    private func test(_ visit: Visit) async throws -> Answer {
        guard visit.house.mail != nil else { throw Refusal.conflict(MailAdministrationTexts.isOff) }
        let (deed, person, site) = (visit.deed, visit.viewer.person, visit.house.settings.publicAddress)
        let text = MailAdministrationTexts(language: visit.language)
        let letter = TestLetter(address: site, language: visit.language).letter
        let address = try await visit.write { writer in
            guard let (_, address) = try MailStore(writer.reader).reader(person, on: deed.day) else {
                throw Refusal.conflict(text.noAddress)
            }
            try writer.apply(
                QueuedMail.queued(letter, .test, id: deed.identities.random(), to: person, at: deed.moment), deed)
            return address.text
        }
        return .redirect("/administration/mail", saying: text.testQueued(address))
    }

    private func again(_ visit: Visit) async throws -> Answer {
        let (id, deed): (ID<QueuedMail>, _) = (try visit.id(), visit.deed)
        try await visit.write { writer in
            guard let mail = try MailStore(writer.reader).find(id) else { throw Refusal.notFound }
            try writer.apply(mail.again(deed), deed)
        }
        return done(visit, 1)
    }

    private func allAgain(_ visit: Visit) async throws -> Answer {
        let deed = visit.deed
        let count = try await visit.write { writer in
            let dead = try MailStore(writer.reader).dead(most: Self.mostAgain)
            for mail in dead { try writer.apply(mail.again(deed), deed) }
            return dead.count
        }
        return done(visit, count)
    }

    private func done(_ visit: Visit, _ count: Int) -> Answer {
        let text = MailAdministrationTexts(language: visit.language)
        return .redirect("/administration/mail", saying: text.queuedAgain(count))
    }
}
