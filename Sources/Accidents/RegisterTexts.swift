import Kernel

/// What stands in the register of accidents, in its file, and where people are reminded.
struct RegisterTexts {
    let language: Language

    private func pick(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var register: String { pick("Ulykker og anmeldelser", "Accidents and notifications") }
    var registerAbout: String {
        pick(
            "Hvad der skal anmeldes, hvornår, og hvad der er sendt. Det, der haster mest, står først.",
            "What must be notified, by when, and what was sent. What is most urgent comes first.")
    }
    var unfilled: String { pick("Mangler at blive udfyldt", "Not filled in yet") }
    var unfilledAbout: String {
        pick(
            "Har nogen været væk fra arbejdet, løber fristen allerede. Åbn meldingen, og skriv fravær eller »ingen«.",
            "If somebody has been away from work, the deadline is running already. Open the report and write the absence, or save that there was none."
        )
    }
    var all: String { pick("Alle", "All") }
    var state: String { pick("Tilstand", "State") }
    func name(of part: RegisterFilter.Part) -> String {
        switch part {
        case .open: pick("Skal anmeldes", "To be notified")
        case .overdue: pick("Fristen er overskredet", "Overdue")
        case .sent: pick("Sendt", "Sent")
        case .rest: pick("Skal ikke anmeldes", "Need not be notified")
        }
    }
    var none: String { pick("Ingen ulykker", "No accidents") }
    var noneHelp: String {
        pick(
            "Her står de ulykker, I har skrevet fravær eller oplysninger til. Det gør I på meldingens side.",
            "Here stand the accidents to which absence or details were written. That is done on the report's page.")
    }
    var noneFound: String { pick("Ingen passer til det, du søger", "None fits what you look for") }
    var noneFoundHelp: String {
        pick("Vælg en anden tilstand, eller se hele listen.", "Choose another state, or see the whole list.")
    }
    var confidential: String { pick("Fortrolig melding", "Confidential report") }
    var asCSV: String { pick("Hent som CSV", "Get as CSV") }
    var rule: String { pick("Reglen om fravær", "The rule on absence") }
    var fileName: String { pick("ulykker", "accidents") }

    var happened: String { pick("Ulykken skete", "Happened") }
    var kind: String { pick("Slags", "Kind") }
    var unit: String { pick("Enhed", "Unit") }
    var deadline: String { pick("Frist", "Deadline") }
    var sent: String { pick("Sendt", "Sent") }
    var receipt: String { pick("Kvittering", "Receipt") }
    func sentOn(_ day: String) -> String { pick("sendt \(day)", "sent \(day)") }

    // MARK: Today

    static let wasAnybodyAway = Words(
        da: "Var nogen væk fra arbejdet efter en ulykke?", en: "Was anybody away from work after an accident?")
    /// - Parameter unit: nothing where the report is confidential.
    static func deadlineMayRun(_ unit: Words?) -> Words {
        Words(
            da: "\(unit?.danish ?? "Fortrolig melding"). Hvis ja, kan en frist løbe ud den dag.",
            en: "\(unit?.english ?? "Confidential report"). If so, a deadline may run out on that day.")
    }

    // MARK: Reminding

    static func title(_ state: DeadlineState, isTelephone: Bool) -> Words {
        if isTelephone { return Words(da: "Ring til AES om et dødsfald", en: "Telephone AES about a death") }
        if state.isLate {
            return Words(da: "En ulykke er ikke anmeldt i tide", en: "An accident was not notified in time")
        }
        return Words(da: "En ulykke skal anmeldes", en: "An accident must be notified")
    }
}

/// The sentences by which those who handle a report hear of its deadline: never who was hurt, how or where of a confidential
/// one.
enum NotificationTelling {
    static func words(_ step: ReminderStep, _ deadline: Day, unit: Words?) -> Words {
        let (danish, english) = (unit.map { " i \($0.danish)" } ?? "", unit.map { " in \($0.english)" } ?? "")
        let (da, en) = (deadline.long(in: .danish), deadline.long(in: .english))
        return switch step {
        case .week, .twoDays:
            Words(
                da: "En ulykke\(danish) skal anmeldes senest \(da).",
                en: "An accident\(english) must be notified by \(en).")
        case .lastWorkingDay:
            Words(
                da: "Sidste arbejdsdag: en ulykke\(danish) skal anmeldes senest \(da).",
                en: "The last working day: an accident\(english) must be notified by \(en).")
        case .overdue:
            Words(
                da: "En ulykke\(danish) skulle være anmeldt \(da). Anmeld den straks.",
                en: "An accident\(english) should have been notified by \(en). Notify it at once.")
        }
    }
}
