import Design
import Journal
import Kernel
import Markup

/// What a visit is answered with.
public enum Answer: Sendable {
    case page(Page, status: Int = 200, setting: [Cookie] = [])
    /// A page that was sent before and is true still.
    case kept(KeptPage)
    /// A whole document that brings its own frame.
    case document(HTMLDocument, status: Int = 200)
    /// Done: the browser goes on to another page, where one sentence says what was done.
    case redirect(Link, saying: String? = nil, setting: [Cookie] = [])
    case json(JSON, status: Int = 200)
    case file(File)
    /// News of these topics, for as long as the reader stays, and at once where one has changed since the page was made.
    case changes(of: Set<String>, since: String)

    public static func page(_ title: String, section: String? = nil, topics: [Topic] = [], _ content: HTML) -> Answer {
        .page(Page(title: title, section: section, topics: topics, content: content))
    }

    /// A page that says so itself, in words of its own.
    var isNotThere: Bool {
        if case .page(_, 404, _) = self { true } else { false }
    }
}

/// What a page says; the frame around it is put on by the program.
public struct Page: Sendable {
    public enum Surroundings: Sendable {
        /// The menu and all that a signed-in person has around the work.
        case app
        /// Nothing but the page: for reports, sign-in, codes.
        case plain
        /// Made for paper of this kind.
        case paper(Paper)
        /// Made for a big screen in a hall: nothing around the page, and it keeps itself as new as the data.
        case screen
    }

    public enum Paper: String, Sendable {
        case a4
        case a4Landscape = "a4-landscape"
        case a3Landscape = "a3"
    }

    public let title: String
    public let surroundings: Surroundings
    /// The place in the menu: `today`, `plan`, `reports`.
    public let section: String?
    /// The page reads itself anew when one of these changes.
    public let topics: [Topic]
    /// All that the page was made from, besides the viewer's rights and the hour: while none of it changes, the page is
    /// answered from memory. Nothing where it is made anew each time.
    public let madeFrom: [Topic]?
    /// As wide as the window, for a board or a large table.
    public let isWide: Bool
    /// Behaviours of this page alone, such as `js/board.js`.
    public let scripts: [String]
    /// Keys of this page alone, beside those that are known everywhere.
    public let shortcuts: [Shortcut]
    public let content: HTML

    public init(
        title: String, surroundings: Surroundings = .app, section: String? = nil, topics: [Topic] = [],
        madeFrom: [Topic]? = nil, isWide: Bool = false, scripts: [String] = [], shortcuts: [Shortcut] = [],
        content: HTML
    ) {
        self.shortcuts = shortcuts
        self.madeFrom = madeFrom
        self.isWide = isWide
        self.scripts = scripts
        self.title = title
        self.surroundings = surroundings
        self.section = section
        self.topics = topics
        self.content = content
    }
}

/// A whole page as it is sent.
public struct HTMLDocument: Sendable {
    public let bytes: [UInt8]

    public init(_ html: HTML) {
        bytes = html.bytes
    }
}

/// A file as it is sent. Whatever it holds, the browser neither guesses its kind nor runs it.
public struct File: Sendable {
    public let name: String
    public let mediaType: String
    public let bytes: [UInt8]
    /// Shown in the page, as photos are; otherwise saved.
    public let isShown: Bool

    public init(name: String, mediaType: String, bytes: [UInt8], isShown: Bool = false) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
        self.isShown = isShown
    }
}

/// A cookie that only the server reads.
public struct Cookie: Sendable {
    public let name: String
    public let value: String
    /// How long it lives; zero ends it, nothing means until the browser closes.
    public let seconds: Int?
    /// Which pages it is sent with: those at and under this path.
    public let path: Link

    public init(_ name: String, _ value: String, seconds: Int?, path: Link = "/") {
        self.name = name
        self.value = value
        self.seconds = seconds
        self.path = path
    }
}

/// The visit is not answered with what it asked for, and there is nothing for the viewer to mend in a form.
public enum Refusal: Error, Equatable {
    /// It is not there, or not within the viewer's reach: the two cannot be told apart.
    case notFound
    case forbidden(Words)
    /// Somebody else changed it first.
    case conflict(Words)
    case signedOut
    case tooMany(waitSeconds: Int)
    case badRequest(Words)
}
