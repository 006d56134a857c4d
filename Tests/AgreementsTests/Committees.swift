import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport

/// Chemistry has a working environment committee and a cooperation committee, with people in both.
struct Committees {
    static let cooperation = BodyID("cooperation")
    static let day = Workplace.today + 30

    let work: Workplace

    init(_ engine: Engine = .sqlite, workplace: Workplace? = nil) async throws {
        work = if let workplace { workplace } else { try await Workplace(engine) }
        let deed = work.deed(by: nil)
        let body = Body(
            id: Self.cooperation, kind: .cooperation,
            name: Words(da: "LSU Kemi", en: "Chemistry cooperation committee"),
            units: [Workplace.chemistry], opens: Workplace.today - 400)
        try await work.database.write { writer in
            try writer.apply(body.added(), deed)
            for (id, role, committee, person, minutes) in Self.seats {
                let mandate = Mandate(
                    id: ID(id), role: role, in: .body(committee), person: person.id,
                    origin: role == .representative ? .elected : .appointed, starts: Workplace.today - 300,
                    ends: role == .representative ? Workplace.today + 430 : nil, minutesAWeek: minutes)
                try writer.apply(mandate.given(to: person.name), deed)
            }
            let deputy = Mandate(
                id: ID("ida-deputy"), role: .deputy, in: .body(Workplace.committee), person: Workplace.ida.id,
                origin: .elected, starts: Workplace.today - 300, ends: Workplace.today + 430,
                deputyOf: ID("maja-committee"))
            try writer.apply(deputy.given(to: "Ida Østergaard"), deed)
        }
    }

    private static let seats: [(String, Role, BodyID, Person, Int?)] = [
        ("jonas-chair", .chair, Workplace.committee, Workplace.jonas, 60),
        ("maja-committee", .representative, Workplace.committee, Workplace.maja, 120),
        ("sara-member", .member, Workplace.committee, Workplace.sara, 30),
        ("rikke-chair", .chair, cooperation, Workplace.rikke, nil),
        ("sara-cooperation", .member, cooperation, Workplace.sara, 45),
        ("maja-union", .unionRepresentative, cooperation, Workplace.maja, nil),
    ]

    static let basics = [
        "committee": "committee", "cooperation": "cooperation", "day": day.text, "name_da": "ASU Kemi",
        "name_en": "Chemistry joint committee", "review_on": (day + 365).text,
    ]

    /// A draft with nothing in it yet.
    func begun(_ more: [String: String] = [:]) async throws -> String {
        let reply = try await work.post("/agreements", as: Workplace.eva, Self.basics.merging(more) { $1 })
        return String(reply.location?.split(separator: "/").dropFirst().first ?? "")
    }

    /// All texts of the three steps, ticked.
    func fill(_ id: String, as person: Person = Workplace.eva) async throws {
        for (step, keys) in Self.sections {
            var fields: [String: String] = [:]
            for key in keys {
                fields["text-\(key)"] = "Om \(key)"
                fields["tick-\(key)"] = "on"
            }
            _ = try await work.post("/agreements/\(id)/texts/\(step)", as: person, fields)
        }
    }

    static let sections = [
        ("agreements", ["organisation_agreement", "company_agreement"]),
        ("contents", ["activities", "follow_up", "tasks", "change", "plan"]), ("effects", ["gains", "drawbacks"]),
    ]

    func seen(_ path: String) async throws -> String {
        let page = try await work.get(path, as: Workplace.eva)
        return page.text.firstMatch(of: #/name="seen" value="([^"]+)"/#).map { String($0.1) } ?? ""
    }

    func conclude(_ id: String, _ more: [String: String] = ["chair": "jonas-chair"]) async throws -> Reply {
        var fields = ["seen": try await seen("/agreements/\(id)/preview")]
        fields.merge(more) { $1 }
        return try await work.post("/agreements/\(id)/conclusion", as: Workplace.eva, fields)
    }

    /// Carried out: its id, and the joint committee's.
    func concluded() async throws -> (agreement: String, joint: BodyID) {
        let id = try await begun()
        try await fill(id)
        _ = try await conclude(id)
        let joint: BodyID? = try await work.database.read { try $0.value("SELECT joint_id FROM agreement") }
        return (id, joint ?? BodyID(""))
    }

    func seats(of body: BodyID, on day: Day) async throws -> [String] {
        try await work.database.read { reader in
            try BodyStore(reader).seats(of: body, on: day).map { "\($0.name) \($0.mandate.role.rawValue)" }
        }
    }
}
