import Journal
import Kernel
import Storage

extension QueuedMail {
    /// Into the queue.
    static func queued(_ letter: Letter, _ kind: Kind, id: ID<QueuedMail>, to person: PersonID, at moment: Moment)
        -> Change
    {
        Change(
            [
                """
                INSERT INTO mail (id, person_id, kind, language, made, subject, plain, html, state, at, attempts, holder,
                problem) VALUES (\(id), \(person), \(kind), \(letter.language), \(moment), \(letter.subject),
                \(letter.plain), \(letter.html), 'waiting', \(moment), 0, NULL, '')
                """
            ], journal: [], raising: [])
    }

    /// Taken by one server, as an attempt of each, before anything is sent.
    static func held(_ mails: [ID<QueuedMail>], by holder: ID<HeldMails>, at moment: Moment, until end: Moment)
        -> Change
    {
        Change(
            [
                """
                UPDATE mail SET holder = \(holder), at = \(end), attempts = attempts + 1
                WHERE id IN \(SQL.list(mails)) AND state = 'waiting' AND at <= \(moment)
                """
            ], journal: [], raising: [])
    }

    /// The mail server has it. Whoever holds it by now sends it no more; what it said is not kept.
    func sent(at moment: Moment) -> Change { ended(.sent, at: moment, holder: nil) }

    /// Nobody needs it any more.
    func dropped(at moment: Moment) -> Change { ended(.dropped, at: moment, holder: nil) }

    private func ended(_ state: State, at moment: Moment, holder: ID<HeldMails>?) -> Change {
        Change(
            [
                """
                UPDATE mail SET state = \(state), at = \(moment), holder = NULL, problem = '', subject = '', plain = '',
                html = '' WHERE id = \(id) AND state = 'waiting'
                """
            ], journal: [], raising: [])
    }

    /// It could not be sent: written only by whoever holds it still.
    func failed(_ fate: MailRules.Fate, _ words: String, held holder: ID<HeldMails>, at moment: Moment) -> Change {
        let words = String(words.prefix(500))
        let fate: SQL =
            switch fate {
            case .again(let next, let attempts): "at = \(next), attempts = \(attempts)"
            case .dead: "state = 'dead', at = \(moment)"
            }
        return Change(
            ["UPDATE mail SET \(fate), holder = NULL, problem = \(words) WHERE id = \(id) AND holder = \(holder)"],
            journal: [], raising: [])
    }

    /// Given back untried.
    func released(by holder: ID<HeldMails>, at moment: Moment) -> Change {
        Change(
            [
                """
                UPDATE mail SET holder = NULL, at = \(moment), attempts = attempts - 1
                WHERE id = \(id) AND holder = \(holder)
                """
            ], journal: [], raising: [])
    }

    /// From the dead letters back into the queue. It stays the same message.
    func again(_ deed: Deed) -> Change {
        let update: SQL = """
            UPDATE mail SET state = 'waiting', at = \(deed.moment), attempts = 0
            WHERE id = \(id) AND state = 'dead'
            """
        return Change([update.orStale], journal: [JournalEntry(Subject("mail", id), "mailed_again")], raising: [])
    }

    /// What has been over for long is forgotten. What a clock that was wrong put far off is due now.
    static func tidied(at moment: Moment) -> Change {
        let longest = moment + MailRules.pauses.reduce(MailRules.holdSeconds, max)
        return Change(
            [
                "DELETE FROM mail WHERE state = 'sent' AND at < \(moment + -MailRules.keptSeconds)",
                "DELETE FROM mail WHERE state = 'dropped' AND at < \(moment + -MailRules.keptSeconds)",
                "DELETE FROM mail WHERE state = 'dead' AND at < \(moment + -MailRules.deadKeptSeconds)",
                "UPDATE mail SET at = \(moment) WHERE state = 'waiting' AND at > \(longest)",
            ], journal: [], raising: [])
    }
}
