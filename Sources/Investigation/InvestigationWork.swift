import Access
import ActionPlan
import Journal
import Kernel
import Notices
import Organisation
import Reports
import Storage
import Web

/// What a viewer does with an investigation, inside one write: whoever does not handle the report finds nothing.
struct InvestigationWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed
    let report: Report

    /// - Throws: `Refusal.notFound`
    init(_ writer: Writer, _ visit: Visit, _ id: ID<Report>) throws {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
        report = try SeenReport.find(id, for: visit.viewer, on: visit.today, writer)
    }

    var reader: Reader { writer.reader }
    var store: InvestigationStore { InvestigationStore(reader) }

    /// Begins it, once. Who of the group's two has begun it takes part; the other one hears of it, of what is not
    /// confidential.
    func begin() throws {
        guard Investigation.isFor(report.kind) else { throw Refusal.conflict(InvestigationNotices.notForGood) }
        guard try store.find(report.id) == nil else { return }
        let handling = try ReportHandling(report.id, by: viewer, deed, writer)
        try handling.read(as: viewer.name)
        let investigation = Investigation(report: report.id, begun: deed.day, begunBy: viewer.person)
        try writer.apply(investigation.made(), deed)
        let seats = try GroupSeats(of: report.unit, on: deed.day, reader)
        if let own = seats.participant(viewer.person) {
            try writer.apply(investigation.taking(part: [own]), deed)
        }
        guard !report.isConfidential else { return }
        let unit = try UnitStore(reader).names(of: [report.unit], on: deed.day)[report.unit]
        let words = InvestigationNotices.begun(Reports.name(of: report.kind), in: unit)
        try writer.apply(
            Notice.told(seats.expected, words, at: "/reports/\(report.id)/investigation", deed), deed)
    }

    /// The investigation, where it can be written in.
    /// - Throws: `Refusal.notFound` where none was begun; `Problems` where it is closed.
    func open() throws -> Investigation {
        let investigation = try any()
        guard investigation.isOpen else { throw Problems(InvestigationProblem.isClosed) }
        return investigation
    }

    private func any() throws -> Investigation {
        guard let investigation = try store.find(report.id) else { throw Refusal.notFound }
        return investigation
    }

    // MARK: Pieces

    func add<Kind: KeptPiece>(_ kind: Kind.Type, _ fields: Fields) throws -> Kind {
        let investigation = try open()
        let pieces: [Kind] = try store.pieces(of: report.id)
        guard pieces.count < Kind.most else { throw Problems(InvestigationProblem.tooMany(limit: Kind.most)) }
        let last = pieces.map(\.place).max() ?? 0
        let piece = try Kind(
            fields, id: deed.identities.random(), place: last + 1, among: store.causes(of: report.id))
        try writer.apply(piece.added(to: investigation), deed)
        return piece
    }

    /// - Throws: `EditClash` where somebody else wrote the same field since the form was made.
    func change<Kind: KeptPiece>(_ id: ID<Kind>, _ fields: Fields) throws {
        let investigation = try open()
        guard let old = try piece(id) else { throw Problems(InvestigationProblem.removedMeanwhile) }
        let settled = try Editions.settled(fields, beside: old.written)
        let new = try Kind(settled, id: id, place: old.place, among: store.causes(of: report.id))
        guard new != old else { return }
        try writer.apply(investigation.change([new.saved()], "changed"), deed)
    }

    /// What answered a cause answers from then on what that one answered: nothing else goes away with it.
    func remove<Kind: KeptPiece>(_ id: ID<Kind>, _ fields: Fields) throws {
        let investigation = try open()
        guard let old = try piece(id) else { return }
        let isAsSeen = old.written.allSatisfy { name, text in
            !fields.has("was_" + name) || fields["was_" + name].withPlainNewlines.trimmed == text
        }
        guard isAsSeen else { throw Problems(InvestigationProblem.changedMeanwhile) }
        var statements = old.removed()
        if let cause = old as? Cause {
            statements += try store.causes(of: report.id).causes.filter { $0.parent == cause.id }.map {
                Cause(id: $0.id, place: $0.place, what: $0.what, parent: cause.parent, bone: $0.bone ?? cause.bone)
                    .saved()
            }
        }
        statements.append(
            "DELETE FROM investigation_action WHERE report_id = \(report.id) AND piece_id = \(id)")
        try writer.apply(investigation.change(statements, "changed"), deed)
    }

    /// A step changes places with the one before it, or after it.
    func move(_ id: ID<EventStep>, isUp: Bool) throws {
        let investigation = try open()
        let steps: [EventStep] = try store.pieces(of: report.id)
        guard let here = steps.firstIndex(where: { $0.id == id }) else { throw Refusal.notFound }
        let there = isUp ? here - 1 : here + 1
        guard steps.indices.contains(there) else { return }
        var order = steps
        order.swapAt(here, there)
        let moved = order.enumerated().map { index, step in
            EventStep(id: step.id, place: index + 1, time: step.time, what: step.what)
        }
        try writer.apply(
            investigation.change(moved.map { $0.saved() }, "changed"), deed)
    }

    private func piece<Kind: KeptPiece>(_ id: ID<Kind>) throws -> Kind? {
        try store.pieces(of: report.id).first { $0.id == id }
    }

    // MARK: Who takes part, and the end

    /// Two may tick at once: what each has ticked or unticked counts, and the rest stays.
    func takePart(_ fields: Fields) throws {
        var investigation = try open()
        let (seats, current) = (
            try GroupSeats(of: report.unit, on: deed.day, reader), try store.participants(in: report.id)
        )
        let known = Set(current.map(\.person))
        let ticks = Ticks(fields)
        var reading = Reading(try Editions.settled(fields, beside: ["others": investigation.others]))
        let others = reading.optionalText("others", limit: InvestigationLimit.text)
        if !ticks.sent.isSubset(of: known.union(seats.people)) { reading.note(FieldProblem.unknown, at: "people") }
        try reading.finish()
        let parts = ticks.applied(to: known).sorted().compactMap { person in
            current.first { $0.person == person } ?? seats.participant(person)
        }
        if parts != current { try writer.apply(investigation.taking(part: parts), deed) }
        guard others != investigation.others else { return }
        investigation.others = others
        try writer.apply(investigation.saved(as: "changed"), deed)
    }

    func conclude(_ fields: Fields) throws {
        var investigation = try open()
        let conclusion = try Conclusion(try Editions.settled(fields, beside: investigation.written))
        let old = investigation
        investigation.conclusion = conclusion.conclusion
        investigation.prevention = conclusion.prevention
        guard investigation != old else { return }
        try writer.apply(investigation.saved(as: "changed"), deed)
    }

    func close(_ fields: Fields) throws {
        var investigation = try open()
        let ending = try InvestigationEnding(
            fields, of: investigation, hasCause: !store.causes(of: report.id).isEmpty,
            isReportOpen: report.stage != .closed, limit: ReportMessage.limit)
        investigation.isCauseUnknown = ending.isCauseUnknown
        investigation.closed = deed.day
        investigation.closedBy = viewer.person
        try writer.apply(investigation.saved(as: "closed"), deed)
        let handling = try ReportHandling(report.id, by: viewer, deed, writer)
        switch ending.way {
        case .message: try handling.say(ending.feedback, key: fields["key"])
        case .outcome: try handling.close(because: ending.feedback)
        }
    }

    func reopen() throws {
        var investigation = try any()
        guard !investigation.isOpen else { return }
        investigation.closed = nil
        investigation.closedBy = nil
        try writer.apply(investigation.saved(as: "reopened"), deed)
    }

    /// Lays an action of the report at a cause or a barrier, or at none where no piece is named.
    /// - Throws: `Refusal.notFound` where the action is not the report's, or there is no such piece.
    func lay(_ action: ActionID, at piece: String) throws {
        let investigation = try open()
        let origin = Origin(kind: "report", id: report.id.text)
        guard try ActionStore(reader).find(action)?.origin == origin, try piece.isEmpty || isKnown(piece) else {
            throw Refusal.notFound
        }
        let removal: SQL = "DELETE FROM investigation_action WHERE action_id = \(action)"
        let laid = piece.isEmpty ? Change([], journal: [], raising: []) : investigation.mended(piece, by: action)
        try writer.apply(investigation.change([removal], "changed") + laid, deed)
    }

    private func isKnown(_ piece: String) throws -> Bool {
        try store.causes(of: report.id)[ID(piece)] != nil
            || store.pieces(of: report.id, Barrier.self).contains { $0.id.text == piece }
    }

    /// Remembers for which cause or barrier the viewer goes on to write an action.
    /// - Throws: `Refusal.notFound` where there is none such.
    func intend(_ piece: String) throws {
        guard try isKnown(piece) else { throw Refusal.notFound }
        try writer.execute(
            """
            INSERT INTO investigation_intent (report_id, person_id, piece_id, day)
            VALUES (\(report.id), \(viewer.person), \(piece), \(deed.day))
            ON CONFLICT (report_id, person_id) DO UPDATE SET piece_id = excluded.piece_id, day = excluded.day
            """)
    }
}

extension Investigation {
    /// By the fields of the form in which it is concluded.
    var written: [String: String] { ["conclusion": conclusion, "prevention": prevention] }
}

/// Who sits in the group that looks after a unit, laid ready to be ticked.
struct GroupSeats: Sendable {
    /// Whoever has rights by the seat; the group's leader and its safety representative first.
    let seats: [Seat]

    init(of unit: UnitID, on day: Day, _ reader: Reader) throws {
        guard let body = try BodyStore(reader).group(covering: unit, on: day) else {
            self.init([])
            return
        }
        self.init(try BodyStore(reader).seats(of: body.id, on: day))
    }

    init(_ seats: [Seat]) {
        var known: Set<PersonID> = []
        let expected = Participant.expected
        let ordered = seats.enumerated().sorted { one, other in
            let (first, second) = (one.element.mandate.role, other.element.mandate.role)
            return (expected.firstIndex(of: first) ?? expected.count, one.offset)
                < (expected.firstIndex(of: second) ?? expected.count, other.offset)
        }
        self.seats = ordered.map(\.element).filter {
            $0.mandate.role.givesRights && known.insert($0.mandate.person).inserted
        }
    }

    var people: Set<PersonID> { Set(seats.map(\.mandate.person)) }

    /// The two who take part in every investigation.
    var expected: Set<PersonID> {
        Set(seats.filter { Participant.expected.contains($0.mandate.role) }.map(\.mandate.person))
    }

    func participant(_ person: PersonID) -> Participant? {
        seats.first { $0.mandate.person == person }.map { Participant(person, as: $0.mandate.role) }
    }
}
