import Kernel
import Organisation
import TestSupport
import Testing
import Web

@Suite struct `The pages of the organisation look as they did` {
    private static let (rikke, maja, eva) = (Workplace.rikke, Workplace.maja, Workplace.eva)

    private static let scenes = [
        Scene("organisation", "/organisation", as: maja),
        Scene("organisation-of-the-administrator", "/organisation", as: rikke),
        Scene("unit", "/units/laboratories", as: maja),
        Scene("unit-without-a-group", "/units/office", as: maja),
        Scene("new-unit", "/units/new", as: rikke),
        Scene(
            "new-unit-refused", sending: ["code": "KEMI", "name_da": "", "parent": "findes-ikke"], to: "/units",
            as: rikke),
        Scene("bodies", "/bodies", as: maja),
        Scene("new-body", "/bodies/new", as: rikke),
        Scene("new-body-refused", sending: ["kind": "group", "units": "KEMI, TAGET"], to: "/bodies", as: rikke),
        Scene("seats", "/bodies/lab-group/seats", as: eva),
        Scene("seats-of-others", "/bodies/lab-group/seats", as: maja),
        Scene("seats-refused", sending: ["email": "ingen@nordhavn.example"], to: "/bodies/lab-group/seats", as: eva),
        Scene("edit-body", "/bodies/lab-group/edit", as: eva),
        Scene(
            "edit-body-refused", sending: ["units": "TAGET", "meetings_a_year": "0"], to: "/bodies/lab-group/edit",
            as: eva),
        Scene(
            "edit-body-clash",
            sending: ["was_name_da": "Før", "name_da": "Mit navn", "units": "KEMI-LAB", "kind": "group"],
            to: "/bodies/lab-group/edit", as: eva),
        Scene("close-body", "/bodies/lab-group/closure", as: eva),
        Scene("close-body-refused", sending: [:], to: "/bodies/lab-group/closure", as: eva),
        Scene("people", "/people", as: maja),
        Scene("people-none-found", "/people?q=findes-ikke", as: maja),
        Scene("administration", "/administration", as: rikke),
        Scene("administration-none-found", "/administration?q=findes-ikke", as: rikke),
        Scene("new-person", "/administration/people/new", as: rikke),
        Scene(
            "new-person-refused", sending: ["name": "", "email": "maja@nordhavn.example"], to: "/administration/people",
            as: rikke),
        Scene("journal", "/administration/journal", as: rikke),
        Scene("import", "/import", as: rikke),
        Scene("import-refused", sending: [:], ["units": upload("navn\nArkiv\n")], to: "/import", as: rikke),
        Scene("person", "/people/maja", as: rikke),
        Scene("person-of-the-coordinator", "/people/maja", as: eva),
        Scene("person-form", "/people/maja/edit", as: rikke),
        Scene(
            "person-form-refused", sending: ["name": "", "email": "<bo>", "unit": "TAGET", "phone": "1"],
            to: "/people/maja", as: rikke),
        Scene(
            "person-form-conflict", sending: ["name": "Maja <B>", "was_name": "Maja A", "title": "", "was_title": ""],
            to: "/people/maja", as: rikke),
        Scene("leaving", "/people/maja/leaving", as: rikke),
        Scene("leaving-refused", sending: ["day": "1990-01-01"], to: "/people/maja/leaving", as: rikke),
        Scene("contact", "/account/contact", as: maja),
        Scene("months", "/units/laboratories/months", as: rikke),
        Scene("link-made", sending: [:], to: "/administration/people/sara/link", as: rikke),
    ]
    private static let imports = ["preview-refused", "preview", "import-done"]
    private static let plans = ["history-planned", "recall", "recall-refused", "history-recalled"]
    private static let first = ["organisation-empty", "bodies-empty", "administration-empty"]

    private static func upload(_ text: String) -> Upload {
        Upload(name: "units.csv", mediaType: "text/csv", bytes: Array(text.utf8))
    }

    @Test(arguments: Language.allCases)
    func `units, bodies, people and the administrator's pages`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        for seen in try await workplace.changes(in: Self.scenes, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `an import, refused and carried out`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        let refused = try await workplace.staged(
            units: "code,parent,kind,name_da\nKEMI,NU,department,Kemi\nA,B,section,A\nB,A,section,B\nA,NU,slags,\n",
            people: "external_id,name,email,unit,ends\n1,Bo <Krogh>,bo,TAGET,i morgen\n1,,bo@nordhavn.example,KEMI,\n")
        var scenes = [Scene("preview-refused", "/import/\(refused)", as: Self.rikke)]
        for seen in try await workplace.changes(in: scenes, language) { Issue.record("\(seen)") }
        try await workplace.imported(people: "external_id,name,title,unit\n1,Bo Krogh,Laborant,KEMI\n2,Åse Bo,,HIST\n")
        let id = try await workplace.staged(
            units:
                "code,parent,kind,name_da,name_en\nKEMI,NU,department,Institut for Kemi,Chemistry\nFYS,NU,department,Fysik,\n",
            people: "external_id,name,title,unit,hat\n1,Bo Krogh,Overlaborant,FYS,stor\n3,Ib & Co,,KEMI,\n")
        scenes = [Scene("preview", "/import/\(id)", as: Self.rikke)]
        for seen in try await workplace.changes(in: scenes, language) { Issue.record("\(seen)") }
        try await workplace.apply(id)
        scenes = [Scene("import-done", "/import/\(id)", as: Self.rikke)]
        for seen in try await workplace.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `a plan that is called back, and one that cannot be`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        func plan(_ kind: String, _ days: Int, _ more: [String: String]) async throws -> String {
            let fields = ["day": (Workplace.today + days).text, "reason": "Nyt hus"].merging(more) { $1 }
            _ = try await workplace.post("/units/laboratories/\(kind)", as: Self.rikke, fields)
            return try await workplace.database.read {
                try $0.value("SELECT id FROM organisation_change ORDER BY recorded_at, day DESC LIMIT 1") ?? ""
            }
        }
        let split = ["code": "DEL", "name_da": "Del", "name_en": "Part", "kind": "section", "people": "sara"]
        let first = try await plan("split", 30, split)
        let second = try await plan("move", 40, ["parent": "HIST"])
        let scenes = [
            Scene("history-planned", "/units/laboratories/changes", as: Self.rikke),
            Scene("recall-refused", "/changes/\(first)/recall", as: Self.rikke),
            Scene("recall", "/changes/\(second)/recall", as: Self.rikke),
        ]
        for seen in try await workplace.changes(in: scenes, language) { Issue.record("\(seen)") }
        _ = try await workplace.post("/changes/\(second)/recall", as: Self.rikke)
        let last = [Scene("history-recalled", "/units/laboratories/changes", as: Self.rikke)]
        for seen in try await workplace.changes(in: last, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `what the first administrator meets`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language, isEmpty: true)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(SignIn.setupLink("key", deed), deed) }
        let begun = try await workplace.post(
            "/setup/key",
            [
                "organisation": "Søhavn", "name": "Åse Bo", "email": "aase@soehavn.example",
                "password": "tre små ænder",
                "again": "tre små ænder",
            ], headers: [.acceptLanguage: language.rawValue])
        let cookies = "session=\(begun.cookie("session") ?? ""); language=\(language.rawValue)"
        let paths = ["/organisation", "/bodies", "/administration"]
        let scenes = zip(Self.first, paths).map { Scene($0, $1, cookies: cookies) }
        for seen in try await workplace.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.scenes.map(\.name) + Self.imports + Self.plans + Self.first))
    }
}
