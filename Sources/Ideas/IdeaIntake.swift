import Journal
import Kernel
import Organisation
import Storage
import Web

/// Takes an idea in, once, however often it is sent.
struct IdeaIntake: Sendable {
    let visit: Visit
    let asked: AskedPlace

    /// - Returns: nothing where there is no such place.
    /// - Throws: `Problems`
    func take() async throws -> Idea? {
        let new = try NewIdea(visit.fields, by: visit.viewer.isSomebody ? visit.viewer.person : nil)
        // Of an idea without a name nothing but this deed reaches the database: it has no person and no hour.
        let deed = new.giver == .anonymous ? visit.deed.withoutTrace : visit.deed
        let id: IdeaID = visit.house.identities.random()
        let (asked, key) = (asked, key)
        let idea = try await once { writer -> Idea? in
            guard let place = try asked.found(writer.reader) else { return nil }
            try writer.apply(new.given(id, key: key, at: place, deed), deed)
            return try IdeaStore(writer.reader).find(id)
        }
        if new.giver == .anonymous { AnonymousIdeas.mix(in: visit.house.database, day: deed.day) }
        return idea
    }

    /// Made when the form was shown; kept as a hash only. What has none is another idea each time.
    private var key: SecretHash {
        let sent = visit.fields["key"]
        return SecretHash(of: "idea " + (sent.isEmpty ? visit.house.identities.secret() : sent))
    }

    /// An idea that came twice stands once: its key is unique. The write does not look for the key itself, since
    /// PostgreSQL would then hold ideas of strangers against each other.
    private func once(_ body: @escaping @Sendable (Writer) throws -> Idea?) async throws -> Idea? {
        let key = key
        do {
            return try await visit.write(body)
        } catch StorageProblem.notUnique(let what) {
            guard let known = try await visit.read({ try IdeaStore($0).find(key: key) }) else {
                throw StorageProblem.notUnique(what)
            }
            return known
        }
    }
}
