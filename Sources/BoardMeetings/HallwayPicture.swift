import ActionPlan
import Kernel
import Organisation
import Storage

/// What of a plan may stand where everybody passes: nothing that goes back to a confidential matter, nothing that somebody
/// reported in these words, nothing that waits for a reason, and no name unless the group said so.
struct HallwayPicture: Sendable {
    struct Slip: Sendable {
        let what: String
        /// Nothing where names are not shown.
        let name: String?
        /// Nothing where it is done.
        let due: Day?
    }

    struct Lane: Sendable {
        let stage: Stage
        let slips: [Slip]
        /// How many more hang there than a display holds.
        let more: Int
    }

    struct Row: Sendable {
        /// Nothing for the actions without one.
        let theme: String?
        let lanes: [Lane]

        /// How many notes it is high.
        var height: Int { lanes.map { $0.slips.count }.max() ?? 0 }
    }

    /// Nobody scrolls a display: the more there hangs, the smaller it is.
    enum Density: String {
        case airy = ""
        case dense
        case denser

        init(height: Int) {
            self = height <= 6 ? .airy : height <= 10 ? .dense : .denser
        }
    }

    let name: Words
    let rows: [Row]
    let next: NextMeeting?
    let leader: String?
    let place: String

    /// Days for which what was closed is shown.
    private static let daysClosed = 30
    /// Notes under each other beside one theme: fewer where there are many themes.
    private static let mostInLane = 4
    private static let mostInLaneOfMany = 2
    private static let manyNotes = 14

    /// Nothing where the body is closed.
    init?(_ screen: BoardScreen, _ origins: Origins, at moment: Moment, _ reader: Reader) throws {
        let today = moment.day
        guard let body = try BodyStore(reader).find(screen.body, on: today), body.isOpen(on: today) else { return nil }
        name = body.name
        let picture = try PlanPicture(
            of: body.id, where: "1 = 1", closedSince: today - Self.daysClosed, reader)
        let notes = try picture.notes.filter { note in
            try !note.isOnHold && origins.isForAll(note.what, from: note.origin, reader)
        }
        let airy = Self.rows(notes, picture.themes, showingNames: screen.showsNames, most: Self.mostInLane)
        let isMuch = airy.reduce(0) { $0 + $1.height } > Self.manyNotes
        rows =
            isMuch
            ? Self.rows(notes, picture.themes, showingNames: screen.showsNames, most: Self.mostInLaneOfMany) : airy
        let setting = try MeetingStore(reader).setting(of: body.id)
        next = setting?.upcoming(on: today)
        place = setting?.place ?? ""
        if screen.showsNames {
            let seats = try MeetingSeats(of: body.id, on: today, reader)
            leader = seats.name(of: seats.leaders.present(next?.leader))
        } else {
            leader = nil
        }
    }

    var density: Density { Density(height: rows.reduce(0) { $0 + $1.height }) }

    /// Themes at which something hangs, with all stages, so that the columns stand under each other.
    private static func rows(
        _ notes: [PlanNote], _ themes: [Theme], showingNames: Bool, most: Int
    ) -> [Row] {
        let all: [Theme?] = themes + [nil]
        return all.compactMap { theme in
            let here = notes.filter { $0.theme == theme?.id }
            guard !here.isEmpty else { return nil }
            let lanes = Stage.allCases.map { stage -> Lane in
                let there = here.filter { $0.stage == stage }
                let slips = there.prefix(most).map { note in
                    Slip(what: note.what, name: showingNames ? note.name : nil, due: note.isOpen ? note.due : nil)
                }
                return Lane(stage: stage, slips: slips, more: there.count - slips.count)
            }
            return Row(theme: theme?.title, lanes: lanes)
        }
    }
}
