import HTTPTypes
import Hummingbird

/// Everything that leaves passes here: no answer is without the headers that keep a browser safe, and none is bare
/// where somebody asked for what is not there.
struct Threshold: RouterMiddleware {
    typealias Context = SiteContext

    let site: Site
    private let headers: HTTPFields

    init(site: Site) {
        self.site = site
        headers = Self.headers(isSecure: site.house.settings.isSecure)
    }

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            response = await nowhere(request, context)
        } catch {
            response = await site.refusal(error, request, context)
        }
        // Whoever holds a connection goes elsewhere with the next request, before it is closed under one.
        if site.house.stopping.hasBegun { response.headers[.connection] = "close" }
        response.headers.append(contentsOf: headers.filter { response.headers[$0.name] == nil })
        return response
    }

    /// No such page, or a page that cannot be asked in this way.
    private func nowhere(_ request: Request, _ context: SiteContext) async -> Response {
        var response = await site.refusal(Refusal.notFound, request, context)
        let methods = Set(site.routes.filter { $0.leads(to: request.uri.path) }.map(\.method.rawValue))
        if !methods.isEmpty {
            response.status = .methodNotAllowed
            response.headers[.allow] = methods.union(methods.contains("GET") ? ["HEAD"] : []).sorted()
                .joined(separator: ", ")
        }
        return response
    }

    private static func headers(isSecure: Bool) -> HTTPFields {
        var headers: HTTPFields = [
            .contentSecurityPolicy:
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'; manifest-src 'self'",
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "same-origin",
            .crossOriginOpener: "same-origin",
            .crossOriginResource: "same-origin",
            .permissionsPolicy: "camera=(self), geolocation=(), microphone=()",
            .cacheControl: "no-store",
        ]
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
        return headers
    }
}

extension Route {
    /// Whether the path is one of this route's addresses.
    func leads(to path: String) -> Bool {
        let (own, asked) = (self.path.split(separator: "/"), path.split(separator: "/"))
        return own.count == asked.count && zip(own, asked).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }
}

extension HTTPField.Name {
    static let serviceWorkerAllowed = HTTPField.Name("Service-Worker-Allowed") ?? .server
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .server
    static let crossOriginOpener = HTTPField.Name("Cross-Origin-Opener-Policy") ?? .server
    static let crossOriginResource = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .server
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy") ?? .server
}
