import Kernel

/// What is said where a group asks its leader for a decision.
struct LeaderTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Lederens beslutning", "The leader's decision") }
    var ask: String { say("Spørg lederen", "Ask the leader") }
    func ask(_ what: String) -> String { say("Spørg lederen: \(what)", "Ask the leader: \(what)") }
    var askAbout: String {
        say(
            "Bed om det, der skal til. Lederen får det at vide med det samme, og svaret står her.",
            "Ask for what it takes. The leader hears at once, and the answer stands here.")
    }
    var wish: String { say("Hvad beder I om?", "What do you ask for?") }
    var text: String { say("Hvad, hvor meget og hvorfor?", "What, how much and why?") }
    var leader: String { say("Hvilken leder?", "Which leader?") }
    var answerBy: String { say("Hvornår har I brug for svar?", "By when do you need an answer?") }
    var send: String { say("Send spørgsmålet", "Send the question") }
    var askedNow: String { say("Lederen har fået spørgsmålet.", "The leader has been asked.") }
    var nobody: String { say("Ingen leder at spørge", "No leader to ask") }
    var nobodyAbout: String {
        say(
            "Der står ingen leder på enheden eller i gruppen. Koordinatoren kan sætte én på.",
            "The unit and the group have no leader on file. The coordinator can enter one.")
    }

    func name(_ wish: Wish) -> String {
        switch wish {
        case .time: say("Tid", "Time")
        case .money: say("Penge", "Money")
        case .layout: say("Anden indretning", "Another layout")
        }
    }

    func name(_ decision: LeaderAnswer.Decision) -> String {
        switch decision {
        case .yes: say("Ja", "Yes")
        case .partly: say("Delvist", "In part")
        case .no: say("Nej", "No")
        }
    }

    func asked(_ name: String, by asker: String, _ day: String) -> String {
        say("\(asker) spurgte \(name) \(day).", "\(asker) asked \(name) on \(day).")
    }
    func answerBy(_ day: String) -> String { say("Svar senest \(day)", "Answer by \(day)") }
    func missing(since day: String) -> String { say("Skulle være besvaret \(day)", "Was to be answered by \(day)") }
    var isMissing: String { say("Svar mangler", "No answer") }
    var isWaiting: String { say("Venter på svar", "Waiting for an answer") }
    var isWithdrawn: String { say("Trukket tilbage", "Withdrawn") }
    func answered(_ name: String, _ day: String) -> String {
        say("\(name) svarede \(day).", "\(name) answered on \(day).")
    }
    func from(_ day: String, _ decision: LeaderAnswer.Decision) -> String {
        decision == .no
            ? say("Kan tages op igen \(day)", "Can be raised again on \(day)") : say("Fra \(day)", "From \(day)")
    }
    var withdraw: String { say("Træk spørgsmålet tilbage", "Withdraw the question") }
    var withdrawnNow: String { say("Spørgsmålet er trukket tilbage.", "The question is withdrawn.") }

    // The leader's page.

    func question(_ what: String) -> String { say("En beslutning om \(what)", "A decision on \(what)") }
    func questionAbout(_ group: String) -> String {
        say("\(group) beder dig om at beslutte.", "\(group) asks you to decide.")
    }
    var theAction: String { say("Se indsatsen", "See the action") }
    var decision: String { say("Hvad siger du?", "What do you say?") }
    var reason: String { say("Hvorfor?", "Why?") }
    var reasonHint: String {
        say("Alle, der er med i indsatsen, kan læse det.", "Everyone who takes part in the action can read it.")
    }
    var fromDay: String { say("Fra hvilken dag?", "From which day?") }
    var fromHint: String {
        say(
            "Ved et nej: hvornår kan de tage det op igen?", "If no: when can they raise it again?")
    }
    var answer: String { say("Send svaret", "Send the answer") }
    var answeredNow: String { say("Svaret er sendt til alle, der er med.", "Everyone who takes part has your answer.") }
}

extension PlanRefusals {
    static let answer = Words(
        da: "Kun den leder, der er spurgt, kan svare. Spørg gruppen, hvis det skal være en anden.",
        en: "Only the leader who was asked can answer. Ask the group if it should be somebody else.")
    static let answeredAlready = Words(
        da: "Der er svaret, eller gruppen har trukket spørgsmålet tilbage.",
        en: "It has been answered, or the group has withdrawn the question.")
}
