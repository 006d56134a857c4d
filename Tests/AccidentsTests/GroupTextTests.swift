import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Accidents

/// What the group reads of an event: nothing that was written freely before somebody has read it through for names.
@Suite struct GroupTextTests {
    private static let (maja, jonas, eva, karl) = (Workplace.maja, Workplace.jonas, Workplace.eva, Workplace.karl)
    private static let path = "/reports/cut/accident/group"
    private static let told = "Sara Lund greb om et glas. Ida Krag og Mette råbte."

    private static func notified(_ engine: Engine = .sqlite) async throws -> Workplace {
        let work = try await Workplace(engine)
        try await work.hurt()
        try await work.away(from: Workplace.friday + 1)
        try await work.fillIn("cut", ["course": told])
        try await work.send(on: Workplace.today)
        return work
    }

    @Test(arguments: Engine.tested)
    func `others who are named are not shown to the group before somebody has read the text`(
        engine: Engine
    ) async throws {
        let work = try await Self.notified(engine)
        let before = try await work.get("/reports/cut/accident", as: Self.maja).text
        for word in ["Mette", "Krag", "Sara", "greb om"] { #expect(!before.contains(word), "\(word)") }
        let form = try await work.get(Self.path, as: Self.jonas).text
        for word in ["Mette", "Krag", "Sara", "Lund"] { #expect(form.contains("<li>\(word)</li>"), "\(word)") }
        #expect(form.contains("▇▇▇ ▇▇▇ greb om et glas. ▇▇▇ ▇▇▇ og ▇▇▇ råbte."))
        let course = "En kollega greb om et glas. To andre råbte."
        #expect(try await work.showToGroup("cut", ["course": course]).status == 303)
        let after = try await work.get("/reports/cut/accident", as: Self.maja).text
        #expect(after.contains(course) && !after.contains("Mette") && !after.contains("Krag"))
        #expect(try await work.get("/reports/cut/accident", as: Self.jonas).text.contains(Self.told))
        let journal: [String] = try await work.database.read {
            try $0.values("SELECT before || after FROM journal_payload")
        }
        #expect(!journal.contains { $0.contains("kollega") })
    }

    @Test func `words that look like names are asked about, and the injured person's name is refused`() async throws {
        let work = try await Self.notified()
        let likely = try await work.showToGroup("cut", ["course": "Et glas, som Mette holdt"])
        #expect(likely.status == 422)
        #expect(likely.text.contains("These look like names: Mette."))
        let ticked = ["course": "Et glas, som Kvik vaskede", "read": "on"]
        #expect(try await work.showToGroup("cut", ticked).status == 303)
        let named = try await work.showToGroup("cut", ["course": "Saras hånd", "read": "on"])
        #expect(named.status == 422)
        #expect(named.text.contains("The injured person is named here."))
        #expect(try await work.showToGroup("cut", ["course": " "]).status == 422)
        #expect(try await work.get("/reports/cut/accident", as: Self.maja).text.contains("som Kvik vaskede"))
    }

    @Test func `a name that is filled in afterwards is covered in what is shown already`() async throws {
        let work = try await Self.notified()
        try await work.showToGroup("cut", ["course": "Et glas, som Kvik vaskede", "read": "on"])
        try await work.fillIn("cut", ["name": "Kvik Holm"])
        let seen = try await work.get("/reports/cut/accident", as: Self.maja).text
        #expect(seen.contains("som ▇▇▇ vaskede") && !seen.contains("Kvik"))
    }

    @Test(arguments: Engine.tested)
    func `only those who see all of it make it ready, and of a confidential report nobody does`(
        engine: Engine
    ) async throws {
        let work = try await Self.notified(engine)
        #expect(try await work.get(Self.path, as: Self.maja).status == 403)
        #expect(try await work.showToGroup(as: Self.maja).status == 403)
        #expect(try await work.get(Self.path, as: Self.karl).status == 404)
        #expect(try await work.showToGroup(as: Self.karl).status == 404)
        try await work.hurt("mind", .psychological, what: "Han råbte ad hende")
        try await work.away("mind", from: Workplace.friday + 1, as: Self.eva)
        #expect(try await work.get("/reports/mind/accident/group", as: Self.eva).status == 404)
        #expect(try await work.showToGroup("mind", as: Self.eva).status == 404)
        #expect(!(try await work.get("/reports/mind/accident", as: Self.eva).text.contains("Gør den klar")))
    }
}
