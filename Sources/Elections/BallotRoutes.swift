import Journal
import Kernel
import Organisation
import Storage
import Web

/// The ballot: shown, and put into the box. Nothing here is written but the box.
enum BallotRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/elections/:id/ballot", for: .signedIn) { try await show($0) }
        routes.post("/elections/:id/ballot", for: .signedIn) { try await vote($0) }
    }

    private static func show(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let picture = try await picture(visit)
        guard picture.mayVoteNow else { return .redirect("/elections/\(picture.election.id)") }
        return .page(BallotPage(visit: visit, picture: picture).page)
    }

    private static func picture(_ visit: Visit) async throws -> ElectionPicture {
        let id: ID<Election> = try visit.id()
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        return try await visit.read { try ElectionPicture(id, for: viewer, settings: settings, on: day, $0) }
    }

    private static func vote(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let picture = try await picture(visit)
        let id = picture.election.id
        let text = ElectionTexts(language: visit.language)
        guard picture.isVoter, picture.phase == .voting else { throw closed(picture) }
        // Whoever presses twice is told the same as the first time.
        if picture.hasVoted { return .redirect("/elections/\(id)", saying: text.alreadyVotedSaid) }
        return try await visit.orAgain {
            let candidates = picture.ballot.count
            let ballot = try Ballot(visit.fields, candidates: candidates, seats: picture.election.seats)
            guard let key = try await visit.read({ try ElectionStore($0).box(of: id)?.box.key }) else {
                throw closed(picture)
            }
            do {
                // Sealed before the write, which does nothing but the database and may be run again.
                let sealed = try ballot.sealed(for: key, candidates: candidates)
                let isIn = try await putIn(sealed, id, visit)
                return .redirect("/elections/\(id)", saying: isIn ? text.votedSaid : text.alreadyVotedSaid)
            } catch is BoxProblem {
                throw locked
            }
        } form: {
            BallotPage(visit: visit, picture: picture, problems: $0).page
        }
    }

    /// - Returns: false where this voter's ballot was in the box already.
    private static func putIn(_ ballot: SealedBallot, _ id: ID<Election>, _ visit: Visit) async throws -> Bool {
        let (person, day, settings) = (visit.viewer.person, visit.today, visit.house.settings)
        // Nobody's deed: nothing of it is to name anybody.
        let deed = Deed(by: nil, at: visit.moment, identities: visit.house.identities)
        return try await visit.write { writer in
            let store = ElectionStore(writer.reader)
            guard let election = try store.find(id), election.phase(on: day) == .voting,
                let place = try store.place(of: person, in: id), let (box, salt) = try store.box(of: id)
            else { throw Refusal.conflict(over) }
            guard let next = try box.taking(ballot, from: place, BallotKeys(salt: salt, settings: settings)) else {
                return false
            }
            try writer.apply(election.voted(next), deed)
            return true
        }
    }

    private static func closed(_ picture: ElectionPicture) -> Refusal {
        switch picture.phase {
        case .coming, .nominating, .waiting:
            .conflict(Words(da: "Afstemningen er ikke begyndt endnu.", en: "The voting has not begun yet."))
        case .voting:
            .forbidden(
                Words(
                    da: "Du står ikke på valglisten. Tal med den, der har udskrevet valget, hvis det er en fejl.",
                    en: "You are not on the register. If that is a mistake, talk to whoever called the election."))
        case .counting, .decided, .uncontested, .unfilled, .cancelled: .conflict(over)
        }
    }

    private static let over = Words(
        da: "Afstemningen er slut. Din stemme er ikke talt med.", en: "The voting is over. Your ballot was not counted."
    )

    private static let locked = Refusal.conflict(
        Words(
            da:
                "Stemmeurnen kan ikke bruges. Din stemme er ikke talt med. Sig det til administratoren: serverens nøgle er en anden, eller nogen har rørt ved urnen.",
            en:
                "The ballot box cannot be used. Your ballot was not counted. Tell the administrator: the server's key is another one, or somebody tampered with the box."
        ))
}
