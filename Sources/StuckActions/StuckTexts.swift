import Kernel

/// What is said of actions that stand still, and of the check.
struct StuckTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Bevæger den sig?", "Does it move?") }
    var still: String { say("Står stille", "Standing still") }

    // MARK: The plan's page

    func stillIn(_ name: String) -> String { say("Står stille: \(name)", "Standing still: \(name)") }
    func stillAbout(_ weeks: Int?) -> String {
        guard let weeks else {
            return say(
                "Gruppen bliver ikke spurgt, om indsatser bevæger sig.", "The group is not asked whether actions move.")
        }
        return say(
            "Åbne indsatser, som ingen har rørt i \(self.weeks(weeks)). Den ansvarlige bliver spurgt på sin forside.",
            "Open actions that nobody has touched for \(self.weeks(weeks)). Whoever is responsible is asked on Today.")
    }
    var nothingStill: String { say("Alt bevæger sig", "Everything moves") }
    var nothingStillAbout: String {
        say(
            "Her står de indsatser, der har ligget uden ændring, kommentar eller fil.",
            "Actions that have lain without a change, a comment or a file stand here.")
    }
    var what: String { say("Indsats", "Action") }
    var responsible: String { say("Ansvarlig", "Responsible") }
    var lastMoved: String { say("Sidst rørt", "Last touched") }
    var now: String { say("Nu", "Now") }
    var isChecked: String { say("I svarer på de elleve spørgsmål", "You are answering the eleven questions") }
    var isAsked: String { say("Den ansvarlige er spurgt", "Whoever is responsible has been asked") }
    var hasSaid: String { say("Den ansvarlige har svaret", "Whoever is responsible has answered") }
    var setting: String { say("Hvornår spørger vi?", "When do we ask?") }
    var settingAbout: String {
        say(
            "Så længe må en indsats ligge, før den ansvarlige bliver spurgt, om den bevæger sig.",
            "So long an action may lie before whoever is responsible is asked whether it moves.")
    }
    func weeks(_ count: Int) -> String { say("\(count) uger", "\(count) weeks") }
    var never: String { say("Aldrig", "Never") }
    var save: String { say("Gem", "Save") }
    var saved: String { say("Gemt.", "Saved.") }

    // MARK: The one question

    func moves(_ what: String) -> String { say("Bevæger »\(what)« sig?", "Does “\(what)” move?") }
    func stillSince(_ day: String) -> String {
        say("Der er ikke sket noget med den siden \(day).", "Nothing has happened to it since \(day).")
    }
    var doesItMove: String { say("Bevæger den sig?", "Does it move?") }

    func name(_ answer: MovingAnswer.Kind) -> String {
        switch answer {
        case .moves: say("Ja, den bevæger sig", "Yes, it moves")
        case .waits: say("Den venter på noget", "It waits for something")
        case .stuck: say("Den er gået i stå", "It is stuck")
        case .dropped: say("Vi dropper den", "We drop it")
        }
    }

    func detail(_ answer: MovingAnswer.Kind, mayClose: Bool) -> String {
        switch answer {
        case .moves:
            say("Skriv, hvordan det står. Det bliver en kommentar.", "Write how it stands. It becomes a comment.")
        case .waits:
            say("Skriv på hvad, og hvornår I ser på den igen.", "Write for what, and when you look at it again.")
        case .stuck:
            say(
                "I får elleve spørgsmål, som gruppen svarer på hver for sig.",
                "You get eleven questions, which each in the group answers alone.")
        case .dropped:
            mayClose
                ? say("Du kommer til at afslutte den.", "You go on to close it.")
                : say("Skriv hvorfor. Gruppen beslutter.", "Write why. The group decides.")
        }
    }

    var said: String { say("Hvordan står det, eller hvad venter I på?", "How does it stand, or what do you wait for?") }
    var saidHint: String { say("Alle, der ser indsatsen, kan læse det.", "Everyone who sees the action can read it.") }
    var lookAgainOn: String { say("Hvornår ser I på den igen?", "When do you look at it again?") }
    var lookAgainHint: String { say("Kun når den venter på noget.", "Only where it waits for something.") }
    var send: String { say("Svar", "Answer") }
    var saidNow: String {
        say("Tak. Der bliver ikke spurgt igen foreløbig.", "Thank you. You are not asked again for a while.")
    }

    // MARK: On the action's page

    var saySo: String { say("Svar: bevæger den sig?", "Answer: does it move?") }
    var offer: String { say("Svar på de elleve spørgsmål sammen", "Answer the eleven questions together") }
    var offerAlways: String {
        say("Er I gået i stå? Elleve spørgsmål hjælper jer videre", "Stuck? Eleven questions help you on")
    }
    var isRunning: String { say("Svar på de elleve spørgsmål", "Answer the eleven questions") }
    var earlier: String { say("Elleve spørgsmål, sammenlignet", "Eleven questions, compared") }
    func checkOf(_ day: String) -> String { say("Fra \(day)", "From \(day)") }

    // MARK: Starting

    func startTitle(_ what: String) -> String { say("Gået i stå: \(what)", "Stuck: \(what)") }
    var startAbout: String {
        say(
            "Hver svarer alene på elleve korte spørgsmål. Bagefter lægger I svarene ved siden af hinanden.",
            "Each answers eleven short questions alone. Then you lay the answers side by side.")
    }
    var form: String { say("Med eller uden navn?", "With or without names?") }
    var formHint: String {
        say("Det kan ikke ændres, når I er begyndt.", "It cannot be changed once you have begun.")
    }
    func name(_ form: CheckForm) -> String {
        switch form {
        case .named: say("Med navn", "With names")
        case .unnamed: say("Uden navn", "Without names")
        }
    }
    func detail(_ form: CheckForm) -> String {
        switch form {
        case .named:
            say(
                "Når I sammenligner, står navnene ved svarene.", "When you compare, the names stand beside the answers."
            )
        case .unnamed:
            say(
                "Ingen kan se, hvem der svarede hvad. I kan sammenligne fra tre svar.",
                "Nobody can see who answered what. You can compare from three answers on.")
        }
    }
    func areAsked(_ count: Int) -> String {
        say(
            "\(count) bliver spurgt: den ansvarlige, dem, der medvirker, og gruppens medlemmer.",
            "\(count) are asked: whoever is responsible, those who take part, and the group's members.")
    }
    var inviteMore: String { say("Spørg flere kolleger", "Ask more colleagues") }
    var invite: String { say("Hvem ellers?", "Who else?") }
    var inviteHint: String {
        say("Kolleger fra enheden. De kan se indsatsen.", "Colleagues of the unit. They can see the action.")
    }
    var begin: String { say("Begynd", "Begin") }
    var startedNow: String { say("De er spurgt. Svar selv først.", "They have been asked. Answer first yourself.") }
    var runsAlready: String { say("I er allerede i gang", "You have begun already") }
    var runsAlreadyAbout: String {
        say("Svar på den, der er i gang, eller stop den først.", "Answer the one that runs, or stop it first.")
    }

    // MARK: Answering

    func checkTitle(_ what: String) -> String {
        say("Elleve spørgsmål om »\(what)«", "Eleven questions about “\(what)”")
    }
    var checkAbout: String {
        say(
            "Svar alene, og som du ser det. Ingen ser andres svar, før de sammenlignes.",
            "Answer alone, and as you see it. Nobody sees others' answers before they are compared.")
    }
    var isNamed: String {
        say(
            "Når I sammenligner, kan alle, der ser indsatsen, se dit navn ved dine svar.",
            "When you compare, everyone who sees the action can see your name beside your answers.")
    }
    var isUnnamed: String {
        say(
            "Uden navn: at du har svaret, gemmes for sig. Dine svar har intet navn, og når de er sammenlignet, hænger de ikke engang sammen indbyrdes. Det, du skriver, står ordret.",
            "Without names: that you have answered is kept apart. Your answers have no name, and once compared they do not even hang together. What you write stands word for word."
        )
    }
    func answered(_ count: Int, of all: Int) -> String {
        say("\(count) af \(all) har svaret", "\(count) of \(all) have answered")
    }
    func compareFrom(_ least: Int) -> String {
        say(
            "I kan sammenligne, når mindst \(least) har svaret.",
            "You can compare when at least \(least) have answered.")
    }
    var compare: String { say("Sammenlign nu", "Compare now") }
    var end: String { say("Stop, og slet svarene", "Stop, and delete the answers") }
    func name(_ reply: Verdict) -> String {
        switch reply {
        case .yes: say("Ja", "Yes")
        case .partly: say("Delvist", "Partly")
        case .no: say("Nej", "No")
        }
    }
    func writeALine(_ number: Int) -> String { say("Skriv en linje til \(number)", "Write a line for \(number)") }
    var line: String { say("En linje, hvis du vil", "A line, if you like") }
    var mayChange: String {
        say("Du kan ændre dine svar, indtil de sammenlignes.", "You can change your answers until they are compared.")
    }
    var saveAnswers: String { say("Gem mine svar", "Save my answers") }
    var changeAnswers: String { say("Gem mine nye svar", "Save my new answers") }
    var answeredNow: String { say("Dine svar er gemt.", "Your answers are saved.") }
    var isOver: String { say("Der svares ikke mere", "No more answers") }
    var isOverAbout: String {
        say(
            "De elleve spørgsmål er stoppet, eller indsatsen er afsluttet.",
            "The questions were stopped, or the action is closed.")
    }
    var endedNow: String { say("Stoppet. Svarene er slettet.", "Stopped. The answers are deleted.") }
}
