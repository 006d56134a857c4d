import ActionPlan
import BoardMeetings
import Kernel

/// When the groups of an invented university meet at their boards, and what their last meetings moved.
struct InventedMeetings {
    let dice: Dice
    let today: Day

    func setting(of area: InventedUniversity.Area) -> MeetingSetting {
        let weekday = 1 + dice.below(5)
        let ahead = today + 1 + dice.below(12)
        let planned = ahead + (weekday - ahead.weekday + 7) % 7
        let time = ClockTime(hour: 8 + dice.below(3), minute: dice.one(of: [0, 15, 30]))
        return MeetingSetting(
            body: area.group, rhythm: dice.one(of: [.twoWeeks, .twoWeeks, .fourWeeks, .weekly]), weekday: weekday,
            time: time, place: dice.one(of: ["Foran tavlen ved køkkenet", "Kantinen", "Gangen på 2. sal", ""]),
            next: NextMeeting(
                planned: planned, day: planned.orNextWorkingDay, time: time, leader: dice.one(of: area.members)))
    }

    /// The last two, each with some notes that came forward by one column.
    func held(by area: InventedUniversity.Area, _ plan: PlanPicture) -> [MeetingFill.Held] {
        let titles = Dictionary(uniqueKeysWithValues: plan.themes.map { ($0.id, $0.title) })
        let open = plan.notes.filter { $0.isOpen && !$0.isOnHold }
        return [42, 14].map { age in
            let started = Moment((today - age - dice.below(4)).orNextWorkingDay, hour: 9)
            let lines = open.filter { _ in dice.falls(55) }.prefix(5).map { note in
                MeetingLine(note, themeTitle: note.theme.flatMap { titles[$0] } ?? "", movement(to: note.stage))
            }
            let meeting = BoardMeeting(
                id: dice.identities.ordered(at: started), body: area.group, started: started,
                ended: started + (11 + dice.below(8)) * 60, leader: dice.one(of: area.members),
                place: "Foran tavlen", closing: dice.one(of: Self.closings))
            return MeetingFill.Held(meeting, present: Set(area.members.prefix(2 + dice.below(3))), lines: Array(lines))
        }
    }

    private func movement(to stage: Stage) -> PlanMovement {
        var movement = PlanMovement()
        let stages = Stage.allCases
        guard let place = stages.firstIndex(of: stage), place > 0 else {
            movement.isNew = true
            movement.to = stage
            return movement
        }
        movement.from = stages[place - 1]
        movement.to = stage
        return movement
    }

    private static let closings = [
        "Vi tager skranken først næste gang.", "Godt at så mange fra laboratoriet kiggede forbi.", "",
        "Bestillingen er på vej; ingen grund til at rykke igen.",
    ]
}
