import Markup

/// A sticky note on the board: what it is about, who moves on it, and by when.
public struct Note: Sendable {
    let id: String
    let title: String
    let link: Link
    let owner: String?
    let due: String?
    let badge: Badge?
    let stage: String
    let theme: String
    let version: Int
    let move: Link?

    /// - Parameters:
    ///   - due: in words, such as `12. dec.`.
    ///   - stage, theme: which cell it hangs in, by the values of the board's columns and rows.
    ///   - version: guards against moving what somebody else moved meanwhile.
    ///   - move: takes the note's new stage and theme; nothing where the viewer may not move it.
    public init(
        id: String, _ title: String, to link: Link, owner: String? = nil, due: String? = nil, badge: Badge? = nil,
        stage: String, theme: String, version: Int = 0, move: Link? = nil
    ) {
        self.id = id
        self.title = title
        self.link = link
        self.owner = owner
        self.due = due
        self.badge = badge
        self.stage = stage
        self.theme = theme
        self.version = version
        self.move = move
    }
}
