import Access
import ActionPlan
import Journal
import Kernel
import Storage
import Web

/// What a viewer does in rounds, inside one write.
struct RoundWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed
    let settings: Settings
    let text: PriorityTexts

    init(_ writer: Writer, _ visit: Visit) {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
        settings = visit.house.settings
        text = PriorityTexts(language: visit.language)
    }

    private var reader: Reader { writer.reader }
    private var store: RoundStore { RoundStore(reader) }

    /// - Throws: `Problems`, and `Refusal` where the viewer does not lead here.
    func start(_ id: BodyID, _ fields: Fields) throws -> RoundID {
        let body = try SeenPriorities.led(id, by: viewer, reader).body
        let offered =
            try Offered.ideas(of: body.id, text, reader) + Offered.actions(of: body.id, text, reader, on: deed.day)
        let new = try NewRound(fields, among: offered)
        let round = PriorityRound(
            id: deed.identities.random(), body: body.id, title: new.title, audience: new.audience,
            code: deed.identities.code(letters: PriorityRound.codeLength), started: deed.day)
        let cards = new.cards.enumerated().map { index, about in
            PriorityCard(id: deed.identities.random(), place: index + 1, about: about)
        }
        try writer.apply(round.started(with: cards, salt: deed.identities.secret()), deed)
        return round.id
    }

    /// Moves a round one step on or back. Where somebody else has done just that, it is done.
    /// - Throws: `Refusal.conflict` where it stands elsewhere by now.
    func move(_ id: RoundID, _ fields: Fields) throws -> RoundStep {
        let round = try SeenRound.led(id, by: viewer, reader).round
        guard let step = RoundStep(name: fields["to"]) else { throw Refusal.conflict(PriorityRefusals.movedOn) }
        guard round.step != step else { return step }
        guard [round.step.next, round.step.previous].contains(step), Int(fields["version"].trimmed) == round.version
        else { throw Refusal.conflict(PriorityRefusals.movedOn) }
        let cards = try store.cards(of: id)
        let isShown = round.step == .placing && step == .overlay
        let placing = PlacingStore(reader)
        let change = round.moved(
            to: step, cards: cards, people: isShown ? try placing.progress(in: id, cards: cards.count).begun : 0,
            sums: isShown ? try placing.sums(in: id) : [], salt: deed.identities.secret(), on: deed.day)
        try writer.apply(change, deed)
        return step
    }

    /// Lays a card where the group wants it: as its proposal, or in the end.
    /// - Throws: `Problems`, `TooLate`, and `Refusal` where the viewer does not lead here.
    func lay(_ id: RoundID, _ card: CardID, asProposal isProposal: Bool, _ fields: Fields) throws -> PriorityCard {
        let seen = try SeenRound.led(id, by: viewer, reader)
        let card = try seen.card(card, reader)
        guard seen.round.step == (isProposal ? .proposal : .agreement) else {
            throw TooLate(round: seen.round, card: card)
        }
        try writer.apply(seen.round.laid(card, at: try Placement(fields), asProposal: isProposal), deed)
        return card
    }

    /// Keeps what somebody answers of a card, alone.
    /// - Throws: `Problems`, `TooLate`, and `Refusal` where the viewer is not asked.
    func place(_ id: RoundID, _ card: CardID, _ fields: Fields, isPartial: Bool) throws {
        let seen = try SeenRound(id, for: viewer, reader)
        let card = try seen.card(card, reader)
        guard seen.mayPlace else { throw Refusal.forbidden(PriorityRefusals.place) }
        guard seen.round.step == .placing,
            let mark = try PlacingStore(reader).mark(of: viewer.person, in: id, settings)
        else { throw TooLate(round: seen.round, card: card) }
        let answers = try Answers(fields, isPartial: isPartial)
        guard !answers.isEmpty else { return }
        try writer.apply(seen.round.placed(card.id, answers, by: mark), deed.withoutTrace)
    }

    /// Lays the notes of the board in the order that was agreed.
    func layBoard(_ id: RoundID) throws {
        let round = try agreed(id)
        guard round.boardBefore == nil else { return }
        let known = Dictionary(
            uniqueKeysWithValues: try KnownCard.all(store.cards(of: id), reader).map { ($0.card.id, $0) })
        let order = try store.judged(round).filter { $0.agreed != nil }.ordered(by: .priority)
            .compactMap { known[$0.card.id]?.action }
        let arrangement = try Arrangement(of: round.body, by: order, reader)
        try writer.apply(round.boardLaid(arrangement.change, before: arrangement.text), deed)
    }

    /// Notes that have been moved since stay where they are.
    func layBoardBack(_ id: RoundID) throws {
        let round = try agreed(id)
        guard let text = round.boardBefore else { return }
        let arrangement = Arrangement(of: round.body, text: text)
        try writer.apply(round.boardLaid(arrangement.undone, before: nil), deed)
    }

    private func agreed(_ id: RoundID) throws -> PriorityRound {
        let round = try SeenRound.led(id, by: viewer, reader).round
        guard round.step >= .agreement else { throw Refusal.conflict(PriorityRefusals.notAgreed) }
        return round
    }
}

/// The round has gone on, or has not come so far, since the page was made. What was answered is shown again.
struct TooLate: Error {
    let round: PriorityRound
    let card: PriorityCard
}
