import Markup
import MarkupTesting
import Organisation
import TestSupport
import Testing

@testable import StuckActions

/// Every page as a strict reader of markup sees it.
@Suite struct PageTests {
    @Test(arguments: [Workplace.maja, Workplace.jonas])
    func `every page is well made`(reader: Person) async throws {
        let work = try await Workplace()
        try await work.put("Løs <b>luft</b> & \"ro\" 🧯", partners: [Workplace.sara])
        try await work.change("UPDATE action SET changed_at = '2025-09-01T08:00:00.000Z'")
        var pages: [String: String] = [:]
        for path in ["/plan/lab-group/still", "/plan/lab-group", "/actions/fans", "/actions/fans/still", "/"] {
            pages[path] = try await work.get(path, as: reader).text
        }
        pages["start"] = try await work.get("/actions/fans/checks/new", as: reader).text
        pages["refused"] = try await work.post("/actions/fans/still", as: reader, ["said": "<i>"]).text
        let check = try await work.begin(.named)
        pages["unanswered"] = try await work.get(check, as: reader).text
        pages["half"] = try await work.post(check, as: reader, ["q1": "yes", "line2": "<i>"]).text
        for person in [Workplace.maja, Workplace.jonas, Workplace.sara] {
            _ = try await work.answer(
                check, as: person, .yes, [1: person == Workplace.maja ? .no : .yes], lines: [1: "<i>"])
        }
        pages["answered"] = try await work.get(check, as: reader).text
        _ = try await work.post(check + "/comparison", as: Workplace.maja)
        pages["compared"] = try await work.get(check, as: reader).text
        for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
            #expect(HTMLCheck(HTML(trusted: page)).problems == [], "\(name)")
            #expect(!page.contains("<i>") && !page.contains("<b>luft"), "\(name)")
        }
    }
}
