import Kernel
import Organisation

struct HandoverTexts {
    let language: Language

    var account: String { language.pick(da: "Din konto", en: "Your account") }
    var title: String { language.pick(da: "Ny i hvervet", en: "New in the mandate") }
    var about: String {
        language.pick(
            da: "Dine hverv: hvad der venter, hvem du skal kende, og hvad der sker de første halvfems dage.",
            en: "Your mandates: what waits, whom to know, and what happens in the first ninety days.")
    }
    var none: String { language.pick(da: "Du har intet hverv", en: "You hold no mandate") }
    var noneHow: String {
        language.pick(
            da: "Bliver du valgt eller udpeget, står alt, du skal bruge, her.",
            en: "Once you are elected or appointed, all that you need stands here.")
    }
    func from(_ day: String) -> String { language.pick(da: "fra \(day)", en: "from \(day)") }
    var begun: String { language.pick(da: "Begyndt", en: "Begun") }
    var coming: String { language.pick(da: "Kommer", en: "To come") }
    var over: String { language.pick(da: "Slut", en: "Ended") }
    func until(_ day: String) -> String { language.pick(da: "til \(day)", en: "until \(day)") }
    func by(_ day: String) -> String { language.pick(da: "Senest \(day).", en: "By \(day).") }
    /// A short day, which may end in a point of its own.
    func within(_ day: String) -> String { language.pick(da: "senest \(day)", en: "by \(day)") }
    func notYet(_ day: String) -> String {
        language.pick(
            da: "Hvervet begynder \(day). Fra den dag ser du også det, som kun medlemmer ser.",
            en: "The mandate begins on \(day). From that day you also see what only members see.")
    }
    func saidBy(_ name: String) -> String { language.pick(da: "\(name) siger til dig", en: "\(name) says to you") }
    var open: String { language.pick(da: "Det venter", en: "What waits") }
    var planLater: String {
        language.pick(
            da: "Handleplanen er åben for dig, når hvervet begynder.",
            en: "The action plan opens to you when the mandate begins.")
    }
    var actions: String { language.pick(da: "Åbne indsatser", en: "Open actions") }
    var noActions: String { language.pick(da: "Ingen åbne indsatser.", en: "No open actions.") }
    func overdue(_ count: Int) -> String {
        language.pick(da: "\(count) over tiden", en: "\(count) overdue")
    }
    var wholePlan: String { language.pick(da: "Se hele planen", en: "See the whole plan") }
    var reports: String { language.pick(da: "Meldinger, ingen har læst", en: "Reports that nobody has read") }
    var elections: String { language.pick(da: "Valg", en: "Election") }
    func election(_ day: String) -> String {
        language.pick(da: "Der er valg. Det slutter \(day).", en: "There is an election. It ends on \(day).")
    }
    var seats: String { language.pick(da: "Pladser, der venter", en: "Seats that wait") }
    var duties: String { language.pick(da: "Pligter og frister", en: "Duties and dates") }
    var noDuties: String {
        language.pick(da: "Loven har ingen frister for dette hverv.", en: "The law has no dates for this mandate.")
    }
    var history: String { language.pick(da: "Det er sket", en: "What has happened") }
    var noHistory: String { language.pick(da: "Der er intet at fortælle endnu.", en: "There is nothing to tell yet.") }
    var closed: String { language.pick(da: "Afsluttet sidst", en: "Closed lately") }
    var before: String { language.pick(da: "Før dig", en: "Before you") }
    var changes: String { language.pick(da: "Ændringer af området", en: "Changes of the area") }
    func told(_ kind: OrganisationChange.Kind) -> String {
        switch kind {
        case .opened: language.pick(da: "oprettet", en: "opened")
        case .renamed: language.pick(da: "nyt navn eller ny slags", en: "new name or kind")
        case .moved: language.pick(da: "flyttet", en: "moved")
        case .merged: language.pick(da: "lagt sammen", en: "merged")
        case .split: language.pick(da: "delt", en: "split")
        case .closed: language.pick(da: "lukket", en: "closed")
        case .joined: language.pick(da: "del af et fælles udvalg", en: "part of a joint committee")
        case .parted: language.pick(da: "to udvalg igen", en: "two committees again")
        }
    }
    var people: String { language.pick(da: "Dem skal du kende", en: "People to know") }
    var nobody: String { language.pick(da: "Ingen andre har plads her endnu.", en: "Nobody else has a seat here yet.") }
    var firstDays: String { language.pick(da: "De første halvfems dage", en: "The first ninety days") }
    func done(_ count: Int, of all: Int) -> String {
        language.pick(da: "\(count) af \(all) er gjort.", en: "\(count) of \(all) are done.")
    }
    func doneOn(_ day: String) -> String { language.pick(da: "gjort \(day)", en: "done \(day)") }
    func isDone(_ step: String) -> String { language.pick(da: "Gjort: \(step)", en: "Done: \(step)") }
    var daysAreOver: String {
        language.pick(da: "De første halvfems dage er gået.", en: "The first ninety days are over.")
    }
    var showSteps: String { language.pick(da: "Se listen", en: "See the list") }

    var write: String { language.pick(da: "Skriv til den næste", en: "Write to the next") }
    var writeHow: String {
        language.pick(
            da:
                "Hvad skal den næste vide? Alle, der får sådan en plads der efter dig, læser det, du skriver, fra den dag deres hverv begynder. Giver man sig selv pladsen, ser man det ikke. Du kan rette det bagefter.",
            en:
                "What must the next one know? All who take such a seat there after you read what you write, from the day their mandate begins. Whoever gives the seat to themselves does not see it. You can change it later."
        )
    }
    var lines: String { language.pick(da: "Tre linjer", en: "Three lines") }
    var linesHint: String {
        language.pick(
            da:
                "F.eks. det vigtigste, der venter, hvem du brugte mest, og et godt råd. Skriv intet om enkeltpersoners sager.",
            en:
                "Such as what waits most, whom you needed most, and a piece of advice. Write nothing of single people's cases."
        )
    }
    var keep: String { language.pick(da: "Gem", en: "Save") }
    var kept: String { language.pick(da: "Det er gemt til den næste.", en: "It is kept for the next.") }
}
