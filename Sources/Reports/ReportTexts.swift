import Access
import ActionPlan
import Kernel
import Organisation

/// Everything that reporting says, in both languages.
struct ReportTexts {
    let language: Language

    func name(of kind: ReportKind) -> String { NoticeTexts.name(of: kind).in(language) }

    func detail(of kind: ReportKind) -> String? {
        switch kind {
        case .nearMiss: language.pick(da: "Ingen kom til skade", en: "Nobody was hurt")
        case .accident: language.pick(da: "Også mindre ting", en: "Small things too")
        case .violence: nil
        case .offensive, .psychological: language.pick(da: "Fortroligt", en: "Confidential")
        case .strain: language.pick(da: "Støj, pres, indeklima", en: "Noise, pressure, indoor climate")
        case .disease: language.pick(da: "Eksem, ryg, hørelse", en: "Skin, back, hearing")
        case .good: language.pick(da: "Som andre kan lære af", en: "That others can learn from")
        }
    }

    func name(of stage: ReportStage) -> String {
        switch stage {
        case .waiting: language.pick(da: "Venter", en: "Waiting")
        case .seen: language.pick(da: "Set", en: "Seen")
        case .action: language.pick(da: "På handleplanen", en: "On the action plan")
        case .closed: language.pick(da: "Lukket", en: "Closed")
        }
    }

    func name(of role: Role) -> String {
        switch role {
        case .leader: language.pick(da: "leder", en: "leader")
        default: OrganisationTexts(language: language).name(role)
        }
    }

    func name(of effect: Effect) -> String {
        switch effect {
        case .yes: language.pick(da: "Det hjalp.", en: "It helped.")
        case .partly: language.pick(da: "Det hjalp noget.", en: "It helped somewhat.")
        case .no: language.pick(da: "Det hjalp ikke.", en: "It did not help.")
        }
    }

    // MARK: The form

    var whatDidYouSee: String { language.pick(da: "Hvad så du?", en: "What did you see?") }
    var kind: String { language.pick(da: "Hvad handler det om?", en: "What is it about?") }
    var what: String { language.pick(da: "Fortæl kort", en: "Tell us briefly") }
    var place: String { language.pick(da: "Hvor?", en: "Where?") }
    var photos: String { language.pick(da: "Fotos", en: "Photos") }
    var photosHint: String {
        language.pick(
            da: "Højst 6. Sted og tid fjernes fra billederne. Vis helst ingen mennesker.",
            en: "Six at most. Place and time are removed from them. Leave people out if you can.")
    }
    var photosAgain: String {
        language.pick(da: "Vælg dine fotos igen, hvis du har nogen.", en: "Choose your photos again if you have any.")
    }
    var more: String { language.pick(da: "Hvornår, hvem og hvor?", en: "When, who and where?") }
    var day: String { language.pick(da: "Dag", en: "Day") }
    var anonymous: String {
        language.pick(
            da: "Meld uden navn. Du får en kode, så du kan følge den.",
            en: "Report without a name. You get a code to follow it with.")
    }
    var anonymousHint: String {
        language.pick(
            da: "Vi gemmer hverken navn, adresse eller klokkeslæt. Skriv selv så lidt om dig, som du vil.",
            en: "We keep no name, no address and no time of day. Say as little about yourself as you like.")
    }
    var yourName: String { language.pick(da: "Dit navn", en: "Your name") }
    var nameHint: String { language.pick(da: "Kun hvis du melder med navn.", en: "Only if you report with your name.") }
    var contact: String { language.pick(da: "Telefon eller e-mail", en: "Phone or e-mail") }
    var send: String { language.pick(da: "Send", en: "Send") }
    var elsewhere: String { language.pick(da: "Det er et andet sted", en: "It is somewhere else") }
    var findUnit: String { language.pick(da: "Find enheden", en: "Find the unit") }
    var find: String { language.pick(da: "Søg", en: "Search") }
    var unit: String { language.pick(da: "Enhed", en: "Unit") }
    var noSuchUnit: String {
        language.pick(
            da: "Ingen enhed begynder sådan. Prøv et andet ord.", en: "No unit begins like that. Try another word.")
    }

    var atTheDoor: String { language.pick(da: "Hvad vil du sige?", en: "What would you like to say?") }
    var haveAnIdea: String { language.pick(da: "Jeg har en idé", en: "I have an idea") }

    // MARK: Nobody reads here

    var closedTitle: String { language.pick(da: "Her kan du ikke melde", en: "You cannot report here") }
    var closedLink: String {
        language.pick(
            da: "Linket virker ikke længere. Måske er enheden lukket eller plakaten gammel.",
            en: "The link no longer works. Perhaps the unit has closed or the poster is old.")
    }
    var closedHelp: String {
        language.pick(
            da: "Sig det til din leder eller din arbejdsmiljørepræsentant. Har du et login, kan du melde herfra.",
            en: "Tell your leader or your safety representative. If you have a login, you can report from here.")
    }
    var signInAndReport: String { language.pick(da: "Log ind og meld", en: "Sign in and report") }

    // MARK: Thanks

    var thanks: String { language.pick(da: "Tak. Det er modtaget.", en: "Thank you. It has been received.") }
    var yourCode: String { language.pick(da: "Din kode", en: "Your code") }
    var keepCode: String {
        language.pick(
            da: "Skriv koden ned, eller tag et billede af den. Den vises kun nu, og vi kan ikke finde den frem igen.",
            en: "Write the code down or take a picture of it. It is shown only now, and we cannot look it up.")
    }
    func howToFollow(_ address: String) -> String {
        language.pick(
            da: "Følg meldingen på \(address). Der kan du se, hvad der sker, og svare på spørgsmål.",
            en: "Follow the report at \(address). There you can see what happens and answer questions.")
    }
    var followHere: String { language.pick(da: "Følg meldingen", en: "Follow the report") }
    var reportMore: String { language.pick(da: "Meld mere", en: "Report more") }
    var thanksNamed: String {
        language.pick(
            da: "Du får besked, når der sker noget. Du finder den under dine meldinger.",
            en: "You will be told when something happens. You find it among your reports.")
    }
    var accidents: String { language.pick(da: "Ulykker og anmeldelser", en: "Accidents and notifications") }
    var myReports: String { language.pick(da: "Mine meldinger", en: "My reports") }
    var inNumbers: String { language.pick(da: "I tal", en: "In numbers") }

    // MARK: Follow

    var follow: String { language.pick(da: "Følg din melding", en: "Follow your report") }
    var followAbout: String {
        language.pick(
            da: "Skriv koden, som du fik, da du meldte. Store og små bogstaver er lige gode.",
            en: "Type the code you were given. Capital and small letters are all the same.")
    }
    var code: String { language.pick(da: "Kode", en: "Code") }
    var showReport: String { language.pick(da: "Vis meldingen", en: "Show the report") }
    var endFollowing: String {
        language.pick(da: "Luk meldingen på denne enhed", en: "Leave the report on this device")
    }
    var left: String {
        language.pick(da: "Meldingen vises ikke længere her.", en: "The report is no longer shown here.")
    }
    var whatHappened: String { language.pick(da: "Hvad der er sket", en: "What has happened") }
    var youWrote: String { language.pick(da: "Det skrev du", en: "What you wrote") }
    var conversation: String { language.pick(da: "Samtale", en: "Conversation") }
    var noMessages: String {
        language.pick(da: "Ingen har skrevet endnu.", en: "Nobody has written yet.")
    }
    var reporter: String { language.pick(da: "Den, der meldte", en: "The reporter") }
    var somebody: String { language.pick(da: "Arbejdsmiljøgruppen", en: "The working environment group") }
    var answer: String { language.pick(da: "Svar, eller skriv mere", en: "Answer, or add something") }
    var messageSent: String { language.pick(da: "Beskeden er sendt.", en: "The message has been sent.") }
    var received: String { language.pick(da: "Modtaget", en: "Received") }
    func seen(by name: String?) -> String {
        guard let name else { return language.pick(da: "Læst", en: "Read") }
        return language.pick(da: "Læst af \(name)", en: "Read by \(name)")
    }
    var becameAction: String {
        language.pick(da: "Sat på handleplanen", en: "Put on the action plan")
    }
    var closed: String { language.pick(da: "Lukket", en: "Closed") }

    // MARK: Those who handle

    var reports: String { language.pick(da: "Meldinger", en: "Reports") }
    var reportsAbout: String {
        language.pick(da: "Det, der er meldt i dine enheder.", en: "What has been reported in your units.")
    }
    var noReports: String { language.pick(da: "Ingen meldinger endnu", en: "No reports yet") }
    var noReportsHelp: String {
        language.pick(
            da: "Her kommer det, folk melder. Hæng plakaten op, så alle ved, hvor de kan melde.",
            en: "What people report comes here. Put up the poster, so that everyone knows where to report.")
    }
    var noneFound: String { language.pick(da: "Intet passer", en: "Nothing fits") }
    var noneFoundHelp: String {
        language.pick(da: "Prøv et andet ord, eller nulstil.", en: "Try another word, or clear.")
    }
    var mineAbout: String {
        language.pick(
            da: "Det, du har meldt med navn. Det, du har meldt uden navn, følger du med koden.",
            en: "What you reported with your name. What you reported without, you follow with its code.")
    }
    var noneMine: String {
        language.pick(da: "Du har ikke meldt noget endnu", en: "You have not reported anything yet")
    }
    var noneMineHelp: String {
        language.pick(
            da: "Så du noget? Det tager et halvt minut.", en: "Did you see something? It takes half a minute.")
    }
    var reportSomething: String { language.pick(da: "Meld noget", en: "Report something") }
    var all: String { language.pick(da: "Alle", en: "All") }
    var state: String { language.pick(da: "Status", en: "State") }
    var reported: String { language.pick(da: "Meldt", en: "Reported") }
    var happened: String { language.pick(da: "Skete", en: "Happened") }
    var sender: String { language.pick(da: "Meldt af", en: "Reported by") }
    var withoutName: String { language.pick(da: "Uden navn", en: "Without a name") }
    var placeFact: String { language.pick(da: "Sted", en: "Place") }
    var confidential: String { language.pick(da: "Fortrolig", en: "Confidential") }
    var confidentialNote: String {
        language.pick(
            da:
                "Den ses kun af dem, der læser fortrolige meldinger her. Den er ikke med i lister og tal for andre, og ikke i filer.",
            en:
                "Only those who read confidential reports here see it. It is in nobody else's lists or counts, and in no file."
        )
    }
    var openedBy: String { language.pick(da: "Hvem har åbnet den", en: "Who has opened it") }
    var openedByAbout: String {
        language.pick(
            da: "Hver gang nogen åbner en fortrolig melding, skrives dagen her. Den, der meldte, står her aldrig.",
            en: "Whenever somebody opens a confidential report, the day is kept here. The reporter never stands here.")
    }
    var confidentialReport: String { language.pick(da: "Fortrolig melding", en: "Confidential report") }
    var markSeen: String { language.pick(da: "Jeg har læst den", en: "I have read it") }
    var markedSeen: String { language.pick(da: "Den er nu læst.", en: "It is now marked as read.") }
    var makeAction: String { language.pick(da: "Gør til en handling", en: "Make it an action") }
    var madeOfIt: String { language.pick(da: "Handlinger", en: "Actions") }
    var writeToReporter: String { language.pick(da: "Skriv til den, der meldte", en: "Write to the reporter") }
    var writeHint: String {
        language.pick(
            da: "Svaret kan læses med koden. I kan ikke se, hvem det er.",
            en: "It can be read with the code. You cannot see who it is.")
    }
    var sendMessage: String { language.pick(da: "Send besked", en: "Send message") }
    var changeKind: String { language.pick(da: "Ret, hvad det handler om", en: "Change what it is about") }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var kindChanged: String { language.pick(da: "Rettet.", en: "Changed.") }
    var closeWithout: String { language.pick(da: "Luk uden handling", en: "Close without an action") }
    var reason: String { language.pick(da: "Hvorfor?", en: "Why?") }
    var reasonHint: String {
        language.pick(da: "Den, der meldte, læser det.", en: "The reporter will read this.")
    }
    var close: String { language.pick(da: "Luk meldingen", en: "Close the report") }
    var closedSaid: String { language.pick(da: "Meldingen er lukket.", en: "The report is closed.") }
    var actions: String { language.pick(da: "Hvad nu?", en: "What now?") }
    func photo(_ number: Int) -> String { language.pick(da: "Foto \(number)", en: "Photo \(number)") }
    var asCSV: String { language.pick(da: "Hent som CSV", en: "Download as CSV") }
    var asWorkbook: String { language.pick(da: "Hent som Excel", en: "Download as Excel") }
    var outcome: String { language.pick(da: "Hvad der kom ud af det", en: "What came of it") }
    var fileName: String { language.pick(da: "meldinger", en: "reports") }
    var firstReport: String { language.pick(da: "Den første melding", en: "The first report") }
    var anotherStruck: String {
        language.pick(da: "Endnu en, der kom til skade", en: "Another who was hurt")
    }
    var poster: String { language.pick(da: "Plakat", en: "Poster") }

    func explain(_ problem: ReportProblem) -> String {
        switch problem {
        case .dayAhead:
            language.pick(da: "Dagen er ikke kommet endnu.", en: "That day has not come yet.")
        case .tooManyPhotos(let limit):
            language.pick(da: "Der er plads til \(limit) fotos.", en: "There is room for \(limit) photos.")
        case .whichUnit:
            language.pick(
                da: "Skriv, hvilken enhed det drejer sig om. Nøglens ejer hører ikke til nogen.",
                en: "Say which unit it is about. The token's owner belongs to none.")
        case .nobodyReads:
            language.pick(
                da: "Her er der endnu ingen, der læser meldinger. Sig det til din leder.",
                en: "Nobody here reads reports yet. Tell your leader.")
        case .nobodyReadsConfidential:
            language.pick(
                da: "Her er der endnu ingen, der kan læse en fortrolig melding. Gå til en, du stoler på.",
                en: "Nobody here can read a confidential report yet. Go to somebody you trust.")
        case .nobodyElseReads:
            language.pick(
                da: "Så er der ingen tilbage, der kan læse den. Gå til en, du stoler på.",
                en: "Then nobody is left who can read it. Go to somebody you trust.")
        case .keptFromNobody:
            language.pick(
                da:
                    "Det, du har valgt, læser gruppen, og det kan ikke holdes fra nogen. Vælg krænkende adfærd eller psykisk ulykke, eller fjern krydset.",
                en:
                    "What you chose is read by the group and cannot be kept from anybody. Choose offensive behaviour or psychological accident, or remove the tick."
            )
        case .codeUnknown:
            language.pick(
                da: "Den kode kender vi ikke. Se efter, om alle 16 tegn er med.",
                en: "We do not know that code. Check that all 16 letters are there.")
        case .staysConfidential:
            language.pick(
                da: "Den er meldt fortroligt, og det bliver den ved med at være.",
                en: "It was reported in confidence and stays confidential.")
        case .alreadyClosed:
            language.pick(da: "Den er allerede lukket.", en: "It is closed already.")
        case .tooManyPeople(let limit):
            language.pick(
                da: "Der er plads til \(limit) tilskadekomne på én melding.",
                en: "There is room for \(limit) injured people on one report.")
        case .lessThanItWas:
            language.pick(
                da: "Det kan ikke have været mindre slemt end det, der skete.",
                en: "It cannot have been less bad than what happened.")
        }
    }
}
