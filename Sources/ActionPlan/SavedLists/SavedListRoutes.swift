import Journal
import Kernel
import Markup
import Storage
import Web

/// Lists that their person has saved: everybody's own.
struct SavedListRoutes {
    func add(to routes: inout Routes) {
        routes.get("/lists", for: .signedIn) { .page(try await page($0)) }
        routes.get("/lists/new", for: .signedIn) { .page(try await newPage($0)) }
        routes.post("/lists", for: .signedIn, save)
        routes.post("/lists/:id", for: .signedIn, rename)
        routes.post("/lists/:id/deletion", for: .signedIn, delete)
        routes.post("/lists/:id/restoring", for: .signedIn, restore)
    }

    private func page(
        _ visit: Visit, renaming: ID<SavedList>? = nil, _ problems: Problems = .none
    ) async throws -> Page {
        let person = visit.viewer.person
        return try await visit.read { reader in
            let store = SavedListStore(reader)
            let undo = ID<SavedList>(visit.fields["deleted"].trimmed)
            return SavedListsPage(
                visit: visit, lists: try store.all(of: person),
                deleted: try store.find(undo, of: person, isDeleted: true), renaming: renaming, problems: problems
            ).page
        }
    }

    private func newPage(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        NewSavedListPage(visit: visit, problems: problems).page
    }

    private func save(_ visit: Visit) async throws -> Answer {
        let (person, deed, fields) = (visit.viewer.person, visit.deed, visit.fields)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let list = SavedList(
                    id: deed.identities.random(), person: person, name: try SavedList.name(fields),
                    query: SavedList.query(fields))
                guard !list.query.isEmpty else { throw Problems(SavedListProblem.notNarrowed, at: "") }
                try Self.room(for: list.name, of: person, writer.reader)
                try writer.apply(list.saved(), deed)
                return list.link
            }
            return .redirect(link, saying: SavedListTexts(language: visit.language).savedNow)
        } form: {
            try await newPage(visit, $0)
        }
    }

    /// - Parameter known: the list that is to have the name, where it is there already.
    private static func room(
        for name: String, of person: PersonID, besides known: ID<SavedList>? = nil, _ reader: Reader
    ) throws {
        let all = try SavedListStore(reader).all(of: person).filter { $0.id != known }
        guard all.count < SavedList.most else {
            throw Problems(SavedListProblem.tooMany(limit: SavedList.most), at: "name")
        }
        guard !all.contains(where: { $0.name == name }) else { throw Problems(SavedListProblem.taken, at: "name") }
    }

    private func rename(_ visit: Visit) async throws -> Answer {
        let id: ID<SavedList> = try visit.id()
        let (person, deed, fields) = (visit.viewer.person, visit.deed, visit.fields)
        return try await visit.orAgain {
            try await visit.write { writer in
                guard let list = try SavedListStore(writer.reader).find(id, of: person) else { throw Refusal.notFound }
                let name = try SavedList.name(fields)
                try Self.room(for: name, of: person, besides: id, writer.reader)
                try writer.apply(list.renamed(name), deed)
            }
            return .redirect("/lists", saying: SavedListTexts(language: visit.language).renamedNow)
        } form: {
            try await page(visit, renaming: id, $0)
        }
    }

    private func delete(_ visit: Visit) async throws -> Answer {
        let id: ID<SavedList> = try visit.id()
        let (person, deed) = (visit.viewer.person, visit.deed)
        try await visit.write { writer in
            guard let list = try SavedListStore(writer.reader).find(id, of: person) else {
                guard try SavedListStore(writer.reader).find(id, of: person, isDeleted: true) != nil else {
                    throw Refusal.notFound
                }
                return
            }
            try writer.apply(list.deleted(), deed)
        }
        return .redirect(
            ("/lists" as Link).with([("deleted", id.text)]), saying: SavedListTexts(language: visit.language).deletedNow
        )
    }

    private func restore(_ visit: Visit) async throws -> Answer {
        let id: ID<SavedList> = try visit.id()
        let (person, deed) = (visit.viewer.person, visit.deed)
        return try await visit.orAgain {
            try await visit.write { writer in
                guard let list = try SavedListStore(writer.reader).find(id, of: person, isDeleted: true) else {
                    throw Refusal.notFound
                }
                try Self.room(for: list.name, of: person, writer.reader)
                try writer.apply(list.restored(), deed)
            }
            return .redirect("/lists", saying: SavedListTexts(language: visit.language).restoredNow)
        } form: {
            try await page(visit, $0)
        }
    }
}
