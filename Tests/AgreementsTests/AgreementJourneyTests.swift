import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Agreements

/// From a draft to a joint committee, and back to two.
@Suite struct AgreementJourneyTests {
    private static let day = Committees.day

    private func body(_ id: BodyID, on day: Day, _ work: Workplace) async throws -> Body? {
        try await work.database.read { try BodyStore($0).find(id, on: day) }
    }

    @Test(arguments: Engine.tested)
    func `two committees become one on the day, and their mandates move with all that belongs to them`(
        engine: Engine
    ) async throws {
        let committees = try await Committees(engine)
        let (id, joint) = try await committees.concluded()
        let work = committees.work
        #expect(try await committees.seats(of: Workplace.committee, on: Self.day - 1).count == 5)
        #expect(try await committees.seats(of: joint, on: Self.day - 1) == [])
        #expect(
            try await committees.seats(of: joint, on: Self.day) == [
                "Jonas Riis chair", "Maja Holm representative", "Eva Nør coordinator", "Maja Holm union_representative",
                "Rikke Thy member", "Sara Lund member", "Ida Østergaard deputy",
            ])
        #expect(try await committees.seats(of: Workplace.committee, on: Self.day) == [])
        let mandates = try await work.database.read { try BodyStore($0).mandates(in: [joint], on: Self.day) }
        let maja = try #require(mandates.first { $0.role == .representative })
        #expect(maja.ends == Workplace.today + 430 && maja.origin == .elected && maja.minutesAWeek == 120)
        #expect(mandates.first { $0.person == Workplace.sara.id }?.minutesAWeek == 75)
        #expect(mandates.first { $0.role == .deputy }?.deputyOf == maja.id)
        let opened = try await body(joint, on: Self.day, work)
        #expect(opened?.kind == .joint && opened?.opens == Self.day && opened?.units == [Workplace.chemistry])
        #expect(try await body(Workplace.committee, on: Workplace.today, work)?.closes == Self.day - 1)
        let parents = try await (
            body(Workplace.labGroup, on: Self.day - 1, work)?.parent,
            body(Workplace.labGroup, on: Self.day, work)?.parent
        )
        #expect(parents == (Workplace.committee, joint))
        let (before, after) = try await work.database.read { reader in
            let store = BodyStore(reader)
            return (
                try store.bodies(covering: Workplace.chemistry, on: Self.day - 1).map(\.id),
                try store.bodies(covering: Workplace.chemistry, on: Self.day).map(\.id)
            )
        }
        #expect(Set(before) == [Workplace.committee, Committees.cooperation] && after == [joint])
        let changes = try await work.database.read { try ChangeStore($0).changes(of: Workplace.chemistry) }
        #expect(changes.map(\.kind) == [.joined] && changes[0].day == Self.day && changes[0].asksForProximity)
        #expect(try await work.get("/agreements/\(id)", as: Workplace.karl).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `the two come back on a day, with whom was chosen and what answered to them`(engine: Engine) async throws {
        let committees = try await Committees(engine)
        let (id, joint) = try await committees.concluded()
        let work = committees.work
        let back = Self.day + 100
        let path = "/agreements/\(id)/reversal"
        let seats = try await work.database.read { try BodyStore($0).mandates(in: [joint], on: Self.day) }
        let maja = try #require(seats.first { $0.role == .representative })
        var fields = [
            "day": back.text, "reason": "Møderne blev for lange",
            "seen": try await committees.seen("\(path)?day=\(back.text)"),
        ]
        fields["seat-\(maja.id)"] = "neither"
        #expect(try await work.post(path, as: Workplace.eva, fields).status == 303)
        #expect(try await committees.seats(of: joint, on: back) == [])
        #expect(
            try await committees.seats(of: Workplace.committee, on: back) == [
                "Jonas Riis chair", "Eva Nør coordinator", "Sara Lund member",
            ])
        #expect(
            try await committees.seats(of: Committees.cooperation, on: back) == [
                "Maja Holm union_representative", "Rikke Thy member", "Sara Lund member",
            ])
        // Closed between, open before and after.
        let open = try await work.database.read { reader in
            try [Self.day - 1, Self.day, back - 1, back].map { day in
                try BodyStore(reader).bodies(covering: Workplace.chemistry, on: day).map(\.kind).sorted {
                    $0.rawValue < $1.rawValue
                }
            }
        }
        #expect(open == [[.committee, .cooperation], [.joint], [.joint], [.committee, .cooperation]])
        #expect(try await body(Workplace.committee, on: back, work)?.closes == nil)
        #expect(try await body(joint, on: back, work)?.closes == back - 1)
        #expect(try await body(Workplace.labGroup, on: back, work)?.parent == Workplace.committee)
        let duties = try await work.database.read { try ChangeStore($0).waiting() }
        #expect(
            Set(duties.map { "\($0.kind.rawValue) \($0.role.rawValue) \($0.place)" }) == [
                "election representative \(Mandate.Place.body(Workplace.committee))",
                "appointment chair \(Mandate.Place.body(Committees.cooperation))",
            ])
        let page = try await work.get("/agreements/\(id)", as: Workplace.sara).text
        #expect(page.contains("Møderne blev for lange") && page.contains("ophørt"))
        #expect(try await work.post(path, as: Workplace.eva, fields).status == 409)
        // And they may become one again.
        let again = try await committees.begun(["day": (back + 10).text, "review_on": (back + 400).text])
        #expect(!again.isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `nothing is carried out while something is missing, and what is missing is named`(engine: Engine) async throws
    {
        let committees = try await Committees(engine)
        let id = try await committees.begun(["review_on": ""])
        let first = try await committees.conclude(id)
        #expect(first.status == 422)
        for words in [
            "Organisationsaftalen", "Virksomhedsaftalen", "a. Aktiviteter", "e. Plan", "vinde", "Vælg en dag, hvor",
        ] {
            #expect(first.text.contains(words), "\(words)")
        }
        try await committees.fill(id)
        _ = try await committees.work.post(
            "/agreements/\(id)/texts/contents", as: Workplace.eva,
            [
                "text-activities": "Om activities", "text-plan": "", "tick-plan": "", "was_text-plan": "Om plan",
                "was_tick-plan": "on",
            ])
        let second = try await committees.conclude(id)
        #expect(second.status == 422)
        #expect(second.text.contains("a. Aktiviteter og metoder: sæt kryds."))
        #expect(second.text.contains("e. Plan over organisationen: mangler en tekst eller en fil."))
        #expect(try await committees.seats(of: Workplace.committee, on: Self.day).count == 5)
    }

    @Test func `a tick needs a text or a file, and a file is enough`() async throws {
        let committees = try await Committees()
        let id = try await committees.begun()
        let path = "/agreements/\(id)/texts/agreements"
        let empty = try await committees.work.post(path, as: Workplace.eva, ["tick-organisation_agreement": "on"])
        #expect(empty.status == 422 && empty.text.contains("vedhæft en fil, før du sætter kryds"))
        let file = Upload(name: "aftale.pdf", mediaType: "application/pdf", bytes: Array("%PDF-1".utf8))
        let sent = try await committees.work.post(
            path, as: Workplace.eva, ["tick-organisation_agreement": "on", "go": "stay"],
            uploads: ["file-organisation_agreement": file])
        #expect(sent.status == 303 && sent.location == path)
        let page = try await committees.work.get(path, as: Workplace.eva).text
        let link = try #require(page.firstMatch(of: #/agreements/[a-z0-9]+/files/[a-z0-9]+/#)?.0)
        #expect(try await committees.work.get("/\(link)", as: Workplace.eva).body == Array("%PDF-1".utf8))
        let ticked = "name=\"tick-organisation_agreement\" value=\"on\" checked"
        #expect(page.contains(ticked))
        // The draft is nobody else's, its files neither.
        #expect(try await committees.work.get("/\(link)", as: Workplace.karl).status == 404)
        #expect(try await committees.work.post("/\(link)/removal", as: Workplace.eva).status == 303)
        #expect(try await !committees.work.get(path, as: Workplace.eva).text.contains(ticked))
    }

    @Test(arguments: Engine.tested)
    func `whatever cannot be joined is refused beside its field`(engine: Engine) async throws {
        let committees = try await Committees(engine)
        let work = committees.work
        func refused(_ more: [String: String]) async throws -> String {
            let reply = try await work.post("/agreements", as: Workplace.eva, Committees.basics.merging(more) { $1 })
            return reply.status == 422 ? reply.text : "\(reply.status)"
        }
        #expect(try await refused(["cooperation": "committee"]).contains("Vælg to forskellige udvalg."))
        #expect(
            try await refused(["committee": "cooperation", "cooperation": "committee"]).contains(
                "ikke et arbejdsmiljøudvalg"))
        #expect(try await refused(["cooperation": "lab-group"]).contains("ikke et samarbejdsudvalg"))
        #expect(try await refused(["cooperation": "history-group"]).contains("har ikke adgang til den"))
        #expect(
            try await refused(["day": (Workplace.today - 400).text, "review_on": ""]).contains("Vælg en senere dag."))
        #expect(
            try await refused(["day": (Workplace.today - 350).text, "review_on": ""]).contains("Der er sket noget"))
        #expect(try await refused(["day": "i morgen"]).contains("Skriv en dato"))
        #expect(try await refused(["review_on": Self.day.text]).contains("efter at det fælles udvalg er begyndt"))
        let empty = try await work.post("/agreements", as: Workplace.eva)
        #expect(empty.status == 422 && empty.text.contains("Feltet mangler"))
        _ = try await work.post(
            "/bodies/cooperation/closure", as: Workplace.rikke, ["day": (Self.day + 5).text, "reason": "Slut"])
        #expect(try await refused([:]).contains("lukker"))
    }

    @Test(arguments: Engine.tested)
    func `a body that is a part of a joint committee, or in the middle of an election, takes no part`(
        engine: Engine
    ) async throws {
        let committees = try await Committees(engine)
        let id = try await committees.begun()
        try await committees.fill(id)
        let call = [
            "occasion": "agreed", "agreement": "Aftalt", "franchise": "employees", "seats": "1", "deputies": "0",
            "nominations_open": Workplace.today.text, "nominations_end": (Workplace.today + 14).text,
            "voting_starts": (Workplace.today + 17).text, "voting_ends": (Workplace.today + 24).text,
            "term_starts": (Workplace.today + 28).text, "term": "two", "follows": "maja-committee",
        ]
        let called = try await committees.work.post("/bodies/committee/elections", as: Workplace.eva, call)
        #expect(called.status == 303)
        let during = try await committees.conclude(id)
        #expect(during.status == 422 && during.text.contains("Der er et valg i gang i AMU Grøn Kemi"))
        _ = try await committees.work.post(
            "\(called.location ?? "")/cancellation", as: Workplace.eva, ["reason": "wrong_data"])
        #expect(try await committees.conclude(id).status == 303)
        let again = try await committees.work.post("/agreements", as: Workplace.eva, Committees.basics)
        #expect(again.status == 422 && again.text.contains("allerede en del af et fælles udvalg"))
    }

    @Test func `with two chairs one is chosen, and what was shown is what is done`() async throws {
        let committees = try await Committees()
        let id = try await committees.begun()
        try await committees.fill(id)
        let unchosen = try await committees.conclude(id, [:])
        #expect(unchosen.status == 422 && unchosen.text.contains("Vælg en af dem, der er formand nu."))
        #expect(try await committees.conclude(id, ["chair": "maja-committee"]).status == 422)
        let seen = try await committees.seen("/agreements/\(id)/preview")
        _ = try await committees.work.post("/mandates/maja-union/end", as: Workplace.rikke)
        let stale = try await committees.work.post(
            "/agreements/\(id)/conclusion", as: Workplace.eva, ["seen": seen, "chair": "rikke-chair"])
        #expect(stale.status == 422 && stale.text.contains("Udvalgene er ændret, siden du så på det."))
        #expect(try await committees.conclude(id, ["chair": "rikke-chair"]).status == 303)
        let joint: BodyID? = try await committees.work.database.read { try $0.value("SELECT joint_id FROM agreement") }
        let seats = try await committees.seats(of: joint ?? BodyID(""), on: Self.day)
        #expect(seats.contains("Rikke Thy chair") && seats.contains("Jonas Riis member"))
    }

    @Test(arguments: Engine.tested)
    func `two who write the same are told of each other, and what only one wrote stays`(engine: Engine) async throws {
        let committees = try await Committees(engine)
        let id = try await committees.begun()
        let path = "/agreements/\(id)/texts/effects"
        let was = ["was_text-gains": "", "was_text-drawbacks": ""]
        func send(_ gains: String, _ drawbacks: String, as person: Person) async throws -> Reply {
            try await committees.work.post(
                path, as: person, was.merging(["text-gains": gains, "text-drawbacks": drawbacks]) { $1 })
        }
        #expect(try await send("Overblik", "", as: Workplace.eva).status == 303)
        #expect(try await send("", "Lange møder", as: Workplace.rikke).status == 303)
        let clash = try await send("Helhed", "", as: Workplace.rikke)
        #expect(clash.status == 409)
        #expect(
            clash.text.contains("Overblik") && clash.text.contains("Helhed")
                && clash.text.contains("Rikke Thy gemte imens"))
        let texts = try await committees.work.database.read { try AgreementStore($0).texts(of: ID(id)) }
        #expect(texts["gains"]?.text == "Overblik" && texts["drawbacks"]?.text == "Lange møder")
    }

    @Test func `the day of review waits on Today until the next one is chosen`() async throws {
        let clock = Clock()
        let work = try await Workplace(clock: { clock.now })
        let committees = try await Committees(workplace: work)
        let (id, _) = try await committees.concluded()
        #expect(try await !work.get("/", as: Workplace.eva).text.contains("Se på aftalen"))
        clock.go(to: 400)
        #expect(try await work.get("/", as: Workplace.eva).text.contains("Se på aftalen: ASU Kemi"))
        #expect(try await !work.get("/", as: Workplace.sara).text.contains("Se på aftalen"))
        let past = try await work.post("/agreements/\(id)/review", as: Workplace.eva, ["review_on": "2026-01-01"])
        #expect(past.status == 422 && past.text.contains("Datoen er forbi"))
        let next = (Workplace.today + 800).text
        #expect(try await work.post("/agreements/\(id)/review", as: Workplace.eva, ["review_on": next]).status == 303)
        #expect(try await !work.get("/", as: Workplace.eva).text.contains("Se på aftalen"))
    }
}
