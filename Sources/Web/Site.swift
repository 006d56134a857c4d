import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import ServiceLifecycle

/// The whole site: turns requests into visits, lets the routes answer them, and turns answers into responses.
public struct Site: Sendable {
    let house: House
    public let statics: StaticFiles
    public let routes: [Route]
    let turnstile: Turnstile

    public init(house: House, statics: StaticFiles, routes: [Route]) {
        self.house = house
        self.statics = statics
        self.routes = routes
        turnstile = Turnstile(hub: house.hub)
    }

    /// Hummingbird's router with all routes on it.
    public func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Threshold(site: self))
        for route in routes {
            router.on(RouterPath(route.path), method: .init(route.method.rawValue) ?? .get) { request, context in
                await telling(of: route, request, context) {
                    await respond(to: request, context) { try await answer(route, request, context) }
                }
            }
        }
        router.get("/static/:digest/**") { request, context in
            try staticFile(request, context)
        }
        router.get("/api/openapi.json") { request, context in
            await respond(to: request, context) {
                (
                    try await visit(request, context),
                    .json(OpenAPI.document(of: routes, at: house.settings.publicAddress))
                )
            }
        }
        router.get("/live") { request, context in
            await respond(to: request, context) {
                var visit = try await visit(request, context)
                visit.isTold = LiveAddress.isTold(visit)
                let answer = try LiveAddress.answer(visit)
                await context.holdLittle()
                return (visit, answer)
            }
        }
        for method in [HTTPRequest.Method.get, .post] {
            router.on("**", method: method) { request, context in
                await respond(to: request, context) { throw Refusal.notFound }
            }
        }
        return router
    }

    /// Serves until the process is told to stop; requests under way are finished.
    /// - Throws: `CannotListen` where the port is taken or not this machine's.
    public func run(
        host: String, port: Int, farewell: Farewell = Farewell(), logger: Logger,
        whenReady: @escaping @Sendable (Int) -> Void
    ) async throws {
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { whenReady($0.localAddress?.port ?? port) },
            logger: logger)
        do {
            try await run(application, farewell, logger)
        } catch let error as IOError {
            throw CannotListen(host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
        }
    }

    private func answer(_ route: Route, _ request: Request, _ context: SiteContext) async throws -> (Visit, Answer) {
        var visit = try await visit(request, context, route)
        (visit.isOfTold, visit.isTold) = tells(of: route, visit, request, context)
        if route.api == nil, visit.method == .post {
            guard isFromHere(request) else { throw Refusal.badRequest(RefusalTexts.foreignForm) }
            if visit.viewer.isSomebody, !visit.isSealed {
                guard case .anyone = route.who else {
                    guard isSurelyFromHere(request), !visit.csrf.isEmpty, visit.fields.has("csrf") else {
                        throw Refusal.badRequest(RefusalTexts.foreignForm)
                    }
                    throw Denied(refusal: OutdatedProof(), visit: visit)
                }
                visit = visit.as(.nobody(language: visit.language))
            }
        }
        guard route.who.admits(visit.viewer) else {
            guard visit.viewer.isSomebody else { throw Denied(refusal: Refusal.signedOut, visit: visit) }
            throw Denied(refusal: Refusal.forbidden(RefusalTexts.forbidden(route.who)), visit: visit)
        }
        if case .anyone = route.who, visit.method == .post {
            let passage = Turnstile.Passage(of: visit.caller, through: route.path, at: visit.moment)
            guard turnstile.lets(passage) else {
                throw Denied(refusal: Refusal.tooMany(waitSeconds: Turnstile.windowSeconds), visit: visit)
            }
            house.database.say(passage.remark)
        }
        let guess =
            route.countsGuesses
            ? Turnstile.Passage(of: visit.caller, guessing: route.path, at: visit.moment) : nil
        if let guess, !turnstile.isOpen(to: guess) {
            throw Denied(refusal: Refusal.tooMany(waitSeconds: Turnstile.windowSeconds), visit: visit)
        }
        if let kept = kept(visit) { return (visit, kept) }
        do {
            let answer = try await onPaper(
                try await route.action(visit), for: visit, isHead: request.method == .head)
            if let guess, answer.isNotThere { count(guess) }
            return (visit, answer)
        } catch {
            if let guess, error as? Refusal == .notFound { count(guess) }
            throw Denied(refusal: error, visit: visit)
        }
    }

    /// That it was wrong.
    private func count(_ guess: Turnstile.Passage) {
        _ = turnstile.lets(guess)
        house.database.say(guess.remark)
    }

    /// The browser itself says that a page of this very site sent the form, which no page elsewhere can make it say.
    /// Only then is a form without valid proof given back, ready to be sent again: else somebody else's page could
    /// have what it wrote sent by one tap of ours.
    private func isSurelyFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" }
        return request.headers[.origin] == house.settings.publicAddress
    }

    /// A form of ours is sent from a page of ours: browsers say where it comes from. The origin `null` is what a
    /// page in a sandbox has, and none of ours.
    private func isFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        return origin == house.settings.publicAddress || origin.hasSuffix("://" + (request.head.authority ?? ""))
    }
}

/// The form came from a page of ours that was made for another session: its sender has signed in anew since.
struct OutdatedProof: Error {}

/// The address that the operator chose is taken, or not this machine's.
public struct CannotListen: Error, CustomStringConvertible {
    let host: String
    let port: Int
    /// In the system's words.
    let reason: String

    public var description: String {
        "Nobody can listen on \(host):\(port): \(reason). Choose another with --port or --host."
    }
}

/// Why a visit was not answered, with the visit, so that the page that says so speaks its language.
struct Denied: Error {
    let refusal: any Error
    let visit: Visit
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
    /// A script asks for a page only to take new parts from it.
    static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .eTag
    static let part = HTTPField.Name("X-Forkant-Part") ?? .origin
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}
