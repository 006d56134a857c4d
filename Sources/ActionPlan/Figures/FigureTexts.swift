import Kernel

/// What a plan's figures say.
struct FigureTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }
    private func actions(_ count: Int) -> String { ActionTexts(language: language).count(count) }

    var tab: String { say("Overblik", "Figures") }
    func title(_ name: String) -> String { say("Overblik: \(name)", "Figures: \(name)") }
    var about: String {
        say(
            "Planen i tal: hvem der har hvad, hvad der kommer, og om det hjælper.",
            "The plan in numbers: who has what, what is coming, and whether it helps.")
    }
    var nothing: String { say("Intet at tælle endnu", "Nothing to count yet") }
    var nothingAbout: String {
        say(
            "Når der er indsatser på tavlen, står planens tal her.",
            "When there are actions on the board, the plan's numbers stand here.")
    }
    var download: String { say("Hent tallene (CSV)", "Download the numbers (CSV)") }

    func name(_ figure: FigureName) -> String {
        switch figure {
        case .people: say("Hvem har hvad?", "Who has what?")
        case .due: say("Hvornår skal det være gjort?", "When is it to be done?")
        case .origin: say("Hvor kommer det fra?", "Where does it come from?")
        case .throughput: say("Åbnet og afsluttet", "Opened and closed")
        case .age: say("Hvor længe har det ligget?", "How long has it been open?")
        case .effect: say("Virkede det?", "Did it work?")
        }
    }

    var open: String { say("Åbne", "Open") }
    var overdue: String { say("Overskredet", "Overdue") }
    var inTime: String { say("Ikke overskredet", "Not overdue") }
    func told(_ open: Int, overdue: Int) -> String {
        overdue == 0 ? String(open) : say("\(open), \(overdue) overskredet", "\(open), \(overdue) overdue")
    }
    var nothingOpen: String { say("Ingen åbne indsatser.", "No open actions.") }

    // By person.

    var responsible: String { say("Ansvarlig", "Responsible") }
    var hasLeft: String { say("Er her ikke mere", "Has left") }
    func heavy(_ names: String, most: Int, usual: Double) -> String {
        let usual = Self.number(usual, language)
        return say(
            "\(names) har mere end dobbelt så mange, som der er sædvanligt her: \(most) mod \(usual). Kan nogen tage over?",
            "\(names) has more than twice as many as is usual here: \(most) against \(usual). Can somebody take over?")
    }
    func shared(_ open: Int, by people: Int) -> String {
        let people = say(
            people == 1 ? "1 ansvarlig" : "\(people) ansvarlige",
            people == 1 ? "1 person responsible" : "\(people) people responsible")
        return "\(actions(open)), \(people)."
    }
    func left(_ count: Int) -> String {
        say(
            count == 1 ? "1 indsats hører til en, der er rejst." : "\(count) indsatser hører til nogen, der er rejst.",
            count == 1
                ? "1 action belongs to somebody who has left." : "\(count) actions belong to people who have left.")
    }

    static func number(_ number: Double, _ language: Language) -> String {
        let halves = Int((number * 2).rounded())
        return halves.isMultiple(of: 2) ? "\(halves / 2)" : language.pick(da: "\(halves / 2),5", en: "\(halves / 2).5")
    }

    // By day.

    func soon(_ overdue: Int, _ soon: Int) -> String {
        say(
            "\(actions(overdue)) er overskredet, og \(soon) skal være gjort inden for fire uger.",
            "\(actions(overdue)) \(overdue == 1 ? "is" : "are") overdue, and \(soon) to be done within four weeks.")
    }
    var when: String { say("Hvornår", "When") }
    func week(_ number: Int) -> String { say("Uge \(number)", "Week \(number)") }
    func week(_ number: Int, from day: String) -> String {
        say("Uge \(number), fra \(day)", "Week \(number), from \(day)")
    }
    var later: String { say("Senere", "Later") }
    var onHold: String { say("På hold", "On hold") }
    /// Under a column.
    var late: String { say("før", "late") }
    var weeks: String { say("Den enkelte uge", "Each week") }

    // By origin.

    var origin: String { say("Kommer fra", "Comes from") }
    func origin(_ kind: String) -> String {
        switch kind {
        case "": say("Ikke angivet", "Not stated")
        case "report": say("Meldinger", "Reports")
        case "idea": say("Idéer", "Ideas")
        case "action": say("Andre indsatser", "Other actions")
        case "example": say("Andres eksempler", "Others' examples")
        default: say("Andet", "Something else")
        }
    }
    var originAbout: String {
        say(
            "Det, der kom fra noget, du ikke kan se, tæller som ikke angivet.",
            "What came from something that you may not see counts as not stated.")
    }

    // Month by month.

    var month: String { say("Måned", "Month") }
    var opened: String { say("Åbnet", "Opened") }
    var closed: String { say("Afsluttet", "Closed") }
    func throughput(_ opened: Int, _ closed: Int) -> String {
        say(
            "I de sidste tolv måneder er \(opened) åbnet og \(closed) afsluttet.",
            "In the last twelve months \(opened) were opened and \(closed) closed.")
    }

    // Age.

    var age: String { say("Åben i", "Open for") }
    func name(_ band: WorkAge.Band) -> String {
        switch band {
        case .month: say("Under en måned", "Less than a month")
        case .quarter: say("1 til 3 måneder", "1 to 3 months")
        case .half: say("3 til 6 måneder", "3 to 6 months")
        case .year: say("6 til 12 måneder", "6 to 12 months")
        case .older: say("Over et år", "More than a year")
        }
    }
    func median(_ days: Int) -> String {
        say("Halvdelen har været åbne i mindst \(span(days)).", "Half have been open for at least \(span(days)).")
    }
    private func span(_ days: Int) -> String {
        if days < 60 { return say(days == 1 ? "1 dag" : "\(days) dage", days == 1 ? "1 day" : "\(days) days") }
        return say("\(days / 30) måneder", "\(days / 30) months")
    }

    // Effect.

    var theme: String { say("Tema", "Theme") }
    var all: String { say("Alle temaer", "All themes") }
    var yes: String { say("Virkede", "Worked") }
    var partly: String { say("Virkede delvist", "Worked in part") }
    var no: String { say("Virkede ikke", "Did not work") }
    var lasted: String { say("Holdt", "Lasted") }
    var lastedPartly: String { say("Holdt delvist", "Lasted in part") }
    var lastedNot: String { say("Holdt ikke", "Did not last") }
    func worked(_ yes: Int, of all: Int) -> String { say("\(yes) af \(all) virkede", "\(yes) of \(all) worked") }
    func effect(_ share: EffectShare) -> String {
        let worked = say(
            "Af \(share.count), der er afsluttet i de sidste tolv måneder, virkede \(share.yes).",
            "Of \(share.count) that were closed in the last twelve months, \(share.yes) worked.")
        guard share.judged > 0 else { return worked }
        return worked
            + say(
                " Om det holdt, er set ved \(share.judged): det gjorde \(share.lasted).",
                " Whether it lasted has been seen of \(share.judged): \(share.lasted) did.")
    }
    var nothingClosed: String {
        say("Intet er afsluttet i de sidste tolv måneder.", "Nothing was closed in the last twelve months.")
    }
}
