import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// Whoever names hears where fewer than two could read what is told in confidence, from namings alone.
@Suite struct ReadingGapTests {
    private static func gaps(_ person: Person, _ work: Workplace, on day: Day = Workplace.today) async throws
        -> [String: ReadingGap.Kind]
    {
        let all = try await work.database.read { reader -> [ReadingGap] in
            guard let viewer = try Doorkeeping().viewer(person, on: day, reader) else { return [] }
            return try ReadingGaps(for: viewer, on: day, reader).all
        }
        return Dictionary(all.map { ($0.unit.text, $0.kind) }) { first, _ in first }
    }

    @Test(arguments: Engine.tested)
    func `where one of two has left only the other one reads, and those who name are told`(engine: Engine) async throws
    {
        let work = try await Workplace.trusted(engine)
        #expect(try await Self.gaps(Workplace.otto, work)["chemistry"] == nil)
        try await work.leave(Workplace.liv)
        #expect(try await Self.gaps(Workplace.otto, work)["chemistry"] == .onlyOne("Nora Beck"))
        let today = try await work.get("/", as: Workplace.otto).text
        #expect(today.contains("Institut for Grøn Kemi: Nora Beck, og ingen stedfortræder. Udpeg en til."))
        try await work.leave(Workplace.nora)
        #expect(try await Self.gaps(Workplace.otto, work)["chemistry"] == .allLeft)
        try await work.name(Workplace.vera, deputy: Workplace.sara)
        #expect(try await Self.gaps(Workplace.otto, work)["chemistry"] == nil)
    }

    @Test(arguments: Engine.tested)
    func `while one is away the other one is alone, until the day is over`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let last = Workplace.today + 2
        _ = try await work.post(
            "/units/chemistry/handlers/away", as: Workplace.nora, ["until": last.text])
        #expect(try await Self.gaps(Workplace.otto, work)["chemistry"] == .onlyOneUntil("Liv Dam", last))
        #expect(try await Self.gaps(Workplace.otto, work, on: last + 1)["chemistry"] == nil)
        let page = try await work.get("/units/chemistry/handlers", as: Workplace.sara).text
        #expect(page.contains("Lige nu kan kun én læse en fortrolig melding her."))
        #expect(!(try await work.get("/units/chemistry/handlers", as: Workplace.sara).text.contains("kan ingen læse")))
    }

    @Test(arguments: Engine.tested)
    func `where nobody is named, one who reads by office is alone, and who arranges all hears where nobody can`(
        engine: Engine
    ) async throws {
        let work = try await Workplace.trusted(engine, isNamed: false)
        #expect(try await Self.gaps(Workplace.eva, work).values.contains(.onlyOne("Eva Nør")))
        #expect(try await Self.gaps(Workplace.otto, work)["university"] == .nobody)
        #expect(try await Self.gaps(Workplace.rikke, work) == ["university": .nobody])
        #expect(try await work.get("/", as: Workplace.rikke).text.contains("Ingen kan læse fortrolige meldinger"))
        try await work.name(Workplace.nora, deputy: Workplace.liv, for: "university")
        #expect(try await Self.gaps(Workplace.eva, work) == [:])
        #expect(try await Self.gaps(Workplace.rikke, work) == [:])
    }

    @Test(arguments: Engine.tested)
    func `it is the same before and after a case comes, and says nothing of one`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        try await work.leave(Workplace.liv)
        let before = try await Self.gaps(Workplace.otto, work)
        let page = try await work.get("/units/chemistry/handlers", as: Workplace.otto).text
            .between("data-live-part=\"handlers\"", "</section>")
        let told = try await work.tell()
        #expect(try await Self.gaps(Workplace.otto, work) == before)
        let after = try await work.get("/units/chemistry/handlers", as: Workplace.otto).text
            .between("data-live-part=\"handlers\"", "</section>")
        #expect(after == page)
        #expect(try await work.get(told, as: Workplace.nora).text.contains("Sagen har ingen stedfortræder."))
    }

    @Test func `nobody else is told`() async throws {
        let work = try await Workplace.trusted()
        try await work.leave(Workplace.liv)
        for person in [Workplace.maja, Workplace.jonas, Workplace.karl, Workplace.sara, Workplace.nora] {
            #expect(try await Self.gaps(person, work) == [:], "\(person.name)")
        }
    }
}
