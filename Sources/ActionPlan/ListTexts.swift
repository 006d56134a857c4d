import Kernel

/// What the list of actions says.
struct ListTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Indsatser", "Actions") }
    var plan: String { say("Plan", "Plan") }
    var allPlans: String { say("Alle planer", "All plans") }
    var unit: String { say("Enhed", "Unit") }
    var allUnits: String { say("Alle enheder", "All units") }
    var allOpen: String { say("Alle åbne", "All open") }
    var everything: String { say("Også afsluttede", "Closed ones too") }
    var allKinds: String { say("Alle slags", "All kinds") }
    var order: String { say("Rækkefølge", "Order") }
    var grouping: String { say("Gruppér efter", "Group by") }
    var notGrouped: String { say("Ikke grupperet", "Not grouped") }
    var mine: String { say("Kun mine", "Only mine") }
    var onHold: String { say("På hold", "On hold") }
    var changed: String { say("Ændret", "Changed") }
    var nothing: String { say("Ingen indsatser her", "No actions here") }
    var nothingAbout: String {
        say(
            "Her kommer indsatserne fra de planer, du kan se. Prøv at nulstille filteret.",
            "The actions of the plans that you may see come here. Try clearing the filter.")
    }
    func more(than count: Int) -> String { say("Over \(count) indsatser", "More than \(count) actions") }
    func choose(_ what: String) -> String { say("Vælg »\(what)«", "Choose “\(what)”") }

    func name(_ order: ActionFilter.Order) -> String {
        switch order {
        case .due: say("Frist, overskredne først", "Due day, overdue first")
        case .changed: say("Senest ændret", "Latest change")
        case .title: say("Titel", "Title")
        }
    }

    func name(_ grouping: ActionFilter.Grouping) -> String {
        switch grouping {
        case .theme: say("Tema", "Theme")
        case .person: say("Person", "Person")
        case .unit: say("Enhed", "Unit")
        case .kind: say("Slags", "Kind")
        }
    }

    var noKind: String { say("Ingen slags valgt", "No kind chosen") }

    // Many at once.

    var bulk: String { say("Ret de valgte", "Change the chosen ones") }
    var bulkAbout: String {
        say("Sæt flueben ved indsatserne ovenfor. Det kan fortrydes.", "Tick the actions above. It can be undone.")
    }
    var unchanged: String { say("Uændret", "Unchanged") }
    var change: String { say("Ret", "Change") }
    func changed(_ count: Int) -> String {
        say(
            count == 1 ? "1 indsats er rettet." : "\(count) indsatser er rettet.",
            count == 1 ? "1 action was changed." : "\(count) actions were changed.")
    }
    var undo: String { say("Fortryd", "Undo") }
    var undone: String { say("Fortrudt", "Undone") }
    func restored(_ count: Int, of all: Int) -> String {
        guard count < all else { return say("Alt er, som det var.", "Everything is as it was.") }
        return say(
            "\(count) af \(all) er, som de var. Resten har en anden rettet imens.",
            "\(count) of \(all) are as they were. Somebody else changed the rest meanwhile.")
    }
    var toTheList: String { say("Til listen", "To the list") }
}
