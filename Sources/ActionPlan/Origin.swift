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

    private let owners: [String: Owner]

    /// - Parameter owners: by the kind of what they own.
    public init(_ owners: [String: Owner] = [:]) {
        self.owners = owners
    }

    /// Nothing where the viewer may not see it, or nobody knows it.
    public func told(_ origin: Origin, to viewer: Viewer, _ reader: Reader) throws -> Told? {
        if origin.kind == "action" { return try Self.action(origin.id, viewer, reader) }
        return try owners[origin.kind].flatMap { try $0(origin.id, viewer, reader) }
    }

    private static func action(_ id: String, _ viewer: Viewer, _ reader: Reader) throws -> Told? {
        guard let action = try ActionStore(reader).find(ActionID(id)),
            try Standing(viewer, in: action, reader).mayRead
        else { return nil }
        return (action.agreed.what, "/actions/\(id)")
    }
}
