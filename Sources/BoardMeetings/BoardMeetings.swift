import Access
import ActionPlan
import Design
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Short meetings at the board: when they are and who leads, the meeting on the big screen, the record that it leaves; and
/// the board on a display where everybody passes.
public enum BoardMeetings {
    public static let migrations = MeetingSchema.migrations

    /// Tells which actions of a plan stand still, as its group looks at it.
    public typealias Standstill = @Sendable (_ plan: SeenPlan, _ visit: Visit, _ reader: Reader) throws -> [ActionID]

    /// - Parameters:
    ///   - origins: who is asked what may stand where everybody passes.
    ///   - still: who is asked what stands still.
    public static func routes(origins: Origins, still: @escaping Standstill) -> [Route] {
        var routes = Routes()
        MeetingRoutes(still: still).add(to: &routes)
        PlanMeetingRoutes.add(to: &routes)
        ScreenRoutes(origins: origins).add(to: &routes)
        return routes.all
    }

    /// What stands on the board's page: when the next meeting is and who leads, or that one runs.
    @Sendable public static func onBoard(
        _ body: BodyID, _ visit: Visit, _ asking: Asking
    ) -> PlanGuests.Shown {
        let running = asking.rows(MeetingStore.running(in: body))
        let settings = asking.rows(MeetingStore.settings(of: [body]))
        let sitting = asking.rows(BodyStore.seats(of: body, on: visit.today))
        return { plan, _ in
            let text = MeetingTexts(language: visit.language)
            let tab = Tabs.Tab(text.meetings, to: "/plan/\(body)/meetings")
            if let running = running.first, !running.isForgotten(at: visit.moment) {
                let way = "<a href=\"\("/plan/\(body)/meeting" as Link)\">\(text.goToIt)</a>" as HTML
                return BoardGuest(above: "<p class=\"no-print\"><b>\(text.runsNow)</b> \(way)</p>", tabs: [tab])
            }
            guard plan.body.isOpen(on: visit.today), let setting = settings.first else {
                return BoardGuest(tabs: [tab])
            }
            let (seats, next) = (MeetingSeats(among: sitting.rows), setting.upcoming(on: visit.today))
            let line = text.next(next, leader: seats.name(of: seats.leaders.present(next.leader)))
            return BoardGuest(above: "<p class=\"meta no-print\">\(line)</p>", tabs: [tab])
        }
    }

    /// The meetings of the bodies in which the viewer has a seat, that are today and not held yet.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Found {
        let seats = visit.viewer.mandates.filter(\.role.givesRights)
        let settings = asking.rows(
            seats.isEmpty ? .nothing : MeetingStore.settings(of: Set(seats.map(\.body)).sorted()))
        return { _ in
            settings.rows.compactMap { setting in
                let next = setting.upcoming(on: visit.today)
                guard next.day == visit.today, let seat = seats.first(where: { $0.body == setting.body }) else {
                    return nil
                }
                let (da, en) = (next.time.told(in: .danish), next.time.told(in: .english))
                let leads = next.leader == visit.viewer.person
                let place = setting.place.isEmpty ? "" : ", \(setting.place)"
                return Matter(
                    Words(da: "Tavlemøde i dag kl. \(da)", en: "Board meeting today at \(en)"),
                    Words(
                        da: "\(seat.bodyName.danish)\(place)\(leads ? ". Du leder." : "")",
                        en: "\(seat.bodyName.english)\(place)\(leads ? ". You lead." : "")"),
                    to: "/plan/\(setting.body)/meetings", .soon, on: visit.today)
            }
        }
    }
}
