import ActionPlan
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import BoardMeetings

/// From the agreement to the record, and on to the next meeting.
@Suite struct MeetingJourneyTests {
    private static let (maja, jonas, sara, ida, eva, karl) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida, Workplace.eva, Workplace.karl
    )

    @Test(arguments: Engine.tested)
    func `what was agreed stands on the board for everybody who reads it, and whoever leads is told once`(
        engine: Engine
    ) async throws {
        let hall = try await Hall(engine)
        #expect(try await hall.get(Hall.plan).text.contains("Tavlemøder</a>"))
        #expect(try await !hall.get(Hall.plan).text.contains("Næste tavlemøde"))
        #expect(try await hall.agree(["leader": "jonas"]).status == 303)
        let line = "Næste tavlemøde: tirsdag 6. januar 2026 kl. 9.30, ledes af Jonas Riis"
        for person in [Self.maja, Self.sara, Self.ida, Self.eva] {
            #expect(try await hall.get(Hall.plan, as: person).text.contains(line), "\(person.name)")
        }
        #expect(try await hall.get(Hall.plan, as: Self.jonas).text.contains("led by Jonas Riis"))
        #expect(
            try await hall.told(Self.jonas) == [
                "You lead the next board meeting of Laboratories group: Tuesday 6 January 2026 at 9:30."
            ])
        // Saved again without a change to day or leader: nobody is told twice.
        #expect(try await hall.agree(["leader": "jonas", "version": "1", "minutes": "20"]).status == 303)
        #expect(try await hall.told(Self.jonas).count == 1)
        #expect(try await hall.told(Self.maja).isEmpty)
    }

    @Test func `on the day Today tells its members of it, and nobody else`() async throws {
        let hall = try await Hall()
        try await hall.agree(["leader": "maja"])
        let words = "Tavlemøde i dag kl. 9.30"
        #expect(try await !hall.get("/").text.contains(words))
        hall.watch.pass(days: 1)
        #expect(try await hall.get("/").text.contains(words))
        #expect(try await hall.get("/").text.contains("Du leder."))
        #expect(try await hall.get("/", as: Self.jonas).text.contains("Board meeting today at 9:30"))
        for person in [Self.sara, Self.karl, Self.eva] {
            #expect(try await !hall.get("/", as: person).text.contains(words), "\(person.name)")
        }
    }

    @Test(arguments: Engine.tested)
    func `a meeting moves notes, and its record tells by itself what moved`(engine: Engine) async throws {
        let hall = try await Hall(engine)
        let noise = try await hall.theme("Støj & <uro>")
        try await hall.agree()
        for what in ["Skift blæser", "Byt døre", "Uændret", "Luk mig", "Vent på svar", "Frem og tilbage"] {
            try await hall.action(what, what == "Uændret" ? [:] : ["theme": noise])
        }
        hall.watch.pass(days: 1)
        let started = try await hall.start()
        #expect(started.status == 303 && started.location == Hall.meeting)
        let page = try await hall.get(Hall.meeting + "?row=\(noise)").text
        #expect(
            page.contains("Støj &amp; &lt;uro&gt;</h1>") && page.contains("Skift blæser") && !page.contains("Uændret"))

        let moved = try await hall.move("Skift blæser", to: .underWay)
        let back = try #require(moved.location)
        #expect(moved.status == 303 && back.hasPrefix(Hall.meeting + "?row=\(noise)&note="))
        #expect(try await hall.get(back).text.contains("data-key=\"undo\""))
        try await hall.move("Skift blæser", to: .atGoal)
        try await hall.move("Frem og tilbage", to: .underWay)
        try await hall.move("Frem og tilbage", to: .started)
        let waiting = try await hall.note("Vent på svar")
        let held = try await hall.post(
            "/actions/\(waiting.id)/hold",
            ["reason": "Hemmelig grund", "look_again_on": "2026-02-01", "return": Hall.meeting])
        #expect(held.location == Hall.meeting)
        let closing = try await hall.note("Luk mig")
        #expect(
            try await hall.post(
                Hall.meeting + "/done", ["action": closing.id.text, "done": "on", "return": Hall.meeting]
            ).location == Hall.meeting)
        #expect(try await hall.get(Hall.meeting + "?row=\(noise)").text.contains("Klar til at lukkes</span>"))
        try await hall.action("Ny på mødet", ["theme": noise])
        try await hall.post(Hall.meeting + "/note", ["row": noise, "text": "Der er mere ro nu."])

        let record = try await hall.end(["closing": "Godt møde <3", "leader": "jonas", "present": "jonas"])
        let text = try await hall.get(record).text
        for words in [
            "Fra Startet til I mål", "Sat på hold", "Ny på mødet", "Der er mere ro nu.", "Godt møde &lt;3",
            "Jonas Riis",
            "Klar til at lukkes", "Støj &amp; &lt;uro&gt;", "3 indsatser rykkede sig",
        ] { #expect(text.contains(words), "\(words)") }
        for words in ["Frem og tilbage", "Uændret", "Hemmelig grund", "Byt døre"] {
            #expect(!text.contains(words), "\(words)")
        }
        let csv = try await hall.get(record + "/csv")
        #expect(csv.text.contains("Skift blæser") && csv.text.contains("Startet") && csv.text.contains("I mål"))
        #expect(try await hall.get(record + "/print").text.contains("Fra Startet til I mål"))
        // The next one is a fortnight later, and led by whoever comes after the one who led.
        #expect(
            try await hall.get(Hall.plan).text.contains(
                "Næste tavlemøde: tirsdag 20. januar 2026 kl. 9.30, ledes af Maja Holm"))
        #expect(try await hall.get(Hall.meetings).text.contains("3 indsatser rykkede sig"))
        #expect(try await !hall.get("/").text.contains("Tavlemøde i dag"))

        // What moved since is marked at the next one, and what moved before is not.
        hall.watch.pass(days: 3)
        try await hall.move("Byt døre", to: .underWay)
        hall.watch.pass(days: 11)
        try await hall.start()
        let next = try await hall.get(Hall.meeting + "?row=\(noise)").text
        #expect(next.matches(of: /slip moved/).count == 1 && next.contains("Fra Startet</span>"))
    }

    @Test(arguments: ["", "Lys"])
    func `a move is undone from the meeting's page, whether the note has a theme or none`(title: String) async throws {
        let hall = try await Hall()
        let theme = title.isEmpty ? "" : try await hall.theme(title)
        try await hall.action("Skift blæser", ["theme": theme])
        try await hall.start()
        let back = try #require(try await hall.move("Skift blæser", to: .underWay).location)
        let form = try #require(try await hall.get(back).text.between("data-key=\"undo\"", "</form>"))
        var fields: [String: String] = [:]
        for field in form.matches(of: /name="([a-z]+)" value="([^"]*)"/) where field.1 != "csrf" {
            fields[String(field.1)] = String(field.2).replacing("&amp;", with: "&")
        }
        let action = try #require(form.between("action=\"", "\""))
        let undone = try await hall.post(action, fields)
        #expect(undone.status == 303 && undone.location?.hasPrefix(Hall.meeting) == true)
        let note = try await hall.note("Skift blæser")
        #expect(note.stage == .started && note.theme?.text ?? "" == theme)
        // What somebody has moved since is not undone by it.
        #expect(try await !hall.get(back).text.contains("data-key=\"undo\""))
    }

    @Test(arguments: Engine.tested)
    func `a record stays as it was, whatever happens to its actions, and remarks stand below it`(
        engine: Engine
    ) async throws {
        let hall = try await Hall(engine)
        try await hall.action("Skift blæser")
        try await hall.start()
        try await hall.move("Skift blæser", to: .underWay)
        let record = try await hall.end()
        let before = try await hall.get(record).text
        try await hall.move("Skift blæser", to: .followUp)
        try await hall.change("UPDATE action SET what = 'Noget andet'")
        #expect(try await hall.get(record).text.between("<table", "</table>") == before.between("<table", "</table>"))
        #expect(try await hall.post(record + "/notes", ["text": ""]).status == 422)
        #expect(try await hall.post(record + "/notes", ["text": "Det var <tirsdag>."]).status == 303)
        let after = try await hall.get(record).text
        #expect(after.contains("Det var &lt;tirsdag&gt;.") && after.contains("Maja Holm · 5. jan."))
        // Nothing of a meeting that is over can be written again.
        for path in ["/clock", "/note", "/done", "/end"] {
            #expect(try await hall.post(Hall.meeting + path, ["text": "x", "action": "x"]).status == 409, "\(path)")
        }
        #expect(try await hall.get(Hall.meeting).text.contains("Intet tavlemøde er i gang"))
    }

    @Test(arguments: Engine.tested)
    func `a note that somebody else moved meanwhile is not moved, and the meeting goes on`(engine: Engine) async throws
    {
        let hall = try await Hall(engine)
        let note = try await hall.action("Skift blæser")
        try await hall.start()
        try await hall.move("Skift blæser", to: .underWay, as: Self.jonas)
        let late = try await hall.move("Skift blæser", to: .atGoal, version: note.version)
        #expect(late.status == 303 && late.location?.hasPrefix(Hall.meeting) == true && late.said != nil)
        #expect(try await hall.note("Skift blæser").stage == .underWay)
        // Without a way back, and for programs, it is refused as it always was.
        let plain = try await hall.post(
            "/actions/\(note.id)/stage", ["stage": "at_goal", "version": "1", "theme": ""])
        #expect(plain.status == 409)
        // Nor does the way back lead elsewhere.
        for place in [
            "https://evil.example/", "//evil.example", "/plan/history-group/meeting", "/plan/lab-group/../..",
        ] {
            let current = try await hall.note("Skift blæser")
            let reply = try await hall.post(
                "/actions/\(note.id)/stage",
                ["stage": "started", "version": String(current.version), "theme": "", "return": place])
            #expect(reply.location?.hasPrefix("/plan/lab-group?") == true, "\(place)")
        }
    }

    @Test(arguments: Engine.tested)
    func `a meeting that nobody ends is over after four hours, with what moved until then`(engine: Engine) async throws
    {
        let hall = try await Hall(engine)
        try await hall.agree()
        try await hall.action("Tidligt")
        try await hall.action("Sent")
        hall.watch.pass(days: 1)
        try await hall.start()
        try await hall.move("Tidligt", to: .underWay)
        #expect(try await BoardMeetings.endForgotten(in: hall.work.house) == 0)
        hall.watch.pass(4 * 3600)
        try await hall.move("Sent", to: .underWay)
        // The board no longer says that it runs, although nobody has looked.
        #expect(try await !hall.get(Hall.plan).text.contains("Tavlemødet er i gang"))
        #expect(try await hall.get(Hall.meeting).text.contains("Intet tavlemøde er i gang"))
        #expect(try await BoardMeetings.endForgotten(in: hall.work.house) == 0)
        let list = try await hall.get(Hall.meetings).text
        let record = try #require(list.firstMatch(of: /\/plan\/lab-group\/meetings\/[0-9a-z]{20,}/)).output
        let text = try await hall.get(String(record)).text
        #expect(text.contains("Tidligt") && !text.contains("Sent</a>") && text.contains("Det sluttede af sig selv"))
        #expect(try await hall.get(Hall.plan).text.contains("tirsdag 20. januar 2026"))
    }

    @Test func `the clock stands and goes on, and every screen is told the same`() async throws {
        let hall = try await Hall()
        try await hall.agree(["minutes": "10"])
        try await hall.start()
        #expect(try await hall.get(Hall.meeting).text.contains("data-left=\"600\" data-whole=\"600\" data-runs"))
        hall.watch.pass(100)
        try await hall.post(Hall.meeting + "/clock", ["runs": ""])
        hall.watch.pass(500)
        let stopped = try await hall.get(Hall.meeting, as: Self.sara).text
        #expect(stopped.contains("data-left=\"440\" data-whole=\"600\">") && stopped.contains("Uret står"))
        try await hall.post(Hall.meeting + "/clock", ["runs": "on"])
        hall.watch.pass(500)
        let over = try await hall.get(Hall.meeting, as: Self.sara).text
        #expect(over.contains("data-left=\"-60\"") && over.contains("1 min. over"))
    }

    @Test func `a meeting in between leaves the next one where it is`() async throws {
        let hall = try await Hall()
        try await hall.agree(["weekday": "5"])
        try await hall.start()
        try await hall.end()
        #expect(try await hall.get(Hall.plan).text.contains("fredag 9. januar 2026"))
        hall.watch.pass(days: 3)
        try await hall.start()
        try await hall.end()
        #expect(try await hall.get(Hall.plan).text.contains("fredag 23. januar 2026"))
    }
}

extension String {
    func between(_ start: String, _ end: String) -> String? {
        guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return nil }
        return String(self[from.upperBound..<to.lowerBound])
    }
}
