import Kernel

/// The words that patterns bring along themselves.
struct DesignTexts {
    let language: Language

    var toContent: String { language.pick(da: "Spring til indholdet", en: "Skip to the content") }
    var mainMenu: String { language.pick(da: "Hovedmenu", en: "Main menu") }
    var more: String { language.pick(da: "Mere", en: "More") }
    var youWorkIn: String { language.pick(da: "Du arbejder i", en: "You work in") }
    var signOut: String { language.pick(da: "Log ud", en: "Sign out") }
    var otherLanguage: String { language.pick(da: "English", en: "Dansk") }
    var breadcrumbs: String { language.pick(da: "Brødkrumme", en: "Breadcrumb") }
    var optional: String { language.pick(da: "(valgfri)", en: "(optional)") }
    var choose: String { language.pick(da: "Vælg …", en: "Choose …") }
    var problems: String { language.pick(da: "Ret dette, så kan det sendes:", en: "Mend this and it can be sent:") }
    var search: String { language.pick(da: "Søg", en: "Search") }
    var show: String { language.pick(da: "Vis", en: "Show") }
    var clearFilters: String { language.pick(da: "Nulstil", en: "Clear") }
    var previous: String { language.pick(da: "Forrige", en: "Previous") }
    var next: String { language.pick(da: "Næste", en: "Next") }
    var pages: String { language.pick(da: "Sider", en: "Pages") }
    var close: String { language.pick(da: "Luk", en: "Close") }
    var cancel: String { language.pick(da: "Fortryd", en: "Cancel") }
    var done: String { language.pick(da: "færdig", en: "done") }
    var you: String { language.pick(da: "Dig", en: "You") }

    func sortBy(_ column: String) -> String { language.pick(da: "Sortér efter \(column)", en: "Sort by \(column)") }
    func charactersLeft(_ limit: Int) -> String {
        language.pick(da: "Der er plads til \(limit) tegn.", en: "There is room for \(limit) characters.")
    }

    func chooseFile(_ isMany: Bool) -> String {
        isMany
            ? language.pick(da: "Vælg filer", en: "Choose files") : language.pick(da: "Vælg fil", en: "Choose a file")
    }
    func choosePhoto(_ isMany: Bool) -> String {
        isMany
            ? language.pick(da: "Tag eller vælg fotos", en: "Take or choose photos")
            : language.pick(da: "Tag eller vælg et foto", en: "Take or choose a photo")
    }
    var noFile: String { language.pick(da: "Ingen fil valgt", en: "No file chosen") }
    /// Said by scripts; `{count}` is put in by them.
    var manyFiles: String { language.pick(da: "{count} filer valgt", en: "{count} files chosen") }

    /// Said by scripts; `{left}` is put in by them.
    var left: String { language.pick(da: "{left} tegn tilbage", en: "{left} characters left") }
    var restored: String {
        language.pick(
            da: "Vi har hentet det frem, som du skrev sidst.", en: "What you wrote last time has been brought back.")
    }
    var notConnected: String {
        language.pick(
            da: "Ingen forbindelse lige nu. Siden opdaterer sig selv, når den er tilbage.",
            en: "Not connected just now. The page will catch up by itself.")
    }
    var shortcuts: String { language.pick(da: "Genveje på tastaturet", en: "Keyboard shortcuts") }
    var showShortcuts: String { language.pick(da: "Vis genveje", en: "Show shortcuts") }
    var reportSomething: String { language.pick(da: "Meld noget", en: "Report something") }
    var toSearch: String { language.pick(da: "Gå til søgefeltet", en: "Go to the search field") }
    var onThisPage: String { language.pick(da: "På denne side", en: "On this page") }
    var everywhere: String { language.pick(da: "Overalt", en: "Everywhere") }
    var useShortcuts: String { language.pick(da: "Brug genveje", en: "Use shortcuts") }
}
