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
    }

    struct Row: Sendable {
        /// Nothing for the actions without one.
        let theme: String?
        let lanes: [Lane]
    }

    let name: Words
    let rows: [Row]
    let next: NextMeeting?
    let leader: String?
    let place: String

    /// Days for which what was closed is shown.
    private static let daysClosed = 30
    /// More than this a display does not hold.
    private static let mostInLane = 6

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
        let themes: [Theme?] = picture.themes + [nil]
        rows = themes.compactMap { theme in
            let here = notes.filter { $0.theme == theme?.id }
            let lanes = Stage.allCases.compactMap { stage -> Lane? in
                let slips = here.filter { $0.stage == stage }.prefix(Self.mostInLane).map { note in
                    Slip(
                        what: note.what, name: screen.showsNames ? note.name : nil, due: note.isOpen ? note.due : nil)
                }
                return slips.isEmpty ? nil : Lane(stage: stage, slips: Array(slips))
            }
            return lanes.isEmpty ? nil : Row(theme: theme?.title, lanes: lanes)
        }
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
}
