import Kernel

/// What is said of many plans as one.
struct BelowTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var tab: String { say("Planerne under", "Plans below") }
    var allPlans: String { say("Alle planer", "All plans") }
    func title(_ name: String) -> String { say("Planerne under \(name)", "The plans below \(name)") }
    var allTitle: String { say("Alle planer, du kan se", "All plans that you may see") }
    var about: String {
        say(
            "Mange planer set som én: hvem har brug for hjælp, og hvad går igen?",
            "Many plans seen as one: who needs help, and what returns everywhere?")
    }
    var part: String {
        say(
            "Kun det, du også kan se på de enkelte planer, er talt med.",
            "Only what you may also see on each plan is counted.")
    }
    var views: String { say("Set efter", "Seen by") }
    func name(_ view: BelowView) -> String {
        switch view {
        case .bodies: say("Gruppe", "Group")
        case .theme: say("Tema", "Theme")
        case .unit: say("Enhed", "Unit")
        case .origin: say("Hvor det kommer fra", "Where it comes from")
        }
    }

    var nothing: String { say("Ingen planer herunder", "No plans below") }
    var nothingAbout: String {
        say(
            "Når grupper hører under udvalget, står deres planer samlet her.",
            "When groups answer to the committee, their plans stand together here.")
    }
    var noNotes: String { say("Intet på tavlerne", "Nothing on the boards") }
    var noNotesAbout: String {
        say("Her samles sedlerne fra alle planerne.", "The notes of all the plans are gathered here.")
    }

    // A line to each body.

    var body: String { say("Plan", "Plan") }
    var open: String { say("Åbne", "Open") }
    var overdue: String { say("Overskredet", "Overdue") }
    var onHold: String { say("På hold", "On hold") }
    var closedLately: String { say("Afsluttet, 90 dage", "Closed, 90 days") }
    var worked: String { say("Virkede, et år", "Worked, a year") }
    var oldest: String { say("Ældste åbne", "Oldest open") }
    func share(_ worked: Int, of all: Int) -> String { say("\(worked) af \(all)", "\(worked) of \(all)") }
    var isClosed: String { say("Nedlagt", "Closed") }
    var below: String { say("Se under", "See below") }
    func below(_ name: String) -> String { say("Se planerne under \(name)", "See the plans below \(name)") }
    var drawing: String { say("Åbne og overskredne", "Open and overdue") }
    var inAll: String { say("I alt", "In all") }
    var numbers: String { say("Plan for plan", "Plan by plan") }

    // Boards.

    var elsewhere: String { say("Andre steder", "Elsewhere") }
    func more(_ count: Int) -> String { say("Alle \(count)", "All \(count)") }
    func more(_ count: Int, in cell: String) -> String { say(", \(cell)", ", \(cell)") }
    func fullest(_ count: Int) -> String {
        say("Her står de \(count) rækker med flest sedler.", "These are the \(count) rows with most notes.")
    }
    var boardAbout: String {
        say(
            "De første tre i hvert felt, første frist først. Det, der ligger på hold, er ikke med.",
            "The first three of each cell, first due first. What lies on hold is left out.")
    }
}
