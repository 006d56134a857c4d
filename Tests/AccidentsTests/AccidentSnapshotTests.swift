import HTTPTypes
import Kernel
import Organisation
import Reports
import TestSupport
import Testing

@testable import Accidents

@Suite struct `The pages of accidents look as they did` {
    private static let (maja, eva, rikke) = (Workplace.maja, Workplace.eva, Workplace.rikke)
    private static let (friday, today) = (Workplace.friday, Workplace.today)

    private static let empty = [
        Scene("report-not-filled-in", "/reports/cut", as: eva),
        Scene("accident-not-filled-in", "/reports/cut/accident", as: eva),
        Scene("form", "/reports/cut/accident/edit", as: eva), Scene("codes", "/reports/cut/accident/codes", as: eva),
        Scene("codes-none", "/reports/cut/accident/codes?q=xyzzy", as: eva),
        Scene("register-empty", "/accidents?state=open", as: maja), Scene("rule", "/accidents/rule", as: maja),
        Scene("report-of-a-student", "/reports/student", as: maja),
        Scene("report-of-a-disease", "/reports/ill", as: maja),
    ]
    private static let full = [
        "accident-due", "accident-blacked-before", "accident-overdue", "accident-refused", "form-refused",
        "codes-refused", "register", "accident-sent", "accident-blacked", "paper", "paper-english", "rule-refused",
        "rule-settled", "accident-death",
    ]

    @Test(arguments: Language.allCases)
    func `while nothing is written down`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        try await work.hurt()
        try await work.hurt("student", affected: .student)
        try await work.hurt("ill", .disease, what: "Eksem af handsker")
        for seen in try await work.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `from the absence to what was sent`(language: Language) async throws {
        let (maja, eva) = (Self.maja, Self.eva)
        let work = try await Workplace.unchanging(in: language)
        try await work.hurt()
        try await work.away(from: Self.friday + 1)
        try await work.hurt("fall", on: Self.today - 40, what: "Gled på <isen> foran bygning 3")
        try await work.away("fall", from: Self.today - 30, to: Self.today - 27, isReduced: true)
        try await work.hurt("blank", what: "Slog hovedet på et skab")
        try await work.hurt("lost", what: "Faldt ned fra taget")
        try await work.fillIn("lost", ["died": Self.today.text])
        let accident = "/reports/cut/accident"
        var scenes = [
            Scene("accident-due", accident, as: eva), Scene("accident-blacked-before", accident, as: maja),
            Scene("accident-overdue", "/reports/fall/accident", as: eva),
            Scene("accident-death", "/reports/lost/accident", as: eva),
            Scene(
                "accident-refused", sending: ["first": (Self.friday - 3).text, "last": "", "key": "k"],
                to: accident + "/absences", as: eva),
            Scene("form-refused", sending: ["happened": "", "time": "x", "name": "<b>"], to: accident, as: eva),
            Scene("codes-refused", sending: ["deviation": "012"], to: accident + "/codes", as: eva),
            Scene("register", "/accidents", as: maja),
            Scene("rule-refused", sending: ["holds": "", "source": ""], to: "/accidents/rule", as: Self.rikke),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }

        try await work.fillIn()
        _ = try await work.post(accident + "/codes", as: eva, ["type_of_injury": "012", "contact_mode": "51"])
        try await work.send(on: Self.today)
        _ = try await work.post("/accidents/rule", as: Self.rikke, ["holds": "no", "source": "Lovtidende A"])
        scenes = [
            Scene("accident-sent", accident, as: eva), Scene("accident-blacked", accident, as: maja),
            Scene("paper", accident + "/paper", as: eva), Scene("paper-english", accident + "/paper?in=en", as: eva),
            Scene("rule-settled", "/accidents/rule", as: Self.rikke),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.empty.map(\.name) + Self.full))
    }
}
