import Kernel
import Notices

/// What whoever leads the next meeting is told.
enum MeetingTelling {
    static func youLead(_ body: Words, _ next: NextMeeting) -> Words {
        Words(
            da:
                "Du leder næste tavlemøde i \(body.danish): \(next.day.long(in: .danish)) kl. \(next.time.told(in: .danish)).",
            en:
                "You lead the next board meeting of \(body.english): \(next.day.long(in: .english)) at \(next.time.told(in: .english))."
        )
    }

    static let youLeadByMail = MailWords(
        da: "Du leder næste tavlemøde i din gruppe.", en: "You lead your group's next board meeting.")
}
