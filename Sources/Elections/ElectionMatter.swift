import Access
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Something about an election that waits for one person: for pages that gather what needs somebody now.
public struct ElectionMatter: Sendable {
    public let title: Words
    public let detail: Words
    public let link: Link
    /// The last day on which it can be done; for what stays open, the day since when.
    public let day: Day
    /// Whether it is late already.
    public let isOpenMatter: Bool
}

/// What somebody can do in elections now.
public struct ElectionMatters: Sendable {
    public let all: [ElectionMatter]
    /// What they follow from besides rights, which every change of an election's state raises. Nothing while there is a
    /// ballot to cast: that somebody has cast it is told to nobody.
    public let madeFrom: [Topic]?
}

extension ElectionStore {
    /// What the viewer can do in elections now: answer a proposal, vote, or stand; and the elections that found no
    /// candidate, for those who must go on encouraging.
    /// - Returns: what hands in what must be known further of the elections that were found, and of that makes what waits.
    public func matters(
        for viewer: Viewer, settings: Settings, on day: Day, _ asking: Asking
    ) throws -> (_ asking: Asking) -> (_ reader: Reader) throws -> ElectionMatters {
        let encourages = viewer.mandates.contains {
            [.leader, .chair, .coordinator, .secretary].contains($0.role)
        }
        let open = asking.rows(Self.open(for: viewer))
        let unfilled = asking.rows(encourages ? try self.unfilled(within: viewer.works, most: 5) : .nothing)
        return { asking in
            let (elections, unfilled) = (open.rows, unfilled.rows)
            guard !elections.isEmpty || !unfilled.isEmpty else {
                return { _ in ElectionMatters(all: [], madeFrom: []) }
            }
            let nominating = elections.filter { $0.phase(on: day) == .nominating }.map(\.id)
            let names = asking.rows(BodyStore.names(of: Set((elections + unfilled).map(\.body))))
            let (candidacies, corrections, units) = (
                asking.rows(nominating.isEmpty ? .nothing : Self.candidacies(of: viewer.person, in: nominating)),
                asking.rows(nominating.isEmpty ? .nothing : Self.corrections(of: viewer.person, in: nominating)),
                asking.rows(nominating.isEmpty ? .nothing : Self.units(of: nominating))
            )
            return { reader in
                let known = Nominations(
                    candidacies: Dictionary(uniqueKeysWithValues: candidacies.rows),
                    corrections: Dictionary(uniqueKeysWithValues: corrections.rows),
                    units: Dictionary(grouping: units.rows, by: \.election).mapValues { $0.map(\.unit) })
                return try ElectionStore(reader).matters(
                    of: elections, unfilled, Dictionary(uniqueKeysWithValues: names.rows), known, viewer, settings,
                    on: day)
            }
        }
    }

    private func matters(
        of elections: [Election], _ unfilled: [Election], _ names: [BodyID: Words], _ known: Nominations,
        _ viewer: Viewer, _ settings: Settings, on day: Day
    ) throws -> ElectionMatters {
        let nobody = Words(da: "", en: "")
        let all =
            try elections.compactMap { election in
                let name = names[election.body] ?? nobody
                return try matter(of: election, name, known, viewer, settings, on: day)
            }
            + unfilled.compactMap { election in
                election.ended.map {
                    ElectionMatter(
                        title: Self.title(names[election.body] ?? nobody), detail: Self.encourage,
                        link: "/elections/\(election.id)", day: $0, isOpenMatter: true)
                }
            }
        let isVoting = elections.contains { $0.phase(on: day) == .voting }
        return ElectionMatters(all: all, madeFrom: isVoting ? nil : elections.map { .election($0.id) })
    }

    /// What is known of one person, of elections that take nominations.
    private struct Nominations {
        let candidacies: [ID<Election>: Candidate.Answer]
        let corrections: [ID<Election>: Correction]
        let units: [ID<Election>: [UnitID]]
    }

    private func matter(
        of election: Election, _ body: Words, _ known: Nominations, _ viewer: Viewer, _ settings: Settings, on day: Day
    ) throws -> ElectionMatter? {
        switch election.phase(on: day) {
        case .voting:
            guard let place = try place(of: viewer.person, in: election.id), let (box, salt) = try box(of: election.id),
                // A box that does not open says so on its own page.
                (try? box.hasVoted(at: place, BallotKeys(salt: salt, settings: settings))) == false
            else { return nil }
            return ElectionMatter(
                title: Self.title(body), detail: Self.vote, link: "/elections/\(election.id)/ballot",
                day: election.dates.voting.upperBound, isOpenMatter: false)
        case .nominating:
            let own = known.candidacies[election.id]
            guard own == nil || own == .asked,
                try OrganisationTies(reader).mayVote(
                    viewer.person, in: election, of: known.units[election.id] ?? [], known.corrections[election.id],
                    on: day)
            else { return nil }
            return ElectionMatter(
                title: Self.title(body), detail: own == nil ? Self.stand : Self.answer,
                link: "/elections/\(election.id)",
                day: election.dates.nominations.upperBound, isOpenMatter: false)
        case .coming, .waiting, .counting, .decided, .uncontested, .unfilled, .cancelled: return nil
        }
    }

    private static func title(_ body: Words) -> Words {
        Words(da: "Valg: \(body.danish)", en: "Election: \(body.english)")
    }

    private static let vote = Words(da: "Du har ikke stemt endnu.", en: "You have not voted yet.")
    private static let answer = Words(da: "Du er foreslået. Sig ja eller nej.", en: "You are proposed. Say yes or no.")
    private static let stand = Words(da: "Stil op, eller foreslå en kollega.", en: "Stand, or propose a colleague.")
    private static let encourage = Words(
        da: "Ingen stillede op. Opfordr igen, og udskriv et nyt valg.",
        en: "Nobody stood. Encourage people again, and call a new election.")
}
