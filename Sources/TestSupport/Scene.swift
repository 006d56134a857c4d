import HTTPTypes
import Kernel
import Mail
import Organisation
import Web

/// A page that somebody opens, or that answers what somebody sends.
public struct Scene: Sendable {
    /// What it is called among the snapshots.
    public let name: String
    let path: String
    let person: Person?
    let sent: [String: String]?
    let uploads: [String: Upload]
    let cookies: String

    public init(_ name: String, _ path: String, as person: Person? = nil, cookies: String = "") {
        (self.name, self.path, self.person, self.cookies) = (name, path, person, cookies)
        (sent, uploads) = (nil, [:])
    }

    public init(
        _ name: String, sending fields: [String: String], _ uploads: [String: Upload] = [:], to path: String,
        as person: Person? = nil
    ) {
        (self.name, self.path, self.person, cookies) = (name, path, person, "")
        (sent, self.uploads) = (fields, uploads)
    }
}

extension Workplace {
    /// What stands in the house is the same in every run, and so are the pages. All people read the language.
    public static func unchanging(
        in language: Language, extra: [Route] = [], isEmpty: Bool = false,
        mail: (any MailLine)? = nil
    ) async throws -> Self {
        let workplace = try await Workplace(extra: extra, isEmpty: isEmpty, identities: .same(), mail: mail)
        for person in isEmpty ? [] : people {
            _ = try await workplace.post("/language", as: person, ["language": language.rawValue])
        }
        return workplace
    }

    /// What the page of the scene looks like.
    public func look(at scene: Scene, in language: Language) async throws -> Reply {
        var headers: HTTPFields = [.acceptLanguage: language.rawValue]
        if !scene.cookies.isEmpty { headers[.cookie] = scene.cookies }
        guard let sent = scene.sent else { return try await get(scene.path, as: scene.person, headers: headers) }
        return try await post(scene.path, as: scene.person, sent, uploads: scene.uploads, headers: headers)
    }

    /// Every scene beside its snapshot; what is different, page by page.
    public func changes(
        in scenes: [Scene], _ language: Language, isWhole: Bool = false, beside test: String = #filePath
    ) async throws -> [Snapshot] {
        var changed: [Snapshot] = []
        for scene in scenes {
            let reply = try await look(at: scene, in: language)
            let seen = try Snapshot(reply, scene.name, in: language, isWhole: isWhole, beside: test)
            if !seen.isAsKept { changed.append(seen) }
        }
        return changed
    }
}
