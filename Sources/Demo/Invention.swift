import ActionPlan
import BoardMeetings
import Elections
import Ideas
import Journal
import Kernel
import Organisation
import Prioritising
import Statistics
import Storage

/// An invented university of any size with some years behind it: the same for the same seed and day.
public struct Invention: Sendable {
    public struct Account: Sendable {
        public let email: String
        public let name: String
    }

    /// Somebody is here already: nothing is invented into a real organisation.
    public struct NotEmpty: Error, CustomStringConvertible {
        public let description = "The database is not empty; an invented organisation goes into an empty one only."
    }

    let people: Int
    let actions: Int
    let seed: Int
    let today: Day

    /// - Parameter actions: how many there are on all plans together; one for every three people where not said.
    public init(people: Int, actions: Int? = nil, seed: Int, today: Day) {
        self.people = people
        self.actions = actions ?? max(60, people / 3)
        self.seed = seed
        self.today = today
    }

    /// Puts it all into the database, which must be migrated and empty.
    /// - Parameter password: what all accounts sign in with.
    public func fill(_ database: any Database, password: String) async throws -> [Account] {
        let hash = try await Password.hash(password)
        let university = InventedUniversity(people: people, dice: Dice(seed: seed), today: today)
        try await database.write { try found(university, hash, $0) }
        try await elect(university, database)
        try await plan(university, database)
        try await comeAgain(university, database)
        try await report(university, database)
        try await investigate(university, database)
        try await trust(university, database)
        try await wish(university, database)
        try await stand(university, database)
        try await prioritise(university, database)
        try await meet(university, database)
        try await signIn(university, database)
        try await Statistics.sumDays(in: database, at: Moment(milliseconds: today.number * 86_400_000 + 28_800_000))
        return university.accounts.map { account in
            Account(
                email: account.email, name: university.people.first { $0.id == account.person }?.name ?? account.email)
        }
    }

    private func found(_ university: InventedUniversity, _ hash: String, _ writer: Writer) throws {
        guard try PersonStore(writer.reader).isEmpty() else { throw NotEmpty() }
        try writer.takeRoom()
        try OrganisationFill.name(university.name, writer)
        try OrganisationFill.units(university.units, Dice(seed: seed + 1).identities, writer)
        try OrganisationFill.people(university.people, writer)
        try OrganisationFill.bodies(university.bodies, writer)
        try OrganisationFill.mandates(university.mandates, writer)
        let months = InventedMonths(
            university: university, dice: Dice(seed: seed + 3 * Self.farAway), today: today)
        try OrganisationFill.months(months.all(), writer)
        let deed = deed(on: today - 1, Dice(seed: seed + 4).identities)
        for account in university.accounts {
            try writer.apply(SignIn.changedPassword(of: account.person, to: hash), deed)
        }
        try OrganisationFill.finish(writer)
    }

    private func elect(_ university: InventedUniversity, _ database: any Database) async throws {
        let invented = InventedElections(
            university: university, dice: Dice(seed: seed + 4 * Self.farAway), today: today)
        let elections = invented.all()
        try await database.write { writer in
            try writer.takeRoom()
            try ElectionFill.elections(elections, on: today, writer)
        }
    }

    /// The groups take turns, some thousand actions to a transaction.
    private func plan(_ university: InventedUniversity, _ database: any Database) async throws {
        let dice = Dice(seed: seed + 2)
        let plan = InventedPlan(university: university, dice: dice, today: today)
        let decisions = InventedDecisions(university, Dice(seed: seed + 6 * Self.farAway), on: today)
        let lasting = InventedLasting(dice: Dice(seed: seed + 5 * Self.farAway), today: today)
        let areas = university.areas
        var themes: [BodyID: [Theme]] = [:]
        for part in areas.chunks(of: 100) {
            let new = part.map { ($0.group, plan.themes(of: $0)) }
            for (group, list) in new { themes[group] = list }
            try await database.write { writer in
                let deed = deed(on: today - 900, dice.identities)
                for (_, list) in new { for theme in list { try writer.apply(theme.added(), deed) } }
            }
        }
        let past = InventedPast(dice: Dice(seed: seed + Self.farAway), today: today)
        let ideas = InventedIdeas(dice: Dice(seed: seed + 7 * Self.farAway), today: today)
        var ended: [BodyID: ActionID] = [:]
        for part in Array(0..<actions).chunks(of: 5000) {
            let made = part.map { number in
                let (area, place) = place(of: number, among: areas)
                let isIdea = place == Self.actionOfAnIdea
                var (action, closure) = plan.action(
                    number: place, of: area, themes: themes[area.group] ?? [],
                    origin: isIdea ? ideas.origin() : nil)
                if let closure, closure.effect != .yes { ended[area.group] = action.id }
                if action.isOpen, place.isMultiple(of: 3), let last = ended[area.group] {
                    action = plan.next(action, after: last)
                }
                return (action, closure, plan.comments(on: action, of: area), decisions.changes(for: action, of: area))
            }
            let given = zip(part, made).compactMap { number, made in
                made.0.origin.flatMap { origin in
                    origin.kind == "idea" ? ideas.idea(behind: made.0, of: place(of: number, among: areas).area) : nil
                }
            }
            let moves = zip(part, made).flatMap { number, made in
                past.moves(of: made.0, in: place(of: number, among: areas).area)
            }
            try await database.write { writer in
                try writer.takeRoom()
                for (action, closure, comments, asked) in made {
                    try add(action, closure, lasting, dice.identities, writer)
                    for (change, deed) in asked { try writer.apply(change, deed) }
                    for comment in comments {
                        let deed = Deed(by: comment.by, at: comment.at, identities: dice.identities)
                        let id: ID<Comment> = deed.identities.ordered(at: comment.at)
                        try writer.apply(action.commented(comment.text, id: id, by: comment.by, deed), deed)
                    }
                }
                try IdeaFill.ideas(given, ideas.dice.identities, writer)
                try JournalFill.lines(moves, past.dice.identities, writer)
            }
        }
    }

    /// Whose plan an action stands on, and how many stood there before. The groups take turns; some of the last actions are
    /// the first group's, whose members a newcomer signs in as.
    private func place(
        of number: Int, among areas: [InventedUniversity.Area]
    ) -> (area: InventedUniversity.Area, place: Int) {
        let shared = actions - min(24, actions / 8)
        guard number >= shared else { return (areas[number % areas.count], number / areas.count) }
        return (areas[0], shared / areas.count + 1 + number - shared)
    }

    /// Which of a group's actions somebody once had the idea to.
    private static let actionOfAnIdea = 1

    /// Neighbouring seeds throw the same chances a few throws apart: of ids in one table that must not be.
    static let farAway = 1 << 40

    private func comeAgain(_ university: InventedUniversity, _ database: any Database) async throws {
        let rounds = InventedRounds(dice: Dice(seed: seed + 10 * Self.farAway), today: today)
        let kept = rounds.templates(of: university.areas)
        for part in university.areas.chunks(of: 500) {
            let changes = part.flatMap(rounds.changes)
            try await database.write { writer in
                try writer.takeRoom()
                for (change, deed) in changes { try writer.apply(change, deed) }
            }
        }
        try await database.write { writer in
            for (change, deed) in kept { try writer.apply(change, deed) }
        }
    }

    /// Once each, on average, in the last year.
    private func signIn(_ university: InventedUniversity, _ database: any Database) async throws {
        let past = InventedPast(dice: Dice(seed: seed + 2 * Self.farAway), today: today)
        for part in Array(0..<people).chunks(of: 20_000) {
            let lines = part.map { _ in past.signIn(among: university.people) }
            try await database.write { writer in
                try writer.takeRoom()
                try JournalFill.lines(lines, past.dice.identities, writer)
            }
        }
    }

    private func wish(_ university: InventedUniversity, _ database: any Database) async throws {
        let invented = InventedIdeas(dice: Dice(seed: seed + 8 * Self.farAway), today: today)
        for part in university.areas.chunks(of: 500) {
            let ideas = part.flatMap(invented.ideas)
            try await database.write { writer in
                try writer.takeRoom()
                try IdeaFill.ideas(ideas, invented.dice.identities, writer)
            }
        }
    }

    private func stand(_ university: InventedUniversity, _ database: any Database) async throws {
        let invented = InventedStandstill(
            university: university, dice: Dice(seed: seed + 9 * Self.farAway), today: today)
        let steps = university.areas.prefix(InventedStandstill.groups).enumerated().flatMap { number, area in
            invented.steps(of: area, number: number)
        }
        try await database.write { writer in
            for (change, deed) in steps { try writer.apply(change, deed) }
        }
    }

    private func prioritise(_ university: InventedUniversity, _ database: any Database) async throws {
        let dice = Dice(seed: seed + 12 * Self.farAway)
        let invented = InventedPriorities(dice: dice, today: today)
        for part in Array(university.areas.enumerated()).chunks(of: 100) {
            try await database.write { writer in
                try writer.takeRoom()
                for (number, area) in part {
                    for round in try invented.rounds(of: area, number: number, writer.reader) {
                        try PriorityFill.round(round, dice.identities, writer)
                    }
                }
            }
        }
    }

    /// Every group has agreed when it meets at its board; of the first ones there is something to look back at.
    private func meet(_ university: InventedUniversity, _ database: any Database) async throws {
        let invented = InventedMeetings(dice: Dice(seed: seed + 11 * Self.farAway), today: today)
        let areas = university.areas
        for part in areas.chunks(of: 1000) {
            let settings = part.map(invented.setting)
            try await database.write { try MeetingFill.settings(settings, $0) }
        }
        let first = areas.prefix(Self.groupsThatMet)
        try await database.write { writer in
            try writer.takeRoom()
            let held = try first.flatMap { area in
                try invented.held(
                    by: area, PlanPicture(of: area.group, where: "1 = 1", closedSince: today, writer.reader))
            }
            try MeetingFill.meetings(held, writer)
        }
    }

    private static let groupsThatMet = 60

    private func add(
        _ action: Action, _ closure: Closure?, _ lasting: InventedLasting, _ identities: Identities, _ writer: Writer
    ) throws {
        var action = action
        action.severity = lasting.before
        let deed = Deed(by: action.createdBy, at: action.createdAt, identities: identities)
        guard let closure, let day = action.closedOn else { return try writer.apply(action.created(deed), deed) }
        var open = action
        open.stage = .followUp
        open.closedOn = nil
        try writer.apply(open.created(deed), deed)
        let closing = Deed(
            by: action.agreed.responsible, at: Moment(milliseconds: day.number * 86_400_000 + 36_000_000),
            identities: identities)
        let asked = lasting.asked(after: day)
        let made = Closure(
            planned: closure.planned, done: closure.done, effect: closure.effect, learned: closure.learned,
            severity: lasting.after(action.severity, closure.effect), judgeOn: asked)
        let id: ID<MadeClosure> = identities.random()
        try writer.apply(open.closed(made, id: id, concerned: [], closing), closing)
        if let example = lasting.example(of: action, made, closedOn: day) {
            try writer.apply(example.shared(of: action.body), closing)
        }
        guard let (judgement, answered) = lasting.judgement(of: made, asked: asked) else { return }
        var closed = action
        closed.version = open.version + 1
        let judging = Deed(
            by: action.agreed.responsible, at: Moment(milliseconds: answered.number * 86_400_000 + 39_600_000),
            identities: identities)
        try writer.apply(
            closed.judged(
                judgement, id: judging.identities.ordered(at: judging.moment), of: id, concerned: [], judging), judging)
    }

    private func deed(on day: Day, _ identities: Identities) -> Deed {
        Deed(by: nil, at: Moment(milliseconds: day.number * 86_400_000 + 28_800_000), identities: identities)
    }
}

extension Array {
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
