import Kernel
import Testing

@testable import BoardMeetings

/// Which days a series of meetings has.
@Suite struct RhythmTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func setting(_ rhythm: MeetingRhythm, _ weekday: Int, next: Day) -> MeetingSetting {
        MeetingSetting(
            body: ID("b"), rhythm: rhythm, weekday: weekday, time: ClockTime(hour: 9),
            next: NextMeeting(planned: next, day: next.orNextWorkingDay, time: ClockTime(hour: 9), leader: nil))
    }

    @Test func `the first is on the weekday, today among them`() throws {
        let monday = try day("2026-01-05")
        #expect(MeetingRhythm.weekly.first(from: monday, weekday: 1) == monday)
        #expect(MeetingRhythm.twoWeeks.first(from: monday, weekday: 5).text == "2026-01-09")
        #expect(MeetingRhythm.weekly.first(from: monday + 1, weekday: 1).text == "2026-01-12")
        #expect(MeetingRhythm.monthly.first(from: monday, weekday: 1) == monday)
        #expect(MeetingRhythm.monthly.first(from: monday + 1, weekday: 1).text == "2026-02-02")
    }

    @Test func `every month means its first such weekday, through the turn of the year`() throws {
        var next = try day("2025-10-07")
        let days = (1...5).map { _ in
            next = MeetingRhythm.monthly.next(after: next, weekday: 2)
            return next.text
        }
        #expect(days == ["2025-11-04", "2025-12-02", "2026-01-06", "2026-02-03", "2026-03-03"])
        for start in [try day("2024-01-31"), try day("2023-01-30"), try day("2026-12-31")] {
            let after = MeetingRhythm.monthly.next(after: start, weekday: 4)
            #expect(after > start && after.weekday == 4 && after.parts.day <= 7)
        }
    }

    @Test func `on a public holiday it is held on the next working day, and the series goes on as it was`() throws {
        // Maundy Thursday 2 April 2026 to Easter Monday.
        let weekly = setting(.weekly, 4, next: try day("2026-03-26"))
        let easter = weekly.following(try day("2026-03-26"), led: nil)
        #expect(easter.planned.text == "2026-04-02" && easter.day.text == "2026-04-07" && easter.isMoved)
        #expect(weekly.following(easter.day, led: nil).day.text == "2026-04-09")
    }

    @Test func `what has passed without being held is passed over, however long ago`() throws {
        let (begun, today) = (try day("2020-01-06"), try day("2026-01-05"))
        let old = setting(.twoWeeks, 1, next: begun)
        let next = old.upcoming(on: today)
        #expect(next.day >= today && next.day - today < 15)
        #expect((next.planned - begun) % 14 == 0 && next.day.weekday == 1)
        #expect(old.upcoming(on: try day("2020-01-06")).day.text == "2020-01-06")
    }

    @Test func `a meeting moved by hand stands until its day, and the series goes on after it`() throws {
        var moved = setting(.weekly, 2, next: try day("2026-01-06"))
        moved.next = NextMeeting(
            planned: try day("2026-01-06"), day: try day("2026-01-15"), time: ClockTime(hour: 13), leader: nil)
        #expect(moved.upcoming(on: try day("2026-01-10")).day.text == "2026-01-15")
        let after = moved.following(try day("2026-01-15"), led: nil)
        #expect(after.day.text == "2026-01-20" && after.time == ClockTime(hour: 9))
    }

    @Test func `times are read as browsers and people write them, and nothing else`() {
        #expect(ClockTime("09:00") == ClockTime(hour: 9) && ClockTime("9.05")?.text == "09:05")
        for text in ["", "9", "24:00", "12:60", "-1:00", "9:5", "+9:00", "09:00:00", "ni", "٠٩:٠٠", ":30", "123:00"] {
            #expect(ClockTime(text) == nil, "\(text)")
        }
    }

    @Test func `the clock counts from the beginning, and not while it stands`() {
        let start = Moment(milliseconds: 0)
        var clock = MeetingClock(started: start, minutes: 15)
        #expect(clock.left(at: start) == 900 && clock.left(at: start + 60) == 840)
        clock = clock.stopped(at: start + 60)
        #expect(clock.left(at: start + 500) == 840)
        #expect(clock.stopped(at: start + 300) == clock)
        clock = clock.runningOn(at: start + 160)
        #expect(clock.left(at: start + 160) == 840 && clock.left(at: start + 1060) == -60)
        #expect(clock.runningOn(at: start + 999) == clock)
    }

    @Test func `members take turns; whoever has left is passed over`() {
        let three = MeetingLeaders(members: [PersonID("a"), PersonID("b"), PersonID("c")])
        #expect(three.leader(named: nil, after: PersonID("a")) == PersonID("b"))
        #expect(three.leader(named: nil, after: PersonID("c")) == PersonID("a"))
        #expect(three.leader(named: PersonID("c"), after: PersonID("c")) == PersonID("c"))
        #expect(three.leader(named: PersonID("gone"), after: PersonID("b")) == PersonID("c"))
        #expect(three.present(PersonID("gone")) == PersonID("a"))
        let nobody = MeetingLeaders(members: [])
        #expect(nobody.leader(named: nil, after: PersonID("a")) == nil && nobody.present(PersonID("a")) == nil)
    }
}
