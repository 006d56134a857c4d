import Kernel

/// What stands on the accident's own page and in its forms.
struct FormTexts {
    let language: Language

    private func pick(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var toAccident: String { pick("Fravær og anmeldelse", "Absence and notification") }
    var seeAccident: String { pick("Se anmeldelsen", "See the notification") }
    var allFilledIn: String {
        pick("Alt, hvad skemaet spørger om her, er udfyldt.", "All that the form asks here is filled in.")
    }
    var missing: String { pick("Der mangler:", "Missing:") }

    // MARK: Absence

    var absence: String { pick("Fravær", "Absence") }
    var absenceAbout: String {
        pick(
            "Tæl alle dage ud over ulykkesdagen, også weekender og fridage. Nedsat tid og andre opgaver på grund af skaden er også fravær.",
            "Count all days beyond the day of the accident, weekends and days off too. Reduced hours and other tasks because of the injury are absence as well."
        )
    }
    var noAbsence: String { pick("Ingen fravær er skrevet ned.", "No absence has been written down.") }
    var nobodyAway: String { pick("Ingen var væk", "Nobody was away") }
    var firstDay: String { pick("Første dag", "First day") }
    var lastDay: String { pick("Sidste dag", "Last day") }
    var lastDayHint: String {
        pick("Lad feltet stå tomt, så længe personen er væk.", "Leave it empty as long as the person is away.")
    }
    var isReduced: String { pick("Nedsat tid eller andre opgaver", "Reduced hours or other tasks") }
    var addAbsence: String { pick("Tilføj fravær", "Add absence") }
    var endAbsence: String { pick("Personen er tilbage", "The person is back") }
    var saveEnd: String { pick("Gem sidste dag", "Save the last day") }
    var remove: String { pick("Fjern", "Remove") }
    func remove(_ what: String) -> String { pick("Fjern: \(what)", "Remove: \(what)") }
    func lost(_ days: String) -> String {
        pick("I alt \(days) ud over ulykkesdagen til nu.", "In all \(days) beyond the day of the accident so far.")
    }
    var absenceSaved: String { pick("Fraværet er gemt.", "The absence is saved.") }
    var absenceRemoved: String { pick("Fraværet er fjernet.", "The absence is removed.") }

    // MARK: The details

    var fillIn: String { pick("Udfyld oplysninger", "Fill in the details") }
    var change: String { pick("Ret oplysninger", "Change the details") }
    var details: String { pick("Oplysninger til anmeldelsen", "Details for the notification") }
    var onePerson: String {
        pick(
            "Her står én skadelidt. Kom flere til skade, så læg dem til på ulykkens side. CPR-nummer og indtægt skriver du kun i EASY.",
            "This is about one injured person. Were several hurt, add them on the accident's page. CPR number and income you write in EASY only."
        )
    }
    var happened: String { pick("Hvilken dag skete det?", "On which day did it happen?") }
    var time: String { pick("Klokkeslæt", "Time") }
    var place: String { pick("Sted", "Place") }
    var course: String { pick("Hvordan gik det til?", "How did it happen?") }
    var agent: String { pick("Hvad gjorde skaden?", "What did the harm?") }
    var agentHint: String { pick("En ting, en maskine, et stof.", "A thing, a machine, a substance.") }
    var name: String { pick("Den skadelidtes navn", "Name of the injured person") }
    var job: String { pick("Stilling", "Job") }
    var employment: String { pick("Ansættelsesforhold", "Employment") }
    var hired: String { pick("Ansat siden", "Employed since") }
    var incapacity: String {
        pick(
            "Hvor længe ventes personen at være uarbejdsdygtig?",
            "How long is the person expected to be unable to work?")
    }
    var compensation: String {
        pick("Skaden kan give ret til erstatning", "The injury may give a right to compensation")
    }
    var compensationHint: String {
        pick(
            "Varigt mén, tabt tand, brudt brille, udgifter til behandling.",
            "Lasting harm, a lost tooth, broken glasses, costs of treatment.")
    }
    var died: String { pick("Dødsdag", "Day of death") }
    var diedHint: String { pick("Kun hvis nogen døde af ulykken.", "Only where somebody died of the accident.") }
    var save: String { pick("Gem", "Save") }
    var saved: String { pick("Oplysningerne er gemt.", "The details are saved.") }

    // MARK: Codes

    var codes: String { pick("Koder (ESAW)", "Codes (ESAW)") }
    var chooseCodes: String { pick("Find koder", "Find codes") }
    var codesAbout: String {
        pick(
            "Skriv med dine egne ord, hvad der skete, f.eks. »skar sig på et glas« eller »gled på isen«. Vælg for hvert spørgsmål det, der passer bedst.",
            "Write in your own words what happened, such as “cut on a glass” or “slipped on ice”. Choose for each question what fits best."
        )
    }
    var ownWords: String { pick("Hvad skete der?", "What happened?") }
    var search: String { pick("Find", "Find") }
    var notChosen: String { pick("Ikke valgt", "Not chosen") }
    var showAll: String { pick("Vis alle koder", "Show all codes") }
    var showLikely: String { pick("Vis kun forslag", "Show suggestions only") }
    var remembered: String { pick("efter hukommelsen, kontrollér i EASY", "remembered, check in EASY") }
    var codesSaved: String { pick("Koderne er gemt.", "The codes are saved.") }
    var group: String { pick("hele gruppen", "the whole group") }

    // MARK: What was sent

    var sent: String { pick("Sendt", "Sent") }
    var nothingSent: String { pick("Intet er sendt endnu.", "Nothing has been sent yet.") }
    var noteSending: String { pick("Skriv, hvad der er sendt", "Write what was sent") }
    var sentTo: String { pick("Til hvem?", "To whom?") }
    var sentDay: String { pick("Hvilken dag?", "On which day?") }
    var receipt: String { pick("Kvitteringsnummer", "Receipt number") }
    var receiptHint: String { pick("Ved telefon: hvem du talte med.", "By telephone: whom you spoke to.") }
    var sendingSaved: String { pick("Det er skrevet ned.", "It is written down.") }
    var sendingWithdrawn: String { pick("Linjen er fjernet.", "The line is removed.") }
    func notedBy(_ name: String) -> String { pick("skrevet af \(name)", "written by \(name)") }
    func name(of recipient: Recipient) -> String {
        switch recipient {
        case .authority: pick("EASY (Arbejdstilsynet og forsikringsselskabet)", "EASY (the authority and the insurer)")
        case .insurer: pick("Kun forsikringsselskabet eller AES", "The insurer or AES only")
        case .telephone: pick("AES på telefon (dødsfald)", "AES by telephone (death)")
        }
    }

    // MARK: The sheet

    var asPaper: String { pick("Papir og PDF", "Paper and PDF") }
    var asText: String { pick("Hent som tekst", "Get as text") }
    var copy: String { pick("Kopiér", "Copy") }
    func copy(_ what: String) -> String { pick("Kopiér: \(what)", "Copy: \(what)") }
    var copied: String { pick("Kopieret", "Copied") }
    var otherLanguage: String { pick("På engelsk", "In Danish") }
    var afterSending: String {
        pick(
            "Når anmeldelsen er sendt, kan gruppen se den her, med personen dækket.",
            "Once the notification was sent the group can see it here, with the person blacked out.")
    }
    var notSentYet: String {
        pick(
            "Anmeldelsen er ikke sendt endnu. Når den er det, kan du se den her, med personen dækket.",
            "The notification has not been sent yet. Once it was, you see it here, with the person blacked out.")
    }
    var blackedAbout: String {
        pick(
            "Du ser, hvad gruppen har brug for til at forebygge. Personens oplysninger er dækket, og hændelsen er dækket, til nogen har læst den igennem for navne.",
            "You see what the group needs to prevent the next one. The person's details are blacked out, and the event is until somebody has read it through for names."
        )
    }
}
