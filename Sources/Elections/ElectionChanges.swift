import Journal
import Kernel
import Storage

extension Topic {
    /// How an election stands, its turnout included. A vote raises this and nothing that names the voter.
    public static func election(_ id: ID<Election>) -> Topic { Topic("election:\(id)") }
    /// That a body's elections are called and end. Rights are raised with it: what the safety organisation lacks follows from
    /// both.
    public static func elections(of body: BodyID) -> Topic { Topic("elections:\(body)") }
}

extension Election {
    var subject: Subject { Subject("election", id) }

    func called(in area: [UnitID], following mandates: [String]) -> Change {
        var statements: [SQL] = [
            """
            INSERT INTO election (id, body_id, franchise, occasion, seats, deputies, nominations_open, nominations_end,
            voting_starts, voting_ends, term_starts, term_ends, agreement, note, called_by, called_on, state, turns)
            VALUES (\(id), \(body), \(franchise), \(occasion), \(seats), \(deputies), \(dates.nominations.lowerBound),
            \(dates.nominations.upperBound), \(dates.voting.lowerBound), \(dates.voting.upperBound),
            \(dates.term.lowerBound), \(dates.term.upperBound), \(agreement), \(note), \(calledBy), \(calledOn),
            \(state), \(nextTurn(after: calledOn)))
            """
        ]
        statements += area.map { "INSERT INTO election_unit (election_id, unit_id) VALUES (\(id), \($0))" }
        statements += mandates.map { "INSERT INTO election_followed (election_id, mandate_id) VALUES (\(id), \($0))" }
        return Change(
            statements,
            journal: [
                JournalEntry(
                    subject, "called",
                    after: [
                        "body": body.text, "occasion": occasion.rawValue, "seats": String(seats),
                        "deputies": String(deputies), "nominations_end": dates.nominations.upperBound.text,
                        "voting_starts": dates.voting.lowerBound.text, "voting_ends": dates.voting.upperBound.text,
                        "term_starts": dates.term.lowerBound.text, "term_ends": dates.term.upperBound.text,
                    ])
            ],
            raising: [.election(id), .elections(of: body), .rights])
    }

    /// Somebody stands, is proposed, says no or withdraws. The journal keeps the day and nobody's name: who proposed
    /// whom is not for leaders, and not for administrators.
    func answered(_ candidate: Candidate, as verb: String) -> Change {
        Change(
            [
                """
                INSERT INTO election_candidate (election_id, person_id, answer, presentation)
                VALUES (\(id), \(candidate.person), \(candidate.answer), \(candidate.presentation))
                ON CONFLICT (election_id, person_id)
                DO UPDATE SET answer = \(candidate.answer), presentation = \(candidate.presentation)
                """
            ], journal: [JournalEntry(subject, verb, precision: .day)], raising: [.election(id)])
    }

    func corrected(_ person: PersonID, _ correction: Correction, name: String) -> Change {
        Change(
            [
                """
                INSERT INTO election_correction (election_id, person_id, votes, reason)
                VALUES (\(id), \(person), \(correction.votes), \(correction.reason))
                ON CONFLICT (election_id, person_id)
                DO UPDATE SET votes = \(correction.votes), reason = \(correction.reason)
                """
            ],
            journal: [
                JournalEntry(
                    subject, correction.votes ? "registered" : "struck",
                    after: ["name": name, "reason": correction.reason])
            ], raising: [.election(id)])
    }

    /// Put on the register while people vote, at its end.
    func registered(_ person: PersonID, at place: Int) -> Change {
        Change(
            [
                "INSERT INTO election_voter (election_id, person_id, place) VALUES (\(id), \(person), \(place))",
                "UPDATE election SET electorate = electorate + 1 WHERE id = \(id)",
            ], journal: [], raising: [.election(id), .rights])
    }

    /// The candidates have their numbers, the box stands empty, and the lot's secret is chosen. The register is filled
    /// beside it.
    func opened(
        _ candidates: [PersonID], voters: Int, box: BallotBox, salt: String, lotFingerprint: String, on day: Day
    )
        -> Change
    {
        var next = self
        next.state = .voting
        let turns = next.nextTurn(after: day)
        var statements: [SQL] = [
            ("""
            UPDATE election SET state = 'voting', electorate = \(voters), opened_with = \(voters),
            lot_fingerprint = \(lotFingerprint), turns = \(turns) WHERE id = \(id) AND state = 'called'
            """ as SQL).orStale,
            """
            INSERT INTO election_box (election_id, salt, seal, sums, roll, voted)
            VALUES (\(id), \(salt), \(box.key.bytes), \(box.sums), \(box.roll), 0)
            """,
        ]
        statements += numbering(candidates)
        return Change(
            statements, journal: [JournalEntry(subject, "opened", after: ["voters": String(voters)])],
            raising: [.election(id), .elections(of: body), .rights])
    }

    private func numbering(_ candidates: [PersonID]) -> [SQL] {
        candidates.enumerated().map { index, person in
            """
            UPDATE election_candidate SET number = \(index + 1) WHERE election_id = \(id) AND person_id = \(person)
            """
        }
    }

    /// A ballot is in the box. There is no journal entry, no notice and no form key of it, and the topic does not name
    /// the voter: this row is all that a vote writes. Open pages hear of it only where the figure that they show moves,
    /// since the moment of a vote tells who has voted.
    func voted(_ box: BallotBox) -> Change {
        Change(
            [
                ("""
                UPDATE election_box SET sums = \(box.sums), roll = \(box.roll), voted = voted + 1
                WHERE election_id = \(id)
                AND EXISTS (SELECT 1 FROM election WHERE election.id = \(id) AND election.state = 'voting')
                """ as SQL).orStale
            ], journal: [], raising: movesWithNextBallot ? [.election(id)] : [])
    }

    /// The count is kept; the box is emptied, and with the salt its keys are gone. What is written over has the same
    /// length, so that it takes the same place in the file.
    func decided(_ count: Count, _ lot: Lot, candidates: [Candidate], box: BallotBox, on day: Day) -> Change {
        var statements: [SQL] = [
            ("""
            UPDATE election SET state = 'decided', ended = \(day), turns = NULL, blank = \(count.blank),
            lot_secret = \(lot.secret) WHERE id = \(id) AND state = 'voting'
            """ as SQL).orStale
        ]
        statements += candidates.map { candidate in
            """
            UPDATE election_candidate SET votes = \(candidate.votes), outcome = \(candidate.outcome)
            WHERE election_id = \(id) AND person_id = \(candidate.person)
            """
        }
        return Change(
            statements + destroyed(box),
            journal: [
                JournalEntry(
                    subject, "decided", after: ["ballots": String(count.ballots), "blank": String(count.blank)])
            ], raising: [.election(id), .elections(of: body), .rights])
    }

    /// - Parameter outcome: those who are elected without a ballot; none where nobody stood.
    func settled(_ elected: [PersonID], voters: Int, on day: Day) -> Change {
        let state: State = elected.isEmpty ? .unfilled : .uncontested
        var statements: [SQL] = [
            ("""
            UPDATE election SET state = \(state), ended = \(day), turns = NULL, electorate = \(voters)
            WHERE id = \(id) AND state = 'called'
            """ as SQL).orStale
        ]
        statements += elected.map { person in
            """
            UPDATE election_candidate SET outcome = 'elected' WHERE election_id = \(id) AND person_id = \(person)
            """
        }
        return Change(
            statements, journal: [JournalEntry(subject, state.rawValue)],
            raising: [.election(id), .elections(of: body), .rights])
    }

    /// - Parameters:
    ///   - words: why, where somebody did it.
    ///   - box: what people have voted until now; nobody will ever read it.
    func cancelled(_ reason: Cancellation, because words: String? = nil, box: BallotBox?, on day: Day) -> Change {
        var after = ["reason": reason.rawValue]
        after["because"] = words
        return Change(
            [
                ("""
                UPDATE election SET state = 'cancelled', reason = \(reason), reason_in_words = \(words),
                ended = \(day), turns = NULL
                WHERE id = \(id) AND state = \(state)
                """ as SQL).orStale
            ] + (box.map(destroyed) ?? []),
            journal: [JournalEntry(subject, "cancelled", after: after)],
            raising: [.election(id), .elections(of: body), .rights])
    }

    /// Other dates, as far as nobody else has moved them.
    func redated(to new: RedatedElection, on today: Day) -> Change {
        var next = self
        next.dates = new.dates
        let turns = next.nextTurn(after: today)
        let told = { (dates: Dates) in
            Dictionary(uniqueKeysWithValues: zip(ElectionDays.fields, dates.days.map(\.text)))
        }
        var after = told(new.dates)
        after["because"] = new.reason
        return Change(
            [
                ("""
                UPDATE election SET nominations_open = \(new.dates.nominations.lowerBound),
                nominations_end = \(new.dates.nominations.upperBound), voting_starts = \(new.dates.voting.lowerBound),
                voting_ends = \(new.dates.voting.upperBound), term_starts = \(new.dates.term.lowerBound),
                term_ends = \(new.dates.term.upperBound), turns = \(turns)
                WHERE id = \(id) AND state = 'called' AND nominations_open = \(dates.nominations.lowerBound)
                AND nominations_end = \(dates.nominations.upperBound) AND voting_starts = \(dates.voting.lowerBound)
                AND voting_ends = \(dates.voting.upperBound) AND term_starts = \(dates.term.lowerBound)
                """ as SQL).orStale
            ],
            journal: [JournalEntry(subject, "redated", from: told(dates), to: after)],
            raising: [.election(id), .elections(of: body), .rights])
    }

    /// Nobody stood: on this day people are reminded that they must go on encouraging. Nothing where they need not.
    func encouraged(next day: Day?) -> Change {
        guard let day else {
            return Change(["DELETE FROM election_encouragement WHERE election_id = \(id)"], journal: [], raising: [])
        }
        return Change(
            [
                """
                INSERT INTO election_encouragement (election_id, next) VALUES (\(id), \(day))
                ON CONFLICT (election_id) DO UPDATE SET next = \(day)
                """
            ], journal: [], raising: [.election(id)])
    }

    func waits(until day: Day) -> Change {
        let update: SQL = "UPDATE election SET turns = \(day) WHERE id = \(id) AND turns <> \(day)"
        return Change([update.orStale], journal: [], raising: [.election(id)])
    }

    private func destroyed(_ box: BallotBox) -> [SQL] {
        let noughts = { (bytes: [UInt8]) in [UInt8](repeating: 0, count: bytes.count) }
        return [
            """
            UPDATE election_box SET salt = \(String(repeating: "0", count: 32)), seal = \(noughts(box.key.bytes)),
            sums = \(noughts(box.sums)), roll = \(noughts(box.roll)) WHERE election_id = \(id)
            """,
            "DELETE FROM election_voter WHERE election_id = \(id)",
        ]
    }
}
