import Journal
import Kernel
import Notices
import Storage

/// What can be written of a chain. Whoever may do it has been asked before.
extension Recurrence {
    /// That the action comes again from now on: the beginning of a chain.
    public func set(on action: Action) -> Change {
        Change(
            [
                """
                INSERT INTO action_recurrence (id, action_id, count, rhythm, every, month, date, anchor, nominal,
                by_day, ends) VALUES (\(id), \(self.action), \(count), \(rhythm.name), \(rhythm.every), \(rhythm.month),
                \(rhythm.date), \(anchor), \(nominal), \(isByDay ? 1 : 0), \(ends))
                """,
                """
                INSERT INTO action_recurrence_link (recurrence_id, number, action_id)
                VALUES (\(id), \(count), \(self.action))
                """,
            ],
            journal: [JournalEntry(.action(action.id), "recurs", after: described)],
            raising: [.action(action.id), .board(of: action.body)])
    }

    /// In another rhythm, or again after it was stopped.
    func changed(from old: Recurrence, on action: Action) -> Change {
        guard self != old else { return Change([], journal: [], raising: []) }
        let update: SQL = """
            UPDATE action_recurrence SET rhythm = \(rhythm.name), every = \(rhythm.every), month = \(rhythm.month),
            date = \(rhythm.date), anchor = \(anchor), nominal = \(nominal), by_day = \(isByDay ? 1 : 0),
            ends = \(ends), stopped_on = NULL, stopped_as = NULL WHERE id = \(id) AND action_id = \(self.action)
            """
        return Change(
            [update.orStale],
            journal: [
                JournalEntry(
                    .action(action.id), "recurs", before: old.isRunning ? old.described : [:], after: described)
            ],
            raising: [.action(action.id), .board(of: action.body)])
    }

    func stopped(_ stop: Stop, on action: Action) -> Change {
        let update: SQL = """
            UPDATE action_recurrence SET stopped_on = \(stop.day), stopped_as = \(stop.reason)
            WHERE id = \(id) AND action_id = \(self.action) AND stopped_on IS NULL
            """
        return Change(
            [update.orStale],
            journal: [
                JournalEntry(
                    .action(action.id), "recurrence_stopped", before: described, after: ["reason": stop.reason.rawValue]
                )
            ],
            raising: [.action(action.id), .board(of: action.body)])
    }

    /// That the next action is on the plan, and that its people hear of it.
    /// - Parameter nominal: the day of the rhythm that it is for.
    public func cameAgain(as next: Action, after old: Action, on nominal: Day, _ deed: Deed) -> Change {
        cameAgain(as: next, after: old, on: nominal, insteadOf: nil, deed)
    }

    /// The same.
    /// - Parameter gone: who was responsible and has left, where it is given to somebody else.
    func cameAgain(
        as next: Action, after old: Action, on nominal: Day, insteadOf gone: (id: PersonID, name: String)?,
        _ deed: Deed
    ) -> Change {
        let update: SQL = """
            UPDATE action_recurrence SET action_id = \(next.id), count = \(count + 1), nominal = \(nominal)
            WHERE id = \(id) AND action_id = \(old.id) AND stopped_on IS NULL
            """
        var entries = [JournalEntry(.action(old.id), "came_again", after: ["due": next.agreed.due.text])]
        if let gone {
            entries.append(
                JournalEntry(
                    .action(next.id), "handed_on", before: ["responsible": gone.id.text],
                    after: ["responsible": next.agreed.responsible.text]))
        }
        let link = Change(
            [
                update.orStale,
                """
                INSERT INTO action_recurrence_link (recurrence_id, number, action_id, instead_of)
                VALUES (\(id), \(count + 1), \(next.id), \(gone?.id))
                """,
            ], journal: entries, raising: [.action(old.id)])
        return next.made(deed) + link
            + Notice.told(
                [next.agreed.responsible],
                RecurrenceTelling.cameAgain(next.agreed.what, next.agreed.due, gone?.name, deed.day),
                at: next.path, mail: RecurrenceTelling.byMail, deed)
            + Notice.told(
                next.agreed.partners, Telling.youArePartner(next.agreed.what), at: next.path,
                mail: TellingByMail.youArePartner, deed)
    }

    private var described: [String: String] {
        var described = ["rhythm": rhythm.text, "made": isByDay ? "day" : "closing"]
        described["ends"] = ends?.text
        return described
    }
}

extension Rhythm {
    fileprivate var every: Int? {
        switch self {
        case .weeks(let every), .months(let every): every
        case .yearly: nil
        }
    }
    fileprivate var month: Int? { if case .yearly(let month, _) = self { month } else { nil } }
    fileprivate var date: Int? { if case .yearly(_, let date) = self { date } else { nil } }
}

/// The sentences by which somebody hears that an action has come again.
enum RecurrenceTelling {
    /// - Parameter gone: who had it before and has left.
    static func cameAgain(_ what: String, _ due: Day, _ gone: String?, _ today: Day) -> Words {
        let (danish, english) = (due.short(in: .danish, today: today), due.short(in: .english, today: today))
        guard let gone else {
            return Words(
                da: "»\(what)« er kommet igen, og du er ansvarlig. Frist \(danish)",
                en: "“\(what)” has come again, and you are responsible. Due \(english)")
        }
        return Words(
            da: "»\(what)« er kommet igen. Den er din, fordi \(gone) ikke er her mere. Frist \(danish)",
            en: "“\(what)” has come again. It is yours, since \(gone) is no longer here. Due \(english)")
    }

    static let byMail = MailWords(
        da: "En indsats, du er ansvarlig for, er kommet igen.",
        en: "An action that you are responsible for has come again.")
}
