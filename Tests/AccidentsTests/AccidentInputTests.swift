import Kernel
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Accidents

/// What cannot be is refused beside its field, with everything typed.
@Suite struct AccidentInputTests {
    private static let (eva, friday, today) = (Workplace.eva, Workplace.friday, Workplace.today)

    @Test(arguments: Engine.tested)
    func `an absence before the accident or ahead changes nothing`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt()
        let cases: [(Day, Day?, String)] = [
            (Self.friday - 1, nil, "Dagen er før ulykken."), (Self.today + 1, nil, "Dagen er ikke kommet endnu."),
            (Self.today, Self.today - 1, "Sidste dag er før den første."),
            (Self.today, Self.today + 500, "Dagen er mere end et år fremme."),
        ]
        for (first, last, sentence) in cases {
            let reply = try await work.away(from: first, to: last, as: Self.eva)
            #expect(reply.status == 422 && reply.text.contains(sentence), "\(sentence)")
            #expect(reply.text.contains("value=\"\(first.text)\""), "\(sentence)")
        }
        let none = try await work.post("/reports/cut/accident/absences", as: Self.eva, ["first": "i går"])
        #expect(none.status == 422 && none.text.contains("Skriv en dato"))
        #expect(try await work.record() == nil)
    }

    @Test func `an accident in the future, a wrong time and a death before it are refused at once`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        let wrong = try await work.fillIn(
            "cut",
            [
                "happened": (Self.today + 1).text, "time": "25:00", "died": (Self.today - 9).text,
                "hired": (Self.today + 9).text, "employment": "boss", "incapacity": "ever",
                "job": String(repeating: "x", count: 300), "name": "Sara <b>",
            ], as: Self.eva)
        #expect(wrong.status == 422)
        for sentence in [
            "Ulykken kan ikke ligge i fremtiden.", "Skriv klokkeslættet som 14:30.", "Dagen er før ulykken.",
            "Ansat efter ulykken?", "Vælg en af mulighederne.", "Der er plads til 200 tegn.", "Sara &lt;b&gt;",
        ] { #expect(wrong.text.contains(sentence), "\(sentence)") }
        let ahead = try await work.fillIn("cut", ["died": (Self.today + 1).text], as: Self.eva)
        #expect(ahead.status == 422 && ahead.text.contains("Dagen er ikke kommet endnu."))
        #expect(try await work.record() == nil)
    }

    @Test func `the day of the accident does not move behind an absence`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        try await work.away(from: Self.friday + 1, to: Self.friday + 1)
        let moved = try await work.fillIn("cut", ["happened": Self.today.text], as: Self.eva)
        #expect(moved.status == 422 && moved.text.contains("Ret fraværet først."))
        #expect(try await work.record()?.happened == Self.friday)
    }

    @Test func `where the report says no day, it is asked for`() async throws {
        let work = try await Workplace()
        try await work.hurt(on: nil)
        let page = try await work.get("/reports/cut/accident", as: Self.eva).text
        #expect(page.contains("Hvilken dag skete det?"))
        let missing = try await work.away(from: Self.today, as: Self.eva)
        #expect(missing.status == 422 && missing.text.contains("Skriv først, hvilken dag ulykken skete."))
        let ahead = try await work.post(
            "/reports/cut/accident/absences", as: Self.eva,
            ["first": Self.today.text, "happened": (Self.today + 3).text])
        #expect(ahead.status == 422 && ahead.text.contains("Ulykken kan ikke ligge i fremtiden."))
        let given = try await work.post(
            "/reports/cut/accident/absences", as: Self.eva, ["first": Self.today.text, "happened": Self.friday.text])
        #expect(given.status == 303)
        #expect(try await work.record()?.happened == Self.friday)
    }

    @Test func `a code of another question is refused and nothing is coded`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        let path = "/reports/cut/accident/codes"
        let wrong = try await work.post(path, as: Self.eva, ["deviation": "012", "body_part": "54"])
        #expect(wrong.status == 422 && wrong.text.contains("Koden hører til et andet spørgsmål."))
        let unknown = try await work.post(path, as: Self.eva, ["deviation": "'; --"])
        #expect(unknown.status == 422 && unknown.text.contains("Den kode findes ikke."))
        #expect(try await work.record() == nil)
        #expect(try await work.post(path, as: Self.eva, ["deviation": "32", "body_part": "54"]).status == 303)
        // What is not sent stays as it is; what is sent empty is taken back.
        #expect(try await work.post(path, as: Self.eva, ["deviation": ""]).status == 303)
        let record = try #require(try await work.record())
        #expect(record.deviation == nil && record.bodyPart == "54")
    }

    @Test func `nothing was sent before the accident or is sent tomorrow`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        #expect(try await work.send(on: Self.today, as: Self.eva).status == 404)
        try await work.away(from: Self.friday + 1)
        for (day, sentence) in [
            (Self.today + 1, "Dagen er ikke kommet endnu."), (Self.friday - 1, "Dagen er før ulykken."),
        ] {
            let reply = try await work.send(on: day, receipt: "B <17>", as: Self.eva)
            #expect(reply.status == 422 && reply.text.contains(sentence) && reply.text.contains("B &lt;17&gt;"))
        }
        #expect(try await work.send(on: Self.today, to: "police", as: Self.eva).status == 422)
        #expect(try await work.record()?.sendings == [])
    }

    @Test func `strange addresses lead nowhere`() async throws {
        let work = try await Workplace()
        for path in ["/reports/none/accident", "/reports/none/accident/text", "/reports/none/accident/codes"] {
            #expect(try await work.get(path, as: Self.eva).status == 404)
        }
        // What cannot be read narrows nothing, and begins at the beginning.
        try await work.hurt()
        try await work.away(from: Self.friday + 1)
        for query in ["after=9.x", "after=0.2026-01-05", "after=0.x.cut", "state=;--", "unit=+"] {
            let list = try await work.get("/accidents?" + query, as: Self.eva).text
            #expect(list.contains("href=\"/reports/cut/accident\""), "\(query)")
        }
        for query in ["state=overdue&unit=none", "after=9.x", "after=0.2026-01-05.", "state=;--", "unit=%F0%9F%A7%AF"] {
            #expect(try await work.get("/accidents?" + query, as: Self.eva).status == 200, "\(query)")
        }
    }
}
