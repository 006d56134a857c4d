import Access
import Kernel
import Organisation
import Storage

/// A plan in numbers, as far as the viewer reads it.
struct PlanFigures {
    /// How far back what was opened, closed and judged is counted.
    static let months = 12

    let people: PersonLoads
    let due: DueWeeks
    let origins: [OriginCount]
    let throughput: Throughput
    let age: WorkAge
    let effects: EffectShares

    /// Nothing has happened here, and nothing waits.
    var isEmpty: Bool {
        people.loads.isEmpty && throughput.opened.isEmpty && throughput.closed.isEmpty && effects.all.count == 0
    }

    init(of plan: SeenPlan, _ origins: Origins, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        let first = Month(day).earlier(by: Self.months - 1)
        let store = FigureStore(
            body: plan.body.id, isWithinReach: viewer.reads.condition(of: plan.body.id, unit: "action.unit_id"),
            day: day)
        let (loads, dues, onHold, kinds, opened, closed, effects) = try reader.together(
            store.people, store.dueDays, store.onHold, store.origins(origins.kind(for: viewer)),
            store.opened(since: first.first), store.closed(since: first.first), store.effects(since: first.first))
        let (ages, themes) = try reader.together(store.ages, BoardStore.themes(of: plan.body.id))
        people = PersonLoads(loads: loads)
        due = DueWeeks(days: dues, onHold: onHold.first ?? 0, from: day)
        self.origins = kinds.sorted { ($0.isRest, $1.open, $0.kind) < ($1.isRest, $0.open, $1.kind) }
        throughput = Throughput(until: Month(day), opened: Dictionary(opened) { $1 }, closed: Dictionary(closed) { $1 })
        age = WorkAge(days: ages.map { (max(0, day - $0.0), $0.1) })
        self.effects = EffectShares(effects, themes: themes)
    }
}

/// How many open actions somebody is responsible for.
struct PersonLoad: Equatable {
    let person: PersonID
    let name: String
    let open: Int
    let overdue: Int
    let hasLeft: Bool
}

/// Who is responsible for how many: whoever has most first.
struct PersonLoads {
    let loads: [PersonLoad]

    /// Fewer than this is never too much.
    static let fewestToMind = 4

    /// In the middle of those who are responsible for something.
    var median: Double {
        let counts = loads.map(\.open).sorted()
        guard !counts.isEmpty else { return 0 }
        return Double(counts[(counts.count - 1) / 2] + counts[counts.count / 2]) / 2
    }

    /// Those who carry more than twice what is usual here.
    var heavy: [PersonLoad] {
        guard loads.count > 2 else { return [] }
        let usual = median
        return loads.filter { $0.open >= Self.fewestToMind && Double($0.open) > 2 * usual }
    }
}

/// Open actions by what kind of thing they came from; the kind is empty where none may be told.
struct OriginCount: Equatable {
    let kind: String
    let open: Int
    let overdue: Int

    /// 1 for what came from nothing that may be told, so that it stands last.
    var isRest: Int { kind.isEmpty ? 1 : 0 }
}
