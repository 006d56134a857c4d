import ActionPlan
import HTTPTypes
import Kernel
import Organisation
import TestSupport
import Testing

@testable import BoardMeetings

@Suite struct `The pages of board meetings look as they did` {
    private static let (maja, sara) = (Workplace.maja, Workplace.sara)

    private static let empty = [
        Scene("meetings-empty", Hall.meetings, as: maja), Scene("meetings-empty-read", Hall.meetings, as: sara),
        Scene("setting", Hall.meetings + "/setting", as: maja),
        Scene(
            "setting-refused",
            sending: [
                "rhythm": "", "weekday": "6", "time": "kl. ni", "minutes": "1000", "place": "Gangen <2>",
                "version": "0",
            ], to: Hall.meetings + "/setting", as: maja),
        Scene("no-meeting", Hall.meeting, as: maja), Scene("screens-empty", Hall.screens, as: maja),
        Scene("screens-refused", sending: ["name": "", "language": "da", "names": "on"], to: Hall.screens, as: maja),
    ]
    private static let full = [
        "meetings", "meetings-read", "setting-changed", "next-refused", "board-with-meeting", "board-while-it-runs",
        "meeting", "meeting-moved", "meeting-looking-on", "meeting-empty", "end", "end-refused", "record",
        "record-read",
        "record-on-paper", "record-refused", "screens", "hallway", "hallway-withdrawn",
    ]

    @Test(arguments: Language.allCases)
    func `before anything is agreed`(language: Language) async throws {
        let hall = try await Hall(identities: .same(), languages: language)
        for seen in try await hall.work.changes(in: Self.empty, language) { Issue.record("\(seen)") }
        try await hall.start()
        let scenes = [Scene("meeting-empty", Hall.meeting, as: Self.maja)]
        for seen in try await hall.work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `from the agreement to the record`(language: Language) async throws {
        let hall = try await Hall(identities: .same(), languages: language)
        let (maja, sara) = (Self.maja, Self.sara)
        func look(_ scenes: [Scene]) async throws {
            for seen in try await hall.work.changes(in: scenes, language) { Issue.record("\(seen)") }
        }
        try await hall.agree(["leader": "maja"])
        let (noise, light) = (try await hall.theme("Støj & <uro>"), try await hall.theme("Lys"))
        for (what, theme) in [("Skift <blæser>", noise), ("Byt døre", noise), ("Mål lyset", light)] {
            try await hall.action(what, ["theme": theme, "due": "2026-01-08"])
        }
        try await hall.action("Venter", ["theme": noise])
        let waiting = try await hall.note("Venter")
        try await hall.post("/actions/\(waiting.id)/hold", ["reason": "Tilbud", "look_again_on": "2026-02-01"])
        try await look([
            Scene("board-with-meeting", Hall.plan, as: sara),
            Scene("setting-changed", Hall.meetings + "/setting", as: maja),
            Scene(
                "next-refused", sending: ["day": "2025-01-01", "time": "9", "leader": "jonas", "version": "1"],
                to: Hall.meetings + "/next", as: maja),
        ])
        hall.watch.pass(days: 8)
        try await hall.start()
        try await look([
            Scene("meeting", Hall.meeting + "?row=\(noise)", as: maja),
            Scene("meeting-looking-on", Hall.meeting + "?row=\(light)", as: sara),
            Scene("board-while-it-runs", Hall.plan, as: sara),
        ])
        let moved = try await hall.move("Byt døre", to: .underWay)
        try await hall.post(Hall.meeting + "/note", ["row": noise, "text": "Mere ro <nu>."])
        let done = try await hall.note("Mål lyset")
        try await hall.post(Hall.meeting + "/done", ["action": done.id.text, "done": "on"])
        try await look([
            Scene("meeting-moved", moved.location ?? "", as: maja), Scene("end", Hall.meeting + "/end", as: maja),
            Scene(
                "end-refused", sending: ["leader": "karl", "closing": "Tak & farvel"], to: Hall.meeting + "/end",
                as: maja),
        ])
        let record = try await hall.end(["present": "maja", "closing": "Tak & farvel"])
        try await hall.post(record + "/notes", ["text": "Døren er byttet."])
        let path = try await hall.screen("Kantinen <1>", ["language": language.rawValue])
        let off = try await hall.screen("Gangen", ["names": "on", "language": language.rawValue])
        let id: String = try await hall.work.database.read {
            try $0.value("SELECT id FROM board_screen WHERE name = 'Gangen'") ?? ""
        }
        try await hall.post(Hall.screens + "/\(id)/withdrawal")
        try await look([
            Scene("record", record, as: maja), Scene("record-read", record, as: sara),
            Scene("record-on-paper", record + "/print", as: sara),
            Scene("record-refused", sending: ["text": ""], to: record + "/notes", as: maja),
            Scene("meetings", Hall.meetings, as: maja), Scene("meetings-read", Hall.meetings, as: sara),
            Scene("screens", Hall.screens, as: maja), Scene("hallway", path), Scene("hallway-withdrawn", off),
        ])
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.empty.map(\.name) + Self.full))
    }
}
