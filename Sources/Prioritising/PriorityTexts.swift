import Design
import Kernel

/// What the pages of rounds say.
struct PriorityTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var prioritise: String { say("Prioritér", "Prioritise") }
    var rounds: String { say("Prioriteringer", "Prioritisings") }
    var roundsAbout: String {
        say(
            "Se sammen på, hvad der gør størst forskel for flest, og hvad I selv kan gøre noget ved.",
            "See together what makes the largest difference to most, and what you can do something about yourselves.")
    }
    var noRounds: String { say("I har ikke prioriteret sammen endnu", "You have not prioritised together yet") }
    var noRoundsHelp: String {
        say(
            "Vælg nogle idéer og indsatser. Først lægger gruppen dem selv, så hver for sig, og så ser I billedet sammen.",
            "Choose some ideas and actions. First the group lays them itself, then each alone, and then you see the picture together."
        )
    }
    var newRound: String { say("Ny prioritering", "New prioritising") }
    var enterCode: String { say("Jeg har en kode", "I have a code") }
    func cards(_ count: Int) -> String { count == 1 ? say("1 kort", "1 card") : say("\(count) kort", "\(count) cards") }
    func people(_ count: Int) -> String {
        count == 1 ? say("1 har placeret", "1 person placed") : say("\(count) har placeret", "\(count) people placed")
    }
    func started(_ day: String) -> String { say("begyndt \(day)", "begun \(day)") }

    // MARK: Starting

    var newRoundAbout: String {
        say(
            "Vælg 2 til \(PriorityRound.mostCards) kort. Ti er nok til en halv time.",
            "Choose 2 to \(PriorityRound.mostCards) cards. Ten are enough for half an hour.")
    }
    var roundTitle: String { say("Hvad prioriterer I?", "What do you prioritise?") }
    var roundTitleHint: String {
        say(
            "F.eks. »Indsatser efter APV« eller et enkelt tema.",
            "Such as “Actions after the assessment”, or one theme.")
    }
    var chooseIdeas: String { say("Idéer fra parkeringspladsen", "Ideas from the parking lot") }
    var chooseActions: String { say("Åbne indsatser", "Open actions") }
    var noneOpen: String { say("Der er ingen åbne lige nu.", "None are open right now.") }
    var ownCards: String { say("Egne kort", "Cards of your own") }
    var ownCardsHint: String {
        say("Ét på hver linje. De kommer ikke på tavlen.", "One on each line. They do not come on the board.")
    }
    var whoPlaces: String { say("Hvem placerer?", "Who places?") }
    var start: String { say("Begynd", "Begin") }
    var startedNow: String {
        say("Prioriteringen er begyndt. Læg jeres eget bud.", "The prioritising has begun. Lay your own proposal.")
    }
    func support(_ count: Int) -> String {
        count == 1 ? say("1 støtter", "1 supports it") : say("\(count) støtter", "\(count) support it")
    }
    func due(_ day: String) -> String { say("frist \(day)", "due \(day)") }

    func name(_ audience: Audience) -> String {
        switch audience {
        case .members: say("Kun gruppens medlemmer", "Only the group's members")
        case .everyone: say("Alle i gruppens enheder", "Everybody in the group's units")
        }
    }
    func about(_ audience: Audience) -> String {
        switch audience {
        case .members: say("De, der har en plads i gruppen.", "Those who have a seat in the group.")
        case .everyone:
            say(
                "Alle, der kan logge ind. De finder den på tavlen, med koden eller QR-koden.",
                "All who can sign in. They find it on the board, by the code or the QR code.")
        }
    }

    // MARK: Steps

    func name(_ step: RoundStep) -> String {
        switch step {
        case .proposal: say("Gruppens bud", "The group's proposal")
        case .placing: say("Hver for sig", "Each alone")
        case .overlay: say("Billedet sammen", "The picture together")
        case .agreement: say("Gruppen beslutter", "The group decides")
        case .closed: say("Afsluttet", "Closed")
        }
    }

    /// What happens now.
    func told(_ step: RoundStep) -> String {
        switch step {
        case .proposal:
            say(
                "Gruppen lægger kortene, som den selv ser dem. De andre ser det først sammen med alles.",
                "The group lays the cards as it sees them itself. The others see that only together with everybody's.")
        case .placing:
            say(
                "Alle placerer kortene hver for sig. Ingen kan se, hvad andre placerer.",
                "All place the cards, each alone. Nobody can see what others place.")
        case .overlay:
            say(
                "Alles prikker ligger over hinanden, uden navne. Tal om det, I ser forskelligt på.",
                "Everybody's dots lie over each other, without names. Talk about what you see differently.")
        case .agreement:
            say(
                "Gruppen lægger hvert kort, hvor det skal ligge.", "The group lays each card where it shall lie.")
        case .closed: say("Sådan prioriterede I.", "This is how you prioritised.")
        }
    }

    var leading: String { say("I styrer", "You lead") }
    func moveOn(to step: RoundStep) -> String {
        switch step {
        case .proposal: name(step)
        case .placing: say("Lad alle placere", "Let all place")
        case .overlay: say("Vis billedet for alle", "Show the picture to all")
        case .agreement: say("Gå til gruppens beslutning", "Go on to the group's decision")
        case .closed: say("Afslut prioriteringen", "Close the prioritising")
        }
    }
    var closeWarning: String {
        say(
            "Når den er afsluttet, kan I ikke gå tilbage. Kort, I ikke har lagt, står uden plads.",
            "Once it is closed you cannot go back. Cards that you have not laid stand without a place.")
    }
    var stepBack: String { say("Et skridt tilbage", "A step back") }
    func stepBack(to step: RoundStep) -> String {
        say("Tilbage til »\(name(step))«", "Back to “\(name(step))”")
    }
    var wipeWarning: String {
        say(
            "Alt, hvad der er placeret, bliver slettet, og alle begynder forfra. Ellers kunne man se, hvem der placerede bagefter.",
            "All that was placed is deleted, and all begin anew. Else one could see who placed afterwards.")
    }
    func movedNow(to step: RoundStep) -> String { say("Nu: \(name(step)).", "Now: \(name(step)).") }
    var toTheRound: String { say("Til prioriteringen", "To the prioritising") }

    // MARK: Finding it

    func inProgress(_ title: String) -> String { say("I prioriterer: \(title)", "You are prioritising: \(title)") }
    var placeCards: String { say("Placér kortene", "Place the cards") }
    var look: String { say("Se", "Look") }
    var join: String { say("Kom med i en prioritering", "Join a prioritising") }
    var joinAbout: String {
        say(
            "Koden står på den side, som gruppen viser. Du skal være logget ind; hvad du placerer, kan ingen se er dit.",
            "The code stands on the page that the group shows. You must be signed in; nobody can see that what you place is yours."
        )
    }
    var code: String { say("Kode", "Code") }
    var find: String { say("Find den", "Find it") }
    func atTheDoor(_ address: String) -> String {
        say("Log ind, og skriv koden på \(address)", "Sign in, and type the code at \(address)")
    }
    var onlyMembers: String {
        say("Kun gruppens medlemmer placerer i denne.", "Only the group's members place cards in this one.")
    }

    func explain(_ problem: PriorityProblem) -> String {
        switch problem {
        case .tooMany(let count):
            say(
                "Der er plads til \(PriorityRound.mostCards) kort. I har valgt \(count).",
                "There is room for \(PriorityRound.mostCards) cards. You chose \(count).")
        case .tooFew: say("Vælg mindst to kort.", "Choose at least two cards.")
        case .goneMeanwhile:
            say(
                "Noget af det valgte er afsluttet eller afgjort imens. Se valgene igennem.",
                "Some of what you chose was closed or decided meanwhile. Look through the choices.")
        case .unanswered: say("Vælg et svar.", "Choose an answer.")
        case .unknownCode:
            say(
                "Der er ingen prioritering med den kode, eller du er ikke spurgt. Se koden efter.",
                "There is no prioritising with that code, or you are not asked. Check the code.")
        }
    }
}

/// Why somebody who may read a round may not do more, and who can help.
enum PriorityRefusals {
    static let lead = Words(
        da: "Det gør de, der arbejder med handleplanen. Spørg jeres arbejdsmiljørepræsentant.",
        en: "Those who work on the plan do that. Ask your safety representative.")
    static let place = Words(
        da: "I denne prioritering placerer kun de, gruppen har spurgt. Du kan se billedet, når det vises.",
        en:
            "In this prioritising only those whom the group has asked place cards. You can see the picture once it is shown."
    )
    static let movedOn = Words(
        da: "En anden har flyttet prioriteringen imens. Intet er ændret: se, hvor den står nu.",
        en: "Somebody else moved the prioritising meanwhile. Nothing was changed: look where it stands now.")
    static let notAgreed = Words(
        da: "Gruppen har ikke lagt kortene endnu.", en: "The group has not laid the cards yet.")
}
