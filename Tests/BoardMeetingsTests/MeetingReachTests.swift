import ActionPlan
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import BoardMeetings

/// Who sees and does what, and what cannot be done at all.
@Suite struct MeetingReachTests {
    private static let (maja, jonas, sara, ida, eva, karl) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida, Workplace.eva, Workplace.karl
    )

    @Test(arguments: Engine.tested)
    func `who reads the plan looks on, who works on it leads, strangers find nothing`(engine: Engine) async throws {
        let hall = try await Hall(engine)
        try await hall.action("Skift blæser")
        try await hall.agree()
        let writes = [
            Hall.meeting, Hall.meeting + "/clock", Hall.meeting + "/note", Hall.meeting + "/done",
            Hall.meeting + "/end",
            Hall.meetings + "/setting", Hall.meetings + "/next", Hall.screens,
        ]
        for path in writes {
            for person in [Self.sara, Self.ida] {
                #expect(try await hall.post(path, as: person).status == 403, "\(person.name) \(path)")
            }
            #expect(try await hall.post(path, as: Self.karl).status == 404, "\(path)")
            #expect([303, 401].contains(try await hall.work.post(path).status), "\(path)")
        }
        try await hall.start()
        #expect(try await hall.count("SELECT COUNT(*) FROM board_meeting") == 1)
        let looking = try await hall.get(Hall.meeting, as: Self.sara).text
        #expect(
            looking.contains("Du kigger med") && !looking.contains("/stage") && !looking.contains("method=\"post\""))
        #expect(try await hall.get(Hall.meeting, as: Self.karl).status == 404)
        #expect(try await hall.get(Hall.screens, as: Self.sara).status == 403)
        let record = try await hall.end(as: Self.eva)
        for path in [record, record + "/print", record + "/csv", Hall.meetings] {
            #expect(try await hall.get(path, as: Self.sara).status == 200, "\(path)")
            #expect(try await hall.get(path, as: Self.karl).status == 404, "\(path)")
        }
        #expect(try await !hall.get(record, as: Self.sara).text.contains("\(record)/notes"))
        #expect(try await hall.post(record + "/notes", as: Self.sara, ["text": "x"]).status == 403)
        // By another body's address it is not there.
        let elsewhere = record.replacing("lab-group", with: "history-group")
        #expect(try await hall.get(elsewhere, as: Self.karl).status == 404)
        #expect(try await hall.post(elsewhere + "/notes", as: Self.karl, ["text": "x"]).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `who sees a part of the plan sees that part of the meeting and its record, no free words and no display`(
        engine: Engine
    ) async throws {
        let hall = try await Hall(engine)
        // History is no part of what Eva coordinates.
        let both = Body(
            id: ID("both"), kind: .group, name: Words(da: "Begge", en: "Both"),
            units: [Workplace.laboratories, Workplace.history], opens: Workplace.today)
        let deed = hall.work.deed(by: nil)
        try await hall.work.database.write { try $0.apply(both.added(), deed) }
        let plan = "/plan/both"
        for (what, unit) in [("I laboratoriet", "laboratories"), ("På historie", "history")] {
            try await hall.post(
                "/actions",
                ["what": what, "body": "both", "unit": unit, "responsible": "maja", "due": "2026-02-01"])
        }
        #expect(try await hall.post(plan + "/meeting").status == 303)
        let ids: [String] = try await hall.work.database.read { try $0.values("SELECT id FROM action") }
        for id in ids {
            try await hall.post("/actions/\(id)/stage", ["stage": "under_way", "theme": "", "version": "1"])
            try await hall.post(plan + "/meeting/done", ["action": id, "done": "on"])
        }
        try await hall.post(plan + "/meeting/note", ["row": "none", "text": "Om historie"])
        for path in ["/meeting", "/meeting/end"] {
            #expect(try await !hall.get(plan + path, as: Self.eva).text.contains("istorie"), "\(path)")
        }
        #expect(try await hall.get(plan + "/meeting").text.contains("På historie"))
        let ended = try await hall.post(plan + "/meeting/end", ["closing": "Om historie igen"])
        let record = try #require(ended.location)
        for path in [record, record + "/print", record + "/csv"] {
            let part = try await hall.get(path, as: Self.eva).text
            #expect(part.contains("I laboratoriet"), "\(path)")
            #expect(!part.contains("På historie") && !part.contains("Om historie"), "\(path)")
            let whole = try await hall.get(path).text
            #expect(whole.contains("På historie") && whole.contains("Om historie igen"), "\(path)")
        }
        #expect(try await hall.get(plan + "/meetings", as: Self.eva).text.contains("1 indsats rykkede sig"))
        #expect(try await hall.get(plan + "/meetings").text.contains("2 indsatser rykkede sig"))
        let fields = ["name": "Kantinen", "language": "da", "text": "x"]
        for path in [plan + "/screens", record + "/notes"] {
            #expect(try await hall.post(path, as: Self.eva, fields).status == 403, "\(path)")
        }
    }

    @Test(arguments: Engine.tested)
    func `two who start at once start one meeting`(engine: Engine) async throws {
        let hall = try await Hall(engine)
        async let one = hall.work.post(Hall.meeting, as: Self.maja)
        async let other = hall.work.post(Hall.meeting, as: Self.jonas)
        for reply in try await [one, other] {
            #expect(reply.status == 303 && reply.location == Hall.meeting)
        }
        #expect(try await hall.count("SELECT COUNT(*) FROM board_meeting") == 1)
        let again = try await hall.start(as: Self.jonas)
        #expect(again.said != nil)
    }

    @Test(arguments: Engine.tested)
    func `two who end at once leave one record, and one next meeting`(engine: Engine) async throws {
        let hall = try await Hall(engine)
        try await hall.agree()
        hall.watch.pass(days: 1)
        try await hall.start()
        async let one = hall.work.post(Hall.meeting + "/end", as: Self.maja, ["leader": "maja", "key": "a"])
        async let other = hall.work.post(Hall.meeting + "/end", as: Self.jonas, ["leader": "jonas", "key": "b"])
        #expect(Set(try await [one, other].map(\.status)) == [303, 409])
        #expect(try await hall.get(Hall.plan).text.contains("tirsdag 20. januar 2026"))
    }

    @Test(arguments: [
        ["weekday": "0"], ["weekday": "6"], ["weekday": "8"], ["weekday": "tirsdag"], ["weekday": ""],
        ["rhythm": "never"], ["rhythm": ""], ["time": "25:00"], ["time": ""], ["minutes": "0"], ["minutes": "1000"],
        ["minutes": "-15"], ["minutes": "9223372036854775808"], ["leader": "karl"], ["leader": "sara"],
        ["leader": "none"], ["place": String(repeating: "x", count: 81)], ["version": "7"],
    ])
    func `what cannot be agreed comes back with everything typed`(wrong: [String: String]) async throws {
        let hall = try await Hall()
        let reply = try await hall.agree(["place": "Kantinen & gangen"].merging(wrong) { $1 })
        #expect(reply.status == 422)
        if wrong["place"] == nil { #expect(reply.text.contains("Kantinen &amp; gangen")) }
        #expect(try await hall.count("SELECT COUNT(*) FROM board_meeting_setting") == 0)
    }

    @Test(arguments: [
        ["day": "2026-01-04"], ["day": "2027-06-01"], ["day": ""], ["day": "i morgen"], ["time": "9"],
        ["leader": "karl"], ["version": "9"],
    ])
    func `the next meeting moves to a day that comes and to somebody with a seat`(wrong: [String: String]) async throws
    {
        let hall = try await Hall()
        try await hall.agree()
        let right = ["day": "2026-01-08", "time": "13:15", "leader": "jonas", "version": "1"]
        let refused = try await hall.post(Hall.meetings + "/next", right.merging(wrong) { $1 })
        #expect(refused.status == 422)
        #expect(try await hall.post(Hall.meetings + "/next", right).status == 303)
        #expect(try await hall.get(Hall.plan).text.contains("torsdag 8. januar 2026 kl. 13.15, ledes af Jonas Riis"))
        #expect(try await hall.get(Hall.meetings).text.contains("Flyttet fra tirsdag 6. januar 2026"))
    }

    @Test(arguments: Engine.tested)
    func `whoever has left leads nothing: the next one in turn does`(engine: Engine) async throws {
        let hall = try await Hall(engine)
        try await hall.agree(["leader": "jonas"])
        try await hall.change("UPDATE mandate SET ends = '2026-01-04' WHERE id = 'jonas-lab'")
        #expect(try await hall.get(Hall.plan).text.contains("ledes af Maja Holm"))
        hall.watch.pass(days: 1)
        try await hall.start()
        let form = try await hall.get(Hall.meeting + "/end").text
        #expect(!form.contains("Jonas Riis"))
        let refused = try await hall.post(Hall.meeting + "/end", ["leader": "jonas", "closing": "Husk <det>"])
        #expect(refused.status == 422 && refused.text.contains("Husk &lt;det&gt;"))
        try await hall.end()
        #expect(try await hall.get(Hall.plan).text.contains("20. januar 2026 kl. 9.30, ledes af Maja Holm"))
    }

    @Test func `what is gone or elsewhere is neither noted nor marked`() async throws {
        let hall = try await Hall()
        let note = try await hall.action("Skift blæser")
        try await hall.start()
        #expect(try await hall.post(Hall.meeting + "/note", ["row": "gone", "text": "x"]).status == 404)
        let long = String(repeating: "x", count: 501)
        #expect(try await hall.post(Hall.meeting + "/note", ["row": "none", "text": long]).status == 422)
        #expect(try await hall.post(Hall.meeting + "/done", ["action": "gone", "done": "on"]).status == 404)
        try await hall.change("UPDATE action SET body_id = 'committee'")
        #expect(try await hall.post(Hall.meeting + "/done", ["action": note.id.text, "done": "on"]).status == 404)
        try await hall.change("UPDATE action SET body_id = 'lab-group', stage = 'closed', closed_on = '2026-01-05'")
        #expect(try await hall.post(Hall.meeting + "/done", ["action": note.id.text, "done": "on"]).status == 409)
        for query in ["?row=gone", "?row=%00", "?note=gone", "?moved=x&version=99&stage=started"] {
            #expect(try await hall.get(Hall.meeting + query).status == 200, "\(query)")
        }
    }

    @Test func `a closed theme takes no note, and a closed group holds no meeting`() async throws {
        let hall = try await Hall()
        let theme = try await hall.theme("Lys")
        try await hall.action("Skift blæser")
        try await hall.start()
        try await hall.post("/themes/\(theme)/closure")
        let note = try await hall.note("Skift blæser")
        let moved = try await hall.post(
            "/actions/\(note.id)/stage",
            ["stage": "under_way", "theme": theme, "version": String(note.version), "return": Hall.meeting])
        #expect(moved.status == 422)
        try await hall.end()
        try await hall.change("UPDATE body SET closes = '2026-01-04' WHERE id = 'lab-group'")
        for path in [Hall.meeting, Hall.meetings + "/setting", Hall.screens] {
            let status = try await hall.post(path, Hall.agreed.merging(["name": "x", "language": "da"]) { $1 }).status
            #expect([403, 404, 409].contains(status), "\(path) \(status)")
        }
    }

    @Test func `meetings by the hundred are read page by page, each once`() async throws {
        let hall = try await Hall()
        let held = (0..<105).map { number -> MeetingFill.Held in
            let start = Workplace.monday + -(number + 1) * 86_400
            let meeting = BoardMeeting(
                id: MeetingID("meeting-\(number)"), body: Workplace.labGroup, started: start, ended: start + 900,
                leader: Self.maja.id)
            return MeetingFill.Held(meeting, present: [Self.maja.id], lines: [])
        }
        try await hall.work.database.write { try MeetingFill.meetings(held, $0) }
        var (found, path): ([String], String?) = ([], Hall.meetings)
        while let next = path {
            let page = try await hall.get(next).text
            found += page.matches(of: /\/meetings\/(meeting-[0-9]+)"/).map { String($0.1) }
            path = page.firstMatch(of: /href="(\/plan\/lab-group\/meetings\?before=[^"]+)"/).map { String($0.1) }
        }
        #expect(found.count == 105 && Set(found).count == 105)
        #expect(try await hall.get(Hall.meetings + "?before=nonsense").status == 200)
    }
}
