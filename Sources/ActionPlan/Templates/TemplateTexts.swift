import Kernel

/// What is said of templates.
struct TemplateTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Begynd med en skabelon", "Begin with a template") }
    var about: String {
        say(
            "Andres ord at begynde med. Ret dem, så de passer hos jer.",
            "Words of others to begin with. Change them until they fit.")
    }
    var choose: String { say("Begynd med en skabelon", "Begin with a template") }
    var use: String { say("Brug den", "Use it") }
    var own: String { say("Gruppens egne", "The group's own") }
    var everywhere: String { say("Organisationens egne", "The organisation's own") }
    var remove: String { say("Fjern", "Remove") }
    var removedNow: String { say("Skabelonen er fjernet.", "The template has been removed.") }
    var search: String { say("Søg i skabeloner", "Search templates") }
    var allKinds: String { say("Alle slags", "All kinds") }
    var none: String { say("Ingen skabeloner passer", "No template matches") }
    var noneAbout: String {
        say(
            "Prøv færre ord. I kan selv gemme en indsats som skabelon fra dens egen side.",
            "Try fewer words. You can keep an action as a template from its own page.")
    }
    var begun: String {
        say(
            "Ud fra en skabelon. Ret ordene, så de passer hos jer.", "From a template. Change the words until they fit."
        )
    }

    var keep: String { say("Gem som skabelon", "Keep as template") }
    var keepAbout: String {
        say(
            "Gem ordene, så andre kan begynde med dem. Navne, frister og sted følger ikke med.",
            "Keep the words so that others can begin with them. Names, days and place are left out.")
    }
    var forAll: String { say("For hele organisationen", "For the whole organisation") }
    var forAllHint: String {
        say(
            "Ellers er den jeres gruppes egen. Skriv uden navne og steder.",
            "Else it is your group's own. Write without names and places.")
    }
    var keptNow: String { say("Skabelonen er gemt.", "The template has been kept.") }

    func start(_ count: Int) -> String {
        say("Start temaet med disse \(count)", "Start the theme with these \(count)")
    }
    func starting(_ theme: String) -> String { say("Start temaet »\(theme)«", "Start the theme “\(theme)”") }
    var startAbout: String {
        say(
            "Temaet kommer på tavlen med de indsatser, I vælger. I kan dele dem mellem jer bagefter.",
            "The theme goes on the board with the actions that you choose. You can share them out afterwards.")
    }
    var themeTitle: String { say("Temaets navn", "Name of the theme") }
    var actions: String { say("Indsatser", "Actions") }
    var startIt: String { say("Sæt på tavlen", "Put on the board") }
    var startedNow: String { say("Temaet er på tavlen.", "The theme is on the board.") }
}
