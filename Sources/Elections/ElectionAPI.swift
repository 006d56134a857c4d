import Access
import Kernel
import Organisation
import Storage
import Web

/// Elections for programs: how they stand, how many have voted, and what came of them. Nothing of single people's
/// votes, and no way to vote.
enum ElectionAPI {
    private static let most = 100

    static func add(to routes: inout Routes) {
        routes.api(
            .get, "/elections",
            APIShape(
                "Elections within your reach, latest first, 100 at a time", scope: .readOrganisation,
                fields: [
                    FieldShape("body", .id, "Only this body's"),
                    FieldShape("after", .text(limit: 100), "`next` of the page before"),
                ],
                answer: .object(name: "Elections", [("elections", .list(object)), ("next", .optionalText)])), list)
        routes.api(
            .get, "/elections/:id",
            APIShape(
                "An election, with its candidates once nominations are over", scope: .readOrganisation,
                answer: .object(name: "ElectionResult", [("election", object), ("candidates", .list(candidate))])), one)
    }

    private static let object = AnswerShape.object(
        name: "Election",
        [
            ("id", .text), ("body", .text), ("phase", .text), ("occasion", .text), ("seats", .number),
            ("deputies", .number), ("nominations_open", .text), ("nominations_end", .text), ("voting_starts", .text),
            ("voting_ends", .text), ("term_starts", .text), ("term_ends", .text), ("voted", .number),
            ("turnout", .text), ("ended", .optionalText),
        ])

    private static let candidate = AnswerShape.object(
        name: "Candidate", [("person", .text), ("name", .text), ("votes", .optionalText), ("outcome", .optionalText)])

    private static func list(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let (viewer, day) = (visit.viewer, visit.today)
        let body = visit.fields["body"]
        let place = ElectionListPage.place(visit.fields["after"])
        let elections = try await visit.read { reader -> [Election] in
            let store = ElectionStore(reader)
            guard !body.isEmpty else { return try store.page(within: viewer.reads, after: place, most: most + 1) }
            guard let found = try OrganisationTies(reader).body(BodyID(body), on: day),
                try viewer.reads.includes(found.id, covering: found.units, reader)
            else { throw Refusal.notFound }
            return try store.all(of: found.id, most: most)
        }
        let shown = elections.prefix(most)
        let next = elections.count > most ? shown.last.map { "\($0.dates.voting.upperBound.text).\($0.id)" } : nil
        return .json(["elections": .list(shown.map { json($0, on: day) }), "next": JSON(next)])
    }

    private static func one(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let id: ID<Election> = try visit.id()
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        let picture = try await visit.read { try ElectionPicture(id, for: viewer, settings: settings, on: day, $0) }
        let areKnown = ![.coming, .nominating].contains(picture.phase)
        let candidates = (areKnown ? picture.candidates : []).map { candidate -> JSON in
            [
                "person": .text(candidate.person.text), "name": .text(picture.name(of: candidate)),
                "votes": JSON(candidate.votes.map(String.init)), "outcome": JSON(candidate.outcome?.rawValue),
            ]
        }
        return .json(["election": json(picture.election, on: day), "candidates": .list(candidates)])
    }

    private static func json(_ election: Election, on day: Day) -> JSON {
        let dates = election.dates
        let phase = election.phase(on: day)
        let (turnout, voted): (String, Int) =
            switch election.turnout(in: phase) {
            case .hidden: ("hidden", 0)
            case .atLeast(let count): ("at_least", count)
            case .exact(let count): ("exact", count)
            }
        return [
            "id": .text(election.id.text), "body": .text(election.body.text),
            "phase": .text(phase.rawValue), "occasion": .text(election.occasion.rawValue),
            "seats": .number(election.seats), "deputies": .number(election.deputies),
            "nominations_open": .text(dates.nominations.lowerBound.text),
            "nominations_end": .text(dates.nominations.upperBound.text),
            "voting_starts": .text(dates.voting.lowerBound.text), "voting_ends": .text(dates.voting.upperBound.text),
            "term_starts": .text(dates.term.lowerBound.text), "term_ends": .text(dates.term.upperBound.text),
            "voted": .number(voted), "turnout": .text(turnout),
            "ended": JSON(election.ended?.text),
        ]
    }
}
