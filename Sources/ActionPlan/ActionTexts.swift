import Files
import Kernel

/// What the plan says on its pages.
struct ActionTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var plan: String { say("Handleplan", "Action plan") }
    var plans: String { say("Handleplaner", "Action plans") }
    var board: String { say("Tavle", "Board") }
    var list: String { say("Liste", "List") }
    var themes: String { say("Temaer", "Themes") }
    var print: String { say("Print til væggen", "Print for the wall") }
    var newAction: String { say("Ny indsats", "New action") }
    var noTheme: String { say("Uden tema", "No theme") }
    var save: String { say("Gem", "Save") }
    var edit: String { say("Ret", "Edit") }

    func count(_ actions: Int) -> String {
        say(actions == 1 ? "1 indsats" : "\(actions) indsatser", actions == 1 ? "1 action" : "\(actions) actions")
    }
    func more(_ count: Int) -> String { say("og \(count) til", "and \(count) more") }
    func overdue(_ count: Int) -> String {
        say(count == 1 ? "1 overskredet" : "\(count) overskredet", count == 1 ? "1 overdue" : "\(count) overdue")
    }

    // What an action is asked.

    var what: String { say("Hvad?", "What?") }
    var whatHint: String { say("Kort, som på en seddel.", "Briefly, as on a note.") }
    var why: String { say("Hvorfor?", "Why?") }
    var how: String { say("Hvordan?", "How?") }
    var responsible: String { say("Hvem er ansvarlig?", "Who is responsible?") }
    var partners: String { say("Hvem er med?", "Who takes part?") }
    var due: String { say("Hvornår?", "When?") }
    var dueHint: String { say("Dagen, hvor det skal være gjort.", "The day by which it is to be done.") }
    var followUp: String {
        say("Opfølgning: hvordan ser I, om det virker?", "Follow-up: how will you see whether it works?")
    }
    var followUpOn: String { say("Opfølgning: hvilken dag?", "Follow-up: on which day?") }
    var unit: String { say("Hvor?", "Where?") }
    var theme: String { say("Tema", "Theme") }
    var kind: String { say("Slags", "Kind") }
    var difficulty: String { say("Er problemet enkelt eller komplekst?", "Is the problem simple or complex?") }
    var origin: String { say("Kommer fra", "Comes from") }
    var originErased: String {
        say(
            "Noget, der er slettet, fordi det ikke skulle gemmes længere",
            "Something that was erased, since it was to be kept no longer")
    }
    var stage: String { say("Hvor langt?", "How far?") }
    var notChosen: String { say("Ikke valgt", "Not chosen") }

    // Somebody from elsewhere in the organisation.

    var findPerson: String { say("Er det en anden? Find en kollega", "Somebody else? Find a colleague") }
    var findPersonHint: String {
        say(
            "Begyndelsen af fornavnet eller efternavnet, eller hele e-mailen. Alle i organisationen kan findes.",
            "The beginning of the first or last name, or the whole e-mail. Everyone in the organisation can be found.")
    }
    var find: String { say("Find", "Find") }
    var peopleFound: String { say("Kolleger, der er fundet", "Colleagues found") }
    var nobodyFound: String {
        say(
            "Ingen, der er her nu, hedder sådan. Prøv færre bogstaver.",
            "Nobody here is called that. Try fewer letters.")
    }
    var perhapsMore: String {
        say("Der kan være flere. Skriv lidt mere af navnet.", "There may be more. Type a little more of the name.")
    }
    var makeResponsible: String { say("Ansvarlig", "Responsible") }
    var makePartner: String { say("Er med", "Takes part") }
    var isResponsible: String { say("Er ansvarlig", "Is responsible") }
    var isPartner: String { say("Er med", "Takes part") }

    // Two at once.

    func bothWrote(_ field: String) -> String { say("\(field) To har skrevet", "\(field) Two have written") }
    var yourText: String { say("Det, du skrev", "What you wrote") }
    func theirText(_ editor: OtherEditor) -> String {
        switch editor {
        case .named(let name): say("Det, \(name) skrev", "What \(name) wrote")
        case .oneself: say("Det, du gemte i et andet vindue", "What you saved in another window")
        case .unknown: say("Det, den anden skrev", "What the other one wrote")
        }
    }
    var yourTextHint: String {
        say(
            "Vælg, hvad der skal stå. Din egen kan du rette i feltet ovenfor.",
            "Choose what shall stand. You can change your own in the field above.")
    }
    func changed(by editor: OtherEditor, from old: String) -> String {
        let changed =
            switch editor {
            case .named(let name): say("\(name) har rettet det her imens.", "\(name) changed this meanwhile.")
            case .oneself: say("Det rettede du i et andet vindue.", "You changed this in another window.")
            case .unknown: say("En anden har rettet det her imens.", "Somebody else changed this meanwhile.")
            }
        return changed + " " + say("Før stod der: \(old)", "Before it said: \(old)")
    }
    var nothingWritten: String { say("(tomt)", "(nothing)") }
    func saved(by editor: OtherEditor, mustChoose: Bool) -> String {
        let saved =
            switch editor {
            case .named(let name):
                say("\(name) gemte imens. Intet er tabt.", "\(name) saved meanwhile. Nothing is lost.")
            case .oneself:
                say(
                    "Du gemte i et andet vindue imens. Intet er tabt.",
                    "You saved in another window meanwhile. Nothing is lost.")
            case .unknown:
                say("En anden gemte imens. Intet er tabt.", "Somebody else saved meanwhile. Nothing is lost.")
            }
        let choose = say(
            "Hvor det samme er rettet to gange, står begge tekster side om side: vælg, og gem.",
            "Where the same was changed twice, both texts stand side by side: choose, then save.")
        let look = say(
            "Det er ikke det samme, der er rettet, så begge dele står i felterne. Se efter, og gem.",
            "It was not the same that was changed, so both stand in the fields. Have a look, then save.")
        return saved + " " + (mustChoose ? choose : look)
    }

    // Taking a move back.

    func undoMove(of what: String) -> String { say("Fortryd: læg »\(what)« tilbage", "Undo: put “\(what)” back") }

    /// The name of the field, as the form has it.
    func field(_ name: String) -> String {
        switch name {
        case "what": what
        case "why": why
        case "how": how
        case "unit": unit
        case "responsible": responsible
        case "partners": partners
        case "due": due
        case "follow_up": followUp
        case "follow_up_on": followUpOn
        case "theme": theme
        case "kind": kind
        case "difficulty": difficulty
        default: name
        }
    }

    func name(_ stage: Stage) -> String {
        switch stage {
        case .started: say("Startet", "Started")
        case .underWay: say("Godt i gang", "Well under way")
        case .atGoal: say("I mål", "At the goal")
        case .followUp: say("Opfølgning", "Follow-up")
        case .closed: say("Afsluttet", "Closed")
        }
    }

    func name(_ kind: HazardKind) -> String {
        switch kind {
        case .physical: say("Fysisk", "Physical")
        case .psychological: say("Psykisk", "Psychological")
        case .ergonomic: say("Ergonomisk", "Ergonomic")
        case .chemical: say("Kemisk", "Chemical")
        case .biological: say("Biologisk", "Biological")
        case .accident: say("Ulykke", "Accident")
        case .organisational: say("Organisatorisk", "Organisational")
        }
    }

    func name(_ difficulty: Difficulty) -> String {
        switch difficulty {
        case .simple: say("Enkelt: vi ved, hvad der skal gøres", "Simple: we know what to do")
        case .complex: say("Komplekst: vi må prøve os frem", "Complex: we must find out as we go")
        }
    }

    func name(_ effect: Effect) -> String {
        switch effect {
        case .yes: say("Ja, det virkede", "Yes, it worked")
        case .partly: say("Delvist", "In part")
        case .no: say("Nej, det virkede ikke", "No, it did not work")
        }
    }

    // The board.

    var parkingLot: String { say("Parkeringsplads", "Parking lot") }
    var parkingLotAbout: String {
        say(
            "Idéer, der venter på nogen, og indsatser på hold, med en dag, hvor I ser på dem igen.",
            "Ideas that wait for somebody, and actions on hold, with a day to look again.")
    }
    var parkingLotEmpty: String {
        say("Her lægges idéer og det, der er på hold.", "Ideas and what is on hold lie here.")
    }
    func lookAgain(_ day: String) -> String { say("Se igen \(day)", "Look again \(day)") }
    var isOverdue: String { say("Overskredet", "Overdue") }
    var allClosed: String { say("Alle afsluttede", "All closed ones") }
    var closedLately: String {
        say("Afsluttet viser de sidste 30 dage.", "Closed shows the last 30 days.")
    }
    var emptyBoard: String { say("Ingen indsatser endnu", "No actions yet") }
    var emptyBoardAbout: String {
        say(
            "Her hænger gruppens indsatser som sedler: fra startet til afsluttet. Begynd med én, I er enige om.",
            "The group's actions hang here as notes, from started to closed. Begin with one that you agree on.")
    }
    func moved(_ what: String, _ stage: Stage) -> String {
        say("»\(what)« ligger nu i \(name(stage)).", "“\(what)” is now in \(name(stage)).")
    }
    var noPlans: String { say("Ingen handleplan endnu", "No action plan yet") }
    var noPlansAbout: String {
        say(
            "Din enhed har ingen arbejdsmiljøgruppe. Spørg din leder, hvem der tager sig af arbejdsmiljøet.",
            "Your unit has no working environment group. Ask your leader who looks after the working environment.")
    }
    var plansAbout: String { say("De planer, du kan se.", "The plans that you may see.") }

    // What was done.

    var made: String { say("Indsatsen er på tavlen.", "The action is on the board.") }
    var saved: String { say("Gemt.", "Saved.") }
    var closedNow: String { say("Indsatsen er afsluttet.", "The action is closed.") }
    var reopenedNow: String { say("Indsatsen er åben igen.", "The action is open again.") }
    var heldNow: String { say("Indsatsen er på hold.", "The action is on hold.") }
    var resumedNow: String { say("Indsatsen er i gang igen.", "The action is under way again.") }
    var commentedNow: String { say("Din kommentar er med.", "Your comment is there.") }

    var attachedNow: String { say("Filen er vedhæftet.", "The file is attached.") }

    // Comments, files, history.

    var attachments: String { say("Bilag", "Attachments") }
    var attach: String { say("Vedhæft en fil", "Attach a file") }
    var attachIt: String { say("Vedhæft", "Attach") }
    var attachHint: String {
        say(
            "Højst \(StoredFile.limitInMegabytes) MB. Fotos gemmes uden stedoplysninger.",
            "At most \(StoredFile.limitInMegabytes) MB. Photos are kept without where they were taken.")
    }

    var comments: String { say("Kommentarer", "Comments") }
    var comment: String { say("Skriv en kommentar", "Write a comment") }
    var send: String { say("Send", "Send") }
    var history: String { say("Historik", "History") }
}

/// Why somebody who may read a plan may not do more, and who can help.
enum PlanRefusals {
    static let work = Words(
        da:
            "Det kan gruppens medlemmer og koordinatoren. Skriv en kommentar, eller spørg jeres arbejdsmiljørepræsentant.",
        en: "The group's members and the coordinator can do that. Write a comment, or ask your safety representative.")
    static let move = Words(
        da: "Sedlen flyttes af gruppens medlemmer og dem, der er med i indsatsen. Spørg den ansvarlige.",
        en: "The note is moved by the group's members and those who take part. Ask the person responsible.")
    static let stale = Words(
        da: "En anden har ændret indsatsen imens. Se på den igen, og prøv så.",
        en: "Somebody else changed the action meanwhile. Look at it again, then try.")
    static let closedAlready = Words(
        da: "Indsatsen er allerede afsluttet.", en: "The action is closed already.")
    static let notClosed = Words(da: "Indsatsen er ikke afsluttet.", en: "The action is not closed.")
}
