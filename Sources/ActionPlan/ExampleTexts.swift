import Kernel

/// What is said of examples: what other groups did that worked.
struct ExampleTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Hvem har løst det før?", "Who has solved this?") }
    var about: String {
        say(
            "Det, andre grupper har gjort, og som virkede. Uden navne og steder.",
            "What other groups did that worked. Without names or places.")
    }
    var search: String { say("Hvad er problemet?", "What is the problem?") }
    var allKinds: String { say("Alle slags", "All kinds") }
    var onlyLasting: String { say("Kun det, der også holdt", "Only what lasted too") }
    var lasted: String { say("Det holdt", "It lasted") }
    var worked: String { say("Det virkede", "It worked") }
    var done: String { say("Hvad de gjorde", "What they did") }
    var learned: String { say("Hvad de lærte", "What they learned") }
    var use: String { say("Brug det her", "Use this") }
    func use(_ title: String) -> String { say("Brug: \(title)", "Use: \(title)") }
    var own: String { say("Se indsatsen", "See the action") }
    var nothing: String { say("Ingen eksempler endnu", "No examples yet") }
    var nothingAbout: String {
        say(
            "Når en gruppe afslutter en indsats, der virkede, kan den lade de andre lære af den. Bliv de første.",
            "When a group closes an action that worked, it can let the others learn from it. Be the first.")
    }
    var noneFound: String { say("Ingen har delt noget, der ligner", "Nobody has shared anything like it") }
    var noneFoundAbout: String {
        say("Prøv et kortere ord, eller vælg en anden slags.", "Try a shorter word, or choose another kind.")
    }
    var first: String { say("Til de første", "To the first ones") }
    var seeOthers: String { say("Se, hvad andre har gjort", "See what others did") }
    var othersHadIt: String { say("Har andre haft det problem?", "Did others have this problem?") }
    var copied: String {
        say(
            "Felterne er udfyldt efter et eksempel. Ret dem, så de passer hos jer.",
            "The fields are filled in after an example. Change them so that they fit where you are.")
    }

    // What a group lets others see.

    var sharing: String { say("Andre kan lære af det", "Others can learn from it") }
    var share: String { say("Lad andre grupper lære af det", "Let other groups learn from it") }
    var shareHint: String {
        say(
            "De ser overskriften, hvad I gjorde, hvad I lærte, og året. Hverken jeres enhed eller navne. Gælder kun, hvis det virkede.",
            "They see the title, what you did, what you learned, and the year. Neither your unit nor names. Only if it worked."
        )
    }
    var titleForOthers: String { say("Overskrift til andre", "Title for others") }
    var titleHint: String {
        say("Skriv den, så ingen kan gætte, hvem det var.", "Write it so that nobody can guess who it was.")
    }
    var fewAbout: String {
        say(
            "Er I få, kan også det, der skete, vise, hvem det var. Er du i tvivl, så del det ikke.",
            "Where you are few, what happened can also tell who it was. If in doubt, do not share it.")
    }
    var isShared: String {
        say("Andre grupper kan finde den som eksempel.", "Other groups can find it as an example.")
    }
    var isNotShared: String { say("Andre grupper kan ikke se den.", "Other groups cannot see it.") }
    var withdraw: String { say("Træk den tilbage", "Withdraw it") }
    var sharedNow: String { say("Nu kan andre lære af den.", "Now others can learn from it.") }
    var withdrawnNow: String { say("Andre kan ikke se den mere.", "Others can no longer see it.") }
}

extension PlanRefusals {
    static let noExample = Words(
        da: "Kun en afsluttet indsats, der virkede, kan deles med andre grupper.",
        en: "Only a closed action that worked can be shared with other groups.")
}
