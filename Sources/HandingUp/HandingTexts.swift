import ActionPlan
import Design
import Kernel

/// What is said where a group hands an action up.
struct HandingTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var cannotSolve: String { say("Vi kan ikke løse det selv", "We cannot solve this ourselves") }
    var cannotSolveAbout: String {
        say("Så skal andre hjælpe. Der er to veje.", "Then others must help. There are two ways.")
    }
    var handUp: String { say("Giv den videre", "Hand it up") }
    var handUpAbout: String {
        say(
            "Udvalget over jer tager den, eller svarer jer hvorfor ikke.",
            "The committee above you takes it on, or answers why not.")
    }
    var nobodyAboveTitle: String { say("Ingen at give den videre til", "Nobody to hand it up to") }
    var nobodyAbove: String {
        say(
            "Den er allerede givet videre, eller der er intet udvalg over jer, som ikke har haft den.",
            "It has been handed up already, or there is no committee above you that has not had it.")
    }

    func handUpTitle(_ what: String) -> String { say("Giv »\(what)« videre", "Hand “\(what)” up") }
    var handUpPageAbout: String {
        say(
            "Jeres indsats bliver stående hos jer. Her kan I følge, hvad der bliver af det.",
            "Your action stays with you. You can follow here what becomes of it.")
    }
    var toWhom: String { say("Til hvem?", "To whom?") }
    var what: String { say("Hvad handler det om?", "What is it about?") }
    var whatHint: String {
        say(
            "Det ser de først. Skriv intet fortroligt: de kan ikke nødvendigvis se jeres indsats.",
            "They see this first. Write nothing confidential: they may not see your action.")
    }
    var asked: String { say("Hvad beder I om?", "What do you ask for?") }
    var why: String { say("Hvorfor kan I ikke selv?", "Why can you not do it yourselves?") }
    var theyAsk: String { say("Det beder de om", "What they ask for") }
    var theyCannot: String { say("Derfor kan de ikke selv", "Why they cannot do it themselves") }
    var handItUp: String { say("Giv den videre", "Hand it up") }
    var handedNow: String { say("Den er givet videre.", "It has been handed up.") }

    // MARK: Above

    var isUp: String { say("Givet videre", "Handed up") }
    var handedUp: String { say("Givet op til os", "Handed up to us") }
    func handedTo(_ name: String) -> String { say("Givet op til \(name)", "Handed up to \(name)") }
    var handedAbout: String {
        say("Det, grupperne under jer ikke selv kan løse.", "What the groups below you cannot solve themselves.")
    }
    func waitHere(_ count: Int) -> String {
        count == 1
            ? say("1 sag er givet op til jer og venter på svar", "1 matter has been handed up to you and waits")
            : say(
                "\(count) sager er givet op til jer og venter på svar",
                "\(count) matters have been handed up to you and wait")
    }
    var nothingHanded: String { say("Intet er givet op til jer", "Nothing has been handed up to you") }
    var nothingHandedAbout: String {
        say(
            "Når en gruppe ikke selv kan løse noget, står det her.",
            "When a group cannot solve something itself, it stands here.")
    }
    func from(_ group: String) -> String { say("Fra \(group)", "From \(group)") }
    func origin(_ what: String, from group: String) -> String {
        say("Givet videre fra \(group): \(what)", "Handed up by \(group): \(what)")
    }
    static func waits(_ what: String) -> Words { Words(da: "Svar: \(what)", en: "Answer: \(what)") }
    static let findHelp = Words(da: "Find sagkyndig hjælp", en: "Find expert help")

    func badge(_ state: HandingState) -> Badge {
        switch state {
        case .open: Badge(say("Venter på svar", "Waiting for an answer"), .soon)
        case .taken: Badge(say("Taget op", "Taken on"), .ok)
        case .done: Badge(say("Afsluttet", "Closed"), .ok)
        case .sentBack: Badge(say("Givet tilbage", "Sent back"))
        case .passedOn: Badge(say("Givet videre", "Handed further up"))
        case .withdrawn: Badge(say("Trukket tilbage", "Withdrawn"))
        }
    }

    var theirAction: String { say("Se gruppens indsats", "See the group's action") }
    var withdraw: String { say("Træk den tilbage", "Withdraw it") }
    var withdrawnNow: String { say("Den er trukket tilbage.", "It is withdrawn.") }
    var yourAnswer: String { say("Hvad svarer I?", "What do you answer?") }
    var takeOn: String { say("Vi tager den", "We take it on") }
    var sendBack: String { say("Giv den tilbage", "Send it back") }
    var reason: String { say("Hvorfor?", "Why?") }
    var advice: String { say("Hvad foreslår I i stedet?", "What do you suggest instead?") }
    var adviceHint: String { say("Et råd, de kan gå videre med.", "Advice that they can go on with.") }
    var sendItBack: String { say("Giv tilbage", "Send back") }
    var sentBackNow: String { say("Gruppen har fået svar.", "The group has your answer.") }
    var passOn: String { say("Giv den et skridt videre op", "Hand it one step further up") }
    var passItOn: String { say("Giv videre op", "Hand further up") }
    var passedNow: String { say("Den er givet videre op.", "It has been handed further up.") }

    // MARK: The way

    var theWay: String { say("Givet videre", "Handed up") }
    func gave(_ from: String, to: String) -> String { say("\(from) gav den til \(to)", "\(from) handed it to \(to)") }
    func gaveBack(_ body: String) -> String { say("\(body) gav den tilbage", "\(body) sent it back") }
    func tookOn(_ body: String) -> String { say("\(body) tog den på sin plan", "\(body) took it on to its plan") }
    var tookBack: String { say("Trukket tilbage", "Withdrawn") }

    func name(_ stage: Stage) -> String {
        switch stage {
        case .started: say("Startet", "Started")
        case .underWay: say("Godt i gang", "Well under way")
        case .atGoal: say("I mål", "At the goal")
        case .followUp: say("Opfølgning", "Follow-up")
        case .closed: say("Afsluttet", "Closed")
        }
    }
    func name(_ effect: Effect) -> String {
        switch effect {
        case .yes: say("Det virkede.", "It worked.")
        case .partly: say("Det virkede delvist.", "It worked in part.")
        case .no: say("Det virkede ikke.", "It did not work.")
        }
    }
}

/// What can be wrong with taking a matter on.
enum HandingProblem: Problem, Equatable {
    case takenAlready

    func explained(in language: Language) -> String {
        language.pick(
            da: "En anden har allerede taget den på planen.", en: "Somebody else has taken it on to the plan already.")
    }
}

enum HandingRefusals {
    static let work = Words(
        da: "Det kan medlemmerne af den gruppe, der gav den videre.",
        en: "The members of the group that handed it up can do that.")
    static let answer = Words(
        da: "Det svarer medlemmerne af udvalget over gruppen på.", en: "The members of the body above answer that.")
    static let answered = Words(
        da: "Der er svaret, eller gruppen har trukket den tilbage.",
        en: "It has been answered, or the group has withdrawn it.")
    static let isUp = Words(
        da: "Indsatsen er allerede givet videre. Følg den på indsatsens side.",
        en: "The action has been handed up already. Follow it on the action's page.")
    static let isClosed = Words(da: "Indsatsen er afsluttet.", en: "The action is closed.")
    static let settle = Words(
        da: "Det siger den, der leder efter hjælpen, og gruppens medlemmer.",
        en: "Whoever seeks the help and the group's members say that.")
    static let settled = Words(da: "Der er allerede svaret.", en: "It has been answered already.")
}
