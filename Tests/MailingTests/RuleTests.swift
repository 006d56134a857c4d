import Kernel
import Mail
import Notices
import TestSupport
import Testing

@testable import Mailing

/// When somebody gets a mail, and when one is tried again.
struct MailRuleTests {
    // swift-format-ignore: NeverForceUnwrap
    private func due(_ rhythm: MailRhythm, _ moment: String, isTraceless: Bool = false) -> String? {
        rhythm.due(after: Moment(moment)!, isTraceless: isTraceless)?.text
    }

    @Test func `what comes soon is gathered for five minutes`() {
        #expect(due(.soon, "2026-01-05T08:00:00.000Z") == "2026-01-05T08:05:00.000Z")
        #expect(due(.never, "2026-01-05T08:00:00.000Z") == nil)
    }

    @Test func `a digest comes on the next morning of a working day, by the clock in Denmark`() {
        #expect(due(.daily, "2026-01-05T08:00:00.000Z") == "2026-01-06T05:30:00.000Z")
        #expect(due(.daily, "2026-01-05T02:00:00.000Z") == "2026-01-05T05:30:00.000Z")
        #expect(due(.daily, "2026-01-09T08:00:00.000Z") == "2026-01-12T05:30:00.000Z")
        #expect(due(.daily, "2026-06-30T20:00:00.000Z") == "2026-07-01T04:30:00.000Z")
        #expect(due(.weekly, "2026-01-05T08:00:00.000Z") == "2026-01-12T05:30:00.000Z")
        #expect(due(.weekly, "2026-01-05T05:29:59.000Z") == "2026-01-05T05:30:00.000Z")
        // Summer time begins on Sunday 29 March.
        #expect(due(.weekly, "2026-03-28T08:00:00.000Z") == "2026-03-30T04:30:00.000Z")
        // Christmas Day and Easter Monday are holidays.
        #expect(due(.daily, "2026-12-24T08:00:00.000Z") == "2026-12-28T05:30:00.000Z")
        #expect(due(.weekly, "2026-04-02T08:00:00.000Z") == "2026-04-07T04:30:00.000Z")
        // Christmas takes a Monday and a Tuesday.
        #expect(due(.weekly, "2028-12-18T08:00:00.000Z") == "2028-12-27T05:30:00.000Z")
    }

    @Test(arguments: ["2026-01-05T00:00:00.000Z", "2026-01-05T02:00:00.000Z", "2026-01-05T22:30:00.000Z"])
    func `what has no hour is in no mail of the same day`(moment: String) {
        for rhythm in [MailRhythm.soon, .daily] {
            #expect(due(rhythm, moment, isTraceless: true) == "2026-01-06T05:30:00.000Z")
        }
        #expect(due(.weekly, moment, isTraceless: true) == "2026-01-12T05:30:00.000Z")
    }

    @Test func `a mail is tried again after longer and longer pauses, then given up`() {
        let now = Workplace.monday
        let pauses = [60, 300, 1800, 7200, 43_200]
        for (place, pause) in pauses.enumerated() {
            let fate = MailRules.fate(after: .later("450"), attempts: place + 1, at: now)
            #expect(fate == .again(at: now + pause, attempts: place + 1))
        }
        #expect(MailRules.fate(after: .later("450"), attempts: 6, at: now) == .dead)
        #expect(MailRules.fate(after: .refused("550"), attempts: 1, at: now) == .dead)
    }

    @Test func `after each mail others come first, three times as long as it took`() {
        #expect(MailRules.rest(after: .milliseconds(4)) == .milliseconds(12))
        #expect(MailRules.rest(after: .seconds(30)) == .milliseconds(100))
    }

    @Test func `a server that cannot be reached costs a mail no attempt`() {
        let fate = MailRules.fate(after: .unreachable("nobody there"), attempts: 6, at: Workplace.monday)
        #expect(fate == .again(at: Workplace.monday + 300, attempts: 5))
    }

    @Test func `a mail that is begun is over before another server may take it`() {
        #expect(MailRules.talkSeconds > SMTPLine.longestTalk && MailRules.holdSeconds > MailRules.talkSeconds)
    }
}
