import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// From a request to a visit: who comes, in which language, with what.
extension Site {
    func visit(_ request: Request, _ context: SiteContext, _ route: Route? = nil) async throws -> Visit {
        let (moment, rights, heard) = (house.clock(), house.viewers.stamp, house.hub.heard)
        let cookies = cookies(request)
        let method = Method(rawValue: request.method.rawValue) ?? .get
        let language = Self.language(request, cookies)
        let visit = Visit(
            house: house, method: method, address: request.uri.string, viewer: .nobody(language: language),
            language: language, moment: moment, parameters: Self.parameters(context),
            fields: try await fields(request, method), session: nil, csrf: "", caller: caller(request, context),
            cookies: cookies,
            wantsJSON: route?.api != nil || request.headers[.accept]?.hasPrefix("application/json") == true,
            said: Self.said(request, cookies), rights: rights, heard: heard, bearer: Self.bearer(request))
        do {
            if let api = route?.api {
                return visit.as(try await bearer(request, for: api, at: moment), session: nil)
            }
            guard let session = cookies["session"].map(SecretHash.init(of:)) else { return visit }
            guard let known = try await recognised(session, at: moment) else { return visit }
            return visit.as(known.viewer, session: session, csrf: known.formProof)
        } catch {
            // With what was typed, so that it can be given back.
            throw Denied(refusal: error, visit: visit)
        }
    }

    private func fields(_ request: Request, _ method: Method) async throws -> Fields {
        do {
            switch method {
            case .get: return try FormBody.fields(Array((request.uri.query ?? "").utf8))
            case .post, .put, .delete: return try await Body.fields(of: request)
            }
        } catch let unreadable as UnreadableBody {
            throw Refusal.badRequest(RefusalTexts.unreadable(unreadable))
        }
    }

    private func recognised(_ session: SecretHash, at moment: Moment) async throws -> Recognised? {
        if let known = house.viewers.recognised(session, at: moment) { return known }
        let stamp = house.viewers.stamp
        let doorkeeper = house.doorkeeper
        let found = try await house.database.read { try doorkeeper.admission(session: session, at: moment, $0) }
        guard let found else { return nil }
        let recognised = Recognised(viewer: found.viewer, formProof: house.settings.formProof(session))
        house.viewers.keep(recognised, until: found.until, session, stamp: stamp, day: moment.day)
        return recognised
    }

    private static func bearer(_ request: Request) -> String? {
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else { return nil }
        return String(header.dropFirst(7)).trimmed
    }

    private func bearer(_ request: Request, for api: APIShape, at moment: Moment) async throws -> Viewer {
        guard let shown = Self.bearer(request) else { throw Refusal.signedOut }
        let token = SecretHash(of: shown)
        let doorkeeper = house.doorkeeper
        let bearer = try await house.database.read { try doorkeeper.bearer(token: token, at: moment, $0) }
        guard let bearer else { throw Refusal.signedOut }
        guard bearer.scopes.contains(api.scope) else {
            throw Refusal.forbidden(RefusalTexts.scopeMissing(api.scope))
        }
        return bearer.viewer
    }

    /// The caller's address, as told by the outermost proxy that is trusted.
    private func caller(_ request: Request, _ context: SiteContext) -> String {
        guard house.settings.trustedProxies > 0, let told = request.headers[.forwardedFor] else {
            return context.address
        }
        let way = told.split(separator: ",").map { String($0).trimmed }
        return way.count >= house.settings.trustedProxies
            ? way[way.count - house.settings.trustedProxies] : context.address
    }

    private static func parameters(_ context: SiteContext) -> [String: String] {
        Dictionary(context.parameters.map { (String($0.key), String($0.value)) }) { first, _ in first }
    }

    /// Behind TLS a browser takes such a cookie only over TLS, and those for the whole site only from this very host:
    /// no neighbour can plant one.
    private var cookiePrefixes: [String] { house.settings.isSecure ? ["__Host-", "__Secure-"] : [""] }

    func cookies(_ request: Request) -> [String: String] {
        var cookies: [String: String] = [:]
        guard let header = request.headers[.cookie] else { return cookies }
        for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
            guard let cut = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(Substring(pair[..<cut])).trimmed
            guard let prefix = cookiePrefixes.first(where: name.hasPrefix) else { continue }
            cookies[String(name.dropFirst(prefix.count))] = String(Substring(pair[cut...].dropFirst())).trimmed
        }
        return cookies
    }

    /// For the page that comes after what was done. An open page that only brings itself up to date must not take the
    /// sentence away from it.
    private static func said(_ request: Request, _ cookies: [String: String]) -> String? {
        guard request.headers[.part] == nil, let said = cookies["said"] else { return nil }
        return Data(base64Encoded: said).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The language last chosen in this browser, else the one that it asks for first, else Danish.
    static func language(_ request: Request, _ cookies: [String: String]) -> Language {
        if let chosen = cookies["language"].flatMap(Language.init(rawValue:)) { return chosen }
        for wish in (request.headers[.acceptLanguage] ?? "").split(separator: ",") {
            if let language = Language(rawValue: String(wish.trimmingPrefix(" ").prefix(2)).lowercased()) {
                return language
            }
        }
        return .danish
    }
}

extension Visit {
    /// The same visit by another viewer.
    func `as`(_ viewer: Viewer, session: SecretHash? = nil, csrf: String = "") -> Visit {
        Visit(
            house: house, method: method, address: address, viewer: viewer,
            language: viewer.isSomebody ? viewer.language : language, moment: moment,
            parameters: parameters, fields: fields, session: session, csrf: csrf, caller: caller, cookies: cookies,
            wantsJSON: wantsJSON, said: said, rights: rights, heard: heard, bearer: bearer)
    }
}
