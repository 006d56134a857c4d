import Access
import Design
import Documents
import Journal
import Kernel
import Law
import Live
import Mail
import Storage

/// Everything that belongs to one organisation: its database, its clock and ids, its settings and open pages.
public struct House: Sendable {
    public let database: any Database
    public let hub: Hub
    public let settings: Settings
    public let clock: @Sendable () -> Moment
    public let identities: Identities
    public let followers: [Follower]
    public let doorkeeper: any Doorkeeper
    public let frame: any Frame
    /// Where stylesheet, scripts and icons are.
    public let assets: Assets
    /// The law's rules, as they were read at the start.
    public let law: LawBook
    /// What makes PDF; nothing where the operator has not set it up.
    public let press: Press?
    /// What takes mails to the mail server; nothing where the operator has named none.
    public let mail: (any MailLine)?
    let viewers: KnownViewers
    let menuCounts: MenuCounts
    let kept = Kept()
    let lines = LiveLines()
    public let figures = Figures()
    /// Live lines that are open, of pages of which that may be told.
    public var toldLines: Int { lines.toldCount }
    public let stopping = Stopping()
    let readBefore = ReadBefore()
    let keptPages: KeptPages

    public init(
        database: any Database, hub: Hub, settings: Settings, clock: @escaping @Sendable () -> Moment,
        identities: Identities, followers: [Follower], doorkeeper: any Doorkeeper, frame: any Frame,
        assets: Assets, law: LawBook, menu: MenuCounting = .nothing, press: Press? = nil,
        mail: (any MailLine)? = nil
    ) {
        self.law = law
        self.assets = assets
        self.press = press
        self.mail = mail
        self.database = database
        self.hub = hub
        self.settings = settings
        self.clock = clock
        self.identities = identities
        self.followers = followers
        self.doorkeeper = doorkeeper
        self.frame = frame
        viewers = KnownViewers(hub: hub)
        menuCounts = MenuCounts(menu, hub: hub)
        keptPages = KeptPages(hub: hub)
    }
}

/// Knows who stands behind a session or a token. Organisation fills this in.
public protocol Doorkeeper: Sendable {
    /// Nobody where the session has ended or the person has left.
    func admission(session: SecretHash, at moment: Moment, _ reader: Reader) throws -> Admission?
    func bearer(token: SecretHash, at moment: Moment, _ reader: Reader) throws -> Bearer?
}

/// That somebody is let in, and when the session is over.
public struct Admission: Sendable {
    public let viewer: Viewer
    public let until: Moment

    public init(viewer: Viewer, until: Moment) {
        self.viewer = viewer
        self.until = until
    }
}

/// A program that acts for a person, within scopes.
public struct Bearer: Sendable {
    public let viewer: Viewer
    public let scopes: Set<Scope>

    public init(viewer: Viewer, scopes: Set<Scope>) {
        self.viewer = viewer
        self.scopes = scopes
    }
}

/// Puts a page's content into the whole document: menu, headers, scripts. The program's outermost layer fills this in.
public protocol Frame: Sendable {
    func document(_ page: Page, for visit: Visit) -> HTMLDocument
}
