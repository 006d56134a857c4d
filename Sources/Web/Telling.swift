import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// Whether a request may be told of, and by which id. Nothing may, until its route has said so: what has no route, such
/// as the stylesheet that a report's form brings along, leaves no trace either.
final class Telling: Sendable {
    struct Told: Sendable {
        let id: String
        let route: Route
    }

    private let state = Mutex<Told?>(nil)

    var told: Told? { state.withLock { $0 } }

    func tell(of route: Route, as id: String) {
        state.withLock { $0 = Told(id: id, route: route) }
    }
}

extension Site {
    /// Lets a request be answered, and tells of it what its route allows.
    func telling(
        of route: Route, _ request: Request, _ context: SiteContext, _ answer: () async -> Response
    ) async -> Response {
        let start = ContinuousClock.now
        if route.trace == .told { tell(of: route, request, context) }
        var response = await answer()
        guard let told = context.telling.told else { return response }
        let duration = ContinuousClock.now - start
        response.headers[.requestID] = told.id
        house.figures.requests.add(request.method.rawValue, route.path, status: response.status.code, after: duration)
        context.logger.info(
            "Answered",
            metadata: [
                "request": "\(told.id)", "method": "\(request.method.rawValue)", "route": "\(route.path)",
                "status": .stringConvertible(response.status.code),
                "ms": .stringConvertible(Int(duration / .milliseconds(1))),
            ])
        return response
    }

    /// An open page that brings itself up to date does so because something has changed: a crowd of them would tell the
    /// second in which somebody reported something without a name.
    func tell(of route: Route, _ request: Request, _ context: SiteContext) {
        guard request.headers[.part] == nil else { return }
        let given =
            house.settings.trustedProxies > 0 ? request.headers[.requestID].flatMap(RequestID.init(given:)) : nil
        context.telling.tell(of: route, as: (given ?? .random()).text)
    }

    /// Notes a fault: at once with its route, or, where no trace is left, when the hour is over.
    /// - Returns: what it is found by in the log.
    func note(fault: String, _ request: Request, _ context: SiteContext) -> String {
        guard let told = context.telling.told else {
            let reference = house.identities.code(letters: 8)
            house.figures.quietFaults.add(fault, reference)
            return reference
        }
        context.logger.error(
            "A request failed",
            metadata: [
                "request": "\(told.id)", "method": "\(request.method.rawValue)", "route": "\(told.route.path)",
                "error": "\(fault)",
            ])
        return told.id
    }
}

/// By which a request is known again in the log, and in the log of a proxy that gave it.
struct RequestID {
    let text: String

    /// Sixty random bits, in letters and figures that cannot be mistaken for each other: somebody may read it out.
    static func random() -> RequestID {
        var bits = UInt64.random(in: 0..<1 << 60)
        var letters: [UInt8] = []
        for _ in 0..<12 {
            letters.append(alphabet[Int(bits & 31)])
            bits >>= 5
        }
        return RequestID(text: String(decoding: letters, as: UTF8.self))
    }

    private init(text: String) {
        self.text = text
    }

    /// Nothing where it is not between 8 and 64 plain letters, figures, `-`, `_` and `.`.
    init?(given: String) {
        guard (8...64).contains(given.utf8.count), given.utf8.allSatisfy(Self.isPlain) else { return nil }
        text = given
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id") ?? .eTag
}
