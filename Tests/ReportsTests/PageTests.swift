import Foundation
import HTTPTypes
import Markup
import MarkupTesting
import Organisation
import TestSupport
import Testing

@testable import Reports

/// Every page as a strict reader of markup sees it, in both languages.
@Suite struct PageTests {
    @Test(arguments: ["da", "en"])
    func `every page is well made`(language: String) async throws {
        let work = try await Workplace()
        let reader = language == "da" ? Workplace.maja : Workplace.jonas
        let (code, thanks) = try await work.report(
            ["what": "Løs <b>ledning</b> & vand 🧯"], uploads: ["photos": Picture.upload])
        try await work.report(["kind": "offensive"])
        let report = try await work.firstReport(as: reader)
        _ = try await work.post(report + "/messages", as: reader, ["text": "Hvor?", "key": "k"])
        _ = try await work.answer(code, "Ved døren")
        let chosen: HTTPFields = [.cookie: "language=\(language)"]
        var pages = ["thanks": thanks]
        for (name, path) in ["form": Workplace.lab, "follow": "/follow", "closed": "/r/none"] {
            pages[name] = try await work.get(path, headers: chosen)
        }
        pages["problems"] = try await work.post(Workplace.lab, ["what": "x"], headers: chosen)
        let cookie = try await work.post("/follow", ["code": code]).cookie
        pages["followed"] = try await work.get("/follow", headers: [.cookie: cookie + "; language=\(language)"])
        for (name, path) in [
            "own": "/report", "list": "/reports", "narrowed": "/reports?q=xyz", "mine": "/reports/mine",
            "report": report, "poster": "/units/laboratories/poster",
        ] {
            pages[name] = try await work.get(path, as: reader)
        }
        pages["reason"] = try await work.post(report + "/closure", as: reader)
        for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
            #expect(HTMLCheck(HTML(trusted: page.text)).problems == [], "\(name)")
            if let folder = ProcessInfo.processInfo.environment["FORKANT_PAGES"] {
                try page.text.write(toFile: "\(folder)/\(name)-\(language).html", atomically: true, encoding: .utf8)
            }
        }
    }
}
