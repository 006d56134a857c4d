import Kernel

struct ImportTexts {
    let language: Language

    var title: String { language.pick(da: "Læs ind fra fil", en: "Read in from a file") }
    var how: String {
        language.pick(
            da:
                "Hent enheder og personer fra jeres personalesystem. Du ser først, hvad der vil ske. Intet ændres, før du siger ja.",
            en:
                "Take units and people from your personnel system. You see first what will happen. Nothing changes before you say yes."
        )
    }
    var unitsFile: String { language.pick(da: "Fil med enheder", en: "File with units") }
    var peopleFile: String { language.pick(da: "Fil med personer", en: "File with people") }
    func file(_ kind: ImportKind) -> String {
        switch kind {
        case .units: unitsFile
        case .people: peopleFile
        case .history: language.pick(da: "Fil med enhedernes historie", en: "File with the units' history")
        case .bodies: language.pick(da: "Fil med grupper og udvalg", en: "File with groups and committees")
        case .mandates: language.pick(da: "Fil med hverv", en: "File with mandates")
        case .months: language.pick(da: "Fil med antal og timer", en: "File with head counts and hours")
        }
    }
    var fileHint: String {
        language.pick(
            da: "CSV, højst 25 MB. Vælg én fil eller flere.", en: "CSV, 25 MB at most. Choose one file or several."
        )
    }
    var look: String { language.pick(da: "Se, hvad der vil ske", en: "See what will happen") }
    var patience: String {
        language.pick(
            da: "Tusind linjer tager et øjeblik, hundrede tusind linjer nogle sekunder. Vent, til siden kommer.",
            en: "A thousand lines take a moment, a hundred thousand some seconds. Wait until the page comes.")
    }
    var order: String {
        language.pick(
            da:
                "Første gang: enheder med deres historie, så personer, så grupper og hverv, og til sidst antal og timer.",
            en: "The first time: units with their history, then people, then bodies and mandates, and figures last.")
    }
}

/// That nothing was chosen.
enum ImportFormProblem: Problem, Equatable {
    case noFile
    /// So many would be marked as left that somebody has to say that it is so.
    case manyLeave(Int)

    func explained(in language: Language) -> String {
        switch self {
        case .noFile: language.pick(da: "Vælg mindst én fil.", en: "Choose at least one file.")
        case .manyLeave(let count):
            language.pick(
                da: "Sæt hak, hvis de \(count) personer er stoppet. Ellers fortryd, og vælg en hel fil.",
                en: "Tick this if the \(count) people have left. Otherwise cancel and choose a whole file.")
        }
    }
}
