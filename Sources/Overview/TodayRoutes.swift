import Access
import Design
import Kernel
import Markup
import Notices
import Organisation
import Storage
import Web

struct TodayRoutes: Sendable {
    let matters: [Matter.Publisher]

    func add(to routes: inout Routes) {
        routes.get(
            "/", for: .anyone(because: "whoever comes without a session is shown where to sign in or report"), show)
        routes.post("/notices/read", for: .signedIn, markRead)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        guard visit.viewer.isSomebody else { return .redirect("/signin") }
        let matters = matters
        let (viewer, day, law) = (visit.viewer, visit.today, visit.house.law)
        let (today, isBare) = try await visit.read { reader in
            let isBare = try viewer.isAdministrator && BodyStore(reader).page(on: day, most: 1).isEmpty
            let flaws = try visit.kept { try CoordinatorFlaws(for: viewer, law: law, on: day, reader) }
            return (
                try Today(for: visit, matters, flaws: flaws.count, reader), isBare
            )
        }
        return .page(TodayPage(visit: visit, today: today, isBare: isBare).page)
    }

    private func markRead(_ visit: Visit) async throws -> Answer {
        let (person, deed) = (visit.viewer.person, visit.deed)
        try await visit.write { try $0.apply(Notice.allRead(by: person, deed), deed) }
        return .redirect("/")
    }
}
