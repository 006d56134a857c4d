import Files
import Journal
import Kernel
import Organisation
import Storage
import Web

/// Takes a report in, once, however often it is sent.
struct ReportIntake: Sendable {
    let visit: Visit
    let asked: AskedUnit
    /// Made when the form was shown.
    let code: ReportCode

    /// - Returns: who stands behind what was reported; nothing where there is no such unit.
    /// - Throws: `Problems`
    func take() async throws -> ReportSender? {
        let sent = visit.fields.uploads["photos"] ?? []
        // Photos cost time; a report that is known is not worth developing them again.
        if !sent.isEmpty, let known = try await known() { return known.sender }
        let new = try NewReport(
            visit.fields, by: visit.viewer.isSomebody ? visit.viewer.person : nil, today: visit.today)
        let photos = try await Darkroom.photos(sent, at: "photos")
        return try await take(new, photos)
    }

    /// Of anonymous reports nothing but this deed reaches the database: it has no person and no hour.
    private func take(_ new: NewReport, _ photos: [Photo]) async throws -> ReportSender? {
        let deed = new.sender == .anonymous ? visit.deed.withoutTrace : visit.deed
        let identities = visit.house.identities
        let (code, language) = (code, visit.language)
        let id: ID<Report> = identities.random()
        let files = try photos.enumerated().map { index, photo in
            try NewFile(id: identities.random(), photo: photo, position: index + 1, in: language, on: deed.day)
        }
        let sender = try await write { writer, place -> ReportSender? in
            guard let place else { return nil }
            let unit = place.unit
            let new = new.keptFromThose(among: place.surroundings)
            let readers = try new.readers(among: place.surroundings)
            try writer.apply(
                new.taken(
                    id, code: code, in: unit.id, unitName: unit.name, photos: files, readers: readers, deed), deed)
            return new.sender
        }
        if new.sender == .anonymous { AnonymousRows.mix(in: visit.house.database, day: deed.day) }
        return sender
    }

    /// A report that came twice at the same moment stands once: its code is unique. The write does not look for the
    /// code itself, since PostgreSQL would then hold reports of strangers against each other.
    private func write(
        _ body: @escaping @Sendable (Writer, ReportedPlace?) throws -> ReportSender?
    ) async throws -> ReportSender? {
        let asked = asked
        do {
            return try await visit.write(knowing: asked.named?.text, { try asked.found($0) }, body)
        } catch StorageProblem.notUnique(let what) {
            guard let known = try await known() else { throw StorageProblem.notUnique(what) }
            return known.sender
        }
    }

    private func known() async throws -> Report? {
        let code = code
        return try await visit.read { try ReportStore($0).find(code) }
    }
}
