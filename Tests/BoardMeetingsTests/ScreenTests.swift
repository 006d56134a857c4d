import ActionPlan
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import BoardMeetings

/// The board on a display where everybody passes.
@Suite struct ScreenTests {
    private static let (maja, jonas, sara) = (Workplace.maja, Workplace.jonas, Workplace.sara)

    @Test(arguments: Engine.tested)
    func `it shows the board and the next meeting to whoever passes, leads nowhere and names nobody`(
        engine: Engine
    ) async throws {
        let hall = try await Hall(engine)
        try await hall.agree(["leader": "jonas"])
        try await hall.action("Skift <blæser>", ["theme": try await hall.theme("Støj")])
        let path = try await hall.screen()
        let page = try await hall.get(path, as: nil)
        #expect(page.status == 200)
        #expect(page.text.contains("Skift &lt;blæser&gt;") && page.text.contains("Støj"))
        #expect(page.text.contains("Næste tavlemøde: tirsdag 6. januar 2026 kl. 9.30"))
        for name in ["Jonas", "Maja", "jonas", "/actions", "/plan", "/signin", "data-live="] {
            #expect(!page.text.contains(name), "\(name)")
        }
        let links = page.text.matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.1) }
        #expect(links == ["#content"])
        #expect(page.headers[.setCookie] == nil)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.text.contains("noindex"))
        // Whoever is signed in sees no more.
        #expect(try await hall.get(path, as: Self.maja).text == page.text)
        let named = try await hall.get(try await hall.screen("Gangen", ["names": "on", "language": "en"]), as: nil).text
        #expect(named.contains("Jonas Riis") && named.contains("lang=\"en\"") && named.contains("led by Jonas Riis"))
    }

    @Test(arguments: Engine.tested)
    func `nothing of a confidential matter, of a reporter's words or of what waits is on it`(
        engine: Engine
    ) async throws {
        let hall = try await Hall(engine)
        for what in ["Åben sag", "Fortrolig sag", "Følger efter", "Følger efter igen", "Ligger på hold"] {
            try await hall.action(what)
        }
        let path = try await hall.screen()
        #expect(try await hall.get(path, as: nil).text.contains("Fortrolig sag"))
        let (secret, after) = (try await hall.note("Fortrolig sag").id, try await hall.note("Følger efter").id)
        // Of a report that is not there nothing may be told, as of a confidential one.
        try await hall.change(
            "UPDATE action SET origin_kind = 'report', origin_id = 'secret' WHERE id = \(secret)")
        try await hall.change("UPDATE action SET origin_kind = 'action', origin_id = \(secret) WHERE id = \(after)")
        try await hall.change(
            "UPDATE action SET origin_kind = 'action', origin_id = \(after) WHERE what = 'Følger efter igen'")
        let waiting = try await hall.note("Ligger på hold")
        try await hall.post(
            "/actions/\(waiting.id)/hold", ["reason": "Sygdom", "look_again_on": "2026-02-01"])
        let text = try await hall.get(path, as: nil).text
        #expect(text.contains("Åben sag"))
        for words in ["Fortrolig", "Følger efter", "Ligger på hold", "Sygdom"] {
            #expect(!text.contains(words), "\(words)")
        }
    }

    @Test(arguments: Engine.tested)
    func `a link is withdrawn for good, by whoever works on the plan`(engine: Engine) async throws {
        let hall = try await Hall(engine)
        try await hall.action("Skift blæser")
        let (path, other) = (try await hall.screen(), try await hall.screen("Gangen"))
        let id: String = try await hall.work.database.read {
            try $0.value("SELECT id FROM board_screen WHERE name = 'Kantinen'") ?? ""
        }
        let withdrawal = Hall.screens + "/\(id)/withdrawal"
        #expect(try await hall.post(withdrawal, as: Self.sara).status == 403)
        #expect(try await hall.post(withdrawal, as: Workplace.karl).status == 404)
        #expect(try await hall.post(withdrawal.replacing("lab", with: "history"), as: Workplace.karl).status == 404)
        #expect(try await hall.post(withdrawal, as: Self.jonas).status == 303)
        #expect(try await hall.post(withdrawal, as: Self.jonas).status == 303)
        let gone = try await hall.get(path, as: nil)
        #expect(gone.status == 410 && gone.text.contains("Linket er trukket tilbage"))
        #expect(gone.headers[.cacheControl] == "no-store" && !gone.text.contains("blæser"))
        #expect(!gone.text.contains("hallway.js") && !gone.text.contains("http-equiv"))
        #expect(try await hall.get(other, as: nil).status == 200)
        let verbs = try await hall.count("SELECT COUNT(*) FROM journal WHERE subject_kind = 'board_screen'")
        #expect(verbs == 3)
    }

    @Test func `when the group closes, its links are dead`() async throws {
        let hall = try await Hall()
        try await hall.action("Skift blæser")
        let path = try await hall.screen()
        try await hall.change("UPDATE body SET closes = '2026-01-04' WHERE id = 'lab-group'")
        let gone = try await hall.get(path, as: nil)
        #expect(gone.status == 410 && !gone.text.contains("blæser"))
    }

    @Test(arguments: Engine.tested)
    func `the code is shown once, kept as a hash, and in no line of the log`(engine: Engine) async throws {
        let lines = LogLines()
        let work = try await Workplace(engine, logger: lines.logger)
        let fields = ["name": "Kantinen", "language": "da", "key": "once"]
        let made = try await work.post(Hall.screens, as: Self.maja, fields)
        let code = try #require(made.text.firstMatch(of: /\/screen\/([0-9a-z]+)/)).1
        #expect(code.utf8.count == 32)
        let again = try await work.post(Hall.screens, as: Self.maja, fields)
        #expect(again.status == 303 && again.location == Hall.screens)
        #expect(try await !work.get(Hall.screens, as: Self.maja).text.contains(code))
        _ = try await work.get("/screen/\(code)")
        _ = try await work.get("/screen/\(code)x")
        _ = try await work.post("/screen/\(code)")
        #expect(!lines.all.contains { $0.contains(code) })
        for (table, columns) in [
            ("board_screen", "id || name || code_hash"), ("sent_form", "hash || path"),
            ("journal_payload", "before || after"),
        ] {
            let found: Int? = try await work.database.read { reader in
                table == "board_screen"
                    ? try reader.value("SELECT COUNT(*) FROM board_screen WHERE code_hash = \(String(code))")
                    : table == "sent_form"
                        ? try reader.value("SELECT COUNT(*) FROM sent_form WHERE path LIKE \("%\(code)%")")
                        : try reader.value("SELECT COUNT(*) FROM journal_payload WHERE after LIKE \("%\(code)%")")
            }
            #expect(found == 0, "\(table) \(columns)")
        }
    }

    @Test func `whoever guesses may do so only so often, and displays go on`() async throws {
        let work = try await Workplace()
        let made = try await work.post(Hall.screens, as: Self.maja, ["name": "K", "language": "da"])
        let path = String(try #require(made.text.firstMatch(of: /\/screen\/[0-9a-z]+/)).output)
        for wrong in ["", "x", "none", String(repeating: "0", count: 31), String(repeating: "0", count: 33), "%00"] {
            #expect(try await work.get("/screen/" + wrong).status == 404, "\(wrong)")
        }
        for _ in 1...400 { #expect(try await work.get(path).status == 200) }
        var statuses: Set<Int> = []
        for number in 1...310 {
            let guess = String(String(repeating: "0", count: 32).dropLast("\(number)".count)) + "\(number)"
            statuses.insert(try await work.get("/screen/" + guess).status)
        }
        #expect(statuses == [404, 429])
    }

    @Test func `a display has a name, a language, and few beside it`() async throws {
        let hall = try await Hall()
        for wrong in [["name": ""], ["language": "fr"], ["name": String(repeating: "x", count: 81)]] {
            let reply = try await hall.post(Hall.screens, ["name": "A & B", "language": "da"].merging(wrong) { $1 })
            #expect(reply.status == 422)
            if wrong["name"] == nil { #expect(reply.text.contains("A &amp; B")) }
        }
        for number in 1...BoardScreen.most { _ = try await hall.screen("Skærm \(number)") }
        #expect(try await hall.post(Hall.screens, ["name": "En til", "language": "da"]).status == 409)
    }
}
