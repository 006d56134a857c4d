import Access
import ActionPlan
import Kernel
import Organisation
import Reports
import Storage
import Web

/// An investigation with all that its pages show.
struct InvestigationPicture: Sendable {
    let seen: SeenReport
    let investigation: Investigation
    let participants: [Participant]
    let seats: GroupSeats
    let steps: [EventStep]
    let tree: CauseTree
    let barriers: [Barrier]
    /// What was made of the report, whatever it is to mend.
    let actions: [Action]
    /// What each action is to mend, by the id of a cause or a barrier.
    let mended: [ActionID: String]
    let similar: [SimilarReport]
    let places: [UnitID: Words]
    let names: [PersonID: String]

    /// Nothing where none was begun.
    /// - Parameter findsSimilar: whether similar reports are looked for, which only the page itself shows.
    init?(of seen: SeenReport, for viewer: Viewer, on day: Day, findsSimilar: Bool = false, _ reader: Reader) throws {
        let (report, store) = (seen.report, InvestigationStore(reader))
        guard let investigation = try store.find(report.id) else { return nil }
        let (participants, steps, causes, barriers, mended) = try reader.together(
            InvestigationStore.participants(in: report.id), EventStep.all(of: report.id), Cause.all(of: report.id),
            Barrier.all(of: report.id), InvestigationStore.mended(in: report.id))
        self.seen = seen
        self.investigation = investigation
        (self.participants, self.steps, self.barriers) = (participants, steps, barriers)
        tree = CauseTree(causes)
        self.mended = Dictionary(mended.map { ($0.action, $0.piece) }) { one, _ in one }
        seats = try GroupSeats(of: report.unit, on: day, reader)
        actions = try ActionStore(reader).actions(from: Origin(kind: "report", id: report.id.text))
        similar = findsSimilar ? try ReportStore(reader).similar(to: report, for: viewer, on: day) : []
        places = try UnitStore(reader).names(of: Set(similar.map(\.report.unit)), on: day)
        names = try PersonStore(reader).names(
            of: Set(participants.map(\.person)).union(
                [investigation.begunBy, investigation.closedBy].compactMap(\.self)))
    }

    var report: Report { seen.report }

    /// Which of the group's two have not taken part.
    var lacking: [Role] {
        Participant.expected.filter { role in !participants.contains { $0.role == role } }
    }

    func actions(mending piece: String) -> [Action] { actions.filter { mended[$0.id] == piece } }

    /// Those of the report that stand at no cause and at no barrier.
    var otherActions: [Action] {
        let known = Set(tree.causes.map(\.id.text) + barriers.map(\.id.text))
        return actions.filter { action in mended[action.id].map { !known.contains($0) } ?? true }
    }
}

extension Visit {
    /// The investigation that the address means, of a report that the viewer handles.
    /// - Throws: `Refusal.notFound` where there is none.
    func investigation(findsSimilar: Bool = false) async throws -> InvestigationPicture {
        let seen = try await SeenReport.find(self)
        let (viewer, day) = (viewer, today)
        guard
            let picture = try await read({
                try InvestigationPicture(of: seen, for: viewer, on: day, findsSimilar: findsSimilar, $0)
            })
        else { throw Refusal.notFound }
        return picture
    }
}
