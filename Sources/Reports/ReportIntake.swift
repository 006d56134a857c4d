import Files
import Journal
import Kernel
import Organisation
import Storage
import Web

/// Takes a report in, once, however often it is sent.
struct ReportIntake: Sendable {
    let visit: Visit
    let unit: Unit
    /// Made when the form was shown.
    let code: ReportCode

    /// - Throws: `Problems`
    func take() async throws {
        if try await isKnown() { return }
        let new = try NewReport(
            visit.fields, by: visit.viewer.isSomebody ? visit.viewer.person : nil, today: visit.today)
        let photos = try await Darkroom.photos(visit.fields.uploads["photos"] ?? [], at: "photos")
        try await take(new, photos)
    }

    /// Of anonymous reports nothing but this deed reaches the database: it has no person and no hour.
    private func take(_ new: NewReport, _ photos: [Photo]) async throws {
        let deed = new.sender == .anonymous ? visit.deed.withoutTrace : visit.deed
        let identities = visit.house.identities
        let (unit, code, language) = (unit, code, visit.language)
        let id: ID<Report> = identities.random()
        let files = try photos.enumerated().map { index, photo in
            try NewFile(id: identities.random(), photo: photo, position: index + 1, in: language, on: deed.day)
        }
        try await visit.write { writer in
            guard try ReportStore(writer.reader).find(code) == nil else { return }
            let readers = try ReportReaders(of: new.kind, in: unit.id, on: deed.day, writer.reader)
            guard !readers.isNobody else {
                let problem: ReportProblem = new.kind.isConfidential ? .nobodyReadsConfidential : .nobodyReads
                throw Problems(problem, at: "kind")
            }
            try writer.apply(
                new.taken(
                    id, code: code, in: unit.id, unitName: unit.name, photos: files, readers: readers, deed), deed)
        }
        if new.sender == .anonymous { AnonymousRows.mix(in: visit.house.database, day: deed.day) }
    }

    private func isKnown() async throws -> Bool {
        let code = code
        return try await visit.read { try ReportStore($0).find(code) != nil }
    }
}
