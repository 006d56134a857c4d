import Access
import Design
import Kernel
import Markup
import Synchronization
import Web

/// Routes that belong to no feature: the pattern library, and what the benchmark measures against.
struct StandingRoutes: Sendable {
    let isDevelopment: Bool
    let fixedPages: Bool

    var all: [Route] {
        var routes = Routes()
        if isDevelopment {
            routes.get("/design", for: .anyone(because: "it shows patterns, no data; only there in development")) {
                visit in
                let page = DesignPage(language: visit.language, assets: visit.house.assets, here: "/design")
                return .document(HTMLDocument(page.html))
            }
        }
        if fixedPages {
            routes.get("/bench/fixed", for: .anyone(because: "it says nothing; only there while benchmarks run")) {
                visit in
                let count = min(max(Int(visit.fields["bytes"]) ?? 20_000, 1), 1_000_000)
                return .file(File(name: "fixed", mediaType: "text/plain", bytes: FixedPage.bytes(count), isShown: true))
            }
        }
        return routes.all
    }
}

/// A body that costs nothing to make.
private enum FixedPage {
    private static let bodies = Mutex<[Int: [UInt8]]>([:])

    static func bytes(_ count: Int) -> [UInt8] {
        bodies.withLock { bodies in
            if let body = bodies[count] { return body }
            let body = [UInt8](repeating: UInt8(ascii: "x"), count: count)
            bodies[count] = body
            return body
        }
    }
}
