import Kernel
import Reports

/// Every sentence about accidents and the duty to notify them.
struct AccidentTexts {
    let language: Language

    func pick(_ danish: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language.pick(da: danish(), en: english())
    }

    var accidents: String { pick("Ulykker", "Accidents") }
    var duty: String { pick("Anmeldelsespligt", "Duty to notify") }
    var accident: String { pick("Ulykke og anmeldelse", "Accident and notification") }
    var report: String { pick("Meldingen", "The report") }
    var reports: String { pick("Meldinger", "Reports") }
    var rules: String { pick("Regler og kilder", "Rules and sources") }

    // MARK: How it stands

    func badge(_ state: DeadlineState) -> String {
        switch state {
        case .notDue: pick("Ingen frist", "No deadline")
        case .due: pick("Skal anmeldes", "To be notified")
        case .lastWorkingDay: pick("Sidste arbejdsdag", "Last working day")
        case .overdue: pick("Fristen er overskredet", "Overdue")
        case .metInTime: pick("Anmeldt", "Notified")
        case .metLate: pick("Anmeldt for sent", "Notified late")
        }
    }

    /// - Parameter tellsDays: whether the reader sees how long somebody was away.
    func headline(_ duty: NotificationDuty, tellsDays: Bool) -> String {
        switch duty {
        case .none:
            pick(
                "Skal ikke anmeldes: ingen har været væk ud over dagen.",
                "Need not be notified: nobody was away beyond the day.")
        case .possible(.notFilledIn):
            pick(
                "Skal måske anmeldes. Skriv, om den skadelidte har været væk fra arbejdet.",
                "May have to be notified. Write whether the injured person has been away from work.")
        case .possible(.fewDays(_, let least, let day)) where !tellsDays:
            pick(
                "Skal ikke anmeldes nu, reglen er \(days(least)). Ved længere fravær er fristen \(day.long(in: language)).",
                "Need not be notified now, the rule is \(days(least)). With longer absence, the deadline is \(day.long(in: language))."
            )
        case .possible(.fewDays(let days, let least, let day)):
            pick(
                "Skal ikke anmeldes nu: \(self.days(days)) væk, reglen er \(self.days(least)). Ved længere fravær er fristen \(day.long(in: language)).",
                "Need not be notified now: \(self.days(days)) away, the rule is \(self.days(least)). With more, the deadline is \(day.long(in: language))."
            )
        case .possible(.student(let day)):
            pick("En studerende. Anmeldes ikke som ansat.", "A student. Not notified as an employee.")
                + (day.map {
                    pick(
                        " Lignede øvelsen arbejde, så spørg Arbejdstilsynet inden \($0.long(in: language)).",
                        " If the exercise was like work, ask the authority before \($0.long(in: language)).")
                } ?? "")
        case .notify(let day, _):
            pick(
                "Skal anmeldes i EASY senest \(day.long(in: language)).",
                "To be notified in EASY by \(day.long(in: language)).")
        case .insurerOnly(let day):
            pick(
                "Skal anmeldes til forsikringsselskabet eller AES senest \(day.long(in: language)). Ikke til Arbejdstilsynet.",
                "To be notified to the insurer or AES by \(day.long(in: language)). Not to the Working Environment Authority."
            )
        case .notByEmployer(.doctors):
            pick(
                "Anmeldes af læger og tandlæger. Arbejdsgiveren har ingen frist.",
                "Notified by doctors and dentists. The employer has no deadline.")
        case .notByEmployer(.otherFirm):
            pick("Anmeldes af den skadelidtes eget firma.", "Notified by the injured person's own firm.")
        case .notByEmployer(.visitor):
            pick("En gæst. Anmeldes ikke som ansat.", "A visitor. Not notified as an employee.")
        }
    }

    func why(_ reason: NotificationDuty.Reason, _ lost: Int) -> String {
        switch reason {
        case .absence(let first):
            pick(
                "Fordi: første fraværsdag var \(first.long(in: language)), og der er \(days(lost)) ud over ulykkesdagen til nu.",
                "Because the first day of absence was \(first.long(in: language)), and there are \(days(lost)) beyond the day of the accident so far."
            )
        case .death(let day):
            pick("Fordi nogen døde \(day.long(in: language)).", "Because somebody died on \(day.long(in: language)).")
        }
    }

    var whyCompensation: String {
        pick("Fordi skaden kan give ret til erstatning.", "Because the injury may give a right to compensation.")
    }

    /// How near it is, or how it was met.
    func told(_ state: DeadlineState) -> String {
        switch state {
        case .notDue: ""
        case .due(let left):
            left == 1 ? pick("1 dag tilbage.", "1 day left.") : pick("\(left) dage tilbage.", "\(left) days left.")
        case .lastWorkingDay(0): pick("Fristen er i dag.", "The deadline is today.")
        case .lastWorkingDay(let left):
            pick(
                "Sidste arbejdsdag før fristen er nået: \(days(left)) tilbage, og ingen af dem er en arbejdsdag.",
                "The last working day before the deadline has come: \(days(left)) left, none of them a working day.")
        case .overdue(let days):
            pick(
                "Fristen blev overskredet for \(self.days(days)) siden. Anmeld alligevel, og straks.",
                "The deadline passed \(self.days(days)) ago. Notify all the same, and at once.")
        case .metInTime(let day):
            pick("Sendt \(day.long(in: language)), i tide.", "Sent on \(day.long(in: language)), in time.")
        case .metLate(let day, let late):
            pick(
                "Sendt \(day.long(in: language)), \(days(late)) for sent.",
                "Sent on \(day.long(in: language)), \(days(late)) late.")
        }
    }

    func weekend(_ deadline: Day) -> String {
        pick(
            "Fristen falder på en dag, hvor de fleste ikke arbejder, og flytter sig ikke. Sidste arbejdsdag før er \(deadline.orWorkingDayBefore.long(in: language)).",
            "The deadline falls on a day on which most do not work, and does not move. The last working day before is \(deadline.orWorkingDayBefore.long(in: language))."
        )
    }

    func telephone(_ day: Day) -> String {
        pick(
            "Ring til AES på 20 42 63 97 inden 48 timer efter dødsfaldet. Klokkeslættet kendes ikke her: regn med senest \(day.long(in: language)).",
            "Telephone AES on 20 42 63 97 within 48 hours of the death. The hour is not known here: count on \(day.long(in: language)) at the latest."
        )
    }
    var telephoned: String { pick("AES er ringet op.", "AES was telephoned.") }

    func days(_ count: Int) -> String {
        count == 1 ? pick("1 dag", "1 day") : pick("\(count) dage", "\(count) days")
    }

    // MARK: The rule that may be changing

    func open(_ law: String) -> String {
        pick(
            "\(law) Om forslaget er vedtaget, er ikke bekræftet her. Indtil da regner vi efter den strengeste regel: 1 dag.",
            "\(law) That it was passed has not been confirmed here. Until then we go by the stricter rule: 1 day.")
    }
    func settled(_ holds: Bool, _ day: String, _ source: String) -> String {
        holds
            ? pick(
                "Bekræftet \(day): forslaget gælder. Kilde: \(source)",
                "Confirmed on \(day): the bill holds. Source: \(source)")
            : pick(
                "Undersøgt \(day): forslaget gælder ikke. Kilde: \(source)",
                "Checked on \(day): the bill does not hold. Source: \(source)")
    }
    var settle: String { pick("Bekræft reglen", "Confirm the rule") }
    var rule: String { pick("Reglen om fravær", "The rule on absence") }
    var ruleAbout: String {
        pick(
            "Et lovforslag kan have ændret, fra hvor mange dages fravær en ulykke skal anmeldes. Læs loven, eller spørg Arbejdstilsynet, og skriv her, hvad der gælder. Alle frister regnes efter det.",
            "A bill may have changed from how many days of absence an accident must be notified. Read the law or ask the authority, and write here what holds. All deadlines are reckoned by it."
        )
    }
    var whatHolds: String { pick("Hvad gælder?", "What holds?") }
    func asBefore(_ days: Int) -> String {
        pick("Forslaget er ikke blevet lov: \(self.days(days))", "The bill did not become law: \(self.days(days))")
    }
    func asBill(_ days: Int, _ from: String) -> String {
        pick(
            "Forslaget er blevet lov: \(self.days(days)) fra \(from)",
            "The bill became law: \(self.days(days)) from \(from)")
    }
    var whereRead: String { pick("Hvor har du læst det?", "Where did you read it?") }
    var whereReadHint: String {
        pick(
            "Lov eller bekendtgørelse med paragraf, eller hvem der svarede hvornår.",
            "Act or order with its section, or who answered when.")
    }
    var ruleSaved: String {
        pick("Reglen er gemt. Alle frister regnes efter den.", "The rule is saved. All deadlines go by it.")
    }

    // MARK: Problems

    func explain(_ problem: AccidentProblem) -> String {
        switch problem {
        case .eventAhead: pick("Ulykken kan ikke ligge i fremtiden.", "The accident cannot lie in the future.")
        case .dayAhead: pick("Dagen er ikke kommet endnu.", "That day has not come yet.")
        case .tooFarAhead: pick("Dagen er mere end et år fremme.", "That day is more than a year ahead.")
        case .beforeEvent: pick("Dagen er før ulykken.", "That day is before the accident.")
        case .absenceBefore:
            pick(
                "Der står fravær, som begynder før den dag. Ret fraværet først.",
                "There is absence from before that day. Mend it first.")
        case .lastBeforeFirst: pick("Sidste dag er før den første.", "The last day is before the first.")
        case .hiredAfter:
            pick("Ansat efter ulykken? Ret en af dagene.", "Hired after the accident? Mend one of the days.")
        case .notATime: pick("Skriv klokkeslættet som 14:30.", "Write the time as 14:30.")
        case .tooMany: pick("Der er ikke plads til flere.", "There is no room for more.")
        case .codeOfOther: pick("Koden hører til et andet spørgsmål.", "That code belongs to another question.")
        case .codeUnknown: pick("Den kode findes ikke.", "There is no such code.")
        case .noDay: pick("Skriv først, hvilken dag ulykken skete.", "First write on which day the accident happened.")
        case .changedMeanwhile:
            pick(
                "En anden har rettet i oplysningerne imens. Det, du har skrevet, står her endnu. Åbn siden i et nyt vindue, og sammenlign.",
                "Somebody else has changed the details meanwhile. What you wrote is still here. Open the page in a new window and compare."
            )
        }
    }
}

enum AccidentRefusals {
    static let write = Words(
        da: "Det skriver områdets leder, koordinator eller sekretariat.",
        en: "That is written by the area's leader, coordinator or secretariat.")
    static let rule = Words(
        da: "Det bekræfter administratoren eller sekretariatet.",
        en: "The administrator or the secretariat confirms that.")
}
