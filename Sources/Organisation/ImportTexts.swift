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
    var stepsTitle: String { language.pick(da: "Sådan gør du", en: "What to do") }
    /// One after the other, for somebody with a spreadsheet.
    var steps: [String] {
        [
            language.pick(
                da: "Hent et eksempel herunder, og åbn det i jeres regneark.",
                en: "Download an example below, and open it in your spreadsheet."),
            language.pick(
                da: "Skriv jeres egne linjer i stedet for eksemplets. Lad overskrifterne stå.",
                en: "Write your own lines instead of those of the example. Leave the headings."),
            language.pick(
                da: "Gem arket som CSV. Filen må fylde 25 MB.", en: "Save the sheet as CSV. The file may hold 25 MB."),
            language.pick(
                da: "Vælg filen herunder, og se, hvad der vil ske. Vælg gerne flere filer på én gang.",
                en: "Choose the file below, and see what will happen. You may choose several files at once."),
        ]
    }
    func hint(_ kind: ImportKind) -> String {
        switch kind {
        case .units:
            language.pick(
                da: "Hvilke enheder I har, og hvad de ligger under. Begynd med den.",
                en: "Which units you have, and what they lie under. Begin with this one.")
        case .people:
            language.pick(
                da: "Alle, der er ansat nu. Den, der ikke er i filen, regnes for fratrådt.",
                en: "Everybody employed now. Whoever is not in the file is taken to have left.")
        case .history:
            language.pick(
                da: "Hvad enheder hed, og hvor de lå, før i tiden.",
                en: "What units were called, and where they lay, in former days.")
        case .bodies:
            language.pick(
                da: "Arbejdsmiljøgrupper og udvalg, og hvilke enheder de ser efter.",
                en: "Working-environment groups and committees, and which units they look after.")
        case .mandates:
            language.pick(
                da: "Hvem der sidder i dem, og hvem der har et hverv for en enhed.",
                en: "Who sits in them, and who holds an office for a unit.")
        case .months:
            language.pick(
                da: "Hvor mange der er ansat, og hvor meget de arbejder, måned for måned.",
                en: "How many are employed, and how much they work, month by month.")
        }
    }
    var more: String {
        language.pick(
            da: "Flere filer: historie, grupper, hverv og tal", en: "More files: history, bodies, mandates and figures")
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
    func onlyTop(_ code: String, _ name: String) -> String {
        language.pick(
            da: "Den øverste enhed er her allerede: \(name), med koden \(code). Skriv \(code) som dens kode i filerne.",
            en: "The top unit is here already: \(name), with the code \(code). Write \(code) as its code in the files.")
    }
}

/// That nothing was chosen.
enum ImportFormProblem: Problem, Equatable {
    case noFile
    /// So many would be marked as left that somebody has to say that it is so.
    case manyLeave(Int)

    func explained(in language: Language) -> String {
        switch self {
        case .noFile: return language.pick(da: "Vælg mindst én fil.", en: "Choose at least one file.")
        case .manyLeave(let people):
            let count = ImportTexts(language: language).number(people)
            return language.pick(
                da: "Sæt hak, hvis de \(count) personer er stoppet. Ellers fortryd, og vælg en hel fil.",
                en: "Tick this if the \(count) people have left. Otherwise cancel and choose a whole file.")
        }
    }
}
