import Foundation
import HTTPTypes
import StorageTesting
import TestSupport
import Testing
import Web

struct HeaderTests {
    private static let always = [
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control",
    ]

    @Test(arguments: [
        ("GET", "/signin", 200), ("GET", "/account", 200), ("GET", "/static/x/forkant.css", 200),
        ("GET", "/static/x/nothing.css", 404), ("GET", "/nowhere", 404), ("PUT", "/nowhere", 404),
        ("PUT", "/signin", 405),
        ("DELETE", "/account", 405), ("POST", "/account", 405), ("GET", "/sign-out", 405), ("OPTIONS", "/signin", 405),
        ("GET", "/administration", 403), ("POST", "/account/password", 400), ("GET", "/test/failure", 500),
        ("GET", "/test/file", 200), ("GET", "/live", 404), ("GET", "/api/openapi.json", 200),
        ("GET", "/api/v1/test/1", 401), ("GET", "/", 200), ("HEAD", "/signin", 200), ("HEAD", "/nowhere", 404),
    ])
    func `every answer carries the headers that keep a browser safe`(
        method: String, path: String, status: Int
    ) async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let reply = try await workplace.call(
            try #require(HTTPRequest.Method(method)), path, as: Workplace.maja)
        #expect(reply.status == status)
        for header in Self.always {
            let name = try #require(HTTPField.Name(header))
            #expect(reply.headers[values: name].count == 1, "\(header)")
        }
        let policy = reply.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("default-src 'none'"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(reply.headers[.strictTransportSecurity] == nil)
    }

    @Test func `a method that a page does not have is told which it has`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        #expect(try await workplace.call(.put, "/signin").headers[.allow] == "GET, HEAD, POST")
        #expect(try await workplace.call(.get, "/bodies/x/seats/").status == 303)
        #expect(try await workplace.call(.put, "/api/v1/test/1").headers[.allow] == "GET, HEAD, POST")
    }

    @Test func `asking for the head alone gets no body`() async throws {
        let workplace = try await Workplace()
        let (whole, head) = (try await workplace.get("/signin"), try await workplace.call(.head, "/signin"))
        #expect(head.body.isEmpty)
        #expect(head.headers[.contentType] == whole.headers[.contentType])
    }

    @Test func `behind TLS a browser holds to it, and cookies cannot be planted by a neighbour`() async throws {
        let workplace = try await Workplace(publicAddress: "https://forkant.example")
        let reply = try await workplace.post("/language", as: nil, ["language": "en"])
        #expect(reply.headers[.strictTransportSecurity] == "max-age=31536000")
        let cookie = try #require(reply.headers[values: .setCookie].first)
        #expect(cookie.hasPrefix("__Host-language=en; Path=/; HttpOnly; SameSite=Lax"))
        #expect(cookie.hasSuffix("; Secure"))
        #expect(try await workplace.get("/account", as: Workplace.maja).status == 303)
        let session = "__Host-session=session of maja"
        #expect(try await workplace.get("/account", headers: [.cookie: session]).status == 200)
    }

    @Test func `a file is handed over under its name, to be saved`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let file = try await workplace.get("/test/file", as: Workplace.maja)
        #expect(file.headers[.contentDisposition] == "attachment; filename*=UTF-8''%C3%A5%20%22b%22.html")
    }

    @Test(arguments: [
        "/static/x/../Package.swift", "/static/x/..%2FPackage.swift", "/static/x/%2e%2e/Package.swift",
        "/static/x//etc/passwd", "/static/../../etc/passwd", "/static/x/forkant.css/", "/static/x/forkant.css%00.js",
        "/static/x/", "/static/x", "/static//forkant.css",
    ])
    func `nothing but what lies in the folder is served`(path: String) async throws {
        let workplace = try await Workplace()
        let reply = try await workplace.get(path)
        let isTheStylesheet = reply.headers[.contentType] == "text/css; charset=utf-8"
        #expect(reply.status == 404 || (isTheStylesheet && path == "/static/x/forkant.css/"))
    }

    @Test func `only under the digest of this release is a file kept`() async throws {
        let workplace = try await Workplace()
        let page = try await workplace.get("/signin").text
        let own = try #require(page.firstMatch(of: /\/static\/[0-9a-f]{12}\/forkant\.css/)?.output)
        #expect(try await workplace.get(String(own)).headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(try await workplace.get("/static/old/forkant.css").headers[.cacheControl] == "no-cache")
    }

    @Test(arguments: [
        "session", "session=", "=x; ;; =", "session=\u{0}\u{1}; said=%%%", "said=!!!!; language=xx; device=",
        "said=" + String(repeating: "A", count: 5000), "session=a=b=c", "ses\u{FE0F}sion=x",
    ])
    func `odd cookies are no trouble`(cookie: String) async throws {
        let workplace = try await Workplace()
        #expect(try await workplace.get("/signin", headers: [.cookie: cookie]).status == 200)
    }

    @Test func `a page that only brings itself up to date leaves the sentence to the next page`() async throws {
        let workplace = try await Workplace()
        let cookie = "said=" + Data("Gemt.".utf8).base64EncodedString()
        let part = try #require(HTTPField.Name("X-Forkant-Part"))
        let update = try await workplace.get("/signin", headers: [.cookie: cookie, part: "live"])
        #expect(!update.text.contains("Gemt."))
        #expect(update.headers[values: .setCookie].isEmpty)
        let page = try await workplace.get("/signin", headers: [.cookie: cookie])
        #expect(page.text.contains("Gemt."))
        #expect(page.cookie("said") == "")
    }

    @Test func `markup in the cookie that carries a sentence is only text`() async throws {
        let workplace = try await Workplace()
        let said = "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="
        let page = try await workplace.get("/signin", headers: [.cookie: "said=\(said)"]).text
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<script>alert"))
    }

    @Test func `a very long address is answered, and not carried along`() async throws {
        let workplace = try await Workplace()
        let long = "/account?q=" + String(repeating: "x", count: 100_000)
        let reply = try await workplace.get(long)
        #expect(reply.status == 303)
        #expect(reply.location == "/signin?to=%2F")
        #expect(try await workplace.get(long, as: Workplace.maja).status == 200)
        let many = "/account?" + String(repeating: "a&", count: 3000)
        #expect(try await workplace.get(many, as: Workplace.maja).status == 400)
    }
}
