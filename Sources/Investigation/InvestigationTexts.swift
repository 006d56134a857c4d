import Access
import Kernel
import Reports

/// What an investigation says on its pages.
struct InvestigationTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var investigation: String { say("Undersøgelse", "Investigation") }
    var reports: String { say("Meldinger", "Reports") }
    var begin: String { say("Undersøg", "Investigate") }
    var begun: String { say("Undersøgelsen er begyndt.", "The investigation has begun.") }
    var notBegun: String { say("Den er ikke undersøgt", "It has not been investigated") }
    var why: String {
        say(
            "Gruppens leder og arbejdsmiljørepræsentant deltager i enhver undersøgelse af en ulykke eller forgiftning, og også når noget kun var ved at gå galt.",
            "The group's leader and safety representative take part in every investigation of an accident or a poisoning, and also where something only nearly went wrong."
        )
    }
    var law: String {
        say("Bek. 65 af 22. januar 2024, § 31, stk. 2, nr. 4", "Executive Order 65 of 22 January 2024, § 31 (2) no. 4")
    }
    var open: String { say("Åbn undersøgelsen", "Open the investigation") }
    var isOpen: String { say("I gang", "Under way") }
    var isClosed: String { say("Afsluttet", "Closed") }
    func begunOn(_ day: String, by name: String?) -> String {
        say("Begyndt \(day)\(name.map { " af \($0)" } ?? "")", "Begun \(day)\(name.map { " by \($0)" } ?? "")")
    }
    func closedOn(_ day: String, by name: String?) -> String {
        say("Afsluttet \(day)\(name.map { " af \($0)" } ?? "")", "Closed \(day)\(name.map { " by \($0)" } ?? "")")
    }
    var paper: String { say("Til papir", "For paper") }
    var report: String { say("Meldingen", "The report") }
    var toReport: String { say("Se meldingen", "See the report") }
    var placeFact: String { say("Sted", "Place") }
    var save: String { say("Gem", "Save") }
    var add: String { say("Tilføj", "Add") }
    var edit: String { say("Ret", "Edit") }
    var remove: String { say("Fjern", "Remove") }
    var saved: String { say("Gemt.", "Saved.") }
    var removed: String { say("Fjernet.", "Removed.") }
    var cancel: String { say("Fortryd", "Cancel") }
    var confidential: String {
        say(
            "Meldingen er fortrolig. Kun I, der læser fortrolige meldinger her, kan se undersøgelsen. Gruppen ser den ikke, og dens to får ingen besked. Aftal med den, der meldte, hvad de må få at vide.",
            "The report is confidential. Only those who read confidential reports here see the investigation. The group does not, and its two are not told. Agree with the reporter what they may know."
        )
    }

    // MARK: Who takes part

    var participants: String { say("Hvem deltager?", "Who takes part?") }
    var tookPart: String { say("Har deltaget", "Have taken part") }
    var participantsHint: String {
        say("Sæt kryds, når de har været med.", "Tick them when they have taken part.")
    }
    var others: String { say("Andre", "Others") }
    var othersHint: String {
        say(
            "For eksempel den, det skete for, eller en, der kender maskinen.",
            "Such as the one it happened to, or somebody who knows the machine.")
    }
    var nobodyYet: String { say("Ingen har deltaget endnu.", "Nobody has taken part yet.") }
    var noGroup: String {
        say(
            "Ingen gruppe ser efter enheden. Skriv selv, hvem der deltager.",
            "No group looks after the unit. Write down yourselves who takes part.")
    }
    func lacking(_ roles: [Role]) -> String {
        switch (roles.contains(.leader), roles.contains(.representative)) {
        case (true, true):
            say(
                "Hverken gruppens leder eller arbejdsmiljørepræsentant har deltaget.",
                "Neither the group's leader nor its safety representative has taken part.")
        case (true, false): say("Gruppens leder har ikke deltaget.", "The group's leader has not taken part.")
        default:
            say(
                "Gruppens arbejdsmiljørepræsentant har ikke deltaget.",
                "The group's safety representative has not taken part.")
        }
    }

    // MARK: The event

    var timeline: String { say("Hvad skete der?", "What happened?") }
    var timelineHint: String {
        say("Trin for trin, begynd gerne før det gik galt.", "Step by step, and rather from before it went wrong.")
    }
    var noSteps: String { say("Ingen trin endnu.", "No steps yet.") }
    var time: String { say("Hvornår?", "When?") }
    var timeHint: String { say("Som I siger det: kl. 10.15, dagen før.", "As you say it: 10.15, the day before.") }
    var step: String { say("Hvad skete?", "What happened then?") }
    var addStep: String { say("Tilføj trin", "Add step") }
    var editStep: String { say("Ret trin", "Edit step") }
    func up(_ what: String) -> String { say("Flyt op: \(what)", "Move up: \(what)") }
    func down(_ what: String) -> String { say("Flyt ned: \(what)", "Move down: \(what)") }

    // MARK: Barriers

    var barriers: String { say("Hvad skulle have forhindret det?", "What should have prevented it?") }
    var barriersHint: String {
        say(
            "En skærm, en alarm, en aftale, en, der så det. Både det, der holdt, og det, der svigtede.",
            "A guard, an alarm, an agreement, somebody who saw it. What held, and what failed.")
    }
    var noBarriers: String { say("Ingen endnu.", "None yet.") }
    var barrier: String { say("Barriere", "Barrier") }
    var state: String { say("Hvordan gik det?", "How did it go?") }
    var addBarrier: String { say("Tilføj barriere", "Add barrier") }
    var editBarrier: String { say("Ret barriere", "Edit barrier") }
    func name(_ state: BarrierState) -> String {
        switch state {
        case .held: say("Holdt", "Held")
        case .failed: say("Svigtede", "Failed")
        case .missing: say("Manglede", "Missing")
        }
    }

    // MARK: Actions

    var makeAction: String { say("Gør til en indsats", "Make it an action") }
    func makeAction(of what: String) -> String { say("Gør til en indsats: \(what)", "Make it an action: \(what)") }
    var otherActions: String { say("Andre indsatser fra meldingen", "Other actions from the report") }
    var noOtherActions: String {
        say("Alle står ved det, de skal rette op på.", "All of them stand at what they are to mend.")
    }
    var lay: String { say("Hvad skal de rette op på?", "What are they to mend?") }
    var atNone: String { say("Ingen bestemt årsag", "No cause in particular") }
    var actions: String { say("Indsatser", "Actions") }
    var noActions: String { say("Ingen indsatser endnu.", "No actions yet.") }
    var overdue: String { say("Overskredet", "Overdue") }

    // MARK: The end

    var conclusion: String { say("Konklusion", "Conclusion") }
    var conclusionLabel: String { say("Hvad fandt I ud af?", "What did you find out?") }
    var prevention: String { say("Hvad ville have forhindret det?", "What would have prevented it?") }
    var noConclusion: String { say("Der er ikke konkluderet endnu.", "Nothing has been concluded yet.") }
    var close: String { say("Afslut undersøgelsen", "Close the investigation") }
    var closeIt: String { say("Afslut og send svaret", "Close and send the answer") }
    var closedSaid: String {
        say("Undersøgelsen er afsluttet, og svaret er sendt.", "The investigation is closed and the answer sent.")
    }
    var reopen: String { say("Åbn den igen", "Open it again") }
    var reopened: String { say("Undersøgelsen er åben igen.", "The investigation is open again.") }
    var causeUnknown: String { say("Årsagen kunne ikke findes", "The cause could not be found") }
    var feedback: String { say("Svar til den, der meldte", "Answer to the reporter") }
    var feedbackHint: String {
        say(
            "Hvad fandt I, og hvad gør I? Undersøgelsen selv kan den, der meldte, ikke se.",
            "What did you find, and what will you do? The reporter cannot see the investigation itself.")
    }
    var way: String { say("Hvad sker der med meldingen?", "What becomes of the report?") }
    func name(_ way: InvestigationEnding.Way) -> String {
        switch way {
        case .message:
            say("Den er stadig åben: svaret sendes som besked", "It stays open: the answer goes as a message")
        case .outcome: say("Den lukkes med svaret", "It is closed with the answer")
        }
    }
    func hint(_ openActions: Int) -> String {
        guard openActions > 0 else {
            return say("Ingen indsatser fra den er åbne.", "No action from it is open.")
        }
        return say(
            openActions == 1
                ? "1 indsats er åben. Den lukker meldingen, når den afsluttes."
                : "\(openActions) indsatser er åbne. Den sidste lukker meldingen.",
            openActions == 1
                ? "1 action is open. Closing it closes the report."
                : "\(openActions) actions are open. The last of them closes the report.")
    }

    // MARK: Similar reports

    var similar: String { say("Lignende meldinger", "Similar reports") }
    var similarAbout: String {
        say(
            "Åbne for jer, fra de sidste to år og samme gruppes enheder.",
            "Those that you may read, of the last two years and the same group's units.")
    }
    var noSimilar: String { say("Ingen ligner den.", "None is like it.") }
    func name(_ likeness: SimilarReport.Likeness) -> String {
        switch likeness {
        case .kind: say("samme slags", "same kind")
        case .place: say("samme sted", "same place")
        case .unit: say("samme enhed", "same unit")
        }
    }

    func explain(_ problem: InvestigationProblem) -> String {
        switch problem {
        case .tooMany(let limit):
            say("Der er plads til \(limit). Saml nogle af dem.", "There is room for \(limit). Put some together.")
        case .removedMeanwhile:
            say(
                "En anden fjernede det imens. Din tekst står her: gem, så kommer den ind igen.",
                "Somebody else removed it meanwhile. Your text stands here: save, and it is put in again.")
        case .changedMeanwhile:
            say(
                "En anden har skrevet det om imens. Se, hvad der står nu, før du fjerner det.",
                "Somebody else rewrote it meanwhile. See how it reads now before you remove it.")
        case .isClosed:
            say(
                "Undersøgelsen er afsluttet. Åbn den igen, og gem så. Din tekst er ikke tabt.",
                "The investigation is closed. Open it again, then save. Your text is not lost.")
        case .answersItself:
            say("En årsag kan ikke svare på sig selv.", "A cause cannot answer itself.")
        case .noConclusion:
            say("Skriv konklusionen først.", "Write the conclusion first.")
        case .noCause:
            say(
                "Skriv mindst én årsag, eller sig, at den ikke kunne findes.",
                "Write at least one cause, or say that it could not be found.")
        }
    }
}

/// What is said to people before it is known which language they read. Never a word of what was written.
enum InvestigationNotices {
    static func begun(_ kind: Words, in unit: Words?) -> Words {
        Words(
            da: "Undersøgelse begyndt: \(kind.danish)\(unit.map { ", \($0.danish)" } ?? ""). Du er med.",
            en: "Investigation begun: \(kind.english)\(unit.map { ", \($0.english)" } ?? ""). You take part.")
    }

    static let notForGood = Words(
        da: "Det, der gik godt, er der intet at undersøge ved.",
        en: "There is nothing to investigate in what went well.")
}
