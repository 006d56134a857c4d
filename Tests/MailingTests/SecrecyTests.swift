import Foundation
import HTTPTypes
import Kernel
import Notices
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Mailing
@testable import Reports

/// Nothing that anybody wrote, no name, no place and no kind of report is ever in a mail.
struct SecrecyTests {
    private static let what = "Dampen siver ud ved hætten"
    private static let place = "Bygning 204 kælderen"
    private static let talk = [
        "Hvornår så du det?", "Det var i går aftes", "Vi tætner pakningen", "Pakningen er skiftet",
    ]

    /// What must not be found, small letters or large.
    private static var secrets: [String] {
        let kinds = ReportKind.allCases.flatMap { kind in
            [NoticeTexts.name(of: kind).danish, NoticeTexts.name(of: kind).english, kind.rawValue]
        }
        // “Good” and “violence” are words of their own; the kinds are looked for as they are called.
        let people = Workplace.people.map(\.name)
        return talk + [
            what, place, "fortrolig", "confidential", "anonym", "Laboratori", "Kemi", "Chemistry", "melding:",
        ]
            + kinds.filter { $0.contains(" ") || $0.contains("_") } + people
    }

    private func post(_ engine: Engine) async throws -> Post {
        let post = try await Post(engine)
        for person in Workplace.people { try await post.choose(.soon, person) }
        return post
    }

    private func report(_ kind: ReportKind, _ more: [String: String], as person: Person?, _ work: Workplace)
        async throws
        -> (id: String, code: String)
    {
        let path = person == nil ? "/r/link-laboratories" : "/report"
        let form = try await work.get(path, as: person).text
        let code = try #require(form.firstMatch(of: /name="code" value="([^"]*)"/)).output.1
        let fields = ["kind": kind.rawValue, "what": Self.what, "place": Self.place, "code": String(code)]
        _ = try await work.post(path, as: person, fields.merging(more) { $1 })
        let id: String? = try await work.database.read { try $0.value("SELECT id FROM report") }
        return (try #require(id), String(code))
    }

    /// From the first word to what came of it, with an action where one may be made.
    private func talk(_ kind: ReportKind, _ id: String, _ code: String, as person: Person?, _ work: Workplace)
        async throws
    {
        let handler = kind.isConfidential ? Workplace.eva : Workplace.maja
        let page = "/reports/\(id)"
        _ = try await work.post(page + "/reading", as: handler)
        _ = try await work.post(page + "/messages", as: handler, ["text": Self.talk[0], "key": "1"])
        if person == nil {
            let entered = try await work.post("/follow", ["code": code])
            let cookie = entered.headers[values: .setCookie].map { String($0.prefix { $0 != ";" }) }
            _ = try await work.post(
                "/follow/messages", ["text": Self.talk[1], "key": "2"],
                headers: [.cookie: cookie.joined(separator: "; ")])
        } else {
            _ = try await work.post(page + "/messages", as: person, ["text": Self.talk[1], "key": "2"])
        }
        if !kind.isConfidential {
            let made = try await work.post(
                "/actions", as: handler,
                [
                    "what": Self.talk[2], "why": Self.what, "how": Self.talk[3], "responsible": "jonas",
                    "due": "2026-03-01", "unit": "laboratories", "body": "lab-group", "origin": "report:\(id)",
                    "partners": "sara", "key": "3",
                ])
            if let action = made.location {
                _ = try await work.post(
                    action + "/closure", as: handler, ["done": Self.talk[3], "effect": "yes", "key": "4"])
            }
        }
        _ = try await work.post(page + "/closure", as: handler, ["reason": Self.talk[3], "key": "5"])
    }

    @Test(arguments: ReportKind.allCases, [nil, "sara", "anonymous sara"])
    func `no mail tells anything of a report, through a whole conversation`(kind: ReportKind, reporter: String?)
        async throws
    {
        let post = try await post(.sqlite)
        let person = reporter == nil ? nil : Workplace.sara
        let more = reporter == "sara" ? [:] : ["anonymous": "on"]
        let (id, code) = try await report(kind, more, as: person, post.work)
        try await talk(kind, id, code, as: person, post.work)
        for hours in [1, 24, 48, 72] { try await post.round(at: Workplace.monday + hours * 3600) }
        #expect(!post.office.taken.isEmpty)
        try expectNothing(in: post.office, but: id)
    }

    @Test func `no mail is sent on the day of an anonymous report, to anybody who hears of it`() async throws {
        let post = try await post(.sqlite)
        let (_, code) = try await report(.nearMiss, ["anonymous": "on"], as: nil, post.work)
        let entered = try await post.work.post("/follow", ["code": code])
        let cookie = entered.headers[values: .setCookie].map { String($0.prefix { $0 != ";" }) }
        _ = try await post.work.post(
            "/follow/messages", ["text": Self.talk[1], "key": "2"], headers: [.cookie: cookie.joined(separator: "; ")])
        try await post.round(at: Moment(Workplace.today, hour: 23, minute: 59))
        #expect(post.office.taken.isEmpty)
        try await post.round(at: Post.tuesdayMorning)
        #expect(!post.office.taken.isEmpty)
    }

    /// Neither what is sent nor what is kept in the queue holds any of it.
    private func expectNothing(in office: PostOffice, but id: String) throws {
        for message in office.asked {
            let said = [message.subject, message.plain, message.html, message.id].joined(separator: "\n").lowercased()
            for secret in Self.secrets { #expect(!said.contains(secret.lowercased()), "\(secret)") }
            #expect(!said.contains(id) && !said.contains("/reports"))
        }
    }
}
