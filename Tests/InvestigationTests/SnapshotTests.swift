import Kernel
import Organisation
import TestSupport
import Testing

@testable import Investigation

@Suite struct `The pages of an investigation look as they did` {
    private static let names = [
        "report-offering", "not-begun", "empty", "full", "full-answering", "report-begun", "paper", "cause", "step",
        "cause-refused", "step-refused", "closing", "closing-refused", "closed", "confidential", "report-closed-unseen",
    ]

    @Test(arguments: Language.allCases)
    func `from the report to the end`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let maja = Workplace.maja
        try await work.report(["what": "Løs <b>ledning</b> & vand"])
        let report = try await work.page(of: "Løs <b>ledning</b> & vand")
        let page = report + "/investigation"
        try await look(
            work, language, [Scene("report-offering", report, as: maja), Scene("not-begun", page, as: maja)])

        _ = try await work.post(page, as: maja)
        try await look(work, language, [Scene("empty", page, as: maja), Scene("closing", page + "/closure", as: maja)])

        try await work.add("steps", ["time": "dagen før", "what": "Bruseren blev prøvet"], to: page)
        try await work.add("steps", ["time": "kl. 10.15", "what": "Ida gled & faldt"], to: page)
        let first = try await work.why("Gulvet var vådt", bone: "surroundings", in: page)
        let root = try await work.why("Ingen efterser <ventilen>", answering: first, bone: "organisation", in: page)
        try await work.why("Hun bar noget tungt", in: page)
        try await work.add("barriers", ["what": "Måtten", "state": "failed"], to: page)
        try await work.add("barriers", ["what": "Rækværket", "state": "held"], to: page)
        _ = try await work.act(on: "\(page)/causes/\(root)/action")
        _ = try await work.post(
            page + "/conclusion", as: maja, ["conclusion": "Ingen ejer", "prevention": "Et fast eftersyn"])
        try await work.report(["what": "Damp i gangen"])
        let step = try await work.piece("step", "Ida gled & faldt")
        try await look(
            work, language,
            [
                Scene("full", page, as: maja), Scene("full-answering", page + "?why=\(root)", as: maja),
                Scene("report-begun", report, as: maja), Scene("paper", page + "/paper", as: maja),
                Scene("cause", "\(page)/causes/\(first)", as: maja), Scene("step", "\(page)/steps/\(step)", as: maja),
                Scene("cause-refused", sending: ["what": "", "parent": "none"], to: page + "/causes", as: maja),
                Scene("step-refused", sending: ["what": "", "time": "x"], to: "\(page)/steps/\(step)", as: maja),
                Scene(
                    "closing-refused", sending: ["feedback": "", "way": "message"], to: page + "/closure", as: maja),
            ])

        _ = try await work.post(page + "/closure", as: maja, ["feedback": "Tak", "way": "outcome"])
        let confidential = try await work.investigation(of: "Råb", kind: "offensive", as: Workplace.eva)
        try await work.report(["what": "Røg", "kind": "accident"])
        let smoke = try await work.page(of: "Røg")
        _ = try await work.post(smoke + "/closure", as: maja, ["reason": "Set på"])
        try await look(
            work, language,
            [
                Scene("closed", page, as: maja), Scene("confidential", confidential, as: Workplace.eva),
                Scene("report-closed-unseen", smoke, as: maja),
            ])
    }

    private func look(_ work: Workplace, _ language: Language, _ scenes: [Scene]) async throws {
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.names))
    }
}
