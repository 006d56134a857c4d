import ActionPlan
import Kernel

/// What is said in the record of a meeting.
struct RecordTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var end: String { say("Afslut tavlemødet", "End the board meeting") }
    var goOn: String { say("Mødet går videre", "The meeting goes on") }
    var endedNow: String { say("Mødet er afsluttet. Referatet er her.", "The meeting is over. Here is its record.") }
    var whoLed: String { say("Hvem ledede?", "Who led?") }
    var whoWasThere: String { say("Hvem var med?", "Who was there?") }
    var closing: String { say("En sætning til sidst", "A sentence to end with") }
    var closingHint: String {
        say(
            "Referatet skriver selv, hvad der rykkede sig. Alle, der læser hele handleplanen, kan læse sætningen.",
            "The record tells by itself what moved. Everyone who reads the whole plan can read the sentence.")
    }
    var notChosen: String { say("Ikke valgt", "Not chosen") }

    func record(_ day: String) -> String { say("Tavlemøde \(day)", "Board meeting \(day)") }
    var when: String { say("Hvornår", "When") }
    func span(_ day: String, _ start: String, _ end: String) -> String {
        say("\(day) kl. \(start) til \(end)", "\(day), \(start) to \(end)")
    }
    var led: String { say("Ledet af", "Led by") }
    var present: String { say("Til stede", "Present") }
    var place: String { say("Sted", "Place") }
    var nobody: String { say("Ikke noteret", "Not noted") }
    var nothingMoved: String { say("Intet rykkede sig på mødet.", "Nothing moved at the meeting.") }
    var partly: String {
        say("Du ser den del, der gælder dit område.", "You see the part that concerns your area.")
    }
    var noTheme: String { say("Uden tema", "No theme") }
    var what: String { say("Indsats", "Action") }
    var happened: String { say("Hvad skete der?", "What happened?") }
    var responsible: String { say("Ansvarlig", "Responsible") }
    var theme: String { say("Tema", "Theme") }
    var from: String { say("Fra", "From") }
    var to: String { say("Til", "To") }
    var ready: String { say("Klar til at lukkes", "Ready to be closed") }
    var readyAbout: String {
        say(
            "De blev meldt gjort på mødet. Luk dem, og svar på, om det virkede.",
            "They were called done at the meeting. Close them, and answer whether it worked.")
    }
    var later: String { say("Tilføjet efter mødet", "Added after the meeting") }
    var add: String { say("Tilføj en bemærkning", "Add a remark") }
    var addAbout: String {
        say(
            "Referatet ændres ikke. Bemærkningen står under det med dit navn og dagen.",
            "The record is not changed. The remark stands below it with your name and the day.")
    }
    var remark: String { say("Bemærkning", "Remark") }
    var addedNow: String { say("Bemærkningen står under referatet.", "The remark stands below the record.") }
    var print: String { say("Print", "Print") }
    var csv: String { say("Hent som CSV", "Download as CSV") }
    var whole: String { say("Hele mødet", "The whole meeting") }

    /// What happened, in one sentence of several parts.
    func told(_ movement: PlanMovement, taker: String?) -> String {
        var parts: [String] = []
        if movement.isNew { parts.append(say("ny", "new")) }
        if let to = movement.to, !movement.isNew || to != .started {
            let (from, to) = (movement.from?.told(in: language), to.told(in: language))
            parts.append(from.map { say("fra \($0) til \(to)", "from \($0) to \(to)") } ?? say("til \(to)", "to \(to)"))
        }
        if movement.isHeld == true { parts.append(say("sat på hold", "put on hold")) }
        if movement.isHeld == false { parts.append(say("taget op igen", "taken up again")) }
        if movement.taker != nil {
            let name = taker ?? ""
            parts.append(say("\(name) tog den", "\(name) took it"))
        }
        return parts.joined(separator: ", ").capitalised
    }
}
