import Access
import Kernel
import Organisation
import Storage

/// What a list of actions is narrowed down to, and how it is ordered. Read leniently from an address: what it cannot
/// read it leaves out.
struct ActionFilter: Sendable {
    enum Stages: Sendable, Equatable {
        case open, everything
        case only(Stage)
    }

    enum Order: String, Sendable, CaseIterable {
        /// By due day: what is overdue comes first.
        case due
        /// Latest change first.
        case changed
        case title
    }

    enum Grouping: String, Sendable, CaseIterable {
        case theme, person, unit, kind
    }

    var words: [String]
    var body: BodyID?
    /// Only plans of what answers to this body.
    var below: BodyID?
    var unit: UnitID?
    var stages: Stages
    var isMine: Bool
    /// Only those of one person, such as somebody who is leaving.
    var responsible: PersonID?
    var theme: String
    var kind: HazardKind?
    var isOverdue: Bool
    var isOnHold: Bool
    var order: Order
    var grouping: Grouping?
    /// Where the page before ended.
    var after: String
    /// Where the page after begins, when the reader turns back.
    var before: String

    init(_ fields: Fields) {
        words = ActionWords.of(String(fields["q"].prefix(200)))
        body = Self.id(fields["body"])
        below = Self.id(fields["below"])
        unit = Self.id(fields["unit"])
        switch fields["stage"] {
        case "all": stages = .everything
        case let stage: stages = Stage(rawValue: stage).map(Stages.only) ?? .open
        }
        isMine = fields["mine"] == "on"
        responsible = Self.id(fields["responsible"])
        theme = String(fields["theme"].trimmed.prefix(Theme.titleLimit))
        kind = HazardKind(rawValue: fields["kind"])
        isOverdue = fields["overdue"] == "on"
        isOnHold = fields["hold"] == "on"
        order = Order(rawValue: fields["sort"]) ?? .due
        grouping = Grouping(rawValue: fields["group"])
        after = fields["after"]
        before = fields["before"]
    }

    private static func id<Thing>(_ text: String) -> ID<Thing>? {
        let text = text.trimmed
        return text.isEmpty || text.utf8.count > 64 ? nil : ID(text)
    }

    /// Which actions the viewer sees in the list.
    func condition(for viewer: Viewer, on day: Day, _ reader: Reader) throws -> SQL {
        var conditions: [SQL] = []
        switch stages {
        case .open: conditions.append("closed_on IS NULL")
        case .everything: break
        case .only(.closed): conditions.append("closed_on IS NOT NULL")
        case .only(let stage): conditions.append("\(asked("stage", of: viewer)) = \(stage) AND closed_on IS NULL")
        }
        if let body { conditions.append("body_id = \(body)") }
        if let below {
            conditions.append(
                "body_id IN (SELECT plan_id FROM \(BodiesBelow.all(under: below, on: viewer.reads.day).source) AS below)"
            )
        }
        if let unit { conditions.append(try Self.lies(atOrUnder: unit, on: day, reader)) }
        if isMine { conditions.append("responsible_id = \(viewer.person)") }
        if let responsible { conditions.append("responsible_id = \(responsible)") }
        if !theme.isEmpty {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM plan_theme WHERE id = action.theme_id
                    AND LOWER(title) LIKE \("%\(theme.lowercased())%") LIMIT 1 OFFSET 0)
                """)
        }
        if let kind { conditions.append("\(asked("kind", of: viewer)) = \(kind)") }
        if isOverdue { conditions.append("closed_on IS NULL AND look_again_on IS NULL AND due < \(day)") }
        if isOnHold { conditions.append("look_again_on IS NOT NULL") }
        conditions += try words.map { try ActionWords.condition($0, reader) }
        if !isMine { conditions.append(try viewer.reads.actions(reader)) }
        return SQL.joined(conditions, by: " AND ")
    }

    /// Units that are named one by one; more are asked for as a whole.
    private static let mostNamed = 500

    private static func lies(atOrUnder unit: UnitID, on day: Day, _ reader: Reader) throws -> SQL {
        let reach = Reach(bodies: [], roots: [unit], on: day)
        guard let units = try reach.units(most: mostNamed, reader) else { return reach.condition(unit: "unit_id") }
        return units.count == 1 ? "unit_id = \(unit)" : "unit_id IN \(SQL.list(units.sorted()))"
    }

    /// A column that many actions have in common. Within a reach it is asked of the actions there, and not the other way
    /// round: no index has it in COALESCE. Whoever reads everywhere finds the actions by it.
    private func asked(_ column: SQL, of viewer: Viewer) -> SQL {
        viewer.reads.isEverything && !isMine ? column : "COALESCE(\(column), '')"
    }

    /// True where nothing but the order leads to the rows: the reader may see everything, and has not narrowed it down
    /// to a plan, a unit, a person or a word.
    func isWide(for viewer: Viewer) -> Bool {
        viewer.reads.isEverything && body == nil && unit == nil && !isMine && responsible == nil && words.isEmpty
    }

    /// The filter as a query, so that a narrowed list can be kept, sent and exported.
    static let names: [StaticString] = [
        "q", "body", "unit", "stage", "mine", "theme", "kind", "overdue", "hold", "sort", "group",
        "responsible", "below",
    ]

    static func query(_ fields: Fields, except left: Set<String> = []) -> [(name: StaticString, value: String)] {
        names.filter { !left.contains($0.description) }.map { ($0, fields[$0.description]) }
    }
}
