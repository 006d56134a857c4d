import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Reports

/// Behind whatever address about a report, of whichever feature: a confidential one is answered to those around it as one that
/// is not there. Walks the routes themselves, so that a new one is tried with the others.
@Suite struct EveryDoorTests {
    private static let sent = [
        "text": "x", "reason": "x", "kind": "offensive", "to": "nora", "what": "x", "state": "held", "feedback": "x",
        "conclusion": "x", "first": "2026-01-05", "happened": "2026-01-05", "day": "2026-01-05", "affected": "student",
        "way": "message", "piece": "",
    ]

    @Test(arguments: Engine.tested)
    func `every route about a report answers every neighbour as if there were none`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let id = try await told(work)
        for route in work.site.routes where route.path.hasPrefix("/reports/:id") {
            for person in Workplace.neighbours + [Workplace.liv] {
                let (real, none) = (
                    try await ask(work, route, about: id, person), try await ask(work, route, about: "none", person)
                )
                #expect(real.status == 404 && none.status == 404, "\(person.name) \(route.method) \(route.path)")
                #expect(plain(real.text, id) == plain(none.text, id), "\(person.name) \(route.method) \(route.path)")
            }
        }
        // The handler finds what the others do not: the addresses are right.
        for ending in ["", "/photos/1", "/handover", "/accident", "/accident/text", "/investigation"] {
            #expect(try await work.get("/reports/\(id)\(ending)", as: Workplace.nora).status == 200, "\(ending)")
        }
    }

    @Test(arguments: Engine.tested)
    func `every route for programs about a report does so, too`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let id = try await told(work)
        let people = Workplace.neighbours + [Workplace.liv]
        for person in people { try await work.token(person.id.text, for: person, "reports:read reports:write") }
        let json = #"{"first": "2026-01-05", "happened": "2026-01-05"}"#
        for route in work.site.routes where route.path.hasPrefix("/api/v1/reports/:id") {
            let method: HTTPRequest.Method = route.method == .get ? .get : .post
            for person in people {
                var texts: [String] = []
                for report in [id, "none"] {
                    let path = route.path.replacing(":id", with: report)
                    let reply = try await work.api(method, path, token: person.id.text, json: json)
                    #expect(reply.status == 404, "\(person.name) \(path)")
                    texts.append(plain(reply.text, id))
                }
                #expect(texts[0] == texts[1], "\(person.name) \(route.path)")
            }
        }
        for person in people {
            for list in ["reports", "accidents"] {
                let reply = try await work.api(.get, "/api/v1/\(list)", token: person.id.text)
                #expect(reply.text.contains("\"\(list)\":[]"), "\(person.name) \(list)")
            }
        }
    }

    /// A case with a photo, an accident's days and an investigation.
    private func told(_ work: Workplace) async throws -> String {
        let page = try await work.tell(uploads: ["photos": Picture.upload])
        let away = try await work.post(
            page + "/accident/absences", as: Workplace.nora, ["happened": "2026-01-02", "first": "2026-01-03"])
        #expect(away.status == 303)
        #expect(try await work.post(page + "/investigation", as: Workplace.nora).status == 303)
        return work.id(at: page).text
    }

    private func ask(_ work: Workplace, _ route: Route, about id: String, _ person: Person) async throws -> Reply {
        let parts = route.path.split(separator: "/").map { part in
            part == ":id" ? "/\(id)" : part.hasPrefix(":") ? "/1" : "/\(part)"
        }
        let path = parts.joined()
        return route.method == .get
            ? try await work.get(path, as: person) : try await work.post(path, as: person, Self.sent)
    }

    private func plain(_ text: String, _ id: String) -> String {
        text.replacing(id, with: "none").replacing(/data-live="[^"]*"/, with: "")
    }
}
