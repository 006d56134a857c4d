import Access
import Journal
import Kernel
import Live
import Markup
import Storage

/// One request by one viewer.
public struct Visit: Sendable {
    public let house: House
    public let method: Method
    /// Path and query, as the browser asked.
    public let address: String
    public let viewer: Viewer
    public let language: Language
    public let moment: Moment
    public let parameters: [String: String]
    /// The form's fields; of a page that is only shown, the query's.
    public let fields: Fields
    public let session: SecretHash?
    /// Proof that a form came from a page of ours; empty for somebody who is not signed in.
    public let csrf: String
    /// Where the call came from, for limits on guessing; never stored beside what was said.
    public let caller: String
    public let cookies: [String: String]
    /// The caller is a script that reads JSON rather than a page.
    public let wantsJSON: Bool
    /// One sentence left by what was done just before.
    public let said: String?
    /// Asked for before anything was read, so that what a change in between made stale is not kept.
    let rights: Hub.Stamp
    /// As far as this server had heard of changes by then.
    let heard: Hub.Heard
    let newParts = NewParts()
    /// The token that a program has shown.
    public internal(set) var bearer: String? = nil
    /// This visit may be told of.
    var isTold = false
    /// Visits to its page may be told of, though this one may not where an open page only brings itself up to date.
    var isOfTold = false
    /// What the menu says that waits behind its places, by section.
    public internal(set) var menuCounts: [String: Int] = [:]

    public var today: Day { moment.day }

    /// What the viewer does in this visit.
    public var deed: Deed {
        Deed(
            by: viewer.isSomebody ? viewer.person : nil, at: moment, identities: house.identities,
            followers: house.followers)
    }

    /// The same by somebody who is not to be named.
    public var anonymousDeed: Deed {
        Deed(by: nil, at: moment, identities: house.identities, followers: house.followers)
    }

    /// - Throws: `Refusal.notFound` where the path has no such part.
    public func id<Thing>(_ name: String = "id", of kind: Thing.Type = Thing.self) throws -> ID<Thing> {
        guard let text = parameters[name], !text.isEmpty, text.utf8.count <= 64 else { throw Refusal.notFound }
        return ID(text)
    }

    public func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        try await house.database.read(body)
    }

    @discardableResult
    public func write<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws -> Value {
        let remark = viewer.isSomebody ? KeptPages.remark(by: viewer.person) : nil
        return try await house.database.write { writer in
            if let remark { writer.say(remark) }
            return try body(writer)
        }
    }
}

public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
}
