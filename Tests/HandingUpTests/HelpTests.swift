import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import HandingUp

@Suite struct `Help from experts` {
    private static let (maja, jonas, sara, karl) = (Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.karl)
    private static let sought = [
        "need": "Måling af <luften>", "source": "authorised", "whom": "Luft & Lys", "seeker": "jonas",
        "by": (Workplace.today + 10).text,
    ]

    private func seek(_ work: Workplace, _ more: [String: String] = [:]) async throws -> String {
        let reply = try await work.post(
            "/actions/fans/expert-help", as: Self.maja, Self.sought.merging(more) { $1 })
        #expect(reply.location == "/actions/fans", "\(reply.status)")
        let id: String? = try await work.database.read {
            try $0.value("SELECT id FROM expert_help ORDER BY id DESC LIMIT 1")
        }
        return "/expert-help/\(try #require(id))"
    }

    @Test(arguments: Engine.tested)
    func `is sought by somebody, waits on Today, and what came of it stands on the action`(engine: Engine) async throws
    {
        let work = try await Workplace(engine)
        try await work.put()
        let fork = try await work.get("/actions/fans/unsolved", as: Self.maja).text
        #expect(fork.contains("pligt til at hente sagkyndig bistand") && fork.contains("spørg Arbejdstilsynet"))
        let link = try await seek(work)
        #expect(try await work.get("/", as: Self.jonas).text.contains("\(link)\">Find expert help"))
        #expect(
            try await work.told(Self.jonas).contains { $0.hasPrefix("Du finder sagkyndig hjælp til »Ny udsugning«") })
        #expect(try await work.get("/actions/fans", as: Self.sara).text.contains("Måling af &lt;luften&gt;"))
        let settled = try await work.post(link, as: Self.jonas, ["state": "found", "result": "Luft & Lys kommer"])
        #expect(settled.status == 303)
        #expect(try await !work.get("/", as: Self.jonas).text.contains("Find expert help"))
        #expect(try await work.get("/actions/fans", as: Self.sara).text.contains("Luft &amp; Lys kommer"))
        #expect(try await work.told(Self.sara).contains("Der er fundet hjælp til »Ny udsugning«."))
        #expect(try await work.post(link, as: Self.maja, ["state": "found", "result": "x"]).status == 409)
    }

    @Test func `where none is found the duty stays in sight, and the way up`() async throws {
        let work = try await Workplace()
        try await work.put()
        let link = try await seek(work, ["seeker": "maja"])
        #expect(try await work.post(link, as: Self.maja, ["state": "not_found", "result": "Ingen tid"]).status == 303)
        let page = try await work.get(link, as: Self.maja).text
        #expect(page.contains("pligt til at hente sagkyndig bistand") && page.contains("/actions/fans/unsolved"))
    }

    @Test func `what is wrong comes back with what was typed`() async throws {
        let work = try await Workplace()
        try await work.put()
        for wrong in [
            ["need": " "], ["source": "friend"], ["seeker": "karl"], ["seeker": ""],
            ["by": (Workplace.today - 1).text], ["by": "soon"], ["whom": String(repeating: "x", count: 201)],
        ] {
            let reply = try await work.post(
                "/actions/fans/expert-help", as: Self.maja, Self.sought.merging(wrong) { $1 })
            #expect(reply.status == 422, "\(wrong)")
        }
        let link = try await seek(work)
        for wrong in [[:], ["state": "found"], ["state": "perhaps", "result": "x"]] {
            #expect(try await work.post(link, as: Self.jonas, wrong).status == 422)
        }
    }

    @Test func `a stranger finds nothing, a reader settles nothing, and a closed action asks for none`() async throws {
        let work = try await Workplace()
        try await work.put()
        let link = try await seek(work)
        #expect(try await work.get(link, as: Self.karl).status == 404)
        #expect(try await work.post(link, as: Self.karl, ["state": "found", "result": "x"]).status == 404)
        #expect(try await work.post(link, as: Workplace.ida, ["state": "found", "result": "x"]).status == 403)
        _ = try await work.post("/actions/fans/closure", as: Self.maja, ["done": "Løst", "effect": "yes", "key": "1"])
        #expect(try await !work.get("/", as: Self.jonas).text.contains("Find expert help"))
        #expect(try await work.get("/actions/fans/unsolved", as: Self.maja).status == 409)
    }
}
