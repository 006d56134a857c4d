import Kernel

/// What the keys of the board and the list do.
struct ShortcutTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var narrow: String { say("Vælg, hvad der skal vises", "Choose what is shown") }
    var betweenNotes: String {
        say("Fra seddel til seddel, når en seddel er valgt", "From note to note, when a note has the focus")
    }
    var openNote: String { say("Åbn sedlen", "Open the note") }
    var moveNote: String {
        say(
            "Tag sedlen, flyt den med pilene, læg den med Enter",
            "Pick the note up, move it with the arrows, drop it with Enter")
    }
    var nextRow: String { say("Næste indsats", "Next action") }
    var previousRow: String { say("Forrige indsats", "Previous action") }
    var tickRow: String { say("Sæt flueben", "Tick") }
    var editRow: String { say("Ret indsatsen", "Change the action") }
}
