import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// Carries out what the calendar asks for: nominations end, the voting opens, the box is opened and counted. Whoever
/// looks first on the day, a person or the server's own round, turns the page; a second one finds it turned.
struct ElectionCalendar: Sendable {
    let house: House

    func turn() async throws -> Int {
        let moment = house.clock()
        let day = moment.day
        let due = try await house.database.read { try ElectionStore($0).due(on: day) }
        try await encourage(at: moment)
        for id in due {
            do {
                try await turn(id, at: moment)
            } catch is Stale {
                // Another server did it in this very moment.
                continue
            } catch is BoxProblem {
                // The page of the election says so; the other elections go on.
                continue
            }
        }
        return due.count
    }

    /// Where nobody stood: the leader, the chair and whoever called the election, as far as its page opens for
    /// them, are reminded now and then, until another one is called or somebody has the seat.
    private func encourage(at moment: Moment) async throws {
        let due = try await house.database.read { try ElectionStore($0).toEncourage(on: moment.day) }
        guard !due.isEmpty else { return }
        let deed = Deed(by: nil, at: moment, identities: house.identities, followers: house.followers)
        try await house.database.write { writer in
            let ties = OrganisationTies(writer.reader)
            // Asked again: another server may have done it meanwhile.
            for id in try ElectionStore(writer.reader).toEncourage(on: deed.day) {
                guard let election = try ElectionStore(writer.reader).find(id) else { continue }
                let body = try ties.body(election.body, on: deed.day)
                let isOwed = try body.map { try ties.isOwed(election, in: $0, on: deed.day) } ?? false
                try writer.apply(election.encouraged(next: isOwed ? Encouragement.next(after: deed.day) : nil), deed)
                guard isOwed, let body else { continue }
                let people = try ties.leaders(of: body.id, on: deed.day).union([election.calledBy])
                let readers = try ties.readers(of: id, among: people, on: deed.day)
                try writer.apply(
                    Notice.told(readers, ElectionNotices.encourage(body.name), at: "/elections/\(id)", deed), deed)
            }
        }
    }

    private func turn(_ id: ID<Election>, at moment: Moment) async throws {
        let deed = Deed(by: nil, at: moment, identities: house.identities, followers: house.followers)
        let settings = house.settings
        try await house.database.write { writer in
            let store = ElectionStore(writer.reader)
            guard let election = try store.find(id), !election.state.isOver else { return }
            let act = ElectionAct(election: election, settings: settings, deed: deed, writer: writer)
            try act.turn()
        }
    }
}

/// One turn of one election, inside the transaction that writes it.
private struct ElectionAct {
    let election: Election
    let settings: Settings
    let deed: Deed
    let writer: Writer

    private var store: ElectionStore { ElectionStore(writer.reader) }
    private var ties: OrganisationTies { OrganisationTies(writer.reader) }

    func turn() throws {
        let standing = try standing()
        let body = try ties.body(election.body, on: deed.day)
        switch election.turn(on: deed.day, standing: standing.count, bodyCloses: body?.closes) {
        case .nothing:
            if let next = election.nextTurn(after: deed.day), next > deed.day { try wait(until: next) }
        case .cancelled(let reason): try cancel(reason)
        case .unfilled: try settle([])
        case .uncontested: try settle(standing)
        case .opens: try open(standing)
        case .counts: try count(standing)
        }
    }

    /// Those who stand and still may, by name: the order of the ballot.
    private func standing() throws -> [PersonID] {
        let candidates = try store.candidates(of: election.id).filter { $0.answer == .stands }
        let able = try candidates.map(\.person).filter {
            try ties.mayVote($0, in: election, on: deed.day) && ties.mayTakeSeat($0, by: election, on: deed.day)
        }
        let names = try ties.names(of: able)
        return able.sorted { (names[$0] ?? "", $0) < (names[$1] ?? "", $1) }
    }

    private func tell(
        _ people: some Sequence<PersonID>, _ words: (Words) -> Words, mail: MailWords? = nil
    ) throws {
        guard let body = try ties.body(election.body, on: deed.day) else { return }
        let readers = try ties.readers(of: election.id, among: Set(people), on: deed.day)
        try writer.apply(
            Notice.told(readers, words(body.name), at: "/elections/\(election.id)", mail: mail, deed), deed)
    }

    /// Nobody who stood is passed over without a word.
    private func tellPassedOver(_ stood: [Candidate], standing: [PersonID]) throws {
        let over = Set(stood.filter { $0.answer == .stands }.map(\.person)).subtracting(standing)
        if !over.isEmpty { try tell(over, ElectionNotices.passedOver) }
    }

    /// On the first day of nominations, where it was called before, people are told that they can stand now.
    private func wait(until next: Day) throws {
        let opens = election.dates.nominations.lowerBound
        if election.calledOn < opens, try store.turn(of: election.id) == opens {
            try tell(
                ties.electorate(of: election, on: deed.day).map(\.id), ElectionNotices.nominationsOpen,
                mail: ElectionMails.nominationsOpen)
        }
        try writer.apply(election.waits(until: next), deed)
    }

    private func cancel(_ reason: Election.Cancellation) throws {
        let electorate = try ties.electorate(of: election, on: deed.day)
        try writer.apply(election.cancelled(reason, box: try store.box(of: election.id)?.box, on: deed.day), deed)
        try tell(electorate.map(\.id) + [election.calledBy], ElectionNotices.cancelled, mail: ElectionMails.cancelled)
    }

    private func settle(_ elected: [PersonID]) throws {
        let electorate = try ties.electorate(of: election, on: deed.day)
        try writer.apply(election.settled(elected, voters: electorate.count, on: deed.day), deed)
        try ties.seat(elected.map { ($0, .elected) }, by: election, deed, writer)
        try tellPassedOver(store.candidates(of: election.id), standing: elected)
        let concerned = Set(electorate.map(\.id)).union([election.calledBy])
        if elected.isEmpty {
            try writer.apply(election.encouraged(next: Encouragement.next(after: deed.day)), deed)
            let leaders = try ties.leaders(of: election.body, on: deed.day)
            try tell(concerned.union(leaders), ElectionNotices.unfilled, mail: ElectionMails.unfilled)
        } else {
            try tell(concerned, ElectionNotices.decided, mail: ElectionMails.decided)
        }
    }

    private func open(_ candidates: [PersonID]) throws {
        let electorate = try ties.electorate(of: election, on: deed.day)
        let salt = deed.identities.secret()
        let keys = BallotKeys(salt: salt, settings: settings)
        let box = try BallotBox(
            for: election.id, candidates: candidates.count, voters: electorate.count, keys: keys)
        try writer.apply(
            election.opened(
                candidates, voters: electorate.count, box: box, salt: salt,
                lotFingerprint: Lot.fingerprint(of: keys.lot), on: deed.day), deed)
        // By id and not by name, so that the roll's places say nothing.
        let voters = electorate.map(\.id).sorted().enumerated()
        try writer.fill(
            table: "election_voter", columns: ["election_id", "person_id", "place"],
            rows: voters.map { [election.id.stored, $0.element.stored, $0.offset.stored] })
        try tell(electorate.map(\.id), ElectionNotices.votingOpens, mail: ElectionMails.votingOpens)
        try tellPassedOver(store.candidates(of: election.id), standing: candidates)
    }

    private func count(_ standing: [PersonID]) throws {
        guard let (box, salt) = try store.box(of: election.id) else { throw BoxProblem.damaged }
        let keys = BallotKeys(salt: salt, settings: settings)
        let register = try store.register(of: election.id)
        let count = try box.counted(seats: election.seats, most: register.count, keys)
        guard count.ballots == election.voted else { throw BoxProblem.doesNotAddUp }
        let lot = Lot(secret: keys.lot, election: election.id, count: count)
        let candidates = try counted(count, lot, standing: Set(standing))
        try writer.apply(election.decided(count, lot, candidates: candidates, box: box, on: deed.day), deed)
        try ties.seat(
            candidates.compactMap { candidate in candidate.outcome.map { (candidate.person, $0) } }, by: election, deed,
            writer)
        try tell(
            Set(register).union([election.calledBy]), ElectionNotices.decided,
            mail: ElectionMails.decided)
        try tellPassedOver(candidates, standing: standing)
    }

    /// The candidates with their votes; those who can no longer take the seat are passed over.
    private func counted(_ count: Count, _ lot: Lot, standing: Set<PersonID>) throws -> [Candidate] {
        var candidates = try store.candidates(of: election.id).filter { $0.number != nil }
        let places = Dictionary(uniqueKeysWithValues: candidates.indices.map { (candidates[$0].number ?? 0, $0) })
        let able = lot.order.filter { number in places[number].map { standing.contains(candidates[$0].person) } ?? false
        }
        for index in candidates.indices {
            guard let number = candidates[index].number else { continue }
            candidates[index].votes = count.votes[number - 1]
            candidates[index].outcome = .notElected
        }
        for (number, outcome) in election.outcomes(in: able) {
            if let place = places[number] { candidates[place].outcome = outcome }
        }
        return candidates
    }
}
