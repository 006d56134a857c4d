import Access
import Kernel
import Markup
import Storage

/// Where an action came from, as plain data: the plan knows no other feature.
public struct Origin: Sendable, Hashable {
    /// `report`, `risk`, `action`.
    public let kind: String
    public let id: String

    public init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }

    /// Reads `report:4f2…`, as addresses and the journal carry it.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count <= 64 }) else { return nil }
        self.init(kind: String(parts[0]), id: String(parts[1]))
    }

    public var text: String { "\(kind):\(id)" }
}

/// Who is asked about what an action came from. Each owner checks what the viewer may see: of a confidential case
/// nothing is told.
public struct Origins: Sendable {
    public typealias Told = (title: String, link: Link)
    public typealias Owner = @Sendable (_ id: String, _ viewer: Viewer, _ reader: Reader) throws -> Told?

    /// What may be told of it outside of its own circle.
    public typealias Discreet = @Sendable (_ id: String, _ reader: Reader) throws -> Discretion

    /// Narrows a query on `action` to those of whose origin the viewer may be told: where many are counted at once, the
    /// same as `Owner` answers one by one, or less.
    public typealias Counted = @Sendable (_ viewer: Viewer) -> SQL

    private let owners: [String: Owner]
    private let discreet: [String: Discreet]
    private let counted: [String: Counted]

    /// - Parameters:
    ///   - owners: by the kind of what they own.
    ///   - discreet: the same, where not everything may be told of it everywhere.
    ///   - counted: the same, where it may be counted by kind. Of any other kind no figure tells.
    public init(
        _ owners: [String: Owner] = [:], withDiscretion discreet: [String: Discreet] = [:],
        counted: [String: Counted] = [:]
    ) {
        self.owners = owners
        self.discreet = discreet
        self.counted = counted
    }

    /// What kind of thing a row of `action` came from; empty where it came from nothing, or from what the viewer may not
    /// be told of, so that no figure gives away what no page says.
    func kind(for viewer: Viewer) -> SQL {
        let example: SQL =
            viewer.isMember ? "EXISTS (SELECT 1 FROM plan_example WHERE plan_example.id = action.origin_id)" : "1 = 0"
        let action: SQL = """
            EXISTS (SELECT 1 FROM action AS source WHERE source.id = action.origin_id
                AND \(viewer.reads.condition(oneBody: "source.body_id", oneUnit: "source.unit_id")))
            """
        let known: [(String, SQL)] =
            [("action", action), ("example", example)]
            + counted.sorted { $0.key < $1.key }.map { ($0.key, $0.value(viewer)) }
        let cases = known.map { kind, condition -> SQL in
            "WHEN origin_kind = \(kind) THEN CASE WHEN \(condition) THEN origin_kind ELSE '' END"
        }
        return "CASE \(SQL.joined(cases, by: " ")) ELSE '' END"
    }

    /// What may be told all over the organisation of what an action came from; nothing where all may be told.
    func discretion(of origin: Origin, _ reader: Reader) throws -> Discretion? {
        if origin.isErased { return origin.erasedKind == nil ? .nothing : nil }
        return try discreet[origin.kind].map { try $0(origin.id, reader) }
    }

    /// Whether an action with these words may stand where everybody passes by: nothing that goes back to a confidential
    /// matter, however many actions lie between, and nothing in the words of whoever reported it.
    public func isForAll(_ what: String, from origin: Origin?, _ reader: Reader) throws -> Bool {
        var next = origin
        for _ in 0..<20 {
            guard let origin = next else { return true }
            // The words in which it was told are gone: nobody can say whether these are others.
            guard !origin.isErased else { return false }
            switch try discretion(of: origin, reader) {
            case .nothing?: return false
            case .inOtherWords(let told)?:
                let (what, told) = (what.lowercased(), told.lowercased())
                guard !told.contains(what), !what.contains(told) else { return false }
            case nil: break
            }
            guard origin.kind == "action" else { return true }
            next = try ActionStore(reader).find(ActionID(origin.id))?.origin
        }
        return false
    }

    /// Nothing where the viewer may not see it, or nobody knows it.
    public func told(_ origin: Origin, to viewer: Viewer, _ reader: Reader) throws -> Told? {
        if origin.kind == "action" { return try Self.action(origin.id, viewer, reader) }
        if origin.kind == "example" { return try Self.example(origin.id, viewer, reader) }
        return try owners[origin.kind].flatMap { try $0(origin.id, viewer, reader) }
    }

    /// Known to those who may look for examples, for as long as it is one.
    private static func example(_ id: String, _ viewer: Viewer, _ reader: Reader) throws -> Told? {
        guard viewer.isMember, let example = try ExampleStore(reader).find(ID(id)) else { return nil }
        let title = viewer.language.pick(
            da: "Efter et eksempel: \(example.title)", en: "After an example: \(example.title)")
        return (title, "/examples/\(example.id)")
    }

    private static func action(_ id: String, _ viewer: Viewer, _ reader: Reader) throws -> Told? {
        guard let action = try ActionStore(reader).find(ActionID(id)),
            try Standing(viewer, in: action, reader).mayRead
        else { return nil }
        return (action.agreed.what, "/actions/\(id)")
    }
}
