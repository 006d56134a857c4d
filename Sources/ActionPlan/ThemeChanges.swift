import Journal
import Kernel
import Storage

/// What can be written of a plan's themes.
extension Theme {
    public func added() -> Change {
        change(
            "INSERT INTO plan_theme (id, body_id, title, place) VALUES (\(id), \(body), \(title), \(place))", "created",
            after: ["title": title, "body": body.text])
    }

    func renamed(_ new: String) -> Change {
        change(
            "UPDATE plan_theme SET title = \(new) WHERE id = \(id)", "renamed", before: ["title": title],
            after: ["title": new])
    }

    func closed(on day: Day) -> Change {
        change("UPDATE plan_theme SET closed_on = \(day) WHERE id = \(id)", "closed")
    }

    func reopened() -> Change {
        change("UPDATE plan_theme SET closed_on = NULL WHERE id = \(id)", "reopened")
    }

    /// The themes of one board in the order given.
    static func ordered(_ themes: [Theme], moved: Theme) -> Change {
        Change(
            themes.enumerated().map { place, theme in
                "UPDATE plan_theme SET place = \(place) WHERE id = \(theme.id)"
            },
            journal: [JournalEntry(.theme(moved.id), "moved")], raising: [.board(of: moved.body), .plans])
    }

    private func change(
        _ statement: SQL, _ verb: String, before: [String: String] = [:], after: [String: String] = [:]
    ) -> Change {
        Change(
            [statement], journal: [JournalEntry(.theme(id), verb, before: before, after: after)],
            raising: [.board(of: body), .plans])
    }
}
