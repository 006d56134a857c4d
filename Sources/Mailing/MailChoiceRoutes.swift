import Kernel
import Notices
import Web

/// How often one wants mails.
struct MailChoiceRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/account/mail", for: .signedIn) { .page(try await page($0)) }
        routes.post("/account/mail", for: .signedIn, choose)
    }

    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let (person, day) = (visit.viewer.person, visit.today)
        let (address, rhythm) = try await visit.read { reader in
            (try MailStore(reader).reader(person, on: day)?.address.text, try NoticeStore(reader).rhythm(of: person))
        }
        return MailChoicePage(visit: visit, address: address, rhythm: rhythm, problems: problems).page
    }

    private func choose(_ visit: Visit) async throws -> Answer {
        guard visit.house.mail != nil else { throw Refusal.conflict(MailAdministrationTexts.isOff) }
        return try await visit.orAgain {
            var reading = Reading(visit.fields)
            let rhythm = reading.choice("rhythm", otherwise: MailRhythm.unchosen)
            try reading.finish()
            let (deed, person) = (visit.deed, visit.viewer.person)
            try await visit.write { writer in
                let old = try NoticeStore(writer.reader).rhythm(of: person)
                try writer.apply(rhythm.chosen(by: person, instead: old, deed), deed)
            }
            return .redirect("/account/mail", saying: MailTexts(language: visit.language).saved(rhythm))
        } form: { problems in
            try await page(visit, problems: problems)
        }
    }
}
