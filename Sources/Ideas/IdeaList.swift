import Access
import Kernel
import Storage

/// What a list of a plan's ideas is narrowed down to, and how it is ordered. Read leniently from an address.
struct IdeaFilter: Sendable, Equatable {
    enum Order: String, Sendable, CaseIterable {
        /// The latest first.
        case day
        /// Those with most support first.
        case support
    }

    var state: IdeaState?
    var order: Order

    init(_ fields: Fields) {
        state = IdeaState(name: fields["state"])
        order = Order(rawValue: fields["sort"]) ?? .day
    }

    var query: [(name: StaticString, value: String)] {
        [("state", state?.name ?? ""), ("sort", order == .day ? "" : order.rawValue)]
    }
}

/// A page of a plan's ideas: what waits first, then by day or by support.
struct IdeaList: Sendable {
    static let pageSize = 50

    let ideas: [Idea]
    /// Where the next page begins.
    let next: String?

    init(_ plan: SeenIdeas, _ filter: IdeaFilter, after text: String, _ reader: Reader) throws {
        var conditions: [SQL] = ["body_id = \(plan.body.id)", plan.condition]
        if let state = filter.state { conditions.append("state = \(state)") }
        if let place = Place(text, filter.order) { conditions.append(place.condition) }
        let key: SQL =
            switch filter.order {
            case .day: "state, given DESC, id"
            case .support: "state, supports DESC, id"
            }
        let found = try IdeaStore(reader).rows(
            SQL.joined(conditions, by: " AND "), orderedBy: key, most: Self.pageSize + 1)
        ideas = Array(found.prefix(Self.pageSize))
        next = found.count > Self.pageSize ? ideas.last.map { Place.text(of: $0, filter.order) } : nil
    }

    /// A place in the list, after which the next page begins.
    private struct Place {
        let state: IdeaState
        let isBeyond: SQL

        /// Reads `0.2026-01-05.k3…`, or `0.17.k3…` where support decides; nothing where it cannot be read.
        init?(_ text: String, _ order: IdeaFilter.Order) {
            let parts = text.split(separator: ".", maxSplits: 2).map(String.init)
            guard parts.count == 3, let number = Int(parts[0]), let state = IdeaState(rawValue: number) else {
                return nil
            }
            let id = parts[2]
            switch order {
            case .day:
                guard let day = Day(parts[1]) else { return nil }
                isBeyond = "given < \(day) OR (given = \(day) AND id > \(id))"
            case .support:
                guard let supports = Int(parts[1]) else { return nil }
                isBeyond = "supports < \(supports) OR (supports = \(supports) AND id > \(id))"
            }
            self.state = state
        }

        var condition: SQL { "state >= \(state) AND (state > \(state) OR \(isBeyond))" }

        static func text(of idea: Idea, _ order: IdeaFilter.Order) -> String {
            "\(idea.state.rawValue).\(order == .day ? idea.given.text : String(idea.supports)).\(idea.id)"
        }
    }
}
