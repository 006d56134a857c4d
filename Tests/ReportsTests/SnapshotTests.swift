import HTTPTypes
import Kernel
import Organisation
import TestSupport
import Testing

@testable import Reports

@Suite struct `The pages of reports look as they did` {
    private static let empty = [
        Scene("form", Workplace.lab),
        Scene("form-signed-in", "/report", as: Workplace.sara),
        Scene(
            "form-refused", sending: ["place": "Trappe <B>", "name": "Bo", "contact": "bo@nordhavn.example"],
            to: Workplace.lab),
        Scene(
            "form-finding-a-unit", sending: ["find": "unit", "q": "Ins", "what": "Røg"], to: "/report",
            as: Workplace.sara),
        Scene("door-closed", "/r/none"),
        Scene("thanks", sending: sent, to: Workplace.lab),
        Scene("thanks-named", sending: ["kind": "good", "what": "Nyt lys"], to: "/report", as: Workplace.sara),
        Scene("follow-door", "/follow"),
        Scene("follow-door-refused", sending: ["code": "0000-0000"], to: "/follow"),
        Scene("list-empty", "/reports", as: Workplace.karl),
        Scene("own-empty", "/reports/mine", as: Workplace.ida),
        Scene("poster", "/units/laboratories/poster", as: Workplace.maja),
    ]
    private static let full = [
        "followed", "followed-to-the-end", "own", "list", "list-narrowed", "list-none-found", "report",
        "report-confidential",
        "report-of-its-reporter", "handlers", "handlers-above", "handlers-refused", "handing-on", "handing-on-refused",
        "report-handed-on", "report-lies", "list-with-what-lies", "report-closed", "report-closing-refused",
        "report-made-an-action",
    ]
    private static let sent = [
        "kind": "near_miss", "what": "Vand på gulvet & <is>", "place": "Bygning 204", "anonymous": "on",
        "code": "AAAA-BBBB-CCCC-DDDD",
    ]

    @Test(arguments: Language.allCases)
    func `at the door`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        for seen in try await work.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `from the report to what became of it`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let (maja, sara) = (Workplace.maja, Workplace.sara)
        let (code, _) = try await work.report(
            ["what": "Løs <b>ledning</b> & vand 🧯"], uploads: ["photos": Picture.upload])
        let report = try await work.firstReport(as: maja)
        _ = try await work.post(report + "/reading", as: maja)
        _ = try await work.post(report + "/messages", as: maja, ["text": "Hvor er det?", "key": "k"])
        _ = try await work.answer(code, "Ved døren\ntil venstre")
        try await work.report(["kind": "offensive", "what": "Råb på gangen"], at: "/report", as: sara)
        let confidential = try await work.firstReport(as: Workplace.eva)
        let code2 = try await work.report(["what": "Stigen vakler"]).code
        let mended = try await work.only("Stigen vakler", as: maja)
        let action = try await work.makeAction(from: mended, as: maja)
        let cookie = try await work.post("/follow", ["code": code]).cookie
        var scenes = [
            Scene("followed", "/follow", cookies: cookie), Scene("own", "/reports/mine", as: sara),
            Scene("list", "/reports", as: maja), Scene("list-narrowed", "/reports?kind=near_miss&q=vand", as: maja),
            Scene("list-none-found", "/reports?q=xyz", as: maja), Scene("report", report, as: maja),
            Scene("report-confidential", confidential, as: Workplace.eva),
            Scene("report-of-its-reporter", confidential, as: sara), Scene("report-made-an-action", mended, as: maja),
            Scene("report-closing-refused", sending: ["reason": ""], to: report + "/closure", as: maja),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }

        _ = try await work.post(report + "/closure", as: maja, ["reason": "Ledningen er sat fast."])
        _ = try await work.post(action + "/closure", as: maja, ["done": "Ny stige", "effect": "yes"])
        let end = try await work.post("/follow", ["code": code2]).cookie
        scenes = [Scene("report-closed", report, as: maja), Scene("followed-to-the-end", "/follow", cookies: end)]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `those who are named, and a case that goes from one to another`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let (maja, eva, sara, karl) = (Workplace.maja, Workplace.eva, Workplace.sara, Workplace.karl)
        let (named, away) = ("/units/chemistry/handlers", "/units/chemistry/handlers/away")
        _ = try await work.post(named, as: eva, ["handler": "Karl Åkjær", "deputy": "Rikke Thy"])
        _ = try await work.post(named, as: eva, ["handler": "Maja Holm", "deputy": "Karl Åkjær"])
        let page = try await work.tell(as: sara)
        var scenes = [
            Scene("handlers", named, as: eva), Scene("handlers-above", "/units/laboratories/handlers", as: karl),
            Scene(
                "handlers-refused", sending: ["handler": "Ingen <b>", "deputy": "Ida Østergaard"], to: named, as: eva),
            Scene("handing-on", page + "/handover", as: maja),
            Scene(
                "handing-on-refused", sending: ["to": "sara", "reason": "", "stay": "on"], to: page + "/handover",
                as: maja),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }

        let other = try await work.tell(["what": "Noget andet"], as: sara)
        _ = try await work.post(
            page + "/handover", as: maja, ["to": "eva", "reason": "Jeg kender ham & hende", "stay": "on", "key": "k"])
        _ = try await work.post(away, as: maja, ["until": (Workplace.today + 7).text])
        scenes = [
            Scene("report-handed-on", page, as: eva), Scene("report-lies", other, as: karl),
            Scene("list-with-what-lies", "/reports", as: karl),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.empty.map(\.name) + Self.full))
    }
}

extension Workplace {
    /// Where the one report with these words is.
    fileprivate func only(_ words: String, as person: Person) async throws -> String {
        let (reads, day) = (try await get("/reports?q=Stigen", as: person).text, "class=\"through\" href=\"/reports/")
        return "/reports/" + (try reads.between(day, "\""))
    }
}
