import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Statistics

/// Where it happened, in the reporters' own words.
@Suite struct SpotTests {
    private static let table = "/statistics/table.csv?figure=spots&year=2025"

    @Test(arguments: Engine.tested)
    func `places that enough reports name are told of the unit and what lies under it, confidential ones never`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let day = Workplace.today - 20
        for place in ["Kantinen", "kantinen", "Gården", "Gården"] {
            try await work.happened(.nearMiss, on: day, place: place)
        }
        try await work.happened(.accident, on: day, in: Workplace.office, place: "Kantinen.")
        for _ in 1...4 { try await work.happened(.offensive, on: day, place: "Mødelokale 3") }
        for _ in 1...3 { try await work.happened(.nearMiss, on: day, in: Workplace.history, place: "Arkivet") }
        let whole = try await work.get(Self.table + "&unit=chemistry", as: Workplace.eva)
        #expect(whole.text.contains("Kantinen;3"))
        for word in ["Gården", "Mødelokale", "Arkivet"] { #expect(!whole.text.contains(word), "\(word)") }
        // Of the laboratories alone there are two.
        #expect(try await work.get(Self.table + "&unit=laboratories", as: Workplace.maja).status == 404)
        #expect(
            try await work.get(Self.table.replacing("2025", with: "2024") + "&unit=chemistry", as: Workplace.eva).status
                == 404)
        #expect(
            try await work.get("/statistics?unit=chemistry&year=2025", as: Workplace.eva).text.contains(
                "som folk siger det"))
    }

    @Test func `who only leads the unit is not told of places`() async throws {
        let work = try await Workplace()
        for _ in 1...12 { try await work.happened(.nearMiss, on: Workplace.today - 20, place: "Kantinen") }
        try await work.appoint(Workplace.sara, as: .unitLeader, of: Workplace.laboratories)
        let page = try await work.get("/statistics?unit=laboratories&year=2025", as: Workplace.sara)
        #expect(page.status == 200 && !page.text.contains("Kantinen"))
        #expect(try await work.get(Self.table + "&unit=laboratories", as: Workplace.sara).status == 404)
    }

    @Test func `of too many reports a smaller unit is asked for`() async throws {
        let work = try await Workplace()
        for _ in 1...5 { try await work.happened(.nearMiss, on: Workplace.today - 20, place: "Kantinen") }
        let spots = try await work.database.read { reader in
            try [4, 5].map { most in
                try ReportStore(reader).spots(
                    reportedFrom: Workplace.today - 30, through: Workplace.today, under: Workplace.chemistry,
                    on: Workplace.today, most: most)
            }
        }
        #expect(spots.map { $0?.map(\.count) } == [nil, [5]])
    }
}
