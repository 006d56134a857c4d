import Kernel

public struct ProcedureTexts {
    let language: Language

    public init(language: Language) {
        self.language = language
    }

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    public var rules: String { say("Forretningsorden", "Rules of procedure") }
    var none: String { say("Ingen forretningsorden endnu", "No rules of procedure yet") }
    var noneHow: String {
        say(
            "Her står, hvordan udvalget arbejder: møder, dagsorden, beslutninger og referat. Der er en skabelon at begynde med.",
            "This is where it stands how the committee works: meetings, agenda, decisions and minutes. There is a template to begin with."
        )
    }
    func version(_ number: Int) -> String { say("Version \(number)", "Version \(number)") }
    func decided(_ by: String, _ day: String) -> String {
        say("Besluttet af \(by), \(day)", "Decided by \(by), \(day)")
    }
    func holdsFrom(_ day: String) -> String { say("gælder fra \(day)", "in force from \(day)") }
    var current: String { say("gælder", "in force") }
    var coming: String { say("kommer", "to come") }
    var former: String { say("tidligere", "former") }
    var history: String { say("Alle versioner", "All versions") }
    var write: String { say("Skriv en ny version", "Write a new version") }
    var goOn: String { say("Skriv videre på kladden", "Go on with the draft") }
    var draft: String { say("Kladde til forretningsorden", "Draft of the rules of procedure") }
    var draftAbout: String {
        say(
            "Kladden kan læses af dem, der kan skrive i den. Den gælder først, når den er besluttet.",
            "The draft is read by those who may write in it. It holds only once it has been decided.")
    }
    var save: String { say("Gem kladden", "Save the draft") }
    var saved: String { say("Kladden er gemt.", "The draft is saved.") }
    var adopt: String { say("Den er besluttet", "It has been decided") }
    var adoptHow: String {
        say(
            "Gem kladden først. Så skriver du, hvem der besluttede den, og hvornår. Derefter kan den ikke ændres.",
            "Save the draft first. Then write who decided on it, and when. After that it cannot be changed.")
    }
    var decidedBy: String { say("Hvem besluttede den", "Who decided on it") }
    var decidedByHint: String {
        say("For eksempel udvalget på mødet, eller begge sider.", "The committee at its meeting, or both sides.")
    }
    var decidedOn: String { say("Besluttet den", "Decided on") }
    var starts: String { say("Gælder fra", "In force from") }
    var adopted: String { say("Forretningsordenen er vedtaget.", "The rules of procedure are adopted.") }
    var discard: String { say("Kassér kladden", "Discard the draft") }
    var discarded: String { say("Kladden er kasseret.", "The draft is discarded.") }
    var paper: String { say("Til papir", "For paper") }
    var back: String { say("Tilbage", "Back") }
}
