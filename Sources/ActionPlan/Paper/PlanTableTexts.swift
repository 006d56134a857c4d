import Kernel

/// What a plan as a table says.
struct PlanTableTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var table: String { say("Tabel", "Table") }
    var paper: String { say("Print som tabel", "Print as a table") }
    var forms: String { say("Skema", "Form") }
    var wholeList: String { say("Indsatser", "Actions") }
    var about: String {
        say(
            "De samme indsatser som på tavlen, i de to skemaer, som mange har på papir.",
            "The same actions as on the board, in the two forms that many have on paper.")
    }
    var open: String { say("Kun åbne", "Open ones only") }
    var allThemes: String { say("Alle temaer", "All themes") }
    var nothing: String { say("Ingen indsatser her", "No actions here") }
    var nothingAbout: String {
        say(
            "Her står planens indsatser, én i hver linje. Vis også de afsluttede, eller nulstil filteret.",
            "The plan's actions stand here, one to a line. Show the closed ones too, or clear the filter.")
    }
    func first(_ count: Int) -> String {
        say(
            "Her står de første \(count). Resten er i listen.", "These are the first \(count). The rest is in the list."
        )
    }
    func with(_ partners: String) -> String { say("med \(partners)", "with \(partners)") }
    func due(_ day: String) -> String { say("frist \(day)", "due \(day)") }
    func closed(_ day: String) -> String { say("Afsluttet \(day)", "Closed \(day)") }
    func onHold(_ day: String) -> String { say("På hold til \(day)", "On hold until \(day)") }
    func paper(_ size: String) -> String { say("Papir i \(size)", "\(size) paper") }

    func name(_ form: PlanForm) -> String {
        switch form {
        case .status: say("Hvem gør hvad, og hvor langt?", "Who does what, and how far?")
        case .agreement: say("Hvad er aftalt?", "What was agreed?")
        }
    }

    func name(_ column: PlanForm.Column) -> String {
        switch column {
        case .what: say("Hvad?", "What?")
        case .why: say("Hvorfor?", "Why?")
        case .how: say("Hvordan?", "How?")
        case .when: say("Hvornår?", "When?")
        case .who: say("Hvem?", "Who?")
        case .status: say("Status", "Status")
        case .followUp: say("Opfølgning", "Follow-up")
        }
    }
}
