import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// The register of voters: seen and corrected by whoever looks after the election. It never says who has voted.
enum RegisterRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/elections/:id/register", for: .signedIn) { .page(try await page($0)) }
        routes.post("/elections/:id/register", for: .signedIn) { try await correct($0) }
    }

    private static func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        try await Elections.turnPages(in: visit.house)
        let id: ID<Election> = try visit.id()
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        let page = try await visit.read { reader -> RegisterPage in
            let picture = try OrganiserRoutes.organised(id, viewer, settings, on: day, reader)
            let ties = OrganisationTies(reader)
            let store = ElectionStore(reader)
            let corrections = try store.corrections(of: id)
            let voters: [(id: PersonID, name: String)]
            if picture.election.state == .voting {
                let people = try store.register(of: id)
                let names = try ties.names(of: people)
                voters = people.map { ($0, names[$0] ?? "") }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            } else {
                voters = try ties.electorate(of: picture.election, on: day)
            }
            return RegisterPage(
                visit: visit, picture: picture, voters: voters, corrections: corrections,
                names: try ties.names(of: corrections.keys), problems: problems)
        }
        return page.page
    }

    private static func correct(_ visit: Visit) async throws -> Answer {
        let id: ID<Election> = try visit.id()
        let (viewer, deed, settings, fields) = (visit.viewer, visit.deed, visit.house.settings, visit.fields)
        return try await visit.orAgain {
            try await visit.write { writer in
                let picture = try OrganiserRoutes.organised(id, viewer, settings, on: deed.day, writer.reader)
                guard picture.phase != .counting else { throw ElectionRoutes.alreadyOver }
                var reading = Reading(fields)
                let email = reading.text("email", limit: 200)
                let votes = reading.choice("votes", otherwise: Vote.no) == .yes
                let reason = reading.text("reason", limit: Correction.reasonLimit)
                let person = try PersonStore(writer.reader).find(email: email, on: deed.day)
                if person == nil, !email.isEmpty { reading.note(FieldProblem.unknown, at: "email") }
                let isVoting = picture.election.state == .voting
                if isVoting, !votes { reading.note(ElectionProblem.isOver, at: "votes") }
                let ties = OrganisationTies(writer.reader)
                if votes, let person, try ties.leads(person.id, beside: picture.election, on: deed.day) {
                    reading.note(ElectionProblem.leads, at: "votes")
                }
                let place = try person.flatMap { try ElectionStore(writer.reader).place(of: $0.id, in: id) }
                if isVoting, place != nil { reading.note(ElectionProblem.alreadyOnRegister, at: "email") }
                let next = try ElectionStore(writer.reader).register(of: id).count
                if isVoting, let room = try ElectionStore(writer.reader).box(of: id)?.box.room, next >= room {
                    reading.note(ElectionProblem.registerIsFull, at: "email")
                }
                try reading.finish()
                guard let person else { return }
                let correction = Correction(votes: votes, reason: reason)
                try writer.apply(picture.election.corrected(person.id, correction, name: person.name), deed)
                if isVoting {
                    try writer.apply(picture.election.registered(person.id, at: next), deed)
                }
                try tell(of: correction, person, picture, deed, writer)
            }
            return .redirect(
                "/elections/\(id)/register", saying: ElectionTexts(language: visit.language).correctedSaid)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    /// Nobody is put on or struck behind the own back; and where it is a candidate, the others who stand hear of it.
    private static func tell(
        of correction: Correction, _ person: Person, _ picture: ElectionPicture, _ deed: Deed, _ writer: Writer
    ) throws {
        let (body, path) = (picture.body.name, "/elections/\(picture.election.id)")
        try writer.apply(
            Notice.told([person.id], ElectionNotices.corrected(correction, body), at: path, deed), deed)
        guard !correction.votes else { return }
        let standing = try ElectionStore(writer.reader).candidates(of: picture.election.id)
            .filter { $0.answer == .stands }.map(\.person)
        guard standing.contains(person.id) else { return }
        let others = Set(standing).subtracting([person.id])
        try writer.apply(Notice.told(others, ElectionNotices.struck(person.name, body), at: path, deed), deed)
    }

    enum Vote: String {
        case yes, no
    }
}
