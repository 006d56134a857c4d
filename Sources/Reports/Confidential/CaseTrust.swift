import Journal
import Kernel
import Notices
import Organisation
import Storage

/// Who handles a confidential report, how it went from one to another, and from whom the reporter keeps it.
struct CaseTrust: Sendable {
    /// Nobody of a case from before, which is read by office, and of what is not confidential.
    let handlers: [CaseHandler]
    let passings: [CasePassing]
    let keptFrom: [PersonID]

    init(of report: Report, _ reader: Reader) throws {
        guard report.isConfidential else {
            (handlers, passings, keptFrom) = ([], [], [])
            return
        }
        let store = CaseStore(reader)
        handlers = try store.handlers(of: report.id)
        passings = try store.passings(of: report.id)
        keptFrom = try store.keptFrom(report.id).sorted()
    }

    /// All who are named on the pages.
    var people: [PersonID] {
        handlers.map(\.person) + keptFrom + passings.flatMap { [$0.giver, $0.taker].compactMap { $0 } }
    }

    var readers: [PersonID] { handlers.filter(\.reads).map(\.person) }

    /// Whoever handles it hands it on; a deputy who goes on reading does not.
    func mayPassOn(_ person: PersonID) -> Bool {
        handlers.isEmpty || handlers.contains { $0.person == person && $0.duty == .handler }
    }
}

extension Report {
    /// To whom it may be handed: those who could read what is told here in confidence, and its deputy; neither its
    /// reporter, nor anybody from whom it is kept, nor whoever reads it already.
    func successors(_ trust: CaseTrust, besides person: PersonID?, on day: Day, _ reader: Reader) throws -> [Confidant]
    {
        let deputies = trust.handlers.filter { !$0.reads }
            .map { Confidant(person: $0.person, standing: .deputy, unit: nil) }
        let others = try Confidant.all(among: Surroundings(of: unit, on: day, reader))
        var barred = Set(trust.keptFrom + trust.readers + [sender.person, person].compactMap { $0 })
        let able = (deputies + others).filter { barred.insert($0.person).inserted }
        let here = try PersonStore(reader).here(Set(able.map(\.person)), on: day)
        return able.filter { here.contains($0.person) }
    }

    /// Gives it the handlers of the day: it was told to a group, and has become confidential.
    /// - Throws: `Problems` where nobody would read it.
    func entrust(_ deed: Deed, _ writer: Writer) throws {
        let surroundings = try Surroundings(of: unit, on: deed.day, writer.reader)
        let barred = Set(sender.person.map { [$0] } ?? [])
        let readers = ReportReaders(of: kind, among: surroundings, without: barred)
        guard !readers.isNobody else { throw Problems(ReportProblem.nobodyReadsConfidential, at: "kind") }
        try writer.apply(
            Change(readers.handlers.map { $0.kept(of: id) }, journal: [], raising: readers.topics)
                + Notice.told(readers.people, NoticeTexts.confidential, at: "/reports/\(id)", deed), deed)
    }

    /// Goes from one to another: the taker handles it from now on, the giver no longer, who reads on only if so wished.
    /// - Parameters:
    ///   - trust: as it was until now.
    ///   - place: among the passings of this case.
    ///   - name: of the taker.
    func passed(
        _ passing: CasePassing, from trust: CaseTrust, as place: Int, taker name: String, giver: String, _ deed: Deed
    ) -> Change {
        var statements = [CaseHandler.handler(passing.taker).kept(of: id), passing.kept(of: id, as: place)]
        if let giver = passing.giver {
            statements.append(
                passing.stays
                    ? CaseHandler(person: giver, duty: .deputy, reads: true).kept(of: id)
                    : "DELETE FROM report_handler WHERE report_id = \(id) AND person_id = \(giver)")
        }
        let entry = JournalEntry(Subject("report", id), passing.way == .stoodIn ? "stood_in" : "handed_on")
        let people = Set(trust.readers + [passing.taker] + [passing.giver].compactMap { $0 })
        let topics = [.report(id)] + people.sorted().map(Topic.cases)
        let others = Set(trust.readers).subtracting([passing.taker] + (passing.giver.map { [$0] } ?? []))
        let page = "/reports/\(id)"
        return Change(statements, journal: [entry], raising: topics)
            + Notice.told(
                [passing.taker], passing.way == .left ? NoticeTexts.confidential : NoticeTexts.handedOn(by: giver),
                at: page, deed)
            + Notice.told(others, NoticeTexts.handedOn(to: name), at: page, deed)
            + told(NoticeTexts.newHandler, deed)
    }
}

extension CaseStore {
    /// What a deputy's pages listen to who sees that the case lies: from now on it does no longer.
    func topicsOfLying(_ report: ID<Report>, on day: Day) throws -> [Topic] {
        guard try !lying(among: [report], on: day).isEmpty else { return [] }
        return try handlers(of: report).filter { !$0.reads }.map { .cases(of: $0.person) }
    }
}
