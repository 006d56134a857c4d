import Access
import Journal
import Kernel
import Markup
import Storage
import TestSupport
import Web

/// Routes of the tests' own: what no feature does on purpose.
enum TestRoutes {
    static let all: [Route] = {
        var routes = Routes()
        routes.get("/test/failure", for: .signedIn) { _ in throw Spilling(email: "maja@nordhavn.example") }
        routes.get("/test/broken", for: .signedIn) { visit in
            _ = try await visit.read { try $0.value("SELECT no_such_column FROM person", as: String.self) }
            return .json(.null)
        }
        routes.post("/test/stale", for: .signedIn) { _ in throw Stale() }
        routes.post("/test/note", for: .signedIn) { visit in
            let link = try await visit.once { writer -> Link in
                try writer.raise("noted")
                return "/account"
            }
            return .redirect(link, saying: "Noteret")
        }
        let quiet = Trace.quiet(because: "the test looks for what is told all the same")
        routes.get("/test/quiet/failure", for: .signedIn, trace: quiet) { _ in
            throw Spilling(email: "maja@nordhavn.example")
        }
        routes.get("/test/quiet/live", for: .signedIn, trace: quiet) { _ in
            .page("Live", topics: [Topic("plan")], "<p>x</p>")
        }
        routes.get("/test/kept", for: .signedIn) { _ in
            .page(Page(title: "Kept", madeFrom: [Topic("plan")], content: "<p>x</p>"))
        }
        routes.get("/test/quiet/kept", for: .signedIn, trace: quiet) { _ in
            .page(Page(title: "Kept", madeFrom: [Topic("plan")], content: "<p>x</p>"))
        }
        routes.get("/test/live", for: .signedIn) { _ in
            .page("Live", topics: [Topic("plan"), Topic("people")], "<p>x</p>")
        }
        routes.post("/test/open", for: .anyone(because: "the test tries the turnstile")) { visit in
            .json(["caller": .text(visit.caller), "viewer": .text(visit.viewer.name)])
        }
        routes.post("/test/fields", for: .signedIn) { visit in
            .json(["note": .text(visit.fields["note"]), "size": .number(visit.fields.uploads.count)])
        }
        routes.get("/test/file", for: .signedIn) { _ in
            .file(File(name: "å \"b\".html", mediaType: "text/html", bytes: Array("<script>1</script>".utf8)))
        }
        let shape = APIShape(
            "Reads", scope: .readPlan, fields: [FieldShape("q", .text(limit: 10), "what to look for")],
            answer: .object(name: "Read", [("name", .text)]))
        routes.api(.get, "/test/:id", shape) { visit in .json(["name": .text(visit.viewer.name)]) }
        let writing = APIShape(
            "Writes", scope: .writePlan, fields: [FieldShape("title", .text(limit: 10), required: true, "its title")],
            answer: .flag)
        routes.api(.post, "/test/:id", writing) { visit in
            throw Problems(FieldProblem.missing, at: "title")
        }
        return routes.all
    }()

    struct Spilling: Error, CustomStringConvertible {
        let email: String
        var description: String { "cannot find \(email)" }
    }

    static func noted(_ workplace: Workplace) async throws -> Int {
        try await workplace.database.read {
            try $0.value("SELECT CAST(SUM(version) AS BIGINT) FROM topic WHERE name = 'noted'") ?? 0
        }
    }
}
