import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

/// Whatever happens, what was typed is given back.
struct NothingLostTests {
    private let typed = ["note": "Tung luft & \"larm\"", "csrf": "", "key": "k-1", "password": "hemmelig kode"]

    /// The kept form, as the browser would send it on.
    private func hidden(_ page: String, _ name: String) -> String? {
        let before = "name=\"\(name)\" value=\""
        // The frame around the page has forms of its own, before it.
        return page.ranges(of: before).last.map { place in
            page[place.upperBound...].prefix { $0 != "\"" }.replacing("&quot;", with: "\"").replacing(
                "&#39;", with: "'"
            )
            .replacing("&amp;", with: "&")
        }.map { String($0) }
    }

    @Test(arguments: Engine.tested)
    func `a session that ends while somebody types costs nothing`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        let (hash, deed) = (try await Password.hash("tre små ænder"), workplace.deed(by: nil))
        try await workplace.database.write {
            try $0.apply(SignIn.changedPassword(of: Workplace.maja.id, to: hash), deed)
        }

        let out = try await workplace.post("/test/note", as: Workplace.maja, typed)
        #expect(out.status == 401)
        #expect(!out.text.contains("hemmelig"))
        let kept = try #require(hidden(out.text, "kept"))
        let to = try #require(hidden(out.text, "to"))
        #expect(to == "/test/note")

        let door = try await workplace.post("/signin/again", as: nil, ["kept": kept, "to": to])
        #expect(hidden(door.text, "kept") == kept)
        let wrong = try await workplace.post(
            "/signin", as: nil, ["kept": kept, "to": to, "email": "maja@nordhavn.example", "password": "x"])
        #expect(hidden(wrong.text, "kept") == kept)
        let right = try await workplace.post(
            "/signin", as: nil,
            ["kept": kept, "to": to, "email": "maja@nordhavn.example", "password": "tre små ænder"])
        #expect(right.text.contains("action=\"/test/note\""))
        #expect(hidden(right.text, "note") == typed["note"])

        let session = try #require(right.cookie("session"))
        let fields = ["note", "key", "csrf"].reduce(into: [:]) { $0[$1] = hidden(right.text, $1) }
        let sent = try await workplace.post("/test/note", as: nil, fields, headers: [.cookie: "session=\(session)"])
        #expect(sent.status == 303)
        #expect(try await TestRoutes.noted(workplace) == 1)
    }

    @Test(arguments: Engine.tested, [true, false])
    func `a database that is gone leaves what was typed on the page`(engine: Engine, isKnown: Bool) async throws {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        if isKnown { _ = try await workplace.get("/account", as: Workplace.maja) }
        await workplace.database.close()
        var fields = typed
        fields["csrf"] = nil
        let gone = try await workplace.post("/test/note", as: Workplace.maja, fields)
        #expect(gone.status == 503)
        #expect(gone.text.contains("action=\"/test/note\""))
        #expect(hidden(gone.text, "note") == typed["note"])
        #expect(hidden(gone.text, "key") == "k-1")
        #expect(hidden(gone.text, "csrf") == workplace.proof(of: Workplace.maja))
        #expect(!gone.text.contains("hemmelig"))
        #expect(gone.text.contains("Det, du skrev, står stadig her."))
        let page = try await workplace.get("/account", as: Workplace.maja)
        #expect(page.status == 503)
        #expect(page.text.contains("Databasen svarer ikke") && !page.text.contains("Det, du skrev"))
    }

    @Test func `a picture that cannot be kept is not forgotten in silence`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let picture = Upload(name: "gulv.png", mediaType: "image/png", bytes: [1, 2, 3])
        let signedOut = try await workplace.post("/test/note", typed, uploads: ["photos": picture])
        #expect(signedOut.text.contains("Billeder og filer kan ikke ligge her"))
        await workplace.database.close()
        let fields = ["note": "Tung luft"]
        let gone = try await workplace.post("/test/note", as: Workplace.maja, fields, uploads: ["photos": picture])
        #expect(gone.status == 503 && gone.text.contains("Billeder og filer kan ikke ligge her"))
        let bare = try await workplace.post("/test/note", as: Workplace.maja, fields)
        #expect(bare.status == 503 && !bare.text.contains("Billeder og filer"))
    }

    @Test(arguments: Engine.tested)
    func `somebody who came too late is told calmly`(engine: Engine) async throws {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        let late = try await workplace.post("/test/stale", as: Workplace.maja)
        #expect(late.status == 409)
        #expect(late.text.contains("En anden nåede"))
        #expect(try await workplace.post("/test/stale", as: Workplace.jonas).text.contains("Somebody else"))
    }

    @Test(arguments: Engine.tested)
    func `a failure tells a number, and no log tells about anybody`(engine: Engine) async throws {
        let log = LogLines()
        let workplace = try await Workplace(engine, extra: TestRoutes.all, logger: log.logger)
        for path in ["/test/failure?q=sygemelding", "/test/broken?q=sygemelding"] {
            let failed = try await workplace.get(path, as: Workplace.maja)
            #expect(failed.status == 500)
            let number = try #require(failed.text.firstMatch(of: /<p class="meta">([0-9A-Z]{12})<\/p>/)?.output.1)
            #expect(log.all.contains { $0.contains(number) })
            #expect(!failed.text.contains("Spilling"))
            #expect(!failed.text.contains("no_such_column"))
        }
        let told = log.all.joined()
        for personal in ["maja", "Maja", "sygemelding", "session of"] { #expect(!told.contains(personal)) }
    }

    @Test func `a program is told in JSON`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        for path in ["/test/failure", "/no/such/page"] {
            let reply = try await workplace.get(path, as: Workplace.maja, headers: [.accept: "application/json"])
            #expect(reply.headers[.contentType] == "application/problem+json")
            #expect(reply.text.contains("\"status\":\(reply.status)"))
        }
        let out = try await workplace.get("/account", headers: [.accept: "application/json"])
        #expect(out.status == 401)
        let done = try await workplace.post(
            "/test/note", as: Workplace.maja, ["key": "k"], headers: [.accept: "application/json"])
        #expect(done.text == #"{"location":"/account","said":"Noteret"}"#)
    }
}
