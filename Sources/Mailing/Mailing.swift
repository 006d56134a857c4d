import Journal
import Kernel
import Mail
import Notices
import Storage
import Web

/// Mails of what people have not read in Forkant: written into a queue, and sent from there.
///
/// Several servers may go round at once. What one has gathered or holds, another finds gathered or held.
public struct Mailing: Sendable {
    public static let migrations = MailSchema.migrations

    public static var routes: [Route] {
        var routes = Routes()
        MailChoiceRoutes().add(to: &routes)
        MailAdministrationRoutes().add(to: &routes)
        return routes.all
    }

    let house: House

    public init(of house: House) {
        self.house = house
    }

    /// How many people's mails are written, and how many mails are held, in one write: few, so that nobody waits.
    private static let atOnce = 10

    /// Writes what is due and sends what waits, until nothing does. Does nothing where no mail server is set up.
    /// - Throws: what the database says; whoever calls again goes on where it ended.
    public func round() async throws {
        guard let line = house.mail else { return }
        let moment = house.clock()
        let deed = deed(at: moment)
        try await house.database.write { writer in
            try writer.apply(QueuedMail.tidied(at: moment), deed)
            try writer.apply(Notice.stale(at: moment), deed)
        }
        while !Task.isCancelled, try await resting(after: gather) {}
        while !Task.isCancelled, try await send(by: line) {}
    }

    /// Pages come first: whatever mailing did, it then leaves the server alone for a while.
    private func resting<Value>(after work: () async throws -> Value) async rethrows -> Value {
        let began = ContinuousClock.now
        let value = try await work()
        try? await Task.sleep(for: MailRules.rest(after: ContinuousClock.now - began))
        return value
    }

    private func deed(at moment: Moment) -> Deed {
        Deed(by: nil, at: moment, identities: house.identities, followers: house.followers)
    }

    /// - Returns: whether there may be more to gather.
    func gather() async throws -> Bool {
        let (moment, address) = (house.clock(), house.settings.publicAddress)
        let deed = deed(at: moment)
        return try await house.database.write { writer in
            let people = try NoticeStore(writer.reader).peopleToMail(at: moment, most: Self.atOnce)
            for person in people { try write(to: person, address, deed, writer) }
            return !people.isEmpty
        }
    }

    /// The mail stands in the queue in the same write that marks its notices as told.
    private func write(to person: PersonID, _ address: String, _ deed: Deed, _ writer: Writer) throws {
        let notices = NoticeStore(writer.reader)
        let news = try notices.toMail(person, at: deed.moment, most: NewsLetter.mostShown)
        guard news.count > 0, let reader = try MailStore(writer.reader).reader(person, on: deed.day)?.person else {
            return try writer.apply(Notice.unmailed(to: person, at: deed.moment), deed)
        }
        let letter = NewsLetter(
            news.shown, count: news.count, rhythm: try notices.rhythm(of: person), address: address,
            language: reader.language
        ).letter
        let id: ID<QueuedMail> = deed.identities.random()
        try writer.apply(
            QueuedMail.queued(letter, .news, id: id, to: person, at: deed.moment)
                + Notice.mailed(to: person, by: id.text, at: deed.moment), deed)
    }

    /// - Returns: whether there may be more to send now.
    private func send(by line: any MailLine) async throws -> Bool {
        let held = try await hold()
        for (place, (mail, address)) in held.mails.enumerated() {
            guard !Task.isCancelled, held.until - house.clock() >= MailRules.talkSeconds else {
                try await release(held.mails[place...].map(\.mail), held.holder)
                return !Task.isCancelled
            }
            let began = ContinuousClock.now
            do throws(MailProblem) {
                try await line.send(message(mail, from: line.settings.from, to: address))
            } catch {
                let isAtAnEnd = try await failed(mail, error, held.holder)
                guard isAtAnEnd else { continue }
                try await release(held.mails[(place + 1)...].map(\.mail), held.holder)
                return false
            }
            try await enter(mail.sent(at: house.clock()))
            try? await Task.sleep(for: MailRules.rest(after: ContinuousClock.now - began))
        }
        return held.isFull
    }

    /// What the mail server has taken is sent again where that is not entered: so a database that is away for a moment
    /// is waited for.
    private func enter(_ change: Change) async throws {
        let deed = deed(at: house.clock())
        for seconds in [1, 3, 9, 27] {
            do {
                return try await house.database.write { try $0.apply(change, deed) }
            } catch is StorageProblem {
                try? await Task.sleep(for: .seconds(seconds))
            }
        }
        try await house.database.write { try $0.apply(change, deed) }
    }

    /// Takes some of those that are due. What nobody needs any more is dropped on the way.
    func hold() async throws -> HeldMails {
        let moment = house.clock()
        let deed = deed(at: moment)
        let end = moment + MailRules.holdSeconds
        return try await house.database.write { writer in
            let store = MailStore(writer.reader)
            let due = try store.due(at: moment, most: Self.atOnce)
            let holder: ID<HeldMails> = deed.identities.random()
            guard !due.isEmpty else { return HeldMails(holder: holder, until: end, mails: [], isFull: false) }
            try writer.apply(QueuedMail.held(due, by: holder, at: moment, until: end), deed)
            var mails: [(mail: QueuedMail, to: MailAddress)] = []
            for mail in try store.held(by: holder) {
                guard let address = try address(of: mail, on: deed.day, writer.reader) else {
                    try writer.apply(mail.dropped(at: moment), deed)
                    continue
                }
                if mail.attempts > MailRules.mostAttempts {
                    // Each time the program ended while it was sent.
                    try writer.apply(mail.failed(.dead, mail.problem, held: holder, at: moment), deed)
                } else {
                    mails.append((mail, address))
                }
            }
            return HeldMails(holder: holder, until: end, mails: mails, isFull: due.count == Self.atOnce)
        }
    }

    /// Nothing where the mail is not wanted any more.
    private func address(of mail: QueuedMail, on day: Day, _ reader: Reader) throws -> MailAddress? {
        guard let (_, address) = try MailStore(reader).reader(mail.person, on: day) else { return nil }
        guard mail.kind == .news else { return address }
        let notices = NoticeStore(reader)
        let isWanted = try notices.rhythm(of: mail.person) != .never && notices.isNews(mail.id.text)
        return isWanted ? address : nil
    }

    private func message(_ mail: QueuedMail, from: MailAddress, to: MailAddress) -> Message {
        let letter = mail.letter
        return Message(
            id: mail.id.text, host: house.settings.host, from: from, to: to, at: mail.made, language: letter.language,
            subject: letter.subject, plain: letter.plain, html: letter.html,
            choice: "\(house.settings.publicAddress)/account/mail")
    }

    /// - Returns: whether the others need not be tried now.
    private func failed(_ mail: QueuedMail, _ problem: MailProblem, _ holder: ID<HeldMails>) async throws -> Bool {
        let deed = deed(at: house.clock())
        let fate = MailRules.fate(after: problem, attempts: mail.attempts, at: deed.moment)
        try await house.database.write {
            try $0.apply(mail.failed(fate, problem.told, held: holder, at: deed.moment), deed)
        }
        if case .unreachable = problem { return true }
        return false
    }

    private func release(_ mails: [QueuedMail], _ holder: ID<HeldMails>) async throws {
        let deed = deed(at: house.clock())
        try await house.database.write { writer in
            for mail in mails { try writer.apply(mail.released(by: holder, at: deed.moment), deed) }
        }
    }
}
