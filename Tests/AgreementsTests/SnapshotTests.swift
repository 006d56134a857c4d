import Kernel
import Organisation
import TestSupport
import Testing
import Web

@Suite struct `The pages of agreements look as they did` {
    private static let (eva, sara) = (Workplace.eva, Workplace.sara)

    private static let empty = [
        Scene("agreements-empty", "/agreements", as: sara),
        Scene("templates", "/templates", as: sara),
        Scene("blank-agreement", "/templates/company_agreement/paper", as: sara),
        Scene("blank-rules", "/templates/rules_of_procedure/paper", as: sara),
        Scene("new-agreement", "/agreements/new?committee=committee", as: eva),
        Scene("new-agreement-refused", sending: ["name_da": "ASU"], to: "/agreements", as: eva),
        Scene("rules-none", "/bodies/lab-group/rules", as: sara),
        Scene("rules-draft", "/bodies/lab-group/rules/draft", as: eva),
    ]
    private static let later = [
        "draft", "draft-basics", "draft-agreements", "draft-contents", "draft-effects", "preview-missing", "preview",
        "refused-tick", "clash", "agreements", "agreement", "agreement-of-the-coordinator", "agreement-paper",
        "reversal",
        "reversal-preview", "agreement-ended", "rules", "rules-paper", "rules-draft-again",
    ]

    @Test(arguments: Language.allCases) func `before anything is written`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        _ = try await Committees(workplace: work)
        for seen in try await work.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases) func `an agreement from its draft to its end`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let committees = try await Committees(workplace: work)
        let id = try await committees.begun()
        let path = "/agreements/\(id)"
        func look(_ scenes: [Scene]) async throws {
            for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
        }
        try await look([
            Scene("draft", path, as: Self.eva), Scene("draft-basics", "\(path)/basics", as: Self.eva),
            Scene("draft-agreements", "\(path)/texts/agreements", as: Self.eva),
            Scene("draft-contents", "\(path)/texts/contents", as: Self.eva),
            Scene("draft-effects", "\(path)/texts/effects", as: Self.eva),
            Scene("preview-missing", "\(path)/preview", as: Self.eva),
            Scene("refused-tick", sending: ["tick-plan": "on"], to: "\(path)/texts/contents", as: Self.eva),
        ])
        try await committees.fill(id)
        try await look([
            Scene("preview", "\(path)/preview", as: Self.eva),
            Scene(
                "clash",
                sending: [
                    "was_text-gains": "", "text-gains": "Helhed", "was_text-drawbacks": "", "text-drawbacks": "",
                ],
                to: "\(path)/texts/effects", as: Workplace.rikke),
        ])
        _ = try await committees.conclude(id)
        let back = (Committees.day + 100).text
        try await look([
            Scene("agreements", "/agreements", as: Self.sara), Scene("agreement", path, as: Self.sara),
            Scene("agreement-of-the-coordinator", path, as: Self.eva),
            Scene("agreement-paper", "\(path)/paper", as: Self.sara),
            Scene("reversal", "\(path)/reversal", as: Self.eva),
            Scene("reversal-preview", "\(path)/reversal?day=\(back)", as: Self.eva),
        ])
        let seen = try await committees.seen("\(path)/reversal?day=\(back)")
        _ = try await work.post(
            "\(path)/reversal", as: Self.eva, ["day": back, "reason": "For lange møder", "seen": seen])
        try await look([Scene("agreement-ended", path, as: Self.sara)])
    }

    @Test(arguments: Language.allCases) func `rules of procedure once decided`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let path = "/bodies/lab-group/rules"
        let texts = ["tasks", "members", "meetings", "agenda", "minutes"]
        let fields = Dictionary(uniqueKeysWithValues: texts.map { ("text-\($0)", "Om \($0)") })
        _ = try await work.post("\(path)/draft", as: Self.eva, fields)
        _ = try await work.post(
            "\(path)/adoption", as: Self.eva, ["decided_by": "Udvalget", "decided_on": Workplace.today.text])
        let scenes = [
            Scene("rules", path, as: Self.sara), Scene("rules-paper", "\(path)/1/paper", as: Self.sara),
            Scene("rules-draft-again", "\(path)/draft", as: Self.eva),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.empty.map(\.name) + Self.later))
    }
}
