import Foundation
import HTTPTypes
import Kernel
import StorageTesting
import TestSupport
import Testing

/// The helper itself: that it fails where a page is missing or different, and says so legibly.
@Suite struct SnapshotTests {
    private func reply(_ main: String, status: Int = 200) -> Reply {
        let document =
            "<!doctype html><html><head><title>T</title></head><body><nav>Menu</nav><main>\(main)</main></body></html>"
        return Reply(status: status, headers: [:], body: Array(document.utf8))
    }

    /// Keeps the lines as the page's snapshot, in a folder of the test's own, and looks at the page.
    private func seen(_ reply: Reply, beside kept: String?, isRecording: Bool = false) throws -> Snapshot {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appendingPathComponent("__Snapshots__")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        if let kept { try Data(kept.utf8).write(to: place.appendingPathComponent("page.da.html")) }
        let test = folder.appendingPathComponent("Test.swift").path
        return try Snapshot(reply, "page", in: .danish, beside: test, isRecording: isRecording)
    }

    @Test func `a page that is as it was kept is as it was`() throws {
        let kept = "200\n<title>T</title>\n<main>\n  <p>Støj</p>\n</main>\n"
        #expect(try seen(reply("<p>Støj</p>"), beside: kept).isAsKept)
    }

    @Test func `a page that nobody kept is said to be missing`() throws {
        let seen = try seen(reply("<p>Støj</p>"), beside: nil)
        #expect(!seen.isAsKept)
        #expect(seen.description.contains("page.da.html is not there"))
    }

    @Test func `what changed is told by its lines and those around them`() throws {
        let kept =
            "200\n<title>T</title>\n<main>\n  <p>1</p>\n  <p>2</p>\n  <p>3</p>\n  <p>4</p>\n  <p>5</p>\n</main>\n"
        let seen = try seen(reply("<p>1</p><p>2</p><p>3</p><p>fire</p><p>5</p>"), beside: kept)
        #expect(!seen.isAsKept)
        let told = "  …\n    <p>2</p>\n    <p>3</p>\n-   <p>4</p>\n+   <p>fire</p>\n    <p>5</p>\n  </main>"
        #expect(seen.description == "page.da.html changed:\n\(told)")
    }

    @Test func `what is recorded is as it is now`() throws {
        #expect(try seen(reply("<p>Støj</p>"), beside: nil, isRecording: true).isAsKept)
        #expect(try seen(reply("<p>Støj</p>"), beside: "200\n", isRecording: true).isAsKept)
    }

    @Test func `another status is another page`() throws {
        let kept = "200\n<title>T</title>\n<main></main>\n"
        #expect(try seen(reply(""), beside: kept).isAsKept)
        #expect(try !seen(reply("", status: 422), beside: kept).isAsKept)
    }

    @Test(arguments: [
        ("<a href=\"/actions/01m04ws7m0a1y67n6kch7gve1r\">x</a>", "<a href=\"/actions/{id 1}\">x</a>"),
        ("<i>kqcec3vznjdgnbt2qeqj kqcec3vznjdgnbt2qeqk kqcec3vznjdgnbt2qeqj</i>", "<i>{id 1} {id 2} {id 1}</i>"),
        ("<code>7Q2M-XK4D-90TB-HW3E</code>", "<code>{code}</code>"),
        ("<link href=\"/static/14d53519a91e/forkant.css\">", "<link href=\"/static/{release}/forkant.css\">"),
        ("<input value=\"a1985700da44d359538abb92546b1e67d2c7df62\">", "<input value=\"{proof}\">"),
        ("<p>arbejdsmedicinskkkkk arbejdspladsvurdering</p>", "<p>arbejdsmedicinskkkkk arbejdspladsvurdering</p>"),
        ("<a>to</a> <b>ord</b>", "<a>to</a>\n  ␣\n  <b>ord</b>"), ("<p>en \n to</p>", "<p>en  ⏎  to</p>"),
        ("<p>før <b>x</b></p>", "<p>\n    før␣\n    <b>x</b>\n  </p>"),
    ])
    func `marks stand for what is new every time, and nothing else is hidden`(markup: String, line: String) throws {
        #expect(try seen(reply(markup), beside: "200\n<title>T</title>\n<main>\n  \(line)\n</main>\n").isAsKept)
    }
}
