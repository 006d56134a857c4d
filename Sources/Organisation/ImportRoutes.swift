import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// Units and people from files: choose, look, apply.
struct ImportRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/import", for: .administrator) { visit in .page(try await Self.begun(visit)) }
        routes.get("/import/examples/:name", for: .administrator, sendExample)
        routes.post("/import", for: .administrator, takeIn)
        routes.get("/import/:id", for: .administrator, show)
        routes.post("/import/:id/application", for: .administrator, apply)
        routes.post("/import/:id/withdrawal", for: .administrator, withdraw)
    }

    private func sendExample(_ visit: Visit) throws -> Answer {
        guard let kind = ImportKind.allCases.first(where: { "\($0.rawValue).csv" == visit.parameters["name"] }) else {
            throw Refusal.notFound
        }
        let bytes = Array(ImportExample.text(of: kind).utf8)
        return .file(File(name: "\(kind.rawValue).csv", mediaType: "text/csv; charset=utf-8", bytes: bytes))
    }

    private func takeIn(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let files = try Self.files(visit.fields)
            let deed = visit.deed
            let draft = try await ImportDraft.read(files, visit.house.identities)
            let link = try await visit.once { writer in
                try draft.stage(deed, writer)
                return "/import/\(draft.id)"
            }
            return .redirect(link)
        } form: { problems in
            try await Self.begun(visit, problems: problems)
        }
    }

    private static func begun(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let today = visit.today
        let onlyTop = try await visit.read { reader in
            let units = try UnitStore(reader).page(on: today, most: 2)
            return units.count == 1 ? units[0] : nil
        }
        return ImportPage(visit: visit, onlyTop: onlyTop, problems: problems).page
    }

    private static func files(_ fields: Fields) throws(Problems) -> [ImportFile] {
        var problems = Problems()
        var files: [ImportFile] = []
        for kind in ImportKind.allCases {
            guard let upload = fields.uploads[kind.rawValue]?.first else { continue }
            if upload.isTooLarge { problems.add(FieldProblem.fileTooLarge(megabytes: 25), at: kind.rawValue) }
            files.append(ImportFile(kind, name: String(upload.name.prefix(200)), bytes: upload.bytes))
        }
        if files.isEmpty { problems.add(ImportFormProblem.noFile, at: ImportKind.units.rawValue) }
        guard problems.isEmpty else { throw problems }
        return files
    }

    private func show(_ visit: Visit) async throws -> Answer { .page(try await page(visit)) }

    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: ID<Import> = try visit.id()
        let page = try await visit.read { reader -> Page? in
            let store = ImportStore(reader)
            guard let found = try store.find(id) else { return nil }
            if found.isApplied {
                let line = try JournalStore(reader).lines(about: Subject("import", id)).first
                let name = try line?.person.flatMap { try PersonStore(reader).name(of: $0) }
                return ImportDonePage(visit: visit, found: found, line: line, name: name).page
            }
            return try ImportPreviewPage(visit: visit, found: found, problems: problems, store).page
        }
        guard let page else { throw Refusal.notFound }
        return page
    }

    private func apply(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            try await applied(visit)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    private func applied(_ visit: Visit) async throws -> Answer {
        let id: ID<Import> = try visit.id()
        let (deed, haveLeft) = (visit.deed, !visit.fields["left"].isEmpty)
        let outcome = try await visit.write { writer in
            let store = ImportStore(writer.reader)
            if !haveLeft, let found = try store.find(id), !found.isApplied {
                let counts = try store.counts(of: found)
                guard counts.refused > 0 || !counts.doManyLeave else {
                    throw Problems(ImportFormProblem.manyLeave(counts.people.absent), at: "left")
                }
            }
            return try Import.apply(id, deed, writer)
        }
        let text = ImportTexts(language: visit.language)
        let link: Link = "/import/\(id)"
        switch outcome {
        case nil: throw Refusal.notFound
        case .applied, .alreadyApplied: return .redirect(link, saying: text.applied)
        case .refused: return .redirect(link)
        case .differs: return .redirect(link, saying: text.differs)
        }
    }

    private func withdraw(_ visit: Visit) async throws -> Answer {
        let id: ID<Import> = try visit.id()
        try await visit.write { writer in try Import.withdraw(id, writer) }
        return .redirect("/import", saying: ImportTexts(language: visit.language).cancelled)
    }
}

extension ImportCounts {
    /// Fifty, or more than one in ten of more than a handful: perhaps the file was cut short, so somebody is asked.
    var doManyLeave: Bool {
        people.absent >= 50
            || people.absent > 10 && people.absent * 10 > people.absent + people.same + people.changed
    }
}
