import Access
import Kernel
import Organisation
import Storage
import Web

/// The big screen of an election, and the short address that stands on it.
enum ScreenRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/elections/:id/screen", for: .signedIn) { .page(try await screen($0)) }
        routes.get("/e/:code", for: .signedIn) { try await lead($0) }
    }

    /// For whoever looks after the election. There is no link without sign-in: the page names candidates.
    private static func screen(_ visit: Visit) async throws -> Page {
        try await Elections.turnPages(in: visit.house)
        let id: ID<Election> = try visit.id()
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        let picture = try await visit.read { reader in
            let picture = try ElectionPicture(id, for: viewer, settings: settings, on: day, reader)
            guard picture.looksAfter else { throw ElectionRoutes.notYours }
            return picture
        }
        return try ScreenPage(visit: visit, picture: picture).page()
    }

    /// Leads from the short address to the election; its own page asks who may see it. A code of none, or of two, leads
    /// to the list, so that an address tells nothing of what there is.
    private static func lead(_ visit: Visit) async throws -> Answer {
        let code = visit.parameters["code"]?.lowercased() ?? ""
        guard code.utf8.count == ShortAddress.letters, code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return .redirect("/elections") }
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        let found = try await visit.read { reader -> ID<Election>? in
            let ids = try ElectionStore(reader).beginning(with: code)
            guard ids.count == 1,
                (try? ElectionPicture(ids[0], for: viewer, settings: settings, on: day, reader)) != nil
            else { return nil }
            return ids[0]
        }
        return .redirect(found.map { "/elections/\($0)" } ?? "/elections")
    }
}

/// What can be typed from the last row.
enum ShortAddress {
    static let letters = 6

    static func of(_ election: ID<Election>) -> String { String(election.text.prefix(letters)) }
}
