import Kernel

/// What is said of saved lists.
struct SavedListTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Mine lister", "My lists") }
    var about: String {
        say("Lister, du har gemt. Kun du kan se dem.", "Lists that you have saved. Only you can see them.")
    }
    var save: String { say("Gem listen", "Save the list") }
    var saveTitle: String { say("Gem listen under et navn", "Save the list under a name") }
    var saveAbout: String {
        say(
            "Den kan åbnes igen fra listen og fra Mine lister. Kun du kan se den.",
            "It can be opened again from the list and from My lists. Only you can see it.")
    }
    var name: String { say("Navn", "Name") }
    var nameHint: String { say("F.eks. Kemi, der haster.", "Such as Urgent chemistry.") }
    var manage: String { say("Ret mine lister", "Change my lists") }
    var rename: String { say("Omdøb", "Rename") }
    func delete(_ name: String) -> String { say("Slet »\(name)«", "Delete “\(name)”") }
    func restore(_ name: String) -> String { say("Fortryd: hent »\(name)« igen", "Undo: bring “\(name)” back") }
    var none: String { say("Du har ikke gemt nogen lister", "You have saved no lists") }
    var noneAbout: String {
        say(
            "Vælg på listen, hvad du vil se, og gem den under et navn.",
            "Choose on the list what you want to see, and save it under a name.")
    }
    var toTheList: String { say("Til listen", "To the list") }
    var savedNow: String { say("Listen er gemt.", "The list has been saved.") }
    var renamedNow: String { say("Listen har fået et nyt navn.", "The list has a new name.") }
    var deletedNow: String { say("Listen er slettet.", "The list has been deleted.") }
    var restoredNow: String { say("Listen er her igen.", "The list is back.") }
}
