import Kernel

/// What the board says, to the eye and to the ear. Words in braces are put in by the script.
struct BoardTexts {
    let language: Language

    var what: String { language.pick(da: "Hvad?", en: "What?") }
    var move: String { language.pick(da: "Flyt", en: "Move") }
    var stage: String { language.pick(da: "Hvor langt?", en: "How far?") }
    var theme: String { language.pick(da: "Tema", en: "Theme") }
    var undo: String { language.pick(da: "Fortryd", en: "Undo") }

    var help: String {
        language.pick(
            da: "Tryk Enter for at tage sedlen, flyt den med piletasterne, og læg den med Enter. Escape fortryder.",
            en: "Press Enter to pick up the note, move it with the arrow keys and drop it with Enter. Escape cancels.")
    }
    var picked: String {
        language.pick(
            da: "Du holder {title}. Flyt med piletasterne, læg med Enter, fortryd med Escape.",
            en: "You hold {title}. Move with the arrow keys, drop with Enter, cancel with Escape.")
    }
    var at: String {
        language.pick(
            da: "{column}, {theme}. Plads {place} af {count}.", en: "{column}, {theme}. Place {place} of {count}.")
    }
    var dropped: String {
        language.pick(da: "{title} ligger nu i {column}, {theme}.", en: "{title} is now in {column}, {theme}.")
    }
    var undone: String {
        language.pick(da: "{title} er lagt tilbage i {column}.", en: "{title} is back in {column}.")
    }
    var cancelled: String {
        language.pick(da: "Fortrudt. {title} ligger, hvor den lå.", en: "Cancelled. {title} is where it was.")
    }
    var refused: String {
        language.pick(
            da: "{title} blev ikke flyttet. Genindlæs siden, og prøv igen.",
            en: "{title} was not moved. Reload the page and try again.")
    }
    var lost: String {
        language.pick(
            da: "Ingen forbindelse. {title} er lagt tilbage.", en: "No connection. {title} has been put back.")
    }
}
