import Access
import Kernel

public struct OrganisationTexts {
    let language: Language

    public init(language: Language) {
        self.language = language
    }

    public func name(_ role: Role) -> String {
        switch role {
        case .chair: language.pick(da: "formand", en: "chair")
        case .leader: language.pick(da: "arbejdsleder", en: "supervisor member")
        case .representative: language.pick(da: "arbejdsmiljørepræsentant", en: "safety representative")
        case .deputy: language.pick(da: "suppleant", en: "deputy")
        case .coordinator: language.pick(da: "arbejdsmiljøkoordinator", en: "working environment coordinator")
        case .secretary: language.pick(da: "sekretær", en: "secretary")
        case .member: language.pick(da: "medlem", en: "member")
        case .unionRepresentative: language.pick(da: "tillidsrepræsentant", en: "union representative")
        case .studentRepresentative: language.pick(da: "studenterrepræsentant", en: "student representative")
        case .hrPartner: language.pick(da: "HR-partner", en: "HR partner")
        case .emergencyLead: language.pick(da: "beredskabstovholder", en: "emergency lead")
        case .unitLeader: language.pick(da: "leder af enheden", en: "leader of the unit")
        case .secretariat: language.pick(da: "arbejdsmiljøsekretariatet", en: "working environment secretariat")
        }
    }

    public func name(_ kind: BodyKind) -> String {
        switch kind {
        case .group: language.pick(da: "arbejdsmiljøgruppe", en: "working environment group")
        case .committee: language.pick(da: "arbejdsmiljøudvalg", en: "working environment committee")
        case .cooperation: language.pick(da: "samarbejdsudvalg", en: "cooperation committee")
        case .joint: language.pick(da: "fælles udvalg (ASU)", en: "joint committee")
        case .main: language.pick(da: "hovedudvalg", en: "main committee")
        case .coDetermination: language.pick(da: "MED-udvalg", en: "co-determination committee")
        case .network: language.pick(da: "netværk", en: "network")
        case .workingGroup: language.pick(da: "arbejdsgruppe", en: "working group")
        }
    }

    public func name(_ kind: Unit.Kind) -> String {
        switch kind {
        case .organisation: language.pick(da: "organisation", en: "organisation")
        case .faculty: language.pick(da: "fakultet", en: "faculty")
        case .department: language.pick(da: "institut eller afdeling", en: "department")
        case .section: language.pick(da: "sektion", en: "section")
        case .school: language.pick(da: "skole", en: "school")
        case .other: language.pick(da: "andet", en: "other")
        }
    }

    public func name(_ origin: Mandate.Origin) -> String {
        switch origin {
        case .elected: language.pick(da: "valgt", en: "elected")
        case .appointed: language.pick(da: "udpeget", en: "appointed")
        case .byOffice: language.pick(da: "i kraft af stilling", en: "by office")
        }
    }

    public var organisation: String { language.pick(da: "Organisation", en: "Organisation") }
    var units: String { language.pick(da: "Enheder", en: "Units") }
    var noUnits: String { language.pick(da: "Her er ingen enheder endnu", en: "There are no units yet") }
    var noUnitsHow: String {
        language.pick(
            da: "Læs dem ind fra en fil, så er hele organisationen på plads på få minutter.",
            en: "Read them in from a file: the whole organisation is in place within minutes.")
    }
    var importFiles: String { language.pick(da: "Læs ind fra fil", en: "Read in from a file") }
    var bodies: String { language.pick(da: "Grupper og udvalg", en: "Groups and committees") }
    var noBodies: String { language.pick(da: "Her er ingen grupper endnu", en: "There are no groups yet") }
    var noBodiesHow: String {
        language.pick(
            da:
                "En arbejdsmiljøgruppe er en leder og en valgt repræsentant, der ser efter et område. Den har sin egen handleplan.",
            en:
                "A working environment group is a leader and an elected representative who look after an area. It has an action plan of its own."
        )
    }
    public var newBody: String { language.pick(da: "Ny gruppe eller udvalg", en: "New group or committee") }
    var newUnit: String { language.pick(da: "Ny enhed", en: "New unit") }
    var people: String { language.pick(da: "Personer", en: "People") }
    var workOnIt: String { language.pick(da: "Arbejdsmiljøorganisationen", en: "The safety organisation") }
    var groups: String { BodyTexts(language: language).groups }
    var electionsAbout: String {
        language.pick(da: "Hvem vælges hvor, og hvornår.", en: "Who is elected where, and when.")
    }
    var isWholeAbout: String {
        language.pick(da: "Hvad der mangler, og hvad der retter det.", en: "What is lacking, and what mends it.")
    }
    var proximityAbout: String {
        language.pick(
            da: "Hvorfor grupperne er tæt nok på arbejdet.", en: "Why the groups are close enough to the work.")
    }
    var agreementsAbout: String {
        language.pick(da: "Når to udvalg bliver til ét.", en: "When two committees become one.")
    }
    var isWhole: String { language.pick(da: "Er organisationen hel?", en: "Is the organisation whole?") }
    var elections: String { language.pick(da: "Valg", en: "Elections") }
    var agreements: String { language.pick(da: "Aftaler", en: "Agreements") }
    var proximity: String { language.pick(da: "Nærhed", en: "Proximity") }
    var directory: String { language.pick(da: "Find en person", en: "Find a person") }
    var chart: String { language.pick(da: "Organisationsdiagram", en: "Organisation chart") }
    var plan: String { language.pick(da: "Organisationsplan", en: "Organisation plan") }
    var whomToAsk: String { language.pick(da: "Hvem går jeg til?", en: "Whom do I go to?") }
    var whereYouWork: String { language.pick(da: "Hvor arbejder du?", en: "Where do you work?") }
    var noSuchPlace: String {
        language.pick(
            da: "Ingen enhed hedder noget, der begynder sådan. Prøv et andet ord af navnet, eller koden.",
            en: "No unit has a name that begins so. Try another word of the name, or the code.")
    }
    var noPeople: String { language.pick(da: "Ingen fundet", en: "Nobody found") }
    var noPeopleHow: String {
        language.pick(da: "Prøv med en del af navnet eller e-mailen.", en: "Try a part of the name or the e-mail.")
    }
    var kind: String { language.pick(da: "Slags", en: "Kind") }
    var code: String { language.pick(da: "Kode", en: "Code") }
    var codeHint: String {
        language.pick(
            da: "Enhedens korte navn, som det står i jeres filer.", en: "The unit's short name, as in your files.")
    }
    var unitHint: String {
        language.pick(da: "Enhedens navn eller kode.", en: "The unit's name or code.")
    }
    var nameDanish: String { language.pick(da: "Navn på dansk", en: "Name in Danish") }
    var nameEnglish: String { language.pick(da: "Navn på engelsk", en: "Name in English") }
    var parent: String { language.pick(da: "Ligger under", en: "Lies under") }
    var covers: String { language.pick(da: "Ser efter disse enheder", en: "Looks after these units") }
    var coversHint: String {
        language.pick(
            da: "Skriv enhedernes navne eller koder med komma imellem. Alt under dem er med.",
            en: "Write the units' names or codes with commas between. All below them is included.")
    }
    var create: String { language.pick(da: "Opret", en: "Create") }
    var created: String { language.pick(da: "Den er oprettet.", en: "It has been created.") }
    var name: String { language.pick(da: "Navn", en: "Name") }
    var email: String { language.pick(da: "E-mail", en: "E-mail") }
    var phone: String { language.pick(da: "Telefon", en: "Phone") }
    var title: String { language.pick(da: "Titel", en: "Title") }
    public var unit: String { language.pick(da: "Enhed", en: "Unit") }
    var role: String { language.pick(da: "Rolle", en: "Role") }
    var person: String { language.pick(da: "Person", en: "Person") }
    var starts: String { language.pick(da: "Fra", en: "From") }
    var ends: String { language.pick(da: "Til og med", en: "Up to and including") }
    var how: String { language.pick(da: "Hvordan", en: "How it came") }
    public var members: String { language.pick(da: "Medlemmer", en: "Members") }
    public var noMembers: String {
        language.pick(da: "Ingen har plads her endnu.", en: "Nobody has a seat here yet.")
    }
    var formerMembers: String { language.pick(da: "Tidligere medlemmer", en: "Former members") }
    var seat: String { language.pick(da: "Giv en plads", en: "Give a seat") }
    var seated: String { language.pick(da: "Pladsen er givet.", en: "The seat has been given.") }
    var becameDouble: String {
        language.pick(
            da:
                "Personen er nu både koordinator og arbejdsmiljørepræsentant. Det kan give en interessekonflikt, som sekretariatet eller administratoren skal tage stilling til.",
            en:
                "The person is now both coordinator and safety representative. That may be a conflict of interest, which the secretariat or the administrator must decide on."
        )
    }
    var doubleHint: String {
        language.pick(
            da: "En koordinator, som også er arbejdsmiljørepræsentant, får besked: De to roller kan komme i konflikt.",
            en: "A coordinator who is a safety representative too is told so: the two roles may conflict.")
    }
    var personEmailHint: String {
        language.pick(da: "Hele navnet eller e-mailen.", en: "The whole name, or the e-mail.")
    }
    var endMandate: String { language.pick(da: "Afslut hvervet", en: "End the mandate") }
    var mandateEnded: String { language.pick(da: "Hvervet slutter.", en: "The mandate ends.") }
    var leavesToday: String { language.pick(da: "Sidste dag", en: "Last day") }
    public var vacant: String { language.pick(da: "ledig plads", en: "vacant seat") }
    var area: String { language.pick(da: "Område", en: "Area") }
    var administration: String { language.pick(da: "Administration", en: "Administration") }
    var users: String { language.pick(da: "Brugere", en: "Users") }
    var usersHow: String {
        language.pick(
            da: "Find en person, og giv vedkommende et link. Det virker én gang, i en uge, og kræver ingen mail.",
            en: "Find a person and hand over a link. It works once, within a week, and needs no mail.")
    }
    var newPerson: String { language.pick(da: "Ny person", en: "New person") }
    var makeLink: String { language.pick(da: "Lav et link", en: "Make a link") }
    var access: String { language.pick(da: "Adgang", en: "Access") }
    var hasAccount: String { language.pick(da: "kan logge ind", en: "can sign in") }
    var noAccount: String { language.pick(da: "har ikke logget ind endnu", en: "has not signed in yet") }
    var linkMade: String { language.pick(da: "Linket er klar", en: "The link is ready") }
    func linkHow(_ name: String) -> String {
        language.pick(
            da: "Giv det til \(name), kun til den person. Det vises kun nu.",
            en: "Give it to \(name), and to nobody else. It is shown only now.")
    }
    var back: String { language.pick(da: "Tilbage", en: "Back") }
    var isAdministrator: String { language.pick(da: "Er administrator", en: "Is an administrator") }
    var searchedInPart: String {
        language.pick(
            da: "Rigtig mange har ord, der begynder sådan. Søg videre på næste side, eller skriv mere af navnet.",
            en: "Very many have words that begin so. Search on with the next page, or write more of the name.")
    }
    var more: String { language.pick(da: "Se alle", en: "See all") }
    var search: String { language.pick(da: "Søg", en: "Search") }
    var jobs: String { language.pick(da: "Programmets opgaver", en: "The program's jobs") }
    var retention: String { language.pick(da: "Opbevaring og sletning", en: "Retention and erasure") }
    var journal: String { language.pick(da: "Journal", en: "Journal") }
    var at: String { language.pick(da: "Hvornår", en: "When") }
    var what: String { language.pick(da: "Hvad", en: "What") }
    var who: String { language.pick(da: "Hvem", en: "Who") }
    var change: String { language.pick(da: "Ændring", en: "Change") }
}

/// What can be wrong with the organisation as somebody describes it.
enum OrganisationProblem: Problem, Equatable {
    case codeTaken
    case noSuchUnit(String)
    case emailTaken
    case unitMissing

    func explained(in language: Language) -> String {
        switch self {
        case .codeTaken:
            language.pick(da: "En anden enhed har den kode.", en: "Another unit has that code.")
        case .noSuchUnit(let code):
            language.pick(
                da: "Der er ingen enhed med navnet eller koden \(code).",
                en: "There is no unit with the name or code \(code).")
        case .emailTaken:
            language.pick(da: "En anden person har den e-mail.", en: "Another person has that e-mail.")
        case .unitMissing:
            language.pick(da: "Skriv mindst én enhed.", en: "Write at least one unit.")
        }
    }
}
