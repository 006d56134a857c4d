import Access
import Files
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Writing a record, correcting it as a new version, reading it on the screen and on paper.
struct RecordRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/units/:id/proximity/new", for: .signedIn) { visit in .page(try await form(visit)) }
        routes.post("/units/:id/proximity", for: .signedIn) { visit in try await save(visit, isNew: true) }
        routes.get("/proximity/:id", for: .signedIn) { visit in
            .page(RecordPage(visit: visit, picture: try await picture(visit)).page)
        }
        routes.get("/proximity/:id/paper", for: .signedIn) { visit in
            .page(RecordPaper(visit: visit, picture: try await picture(visit)).page)
        }
        routes.get("/proximity/:id/files/:file", for: .signedIn, fetch)
        routes.get("/proximity/:id/edit", for: .signedIn) { visit in .page(try await correction(visit)) }
        routes.post("/proximity/:id/edit", for: .signedIn) { visit in try await save(visit, isNew: false) }
    }

    // MARK: Reading

    private func picture(_ visit: Visit) async throws -> RecordPicture {
        let id: ID<ProximityRecord> = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { try Self.picture(id, viewer, on: today, $0) }
    }

    static func picture(
        _ id: ID<ProximityRecord>, _ viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> RecordPicture {
        let (store, units) = (ProximityStore(reader), UnitStore(reader))
        guard let record = try store.find(id), try store.mayRead(record.unit, viewer, on: day) else {
            throw Refusal.notFound
        }
        let changes = try store.changes(of: id)
        let names = try units.names(
            of: Set([record.unit] + changes.flatMap { [$0.unit, $0.other].compactMap(\.self) }), on: day)
        return RecordPicture(
            record: record, unit: names[record.unit] ?? Words(da: "", en: ""),
            assessments: try store.assessments(of: id),
            changes: changes.map { ($0, told($0, names)) }, files: try store.files(of: id),
            versions: try store.versions(of: record.series),
            writer: try record.writtenBy.flatMap { try PersonStore(reader).name(of: $0) },
            mayChange: try viewer.arranges([record.unit], on: day, reader))
    }

    private static func told(_ change: OrganisationChange, _ names: [UnitID: Words]) -> Words {
        Words(da: change.told(in: .danish, names), en: change.told(in: .english, names))
    }

    private func fetch(_ visit: Visit) async throws -> Answer {
        let id: ID<ProximityRecord> = try visit.id()
        let fileID: FileID = try visit.id("file")
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let picture = try Self.picture(id, viewer, on: today, reader)
            guard let file = picture.files.first(where: { $0.id == fileID }) else { throw Refusal.notFound }
            return .file(
                File(name: file.name, mediaType: file.mediaType, bytes: try FileStore(reader).bytes(of: file)))
        }
    }

    // MARK: Writing

    private func form(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: UnitID = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        let ground = try await visit.read { try Self.ground(id, nil, viewer, on: today, $0) }
        return RecordFormPage(visit: visit, ground: ground, problems: problems).page
    }

    private func correction(_ visit: Visit, problems: Problems = .none, clash: EditClash? = nil) async throws -> Page {
        let id: ID<ProximityRecord> = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        let ground = try await visit.read { try Self.ground(correcting: id, viewer, on: today, $0) }
        return RecordFormPage(visit: visit, ground: ground, problems: problems, clash: clash).page
    }

    /// The latest version is corrected, whichever one the form was made from.
    private static func ground(
        correcting id: ID<ProximityRecord>, _ viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> RecordGround {
        let store = ProximityStore(reader)
        guard let record = try store.find(id), let latest = try store.versions(of: record.series).first else {
            throw Refusal.notFound
        }
        return try ground(latest.unit, latest, viewer, on: day, reader)
    }

    private static func ground(
        _ id: UnitID, _ former: ProximityRecord?, _ viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> RecordGround {
        let (store, units) = (ProximityStore(reader), UnitStore(reader))
        guard let unit = try units.find(id, on: day), try store.mayRead(id, viewer, on: day) else {
            throw Refusal.notFound
        }
        guard try viewer.arranges([id], on: day, reader) else { throw Refusal.doesNotArrange }
        // About a unit above it only where the viewer arranges that, too.
        let line = try units.line(to: id, on: day).filter {
            try $0.id == id || viewer.arranges([$0.id], on: day, reader)
        }
        let answered = try former.map { try store.changes(of: $0.id) } ?? []
        let top = line.first?.id ?? id
        let asking = try ChangeStore(reader).asking(within: Reach(bodies: [], roots: [top], on: day), through: .latest)
        let changes = answered + asking
        let names = try units.names(of: Set(changes.flatMap { [$0.unit, $0.other].compactMap(\.self) }), on: day)
        return RecordGround(
            unit: unit, line: line, changes: changes.map { ($0.id, told($0, names)) },
            figures: try AreaFigures(of: id, on: day, reader), former: former,
            assessments: try former.map { try store.assessments(of: $0.id) } ?? [:],
            answered: Set(answered.map(\.id)), files: try former.map { try store.files(of: $0.id) } ?? [],
            writer: try former?.writtenBy.flatMap { try PersonStore(reader).name(of: $0) })
    }

    private func save(_ visit: Visit, isNew: Bool) async throws -> Answer {
        let (sent, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        let key = visit.parameters["id"] ?? ""
        @Sendable func ground(_ reader: Reader) throws -> RecordGround {
            isNew
                ? try Self.ground(UnitID(key), nil, viewer, on: deed.day, reader)
                : try Self.ground(correcting: ID(key), viewer, on: deed.day, reader)
        }
        do {
            return try await visit.orAgain {
                // Before a file is looked at, whether its sender may put it there.
                _ = try await visit.read { try ground($0) }
                let new = try await Self.files(visit)
                let link = try await visit.once { writer in
                    let ground = try ground(writer.reader)
                    let fields =
                        ground.former == nil ? sent : try Editions.settled(sent, beside: ground.written(on: deed.day))
                    let written = try WrittenProximity(
                        fields, candidates: ground.line.map(\.id), asking: Set(ground.changes.map(\.id)), on: deed.day)
                    guard ground.files.count + new.count <= WrittenProximity.mostFiles else {
                        throw Problems(ProximityProblem.tooManyFiles(WrittenProximity.mostFiles), at: "file")
                    }
                    let changes = ChangeStore(writer.reader)
                    let asking = try changes.asking(among: written.changes)
                    try writer.apply(
                        written.written(
                            after: ground.former, kept: ground.files, new: new,
                            answering: try asking.sorted().compactMap { try changes.find($0) }, deed), deed)
                    return "/units/\(written.unit)/proximity"
                }
                return .redirect(link, saying: ProximityTexts(language: visit.language).saved)
            } form: { problems in
                isNew ? try await form(visit, problems: problems) : try await correction(visit, problems: problems)
            }
        } catch let clash as EditClash {
            return .page(try await correction(visit, clash: clash), status: 409)
        }
    }

    private static func files(_ visit: Visit) async throws -> [NewFile] {
        var files: [NewFile] = []
        for upload in visit.fields.uploads["file"] ?? [] where upload.isTooLarge || !upload.bytes.isEmpty {
            do {
                files.append(
                    try await NewFile.taken(
                        upload, id: visit.house.identities.random(), in: visit.language, on: visit.today))
            } catch let problem as any Problem {
                throw Problems(problem, at: "file")
            }
        }
        return files
    }
}
