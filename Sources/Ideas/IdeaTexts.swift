import ActionPlan
import Design
import Kernel

/// What is said about ideas.
struct IdeaTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var ideas: String { say("Idéer", "Ideas") }
    func idea(_ what: String) -> String { say("Idé: \(what)", "Idea: \(what)") }
    var haveAnIdea: String { say("Jeg har en idé", "I have an idea") }
    func allIdeas(_ count: Int) -> String {
        let number = count >= 1000 ? "1000+" : String(count)
        return say("Alle idéer (\(number))", "All ideas (\(number))")
    }

    func support(_ count: Int) -> String {
        switch count {
        case 0: say("Ingen støtter endnu", "No support yet")
        case 1: say("1 støtter", "1 supports it")
        default: say("\(count) støtter", "\(count) support it")
        }
    }

    // MARK: At the door

    var atTheDoor: String { say("Hvad vil du sige?", "What would you like to say?") }
    var reportSomething: String { say("Meld noget", "Report something") }
    var formTitle: String { say("Har du en idé?", "Do you have an idea?") }
    func laidAt(_ body: String) -> String { say("Lægges hos \(body)", "Is laid before \(body)") }
    var what: String { say("Hvad kunne være bedre?", "What could be better?") }
    var whatHint: String { say("Kort, som på en seddel.", "Briefly, as on a note.") }
    var why: String { say("Hvorfor, og hvordan?", "Why, and how?") }
    var anonymous: String { say("Uden mit navn", "Without my name") }
    var anonymousHint: String {
        say(
            "Så gemmes intet om, hvem du er, og kun dagen; ellers står dit navn ved idéen. Alle, der kan se handleplanen, kan læse den: skriv ikke om enkelte personer.",
            "Then nothing is kept of who you are, and only the day; else your name stands beside the idea. Everyone who sees the action plan can read it: do not write about single persons."
        )
    }
    var yourName: String { say("Dit navn", "Your name") }
    var nameHint: String {
        say(
            "Kun hvis du ikke skriver uden navn. Alle, der kan se handleplanen, kan se det.",
            "Only where you give your name. Everyone who sees the action plan can see it.")
    }
    var give: String { say("Giv idéen", "Give the idea") }
    var givenNow: String {
        say("Tak. Idéen ligger på parkeringspladsen.", "Thank you. The idea is in the parking lot.")
    }
    var thanks: String { say("Tak for idéen", "Thank you for the idea") }
    var thanksAbout: String {
        say(
            "Den ligger nu på parkeringspladsen ved gruppens tavle, hvor kolleger kan støtte den. Gruppens svar kan læses dér af alle i enheden, der logger ind.",
            "It is now in the parking lot beside the group's board, where colleagues can support it. Everyone in the unit who signs in can read there what the group answers."
        )
    }
    var giveAnother: String { say("Jeg har en idé mere", "I have another idea") }
    var nowhere: String { say("Her kan du ikke lægge en idé", "You cannot give an idea here") }
    var linkIsOld: String {
        say(
            "Linket virker ikke længere. Måske er enheden lukket eller plakaten gammel.",
            "The link no longer works. Perhaps the unit has closed or the poster is old.")
    }
    var nobodyLooksAfter: String {
        say(
            "Der er ingen gruppe, der ser efter enheden, eller også er den lukket.",
            "No group looks after the unit, or it has closed.")
    }
    var nowhereHelp: String {
        say(
            "Sig din idé til din leder eller din arbejdsmiljørepræsentant.",
            "Tell your leader or your safety representative about your idea.")
    }
    var youWrote: String { say("Det skrev du", "What you wrote") }

    // MARK: Lists

    var ideasAbout: String {
        say(
            "Det, kolleger gerne vil have gjort. Støt det, du også vil. Gruppen svarer.",
            "What colleagues would like to see done. Support what you want too. The group answers.")
    }
    var myIdeas: String { say("Mine idéer", "My ideas") }
    var myIdeasAbout: String {
        say("Dem, du har givet med navn.", "Those that you gave with your name.")
    }
    var all: String { say("Alle", "All") }
    var state: String { say("Status", "State") }
    var order: String { say("Rækkefølge", "Order") }
    var noIdeas: String { say("Ingen idéer endnu", "No ideas yet") }
    var noIdeasHelp: String {
        say(
            "Alle i enheden kan lægge en idé her, også uden navn fra opslaget med QR-koden.",
            "Everyone in the unit can lay an idea here, also without a name from the poster with the QR code.")
    }
    var noneFound: String { say("Ingen idéer er der lige nu", "No ideas are there right now") }
    var noneFoundHelp: String { say("Se dem alle i stedet.", "See all of them instead.") }
    var noneMine: String { say("Du har ikke givet en idé endnu", "You have not given an idea yet") }
    var noneMineHelp: String {
        say("Hvad ville gøre din arbejdsdag bedre?", "What would make your working day better?")
    }

    func name(_ order: IdeaFilter.Order) -> String {
        switch order {
        case .day: say("Nyeste først", "Latest first")
        case .support: say("Mest støtte først", "Most support first")
        }
    }

    func name(_ state: IdeaState) -> String {
        switch state {
        case .waiting: say("Venter på svar", "Awaits an answer")
        case .parked: say("Lagt til side", "Put aside")
        case .takenUp: say("Taget op", "Taken up")
        case .done: say("Gennemført", "Done")
        case .declined: say("Sagt nej til", "Declined")
        }
    }

    func badge(_ state: IdeaState) -> Badge {
        switch state {
        case .waiting: Badge(name(state), .soon)
        case .done: Badge(name(state), .ok)
        case .parked, .takenUp, .declined: Badge(name(state))
        }
    }

    func giver(_ giver: IdeaGiver, name: String?) -> String {
        switch giver {
        case .anonymous: say("Uden navn", "Without a name")
        case .person: name ?? say("En kollega", "A colleague")
        case .guest(let name): name
        }
    }

    // MARK: One idea

    var theIdea: String { say("Idéen", "The idea") }
    var noWhy: String { say("Der er ikke skrevet mere.", "No more has been written.") }
    var givenBy: String { say("Givet af", "Given by") }
    var given: String { say("Givet", "Given") }
    var unit: String { say("Enhed", "Unit") }
    var wouldHelp: String { say("Vil være med", "Would like to help") }
    var answer: String { say("Gruppens svar", "The group's answer") }

    func told(_ state: IdeaState) -> String {
        switch state {
        case .waiting: say("Gruppen har ikke svaret endnu.", "The group has not answered yet.")
        case .parked: say("Ikke nu. Idéen venter på parkeringspladsen.", "Not now. The idea waits in the parking lot.")
        case .takenUp: say("Ja. Idéen er nu en indsats på handleplanen.", "Yes. The idea is now an action on the plan.")
        case .done: say("Det, der kom ud af idéen, er afsluttet.", "What came of the idea is closed.")
        case .declined: say("Nej.", "No.")
        }
    }

    func name(_ effect: Effect) -> String {
        switch effect {
        case .yes: say("Det virkede.", "It worked.")
        case .partly: say("Det virkede delvist.", "It worked in part.")
        case .no: say("Det virkede ikke.", "It did not work.")
        }
    }

    var support: String { say("Støt idéen", "Support the idea") }
    func told(_ support: IdeaSupport?) -> String {
        switch support {
        case nil:
            say(
                "Vil du også det? Så hører du, hvad der bliver af den. Her står kun, hvor mange I er.",
                "Would you like it too? Then you hear what becomes of it. Only how many you are stands here.")
        case .standing:
            say(
                "Du støtter idéen og hører, hvad der bliver af den.",
                "You support the idea and will hear what becomes of it.")
        case .helping:
            say(
                "Du støtter idéen og vil være med. Dit navn står ved den.",
                "You support the idea and would like to help. Your name stands beside it.")
        }
    }
    var supportIt: String { say("Støt", "Support") }
    var supportAndHelp: String { say("Jeg vil være med", "I would like to help") }
    var withdraw: String { say("Træk støtten tilbage", "Take the support back") }
    func supportedNow(_ support: IdeaSupport) -> String {
        support == .helping
            ? say(
                "Tak. Gruppen kan se, at du vil være med.", "Thank you. The group can see that you would like to help.")
            : say("Du støtter idéen.", "You support the idea.")
    }
    var withdrawnNow: String { say("Du støtter ikke idéen længere.", "You no longer support the idea.") }
    var yourIdea: String { say("Din idé", "Your idea") }
    var yourIdeaAbout: String {
        say("Du får besked, når gruppen har svaret.", "You will be told when the group has answered.")
    }

    // MARK: Deciding

    var decide: String { say("Hvad gør I?", "What will you do?") }
    var takeUp: String { say("Gør til en indsats", "Make it an action") }
    var park: String { say("Læg til side indtil videre", "Put aside for now") }
    var parkIt: String { say("Læg til side", "Put aside") }
    var parkHint: String {
        say(
            "De, der står bag idéen, kan læse det. Den bliver liggende, til nogen tager den op.",
            "Those behind the idea can read this. It stays until somebody takes it up.")
    }
    var decline: String { say("Sig nej", "Decline") }
    var declineIt: String { say("Sig nej til idéen", "Decline the idea") }
    var declineHint: String {
        say(
            "Den, der gav idéen, og de, der støtter den, læser det.",
            "Whoever gave the idea and those who support it read this.")
    }
    var erase: String { say("Fjern også idéens ord", "Also take the idea's words away") }
    var eraseHint: String {
        say(
            "Når de handler om en person eller ikke hører til her. De kan ikke hentes frem igen.",
            "Where they are about a person or do not belong here. They cannot be brought back.")
    }
    var reason: String { say("Hvorfor?", "Why?") }
    var reopen: String { say("Fortryd: idéen venter igen", "Undo: the idea waits again") }

    func decidedNow(_ decision: IdeaDecision) -> String {
        switch decision {
        case .parking: say("Idéen er lagt til side.", "The idea has been put aside.")
        case .declining: say("I har sagt nej til idéen.", "The idea has been declined.")
        case .reopening: say("Idéen venter på svar igen.", "The idea awaits an answer again.")
        }
    }

    func explain(_ problem: IdeaProblem) -> String {
        switch problem {
        case .decidedAlready(.takenUp):
            say(
                "Idéen er allerede taget op og har en indsats, der ikke er afsluttet. Skriv videre på den.",
                "The idea has been taken up already and has an action that is not closed. Go on with that one.")
        case .decidedAlready(let state):
            say(
                "Idéen er afgjort: \(name(state).lowercased()). Fortryd det først, hvis I vil beslutte noget andet.",
                "The idea has been decided: \(name(state).lowercased()). Undo that first to decide otherwise.")
        case .decidedMeanwhile:
            say(
                "En anden har svaret på idéen imens. Se på svaret, og beslut så igen.",
                "Somebody else answered the idea meanwhile. Look at the answer, then decide again.")
        case .whichUnit:
            say(
                "Skriv, hvilken enhed eller plan idéen hører til. Nøglens ejer hører ikke til nogen.",
                "Say which unit or plan the idea belongs to. The token's owner belongs to none.")
        }
    }
}

/// Why somebody who may read an idea may not do more, and who can help.
enum IdeaRefusals {
    static let decide = Words(
        da:
            "Det beslutter gruppens medlemmer og koordinatoren. Støt idéen, eller spørg jeres arbejdsmiljørepræsentant.",
        en: "The group's members and the coordinator decide that. Support the idea, or ask your safety representative.")
    static let ownIdea = Words(
        da: "Det er din egen idé. Andre kan støtte den.", en: "It is your own idea. Others can support it.")
    static let decided = Words(
        da: "Gruppen har svaret på idéen. Den kan ikke støttes længere.",
        en: "The group has answered the idea. It can no longer be supported.")
}
