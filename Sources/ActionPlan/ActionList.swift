import Access
import Kernel
import Organisation
import Storage

/// A page of a list of actions, with the names that its rows show.
struct ActionList {
    static let pageSize = 50
    /// More than this is not counted, but said to be more.
    static let countLimit = 1000

    let actions: [Action]
    /// How many there are in all, counted to the limit; only where it was asked for.
    let count: Int
    /// Where the next page begins; nothing where this is the last.
    let next: String?
    let people: [PersonID: String]
    let units: [UnitID: Words]
    let bodies: [BodyID: Words]
    let themes: [ThemeID: String]

    init(
        _ filter: ActionFilter, for viewer: Viewer, on day: Day, most: Int = pageSize, isCounted: Bool = false,
        _ reader: Reader
    ) throws {
        let store = ActionStore(reader)
        let condition = try filter.condition(for: viewer, on: day, reader)
        let here: SQL = filter.onward.map { "\(condition) AND \($0)" } ?? condition
        var found = try store.rows(here, orderedBy: filter.key, most + 1)
        let isWhole = filter.onward == nil && found.count <= most
        count = isCounted && !isWhole ? try Self.count(condition, reader) : found.count
        next = found.count > most ? filter.place(of: found[most - 1]) : nil
        found = Array(found.prefix(most))
        let partners = try store.partners(of: found.map(\.id))
        for index in found.indices { found[index].agreed.partners = partners[found[index].id] ?? [] }
        actions = found
        people = try PersonStore(reader).names(
            of: found.reduce(into: Set()) { $0.formUnion($1.agreed.partners.union([$1.agreed.responsible])) })
        units = try UnitStore(reader).names(of: Set(found.map(\.agreed.unit)), on: day)
        bodies = try BodyStore(reader).names(of: Set(found.map(\.body)))
        themes = try BoardStore(reader).titles(of: Set(found.compactMap(\.agreed.theme)))
    }

    private static func count(_ condition: SQL, _ reader: Reader) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM action WHERE \(condition) LIMIT \(countLimit + 1)
            ) AS counted
            """) ?? 0
    }
}
