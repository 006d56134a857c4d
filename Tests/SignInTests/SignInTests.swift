import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing
import Web

struct SignInTests {
    private static let password = "tre små ænder"

    /// A workplace behind one proxy, where Maja has an account.
    private func workplace(_ engine: Engine = .sqlite, clock: Clock = Clock()) async throws -> Workplace {
        let workplace = try await Workplace(engine, trustedProxies: 1, clock: { clock.now })
        let (hash, deed) = (try await Password.hash(Self.password), workplace.deed(by: nil))
        try await workplace.database.write {
            try $0.apply(SignIn.changedPassword(of: Workplace.maja.id, to: hash), deed)
        }
        return workplace
    }

    private func signIn(
        _ workplace: Workplace, _ password: String = password, email: String = "maja@nordhavn.example",
        from place: String = "10.0.0.1", cookies: String = "", more: [String: String] = [:]
    ) async throws -> Reply {
        var headers = HTTPFields()
        headers[.forwardedFor] = place
        if !cookies.isEmpty { headers[.cookie] = cookies }
        let fields = ["email": email, "password": password].merging(more) { _, new in new }
        return try await workplace.post("/signin", fields, headers: headers)
    }

    private func account(_ workplace: Workplace, _ session: String?) async throws -> Int {
        try await workplace.get("/account", headers: [.cookie: "session=\(session ?? "")"]).status
    }

    @Test(arguments: Engine.tested)
    func `the right password opens, with a session that only this browser has`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let one = try await signIn(workplace, email: " Maja@Nordhavn.example ", more: ["to": "/units/office"])
        let other = try await signIn(workplace)
        #expect(one.status == 303)
        #expect(one.location == "/units/office")
        #expect(one.cookie("session")?.count == 32)
        #expect(one.cookie("session") != other.cookie("session"))
        #expect(try await account(workplace, one.cookie("session")) == 200)
        let cookie = try #require(one.headers[values: .setCookie].first { $0.hasPrefix("session=") })
        #expect(cookie.contains("; HttpOnly; SameSite=Lax"))
    }

    @Test func `a letter that a keyboard sends in two pieces is the same letter`() async throws {
        let workplace = try await workplace()
        #expect(try await signIn(workplace, "tre sma\u{030A} ænder").status == 303)
    }

    @Test(arguments: Engine.tested)
    func `a wrong password and an unknown e-mail are answered alike, and neither echoes the password`(
        engine: Engine
    ) async throws {
        let workplace = try await workplace(engine)
        let wrong = try await signIn(workplace, "hemmelig gættet")
        let unknown = try await signIn(workplace, "hemmelig gættet", email: "none@nordhavn.example")
        #expect(wrong.status == 422)
        #expect(unknown.status == 422)
        #expect(wrong.text.replacing("maja@", with: "none@") == unknown.text)
        #expect(!wrong.text.contains("hemmelig"))
        #expect(wrong.cookie("session") == nil)
    }

    @Test(arguments: Engine.tested)
    func `too many guesses lock the place they come from, and no other`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        for _ in 0..<10 { #expect(try await signIn(workplace, "gæt nummer x").status == 422) }
        let locked = try await signIn(workplace)
        #expect(locked.status == 422)
        #expect(locked.text.contains("15 minutter"))
        #expect(try await signIn(workplace, from: "10.0.0.2").status == 303)
    }

    @Test func `the lock opens after a while`() async throws {
        let clock = Clock()
        let workplace = try await workplace(clock: clock)
        for _ in 0..<11 { _ = try await signIn(workplace, "gæt nummer x") }
        clock.set(Workplace.monday + 901)
        #expect(try await signIn(workplace).status == 303)
    }

    @Test func `guesses that come at the same time all count`() async throws {
        let workplace = try await workplace()
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<30 {
                group.addTask { try await self.signIn(workplace, "gæt nummer \(number)").text }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { !$0.contains("15 minutter") } == 10)
    }

    @Test func `signing in rightly uses up no guess`() async throws {
        let workplace = try await workplace()
        for _ in 0..<12 { #expect(try await signIn(workplace).status == 303) }
    }

    @Test func `a browser that has signed in before is not locked out by strangers`() async throws {
        let workplace = try await workplace()
        let device = try #require(try await signIn(workplace).cookie("device"))
        for number in 0..<100 { _ = try await signIn(workplace, "gæt nummer x", from: "10.1.\(number / 10).1") }
        #expect(try await signIn(workplace, from: "10.9.9.9").status == 422)
        #expect(try await signIn(workplace, from: "10.9.9.9", cookies: "device=\(device)").status == 303)
        #expect(try await signIn(workplace, from: "10.9.9.9", cookies: "device=\(device.reversed())").status == 422)
    }

    @Test(arguments: Engine.tested)
    func `signing in ends the session that the browser had`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let first = try await signIn(workplace).cookie("session")
        #expect(try await account(workplace, first) == 200)
        let second = try await signIn(workplace, cookies: "session=\(first ?? "")").cookie("session")
        #expect(try await account(workplace, first) == 303)
        #expect(try await account(workplace, second) == 200)
    }

    @Test func `a session that somebody planted is not taken over`() async throws {
        let workplace = try await workplace()
        let planted = "planted-by-somebody"
        let given = try await signIn(workplace, cookies: "session=\(planted)").cookie("session")
        #expect(given != planted)
        #expect(try await account(workplace, planted) == 303)
    }

    @Test(arguments: Engine.tested)
    func `signing out ends this session at once, and everywhere ends them all`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        #expect(try await workplace.get("/account", as: Workplace.maja).status == 200)
        let out = try await workplace.post("/sign-out", as: Workplace.maja)
        #expect(out.location == "/signin")
        #expect(out.headers[values: .setCookie].contains { $0.hasPrefix("session=; ") && $0.contains("Max-Age=0") })
        #expect(try await workplace.get("/account", as: Workplace.maja).status == 303)

        let jonas = Workplace.jonas.id
        try await workplace.database.write { writer in
            try writer.execute(
                """
                INSERT INTO session (hash, person_id, expires)
                VALUES (\(SecretHash(of: "telefon").text), \(jonas), \(Workplace.monday + 3600))
                """)
        }
        #expect(try await account(workplace, "telefon") == 200)
        _ = try await workplace.post("/sign-out/everywhere", as: Workplace.jonas)
        #expect(try await account(workplace, "telefon") == 303)
        #expect(try await workplace.get("/account", as: Workplace.jonas).status == 303)
        #expect(try await workplace.get("/account", as: Workplace.sara).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `a session ends when its time is up, also where it is in use`(engine: Engine) async throws {
        let clock = Clock()
        let workplace = try await workplace(engine, clock: clock)
        clock.set(Workplace.monday + -9 * 3600 + 60)
        let session = try await signIn(workplace).cookie("session")
        clock.set(Workplace.monday + 3 * 3600)
        #expect(try await account(workplace, session) == 200)
        clock.set(Workplace.monday + 3 * 3600 + 60)
        #expect(try await account(workplace, session) == 303)
    }

    @Test(arguments: Engine.tested)
    func `a new password asks for the old one and ends all other sessions`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let phone = try await signIn(workplace).cookie("session") ?? ""
        let desk = try await signIn(workplace).cookie("session") ?? ""
        let proof = workplace.house.settings.formProof(SecretHash(of: desk))
        let chosen = ["password": "fire grønne ænder", "again": "fire grønne ænder", "csrf": proof]
        func change(_ current: String) async throws -> Reply {
            try await workplace.post(
                "/account/password", chosen.merging(["current": current]) { $1 },
                headers: [.cookie: "session=\(desk)"])
        }
        #expect(try await change("forkert kode").status == 422)
        let changed = try await change(Self.password)
        #expect(changed.status == 303)
        #expect(try await account(workplace, phone) == 303)
        #expect(try await account(workplace, desk) == 303)
        #expect(try await account(workplace, changed.cookie("session")) == 200)
        #expect(try await signIn(workplace).status == 422)
        #expect(try await signIn(workplace, "fire grønne ænder").status == 303)
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", "/\\evil.example", "//\u{FE0F}evil.example", "javascript:alert(1)",
    ])
    func `signing in and choosing a language lead nowhere else`(to: String) async throws {
        let workplace = try await workplace()
        #expect(try await signIn(workplace, more: ["to": to]).location == "/")
        #expect(try await workplace.post("/language", ["language": "en", "return": to]).location == "/")
    }

    @Test func `a language is chosen for the page one is on`() async throws {
        let workplace = try await Workplace()
        let page = try await workplace.get("/units/office?x=1", as: Workplace.maja)
        #expect(page.text.contains("name=\"return\" value=\"/units/office?x=1\""))
        let chosen = try await workplace.post(
            "/language", as: Workplace.maja, ["language": "en", "return": "/units/office?x=1"])
        #expect(chosen.location == "/units/office?x=1")
        #expect(chosen.cookie("language") == "en")
        #expect(try await workplace.get("/units/office", as: Workplace.maja).text.contains("lang=\"en\""))
        #expect(try await workplace.post("/language", ["language": "xx"]).status == 404)
    }

    @Test func `a forged address of the caller is not believed without a proxy`() async throws {
        let workplace = try await Workplace()
        for number in 0..<100 {
            _ = try await signIn(workplace, "gæt nummer x", email: "a\(number)@x.dk", from: "10.0.0.\(number)")
        }
        #expect(try await signIn(workplace, "gæt", email: "b@x.dk", from: "1.1.1.1").text.contains("15 minutter"))
    }
}

/// A clock that a test sets.
final class Clock: Sendable {
    private let moment = Mutex(Workplace.monday)

    var now: Moment { moment.withLock { $0 } }
    func set(_ now: Moment) { moment.withLock { $0 = now } }
}

extension HTTPField.Name {
    static var forwardedFor: HTTPField.Name { HTTPField.Name("X-Forwarded-For") ?? .origin }
}

extension Workplace {
    fileprivate func post(_ path: String, _ fields: [String: String], headers: HTTPFields = [:]) async throws -> Reply {
        try await post(path, as: nil, fields, headers: headers)
    }
}
