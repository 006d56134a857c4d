import HTTPTypes
import Markup
import MarkupTesting
import Organisation
import TestSupport
import Testing

@testable import Ideas

/// Every page as a strict reader of markup sees it, in both languages.
@Suite struct PageTests {
    @Test(arguments: [Workplace.maja, Workplace.jonas])
    func `every page is well made`(reader: Person) async throws {
        let work = try await Workplace()
        let what = "Løs <b>luft</b> & \"ro\" 🧯"
        try await work.give(what, ["why": "<script>alert(1)</script>"])
        _ = try await work.support(what, as: Workplace.ida, ["helps": "on"])
        let idea = "/ideas/\(try await work.idea(what).id)"
        var pages: [String: Reply] = [:]
        for path in [Workplace.lab, "/r/none/idea"] { pages[path] = try await work.get(path) }
        for path in ["/idea", "/plan/lab-group/ideas", "/plan/lab-group", "/ideas/mine", idea] {
            pages[path] = try await work.get(path, as: reader)
        }
        pages["refused"] = try await work.post(idea + "/declining", as: reader, ["version": "1"])
        pages["overtaken"] = try await work.post(idea + "/parking", as: reader, ["version": "0", "reason": "<i>"])
        pages["problems"] = try await work.post(Workplace.lab, ["why": "<i>"])
        for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
            #expect(HTMLCheck(HTML(trusted: page.text)).problems == [], "\(name)")
            #expect(!page.text.contains("<script>alert") && !page.text.contains("<i>"), "\(name)")
        }
    }
}
