import ActionPlan
import Journal
import Kernel
import Notices
import Storage

/// What can be written of a check. Whoever may do it has been asked before.
extension StuckCheck {
    /// - Parameter people: who is asked to answer.
    func started(asking people: Set<PersonID>, about action: Action, _ deed: Deed) -> Change {
        let insertion: SQL = """
            INSERT INTO stuck_check (id, action_id, body_id, named, started_by, started_at, outcome)
            VALUES (\(id), \(self.action), \(body), \(isNamed), \(startedBy), \(startedAt), '')
            """
        let asked = people.sorted().map { person -> SQL in
            "INSERT INTO stuck_person (check_id, person_id, answered) VALUES (\(id), \(person), 0)"
        }
        return Change(
            [insertion] + asked,
            journal: [
                JournalEntry(
                    .check(id), "started", after: ["action": self.action.text, "names": isNamed ? "yes" : "no"])
            ],
            raising: topics(of: action))
            + Notice.told(
                people, CheckTelling.started(action.agreed.what), at: path, mail: CheckTelling.startedByMail, deed)
    }

    /// One person's answers instead of the earlier ones. No line of the journal: it would say who answered when.
    ///
    /// - Parameter mark: what these answers lie under. Without a name all rows of the check are written anew with them, since
    ///   PostgreSQL remembers of each which transaction wrote it, and that would hold a person and answers together.
    func answered(_ answers: CheckAnswers, by person: PersonID, under mark: String) -> Change {
        let named = isNamed ? person : nil
        let rows = ElevenQuestions.numbers.compactMap { number -> SQL? in
            guard let reply = answers.replies[number] else { return nil }
            return """
                INSERT INTO stuck_answer (check_id, question, mark, named, person_id, reply, line)
                VALUES (\(id), \(number), \(mark), \(isNamed), \(named), \(reply.rawValue), \(answers.lines[number] ?? ""))
                """
        }
        var statements: [SQL] = ["DELETE FROM stuck_answer WHERE check_id = \(id) AND mark = \(mark)"]
        statements += rows
        statements.append(
            """
            INSERT INTO stuck_person (check_id, person_id, answered) VALUES (\(id), \(person), 1)
            ON CONFLICT (check_id, person_id) DO UPDATE SET answered = 1
            """)
        if !isNamed {
            statements.append("UPDATE stuck_answer SET line = line WHERE check_id = \(id)")
            statements.append("UPDATE stuck_person SET answered = answered WHERE check_id = \(id)")
        }
        return Change(statements, journal: [], raising: [.check(id)])
    }

    /// Everybody sees the answers from now on, and nobody changes them. Those without a name are laid down anew: each reply and
    /// each line by itself, under a mark that nobody can make again.
    ///
    /// - Parameter rows: what was answered.
    func compared(_ rows: [AnswerRow], by people: Set<PersonID>, about action: Action, _ deed: Deed) -> Change {
        let update: SQL = """
            UPDATE stuck_check SET compared_at = \(deed.moment)
            WHERE id = \(id) AND compared_at IS NULL AND ended_at IS NULL
            """
        return Change(
            [update.orStale] + (isNamed ? [] : unmarked(rows, deed)),
            journal: [JournalEntry(.check(id), "compared", after: ["answers": String(people.count)])],
            raising: topics(of: action))
            + Notice.told(
                people, CheckTelling.compared(action.agreed.what), at: path, mail: CheckTelling.comparedByMail, deed)
    }

    private func unmarked(_ rows: [AnswerRow], _ deed: Deed) -> [SQL] {
        let replies = rows.map { AnswerRow(question: $0.question, person: nil, reply: $0.reply, line: "") }
        let lines = rows.filter { !$0.line.isEmpty }.map {
            AnswerRow(question: $0.question, person: nil, reply: nil, line: $0.line)
        }
        return ["DELETE FROM stuck_answer WHERE check_id = \(id)"]
            + (replies + lines).map { row in
                let mark: ID<AnswerRow> = deed.identities.random()
                return """
                    INSERT INTO stuck_answer (check_id, question, mark, named, person_id, reply, line)
                    VALUES (\(id), \(row.question), \(mark), 0, NULL, \(row.reply?.rawValue), \(row.line))
                    """
            }
    }

    /// Stopped before it was compared: what was answered goes away unread.
    func ended(about action: Action, _ deed: Deed) -> Change {
        let update: SQL = """
            UPDATE stuck_check SET ended_at = \(deed.moment)
            WHERE id = \(id) AND compared_at IS NULL AND ended_at IS NULL
            """
        return Change(
            [update.orStale, "DELETE FROM stuck_answer WHERE check_id = \(id)"],
            journal: [JournalEntry(.check(id), "stopped")], raising: topics(of: action))
    }

    func concluded(_ line: String, about action: Action) -> Change {
        guard line != outcome else { return Change([], journal: [], raising: []) }
        let update: SQL = """
            UPDATE stuck_check SET outcome = \(line) WHERE id = \(id) AND compared_at IS NOT NULL
            """
        return Change(
            [update.orStale],
            journal: [
                JournalEntry(.check(id), "concluded", from: ["outcome": outcome], to: ["outcome": line])
            ], raising: topics(of: action))
    }

    private var path: String { "/checks/\(id)" }

    private func topics(of action: Action) -> [Topic] {
        [.check(id), .action(action.id), .board(of: body), .actions(of: action.agreed.responsible)]
    }
}

extension StuckSetting {
    func set(instead old: StuckSetting) -> Change {
        guard self != old else { return Change([], journal: [], raising: []) }
        let weeks = weeks ?? 0
        return Change(
            [
                """
                INSERT INTO stuck_setting (body_id, weeks) VALUES (\(body), \(weeks))
                ON CONFLICT (body_id) DO UPDATE SET weeks = \(weeks)
                """
            ],
            journal: [
                JournalEntry(
                    Subject("plan", body), "changed", before: ["ask_if_stuck_after": String(old.weeks ?? 0)],
                    after: ["ask_if_stuck_after": String(weeks)])
            ],
            raising: [.board(of: body), .plans])
    }
}

extension Action {
    /// That its owner said whether it moves: not asked again for a while.
    func said(_ answer: MovingAnswer.Kind, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO stuck_question (action_id, answer, answered) VALUES (\(id), \(answer.rawValue), \(deed.day))
                ON CONFLICT (action_id) DO UPDATE SET answer = \(answer.rawValue), answered = \(deed.day)
                """
            ],
            journal: [JournalEntry(Subject("action", id), "said_if_moving", after: ["answer": answer.rawValue])],
            raising: [.action(id), .board(of: body), .actions(of: agreed.responsible)])
    }
}

extension Topic {
    static func check(_ id: CheckID) -> Topic { Topic("check:\(id)") }
}

extension Subject {
    static func check(_ id: CheckID) -> Subject { Subject("check", id) }
}
