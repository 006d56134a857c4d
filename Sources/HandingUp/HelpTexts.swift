import Design
import Kernel

/// What is said where help from experts is sought.
extension HandingTexts {
    var expertHelp: String { say("Sagkyndig hjælp", "Expert help") }
    var seekHelp: String { say("Find sagkyndig hjælp", "Seek expert help") }
    var seekHelpAbout: String {
        say("En rådgiver udefra, eller jeres egne fagfolk.", "An adviser from outside, or your own experts.")
    }
    func seekTitle(_ what: String) -> String { say("Hjælp til »\(what)«", "Help for “\(what)”") }
    func helpTitle(_ what: String) -> String { say("Hjælp til »\(what)«", "Help for “\(what)”") }
    var seekPageAbout: String {
        say(
            "Skriv, hvad I mangler, og hvem der finder det. Det står på indsatsen.",
            "Write what you lack, and who finds it. It stands on the action.")
    }
    var need: String { say("Hvad har I brug for hjælp til?", "What do you need help with?") }
    var source: String { say("Hos hvem?", "From whom?") }
    func name(_ source: ExpertHelp.Source) -> String {
        switch source {
        case .authorised: say("Autoriseret arbejdsmiljørådgiver", "Authorised working environment adviser")
        case .inside: say("Vores egne fagfolk", "Our own experts")
        case .other: say("Andre", "Others")
        }
    }
    var whom: String { say("Har I nogen i tankerne?", "Do you have somebody in mind?") }
    var seeker: String { say("Hvem finder hjælpen?", "Who finds the help?") }
    var by: String { say("Senest", "By") }
    var seek: String { say("Sæt i gang", "Begin") }
    var soughtNow: String {
        say(
            "Noteret. Det står på indsatsen, til der er svar.",
            "Noted. It stands on the action until there is an answer.")
    }
    var whoIsAuthorised: String { say("Hvem er autoriseret?", "Who is authorised?") }

    func badge(_ help: ExpertHelp, _ today: Day) -> Badge {
        switch help.state {
        case .sought:
            help.by < today
                ? Badge(say("Ikke fundet i tide", "Not found in time"), .late) : Badge(say("Søges", "Sought"), .soon)
        case .found: Badge(say("Fundet", "Found"), .ok)
        case .notFound: Badge(say("Ikke fundet", "Not found"), .late)
        }
    }
    func helpDetail(_ help: ExpertHelp, seeker: String) -> String {
        switch help.state {
        case .sought: say("\(seeker) finder den", "\(seeker) finds it")
        case .found, .notFound: help.result
        }
    }
    var howDidItGo: String { say("Hvordan gik det?", "How did it go?") }
    var isThereHelp: String { say("Er der fundet hjælp?", "Has help been found?") }
    var isFound: String { say("Ja", "Yes") }
    var isNotFound: String { say("Nej", "No") }
    var result: String { say("Hos hvem, eller hvorfor ikke?", "From whom, or why not?") }
    var foundWith: String { say("Fundet hos", "Found with") }
    var notFoundWhy: String { say("Ikke fundet", "Not found") }
    var save: String { say("Gem", "Save") }
    var settledNow: String { say("Gemt.", "Saved.") }
}
