import Design
import Documents
import Foundation
import Journal
import Kernel
import Law
import Live
import Logging
import Mail
import Organisation
import Storage
import Web

/// A house that is open: its database, and the site that stands on it.
public struct Opening: Sendable {
    public let house: House
    public let site: Site

    /// - Parameters:
    ///   - publicFolder: where stylesheet, scripts and icons are.
    ///   - law: where the files with the law's rules are.
    ///   - python: what makes PDF, where it does not lie beside the public folder.
    ///   - mail: the mail server; nothing where no mails are sent.
    ///   - fixedPages: adds the pages that the benchmark measures against.
    /// - Throws: `UnsafeSetting`, `LawFault`, and what the engine or the file system says.
    public init(
        _ place: Place, settings: Settings, publicFolder: URL, law: URL, python: URL? = nil, mail: MailSettings? = nil,
        fixedPages: Bool = false
    ) throws {
        let book = try LawBook(folder: law)
        let hub = Hub(name: Identities.system.code(letters: 8))
        let statics = try StaticFiles(folder: publicFolder)
        let assets = Assets(statics.link)
        house = House(
            database: try place.open(for: hub, settings), hub: hub, settings: settings, clock: { Moment.now },
            identities: .system, followers: Features.followers, doorkeeper: Doorkeeping(),
            frame: MenuFrame(assets: assets), assets: assets,
            law: book, menu: Features.menu,
            press: PressProgram(beside: publicFolder, publicAddress: settings.publicAddress, python: python).map(
                Press.init),
            mail: mail.map { SMTPLine($0, name: settings.host) })
        let routes =
            Features.routes + WatchRoutes(Features.jobs, started: house.clock(), release: statics.digest).all
            + StandingRoutes(isDevelopment: settings.isDevelopment, fixedPages: fixedPages).all
        site = Site(house: house, statics: statics, routes: routes)
    }

    /// On an empty database: the address of the first page, with a key that works once.
    public func setupAddress() async throws -> String? {
        let deed = Deed(by: nil, at: house.clock(), identities: house.identities)
        let secret = house.identities.secret()
        let isEmpty = try await house.database.write { writer in
            guard try PersonStore(writer.reader).isEmpty() else { return false }
            try writer.apply(SignIn.setupLink(secret, deed), deed)
            return true
        }
        return isEmpty ? "\(house.settings.publicAddress)/setup/\(secret)" : nil
    }
}
