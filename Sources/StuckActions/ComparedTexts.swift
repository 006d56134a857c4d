import Kernel

/// What is said where the answers lie side by side.
extension StuckTexts {
    var comparedNow: String { say("Her er jeres svar ved siden af hinanden.", "Here are your answers side by side.") }
    func comparedOn(_ day: String, answers: Int) -> String {
        say("\(answers) har svaret. Sammenlignet \(day).", "\(answers) have answered. Compared on \(day).")
    }
    var whereYouAgree: String { say("Her er I enige", "Where you agree") }
    var moving: String { say("Det går", "It moves") }
    var movingAbout: String {
        say(
            "Alle siger ja. Glæd jer over det, og spørg, om det kan bruges et andet sted.",
            "All say yes. Be glad of it, and ask whether it can be used elsewhere.")
    }
    var nothingMoving: String { say("Der er intet, alle siger ja til.", "There is nothing to which all say yes.") }
    var standing: String { say("Det går ikke", "It does not move") }
    var standingAbout: String {
        say(
            "Alle siger nej, eller alle siger delvist. Hvad kan I gøre ved det, og hvem skal med?",
            "All say no, or all say partly. What can you do about it, and whom do you need?")
    }
    var nothingStanding: String { say("Der er intet, alle siger nej til.", "There is nothing to which all say no.") }
    var whereYouDiffer: String { say("Her er I uenige", "Where you differ") }
    var differing: String { say("Tag dem, hvor der er længst imellem, først", "Take those furthest apart first") }
    var differingAbout: String {
        say("Hvad ser I hver især, som de andre ikke ser?", "What does each of you see that the others do not?")
    }
    var nothingDiffers: String { say("I er enige om det hele.", "You agree about everything.") }
    var changeAction: String { say("Ret indsatsen", "Change the action") }
    var newAction: String { say("Lav en ny indsats", "Make a new action") }
    var askLeader: String { say("Spørg lederen", "Ask the leader") }
    var cannotSolve: String { say("Vi kan ikke løse det selv", "We cannot solve this ourselves") }
    var allInATable: String { say("Alle svar i en tabel", "All answers in a table") }
    var questionColumn: String { say("Spørgsmål", "Question") }
    var whoColumn: String { say("Hvem", "Who") }
    var whatNow: String { say("Hvad gør I nu?", "What do you do now?") }
    var outcome: String { say("Det gør vi", "What we do") }
    var outcomeLabel: String { say("I én linje", "In one line") }
    var outcomeHint: String { say("Den står på indsatsen.", "It stands on the action.") }
    var concludedNow: String { say("Gemt på indsatsen.", "Saved on the action.") }
}

enum CheckRefusals {
    static let say = Words(
        da: "Det siger den ansvarlige, dem, der medvirker, og gruppens medlemmer.",
        en: "Whoever is responsible, those who take part and the group's members say that.")
    static let lead = Words(
        da: "Det gør den ansvarlige og gruppens medlemmer. Spørg din arbejdsmiljørepræsentant.",
        en: "Whoever is responsible and the group's members do that. Ask your safety representative.")
    static let answer = Words(
        da: "Du er ikke blandt dem, der er spurgt. Bed gruppen om at blive det næste gang.",
        en: "You are not among those who were asked. Ask the group to be, next time.")
    static let isClosed = Words(da: "Indsatsen er afsluttet.", en: "The action is closed.")
    static let isOnHold = Words(
        da: "Indsatsen er på hold, og alle ved hvorfor.", en: "The action is on hold, and all know why.")
    static let isOver = Words(
        da: "Svarene er sammenlignet, eller de elleve spørgsmål er stoppet. Der kan ikke svares mere.",
        en: "The answers have been compared, or the questions were stopped. No more can be answered.")
    static let isNotCompared = Words(
        da: "Svarene skal sammenlignes først.", en: "The answers must be compared first.")
}
