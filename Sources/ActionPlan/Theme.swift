import Kernel
import Storage

public typealias ThemeID = ID<Theme>

/// A row of the board: what several actions are about.
public struct Theme: Sendable, Equatable {
    public let id: ThemeID
    public let body: BodyID
    public var title: String
    /// Its place on the board, smallest first.
    public var place: Int
    /// The day from which it takes no more actions.
    public var closedOn: Day?

    public init(id: ThemeID, body: BodyID, title: String, place: Int, closedOn: Day? = nil) {
        self.id = id
        self.body = body
        self.title = title
        self.place = place
        self.closedOn = closedOn
    }

    static let titleLimit = 80
    /// More rows than this nobody keeps an eye on.
    static let most = 30
}
