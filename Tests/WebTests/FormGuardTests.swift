import HTTPTypes
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

/// Who may send a form, and that it is carried out once.
struct FormGuardTests {
    private let maja = Workplace.maja

    @Test(arguments: Engine.tested)
    func `a form without proof, or with another session's, is not carried out`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        for csrf in ["", "x", workplace.proof(of: Workplace.jonas), workplace.proof(of: maja).uppercased()] {
            #expect(try await workplace.post("/test/note", as: maja, ["csrf": csrf, "key": "k"]).status == 400)
        }
        #expect(try await TestRoutes.noted(workplace) == 0)
        #expect(try await workplace.post("/test/note", as: maja, ["key": "k"]).status == 303)
        #expect(try await TestRoutes.noted(workplace) == 1)
    }

    @Test(arguments: Engine.tested)
    func `a form with another session's proof comes back with everything typed, to be sent by one tap`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        let stale = workplace.proof(of: Workplace.jonas)
        let typed = ["csrf": stale, "key": "k", "note": "Glat <gulv>", "password": "hemmelig"]
        let kept = try await workplace.post("/test/note", as: maja, typed, headers: [site: "same-origin"])
        #expect(kept.status == 403)
        #expect(kept.text.contains("Send igen som Maja Holm"))
        #expect(kept.text.contains("name=\"note\" value=\"Glat &lt;gulv&gt;\""))
        #expect(kept.text.contains("name=\"key\" value=\"k\""))
        #expect(kept.text.contains("name=\"csrf\" value=\"\(workplace.proof(of: maja))\""))
        #expect(!kept.text.contains(stale))
        #expect(!kept.text.contains("hemmelig"))
        #expect(try await TestRoutes.noted(workplace) == 0)
        #expect(try await workplace.post("/test/note", as: maja, ["key": "k"]).status == 303)
        #expect(try await TestRoutes.noted(workplace) == 1)
    }

    @Test(arguments: [
        ("Sec-Fetch-Site", "none"), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", "cross-site"),
        ("Origin", "null"), ("Origin", "http://evil.example"), ("Accept", "text/html"),
    ])
    func `what may have come from elsewhere is never given back with a valid proof`(
        header: String, value: String
    ) async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let name = try #require(HTTPField.Name(header))
        let sent = ["csrf": workplace.proof(of: Workplace.jonas), "note": "Skrevet af en anden"]
        let reply = try await workplace.post("/test/note", as: maja, sent, headers: [name: value])
        #expect(reply.status == 400)
        #expect(!reply.text.contains(workplace.proof(of: maja)))
        #expect(!reply.text.contains("Skrevet af en anden"))
    }

    @Test func `a form without any proof is not given back`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let body = Array("key=k&note=Hej".utf8)
        let reply = try await workplace.call(
            .post, "/test/note", as: maja,
            headers: [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost:8080"], body: body)
        #expect(reply.status == 400)
        #expect(!reply.text.contains("value=\"Hej\""))
    }

    @Test(arguments: [
        ("Sec-Fetch-Site", "cross-site", 400), ("Sec-Fetch-Site", "same-site", 400),
        ("Sec-Fetch-Site", "same-origin", 303), ("Sec-Fetch-Site", "none", 303),
        ("Origin", "https://evil.example", 400),
        ("Origin", "null", 400), ("Origin", "http://evil.localhost:8080", 400),
        ("Origin", "http://localhost:8080.evil.example", 400), ("Origin", "http://localhost:8080", 303),
    ])
    func `a form is taken from our own pages only`(header: String, value: String, status: Int) async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let name = try #require(HTTPField.Name(header))
        #expect(try await workplace.post("/test/note", as: maja, headers: [name: value]).status == status)
        let open = try await workplace.post("/test/open", headers: [name: value])
        #expect(open.status == (status == 400 ? 400 : 200))
    }

    @Test func `a form open to anyone acts for nobody without proof`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        #expect(try await workplace.post("/test/open", as: maja).text.contains("Maja Holm"))
        #expect(try await !workplace.post("/test/open", as: maja, ["csrf": "x"]).text.contains("Maja Holm"))
    }

    @Test(arguments: Engine.tested)
    func `a form that is sent twice is carried out once, from each tab`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        for _ in 0..<3 {
            #expect(try await workplace.post("/test/note", as: maja, ["key": "one tab"]).location == "/account")
        }
        #expect(try await TestRoutes.noted(workplace) == 1)
        _ = try await workplace.post("/test/note", as: maja, ["key": "other tab"])
        #expect(try await TestRoutes.noted(workplace) == 2)
        _ = try await workplace.post("/test/note", as: Workplace.jonas, ["key": "one tab"])
        #expect(try await TestRoutes.noted(workplace) == 3)
    }

    @Test(arguments: Engine.tested)
    func `a form that is sent ten times at the same moment is carried out once`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<10 {
                group.addTask { try await workplace.post("/test/note", as: Workplace.maja, ["key": "k"]).status }
            }
            for try await status in group { #expect(status == 303) }
        }
        #expect(try await TestRoutes.noted(workplace) == 1)
    }

    @Test func `what cannot be read is refused calmly`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        func send(_ type: String?, _ body: [UInt8]) async throws -> Int {
            var headers = HTTPFields()
            headers[.contentType] = type
            return try await workplace.call(.post, "/test/open", headers: headers, body: body).status
        }
        #expect(try await send(nil, []) == 200)
        #expect(try await send(nil, [65]) == 400)
        #expect(try await send("text/plain", [65]) == 400)
        #expect(try await send("application/json", Array("{\"a\":{}}".utf8)) == 400)
        #expect(try await send("multipart/form-data", [65]) == 400)
        #expect(try await send("multipart/form-data; boundary=x", [65]) == 400)
        #expect(try await send(";;;", [65]) == 400)
        let form = "application/x-www-form-urlencoded"
        #expect(try await send(form, Array(repeating: 65, count: 4 * 1024 * 1024)) == 200)
        #expect(try await send(form, Array(repeating: 65, count: 4 * 1024 * 1024 + 1)) == 400)
    }

    @Test func `a file that is too large leaves the texts beside it`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let film = Upload(name: "film.mov", mediaType: "video/quicktime", bytes: Array(repeating: 1, count: 26 << 20))
        let reply = try await workplace.post("/test/fields", as: maja, ["note": "Støj"], uploads: ["film": film])
        #expect(reply.text == #"{"note":"Støj","size":1}"#)
    }

    @Test func `one caller is stopped at an open route, and told when to come back`() async throws {
        let workplace = try await Workplace(trustedProxies: 1, extra: TestRoutes.all)
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        for _ in 0..<300 { _ = try await workplace.post("/test/open", headers: [forwarded: "9.9.9.9, 1.1.1.1"]) }
        let stopped = try await workplace.post(
            "/test/open", ["note": "Støj"], headers: [forwarded: "8.8.8.8, 1.1.1.1"])
        #expect(stopped.status == 429)
        #expect(stopped.headers[.retryAfter] == "600")
        #expect(stopped.text.contains("value=\"Støj\""))
        #expect(try await workplace.post("/test/open", headers: [forwarded: "1.1.1.2"]).status == 200)
    }

    @Test(arguments: [
        (0, "9.9.9.9", ""), (1, "9.9.9.9, 1.1.1.1", "1.1.1.1"), (2, "9.9.9.9, 1.1.1.1", "9.9.9.9"), (2, "9.9.9.9", ""),
    ])
    func `only trusted proxies are believed about the caller`(proxies: Int, told: String, caller: String) async throws {
        let workplace = try await Workplace(trustedProxies: proxies, extra: TestRoutes.all)
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        let reply = try await workplace.post("/test/open", headers: [forwarded: told])
        #expect(reply.text.contains("\"caller\":\"\(caller)\""))
    }
}

extension Workplace {
    fileprivate func post(_ path: String, _ fields: [String: String] = [:], headers: HTTPFields) async throws -> Reply {
        try await post(path, as: nil, fields, headers: headers)
    }
}
