import Kernel

/// What is said about displays, and on them.
struct ScreenTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var screens: String { say("Skærme", "Screens") }
    var about: String {
        say(
            "Vis tavlen på en skærm, hvor alle kommer forbi. Linket kan kun læse, og I kan altid trække det tilbage.",
            "Show the board on a screen where everybody passes. The link can only read, and you can withdraw it at any time."
        )
    }
    var yours: String { say("Jeres skærme", "Your screens") }
    var none: String { say("I har ingen skærme endnu.", "You have no screens yet.") }
    var newScreen: String { say("En ny skærm", "A new screen") }
    var name: String { say("Hvor hænger den?", "Where does it hang?") }
    var nameHint: String { say("F.eks. skærmen i kantinen.", "For example the screen in the canteen.") }
    var inWhichLanguage: String { say("Sprog", "Language") }
    var mayShowNames: String { say("Navne må vises", "Names may be shown") }
    var mayShowNamesHint: String {
        say(
            "Så står det på skærmen, hvem der er ansvarlig, og hvem der leder næste møde. Spørg dem først.",
            "The screen then says who is responsible and who leads the next meeting. Ask them first.")
    }
    var makeLink: String { say("Lav linket", "Make the link") }
    func name(_ language: Language) -> String {
        switch language {
        case .danish: "Dansk"
        case .english: "English"
        }
    }
    func made(_ day: String, by name: String) -> String { say("Lavet \(day) af \(name)", "Made \(day) by \(name)") }
    var showsNames: String { say("Viser navne", "Shows names") }
    var hidesNames: String { say("Viser ingen navne", "Shows no names") }
    func withdrawn(_ day: String) -> String { say("Trukket tilbage \(day)", "Withdrawn \(day)") }
    var isOn: String { say("I brug", "In use") }
    var isOff: String { say("Slukket", "Off") }
    var withdraw: String { say("Træk linket tilbage", "Withdraw the link") }
    var withdrawnNow: String {
        say(
            "Linket er trukket tilbage. Skærmen viser intet mere.",
            "The link is withdrawn. The screen shows nothing more.")
    }
    var madeAlready: String {
        say(
            "Skærmen er lavet allerede, og linket vises kun én gang. Har I det ikke, så træk det tilbage og lav et nyt.",
            "The screen has been made already, and its link is shown only once. If you do not have it, withdraw it and make another."
        )
    }
    func linkOf(_ name: String) -> String { say("Linket til \(name)", "The link of \(name)") }
    var linkAbout: String {
        say(
            "Åbn det i skærmens browser. Alle, der har linket, kan se det, skærmen viser.",
            "Open it in the screen's browser. Everybody who has the link can see what the screen shows.")
    }
    var linkOnce: String {
        say(
            "Det vises kun nu: vi gemmer det ikke. Mister I det, så træk det tilbage og lav et nyt.",
            "It is shown only now: we do not keep it. If you lose it, withdraw it and make another.")
    }
    var toScreens: String { say("Til skærmene", "To the screens") }

    // MARK: In the hallway

    func plan(of body: String) -> String { say("Det arbejder \(body) med", "What \(body) works on") }
    func by(_ day: String) -> String { say("senest \(day)", "by \(day)") }
    func more(_ count: Int) -> String { say("og \(count) til", "and \(count) more") }
    func asOf(_ day: String, _ time: String) -> String { say("Hentet \(day) kl. \(time)", "As of \(day), \(time)") }
    var isEmpty: String { say("Der hænger ingen sedler lige nu.", "No notes hang here right now.") }
    var isWithdrawn: String { say("Linket er trukket tilbage", "The link has been withdrawn") }
    var isWithdrawnAbout: String {
        say("Spørg gruppen, hvis der skal vises noget her.", "Ask the group if something is to be shown here.")
    }
    var isLost: String {
        say("Ingen forbindelse. Tavlen kommer igen, når der er.", "No connection. The board returns when there is.")
    }
}
