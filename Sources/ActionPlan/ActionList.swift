import Access
import Kernel
import Organisation
import Storage

/// A page of a list of actions, with the names that its rows show.
struct ActionList {
    static let pageSize = 50
    /// More than this is not counted, but said to be more.
    static let countLimit = 1000

    let actions: [ListedAction]
    /// The same actions with all that was agreed; empty on a page, which does not show it.
    let whole: [Action]
    /// How many there are in all, counted to the limit; of a file only those in it.
    let count: Int
    /// Before which place the previous page ends; nothing where this is the first.
    let previous: String?
    /// After which place the next page begins; nothing where this is the last.
    let next: String?
    /// The partners' names; empty on a page.
    let partners: [PersonID: String]
    /// Of a page only where it is grouped by them.
    let units: [UnitID: Words]
    let bodies: [BodyID: Words]

    init(
        _ filter: ActionFilter, for viewer: Viewer, on day: Day, most: Int = pageSize, detail: Detail,
        bodies known: [BodyID: Words] = [:], _ reader: Reader
    ) throws {
        let condition = try filter.condition(for: viewer, on: day, reader)
        let order = ActionOrder(
            order: filter.order, grouping: filter.grouping, isWide: filter.isWide(for: viewer), day: day,
            language: viewer.language)
        let page = try ActionPages(order: order, condition: condition, reader: reader)
            .page(after: filter.after, before: filter.before, most)
        let isWhole = page.previous == nil && page.next == nil
        actions = page.actions
        previous = page.previous
        next = page.next
        let unknown = Set(actions.map(\.body)).subtracting(known.keys)
        let (counts, names) = try reader.together(
            detail == .page && !isWhole ? Self.count(condition) : .nothing,
            unknown.isEmpty ? .nothing : BodyStore.names(of: unknown))
        count = counts.first ?? actions.count
        bodies = known.merging(names) { one, _ in one }
        guard detail == .everything else {
            let named = filter.grouping == .unit ? Set(actions.map(\.unit)) : []
            (whole, partners, units) = ([], [:], try UnitStore(reader).names(of: named, on: day))
            return
        }
        whole = try ActionStore(reader).find(actions.map(\.id))
        partners = try PersonStore(reader).names(of: whole.reduce(into: Set()) { $0.formUnion($1.agreed.partners) })
        units = try UnitStore(reader).names(of: Set(whole.map(\.agreed.unit)), on: day)
    }

    /// What is read of each action.
    enum Detail {
        /// What a page shows, and how many there are in all.
        case page
        /// Its partners and its unit as well, and no count: for a file.
        case everything
    }

    private static func count(_ condition: SQL) -> Query<Int> {
        Query(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM action WHERE \(condition) LIMIT \(fixed: countLimit + 1)
            ) AS counted
            """
        ) { try $0[0] }
    }
}
