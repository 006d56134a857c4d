import HTTPTypes
import Journal
import Kernel
import Live
import Markup
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Pages that are answered from memory.
struct KeptPageTests {
    private let counted = Counted()

    /// A page that counts how often it is made.
    private func workplace(_ engine: Engine = .sqlite, clock: @escaping @Sendable () -> Moment = { Workplace.monday })
        async throws -> Workplace
    {
        var routes = Routes()
        let counted = counted
        routes.get("/test/kept", for: .signedIn) { visit in
            let number = counted.next()
            let content = "<p>made \(number)</p>\(visit.seal)" as HTML
            return .page(Page(title: "Kept", madeFrom: [Topic("plan")], content: content))
        }
        routes.get("/test/anew", for: .signedIn) { _ in
            .page(Page(title: "Anew", content: "<p>made \(counted.next())</p>"))
        }
        routes.post("/test/write", for: .signedIn) { visit in
            try await visit.write { _ in }
            return .redirect("/test/kept")
        }
        return try await Workplace(engine, extra: routes.all, clock: clock)
    }

    private func made(_ workplace: Workplace, as person: Person = Workplace.maja, _ query: String = "") async throws
        -> Int?
    {
        let page = try await workplace.get("/test/kept\(query)", as: person).text
        return page.firstMatch(of: /<p>made (\d+)</).flatMap { Int($0.1) }
    }

    @Test(arguments: Engine.tested)
    func `a page is made once while nothing changes, for each person and address`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        #expect(try await made(workplace) == 1)
        #expect(try await made(workplace) == 1)
        #expect(try await made(workplace, as: Workplace.sara) == 2)
        #expect(try await made(workplace, "?q=1") == 3)
        #expect(try await made(workplace) == 1)
    }

    @Test(arguments: Engine.tested)
    func `a page is made anew when its topic, anybody's rights or the hour changes`(engine: Engine) async throws {
        let time = Mutex(Workplace.monday)
        let workplace = try await workplace(engine) { time.withLock { $0 } }
        #expect(try await made(workplace) == 1)
        try await workplace.database.write { try $0.raise("people") }
        #expect(try await made(workplace) == 1)
        try await workplace.database.write { try $0.raise("plan") }
        #expect(try await made(workplace) == 2)
        try await workplace.database.write { try $0.raise("rights") }
        #expect(try await made(workplace) == 3)
        time.withLock { $0 = Moment(milliseconds: $0.milliseconds + 3_600_000) }
        #expect(try await made(workplace) == 4)
        workplace.house.hub.announce(.everything)
        #expect(try await made(workplace) == 5)
        #expect(try await made(workplace) == 5)
    }

    @Test func `what changes while a page is being made makes it anew`() async throws {
        let workplace = try await workplace()
        let hub = workplace.house.hub
        counted.meanwhile { hub.announce(.topics(["plan"])) }
        #expect(try await made(workplace) == 1)
        #expect(try await made(workplace) == 2)
        #expect(try await made(workplace) == 2)
    }

    @Test func `whoever has written, and whoever is told something, gets a page made anew`() async throws {
        let workplace = try await workplace()
        #expect(try await made(workplace) == 1)
        #expect(try await made(workplace, as: Workplace.sara) == 2)
        _ = try await workplace.post("/test/write", as: Workplace.maja)
        #expect(try await made(workplace) == 3)
        #expect(try await made(workplace, as: Workplace.sara) == 2)
        let told = try await workplace.get(
            "/test/kept", headers: [.cookie: "session=session of sara; said=R2VtdA=="])
        #expect(told.text.contains("<p>made 4<") && told.text.contains("Gemt"))
        #expect(try await made(workplace, as: Workplace.sara) == 2)
    }

    @Test func `a page that does not say what it was made from is never kept`() async throws {
        let workplace = try await workplace()
        let first = try await workplace.get("/test/anew", as: Workplace.maja).text
        #expect(first.contains("made 1<"))
        #expect(try await workplace.get("/test/anew", as: Workplace.maja).text.contains("made 2<"))
    }

    @Test func `while a server hears nothing of others, it keeps nothing`() async throws {
        let workplace = try await workplace()
        #expect(try await made(workplace) == 1)
        workplace.house.hub.announce(.deafness)
        #expect(try await made(workplace) == 2)
        workplace.house.hub.announce(.everything)
        #expect(try await made(workplace) == 3)
        workplace.house.hub.announce(.hearing(until: nil))
        #expect(try await made(workplace) == 4)
        #expect(try await made(workplace) == 4)
    }

    @Test func `each showing of a kept page has form keys of its own`() async throws {
        let workplace = try await workplace()
        var keys: Set<String> = []
        for _ in 0..<4 {
            let page = try await workplace.get("/test/kept", as: Workplace.maja).text
            #expect(page.contains("<p>made 1<"))
            keys.insert(String(try #require(page.firstMatch(of: /name="key" value="([^"]{32})"/)).1))
        }
        #expect(keys.count == 4)
    }

    @Test func `a kept page is sent packed to whoever can unpack it`() async throws {
        let workplace = try await Workplace()
        let plain = try await workplace.get("/plan/lab-group", as: Workplace.maja)
        for _ in 0..<2 {
            let packed = try await workplace.get(
                "/plan/lab-group", as: Workplace.maja, headers: [.acceptEncoding: "gzip"])
            #expect(packed.headers[.contentEncoding] == "gzip" && packed.body.starts(with: [0x1f, 0x8b]))
            #expect(packed.body.count < plain.body.count / 2)
        }
        let again = try await workplace.get("/plan/lab-group", as: Workplace.maja)
        #expect(again.headers[.contentEncoding] == nil && again.body == plain.body)
    }

    @Test(arguments: Engine.tested)
    func `two reports from one kept form are two, each with a code of its own`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        var codes: Set<String> = []
        for what in ["Glat gulv", "Løs ledning"] {
            let form = try await workplace.get("/report", as: Workplace.sara).text
            let code = String(try #require(form.firstMatch(of: /name="code" value="([^"]+)"/)).1)
            #expect(code.wholeMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/) != nil)
            codes.insert(code)
            let sent = try await workplace.post(
                "/report", as: Workplace.sara,
                ["kind": "near_miss", "what": what, "code": code, "unit": "laboratories"])
            #expect(sent.status == 200)
            _ = try await workplace.get("/report", as: Workplace.sara)
        }
        #expect(codes.count == 2)
        #expect(try await workplace.database.read { try $0.value("SELECT COUNT(*) FROM report") } == 2)
    }

    @Test(arguments: Engine.tested)
    func `whose mandate is taken away does not see the kept plan again`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        for _ in 0..<2 { #expect(try await workplace.get("/plan/history-group", as: Workplace.karl).status == 200) }
        try await workplace.database.write { writer in
            try writer.execute("DELETE FROM mandate WHERE id = 'karl-history'")
            try writer.execute("UPDATE person SET unit_id = 'office' WHERE id = 'karl'")
            try writer.raise("rights")
        }
        #expect(try await workplace.get("/plan/history-group", as: Workplace.karl).status == 404)
        for _ in 0..<2 { #expect(try await workplace.get("/plan/lab-group", as: Workplace.maja).status == 200) }
        #expect(try await workplace.post("/sign-out", as: Workplace.maja).status == 303)
        #expect(try await workplace.get("/plan/lab-group", as: Workplace.maja).status != 200)
    }

    @Test func `memory is bounded: what is too much is made anew`() throws {
        let hub = Hub()
        let pages = KeptPages(hub: hub)
        let page = try #require(KeptPage([UInt8](repeating: 65, count: 1 << 20), newParts: []))
        let heard = hub.heard
        func key(_ number: Int) -> KeptPages.Key {
            KeptPages.Key(
                person: ID("p\(number % 3)"),
                place: .init(session: SecretHash(of: "s"), address: "/\(number)"))
        }
        for number in 0..<40 { pages.keep(page, key(number), madeFrom: [], heard: heard, at: Workplace.monday) }
        let kept = (0..<40).filter { pages.page(key($0), at: Workplace.monday) != nil }
        #expect(kept.contains(39) && !kept.contains(0) && kept.count <= 16)
        hub.announce(.remark(KeptPages.remark(by: ID("p0"))))
        #expect(pages.page(key(39), at: Workplace.monday) == nil && pages.page(key(38), at: Workplace.monday) != nil)
    }
}

/// Numbers in turn.
private final class Counted: Sendable {
    private let state = Mutex<(number: Int, meanwhile: (@Sendable () -> Void)?)>((0, nil))

    func next() -> Int {
        let (number, meanwhile) = state.withLock { state in
            state.number += 1
            defer { state.meanwhile = nil }
            return (state.number, state.meanwhile)
        }
        meanwhile?()
        return number
    }

    /// Done once, while the next number is taken.
    func meanwhile(_ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.meanwhile = body }
    }
}
