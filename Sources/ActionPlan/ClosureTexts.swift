import Kernel

/// What is asked when an action is closed, put on hold or taken up again.
struct ClosureTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var close: String { say("Afslut", "Close") }
    var closeTitle: String { say("Afslut indsatsen", "Close the action") }
    var closeAbout: String {
        say("Fire korte svar, så andre kan lære af det.", "Four short answers, so that others can learn from it.")
    }
    var planned: String { say("Hvad var planen?", "What was the plan?") }
    var done: String { say("Hvad blev gjort?", "What was done?") }
    var effect: String { say("Havde det effekt?", "Did it have the effect?") }
    var learned: String { say("Hvad lærte I?", "What did you learn?") }
    var closing: String { say("Afslutning", "Closing") }
    var takenBack: String { say("Åbnet igen", "Reopened") }
    var reopen: String { say("Åbn igen", "Reopen") }
    var noEffect: String { say("Det virkede ikke. Hvad gør I så?", "It did not work. What now?") }
    var another: String { say("Lav en ny indsats", "Make a new action") }

    var closedMeanwhile: String { say("En anden afsluttede den imens", "Somebody else closed it meanwhile") }
    var closedMeanwhileAbout: String {
        say(
            "Det første står. Dit er her endnu: send det som en kommentar, så går det ikke tabt.",
            "The first one stands. Yours is still here: send it as a comment, so that it is not lost.")
    }
    var sendAsComment: String { say("Send som kommentar", "Send as a comment") }

    var hold: String { say("Sæt på hold", "Put on hold") }
    var holdTitle: String { say("Sæt indsatsen på hold", "Put the action on hold") }
    var holdAbout: String {
        say("Alle, der er med, får det at vide.", "Everyone who takes part is told.")
    }
    var reason: String { say("Hvorfor må det vente?", "Why must it wait?") }
    var lookAgainOn: String { say("Hvornår ser I på det igen?", "When will you look at it again?") }
    var resume: String { say("Tag den op igen", "Take it up again") }
    var isOnHold: String { say("På hold", "On hold") }
}
