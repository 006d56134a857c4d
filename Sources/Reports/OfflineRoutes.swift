import Access
import Kernel
import Web

/// What a phone keeps of the doors, and what it asks for before it sends what it kept.
enum OfflineRoutes {
    static func add(to routes: inout Routes) {
        let everyone = Who.anyone(because: "the empty form of an open door, kept on a phone, knows nobody")
        routes.get("/r/:link/kept", for: everyone, countsGuesses: true) { try await posterForm($0) }
        routes.get("/report/kept", for: everyone) { .page(ownForm($0)) }
        routes.get("/report/seal", for: .signedIn) { seal($0) }
    }

    private static func posterForm(_ visit: Visit) async throws -> Answer {
        guard let page = try await ReportDoors.copy(visit) else { throw Refusal.notFound }
        return .page(page)
    }

    /// Of no unit: it is sent as one who is signed in, whose own unit it is about.
    private static func ownForm(_ visit: Visit) -> Page {
        ReportFormPage(
            visit: visit, unit: nil, confidence: nil, code: nil, action: "/report", choosesUnit: true
        ).page
    }

    /// A form that waited was made for another session, or for none: the proof that it comes from here, and whose it would
    /// be. Only a page of this site can read it.
    private static func seal(_ visit: Visit) -> Answer {
        .json([
            "csrf": .text(visit.csrf), "owner": .text(visit.house.settings.outboxMark(visit.viewer.person)),
        ])
    }
}
