import Access
import Journal
import Kernel
import Law
import Reports
import Storage
import Web

/// What a viewer does with an accident, inside one write. The pages and the programs' routes both come here.
struct AccidentWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed
    let law: AccidentLaw

    init(_ writer: Writer, _ visit: Visit) {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
        law = visit.house.law.accidents(on: visit.today)
    }

    private var reader: Reader { writer.reader }

    func fillIn(_ id: ID<Report>, _ fields: Fields) throws {
        let (handlers, old) = try open(id)
        let details = try AccidentDetails(fields, instead: old, today: deed.day)
        guard fields["version"].trimmed == String(old?.version ?? 0) else {
            throw Problems(AccidentProblem.changedMeanwhile)
        }
        let new = details.record(of: handlers.report, instead: old)
        try save(new, instead: old, handlers, as: old == nil ? "recorded" : "changed")
    }

    func choose(_ id: ID<Report>, _ fields: Fields) throws {
        let chosen = try ChosenCodes(fields)
        let (handlers, old) = try open(id)
        let begun = try begun(old, handlers.report, fields)
        try save(chosen.record(begun), instead: old, handlers, as: "coded")
    }

    /// Nobody was away, as far as is known: with the record the duty is answered. What there is already stays.
    func noteNoAbsence(_ id: ID<Report>, _ fields: Fields) throws {
        let (handlers, old) = try open(id)
        try save(begun(old, handlers.report, fields), instead: old, handlers, as: "recorded")
    }

    /// The same once more changes nothing.
    func addAbsence(_ id: ID<Report>, _ fields: Fields) throws {
        let (handlers, old) = try open(id)
        var reading = Reading(fields)
        let absence = Absence(&reading)
        try reading.finish()
        let new = try begun(old, handlers.report, fields).with(absence, today: deed.day)
        try save(new, instead: old, handlers, as: "absence_added")
    }

    /// - Parameter first: the day on which the absence begins that has ended.
    func endAbsence(_ id: ID<Report>, _ fields: Fields) throws {
        let (handlers, old) = try opened(id)
        var reading = Reading(fields)
        let (absence, last) = (Absence(&reading), reading.day("last"))
        try reading.finish()
        guard let place = old.absences.firstIndex(where: { $0.last == nil && $0.first == absence.first }) else {
            return
        }
        var rest = old
        let away = rest.absences.remove(at: place)
        let new = try rest.with(Absence(away.first, last, isReduced: away.isReduced), today: deed.day)
        try save(new, instead: old, handlers, as: "absence_ended")
    }

    func removeAbsence(_ id: ID<Report>, _ fields: Fields) throws {
        let (handlers, old) = try opened(id)
        var reading = Reading(fields)
        let absence = Absence(&reading)
        try reading.finish()
        guard let place = old.absences.firstIndex(of: absence) else { return }
        var new = old
        new.absences.remove(at: place)
        try save(new, instead: old, handlers, as: "absence_removed")
    }

    func noteSending(_ id: ID<Report>, _ fields: Fields) throws {
        let (handlers, old) = try opened(id)
        let sent = try NewSending(fields, of: old, today: deed.day)
        guard let person = deed.person else { throw Refusal.signedOut }
        let sending = Sending(
            id: deed.identities.random(), to: sent.to, day: sent.day, receipt: sent.receipt, by: person)
        var new = old
        new.sendings = (old.sendings + [sending]).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        try writer.execute([sending.insertion(of: id)], raising: [])
        try save(new, instead: old, handlers, as: "sent")
    }

    /// What was written down by mistake.
    func withdrawSending(_ id: ID<Report>, _ sending: ID<Sending>) throws {
        let (handlers, old) = try opened(id)
        guard let withdrawn = old.sendings.first(where: { $0.id == sending }) else { return }
        var new = old
        new.sendings.removeAll { $0.id == sending }
        try writer.execute([withdrawn.removal(of: id)], raising: [])
        try save(new, instead: old, handlers, as: "sending_withdrawn")
    }

    /// Somebody else whom the event struck gets a report and a record beside this one.
    func addPerson(to id: ID<Report>) throws -> ID<Report> {
        let (_, record) = try open(id)
        return try FurtherPerson.add(to: id, happened: record?.happened, by: viewer, deed, writer)
    }

    /// The report as it is now, where the viewer may write what belongs to it.
    private func open(_ id: ID<Report>) throws -> (handlers: ReportHandlers, old: AccidentRecord?) {
        let report = try SeenReport.find(id, for: viewer, on: deed.day, writer)
        guard report.kind.mayBeAccident else { throw Refusal.notFound }
        guard let handlers = try ReportHandlers(of: id, on: deed.day, reader) else { throw Refusal.notFound }
        let group = try SeenReport.group(of: report, on: deed.day, reader)
        guard try AccidentEyes.of(viewer, on: report, group: group, on: deed.day, reader) == .whole else {
            throw Refusal.forbidden(AccidentRefusals.write)
        }
        return (handlers, try AccidentStore(reader).record(of: id))
    }

    func opened(_ id: ID<Report>) throws -> (handlers: ReportHandlers, old: AccidentRecord) {
        let (handlers, old) = try open(id)
        guard let old else { throw Refusal.notFound }
        return (handlers, old)
    }

    /// What there is to write in, or what the report itself says.
    private func begun(_ old: AccidentRecord?, _ report: Report, _ fields: Fields) throws -> AccidentRecord {
        if let old { return old }
        var reading = Reading(fields)
        let happened = reading.optionalDay("happened") ?? report.happened
        if let happened, happened > deed.day { reading.note(AccidentProblem.eventAhead, at: "happened") }
        try reading.finish()
        guard let happened else { throw Problems(AccidentProblem.noDay, at: "happened") }
        return AccidentRecord(from: report, happened: happened)
    }

    private func save(
        _ new: AccidentRecord, instead old: AccidentRecord?, _ handlers: ReportHandlers, as verb: String
    ) throws {
        guard new != old else { return }
        try writer.apply(new.saved(instead: old, handlers.report, as: verb, law, topics: handlers.topics), deed)
    }
}
