import Kernel

struct ImportTexts {
    let language: Language

    var title: String { language.pick(da: "Læs ind fra fil", en: "Read in from a file") }
    var how: String {
        language.pick(
            da:
                "Hent enheder og personer fra jeres personalesystem. Du ser først, hvad der vil ske. Intet ændres, før du siger ja.",
            en:
                "Take units and people from your personnel system. You see first what will happen. Nothing changes before you say yes."
        )
    }
    var unitsFile: String { language.pick(da: "Fil med enheder", en: "File with units") }
    var peopleFile: String { language.pick(da: "Fil med personer", en: "File with people") }
    func file(_ kind: ImportKind) -> String {
        switch kind {
        case .units: unitsFile
        case .people: peopleFile
        case .history: language.pick(da: "Fil med enhedernes historie", en: "File with the units' history")
        case .bodies: language.pick(da: "Fil med grupper og udvalg", en: "File with groups and committees")
        case .mandates: language.pick(da: "Fil med hverv", en: "File with mandates")
        case .months: language.pick(da: "Fil med antal og timer", en: "File with head counts and hours")
        }
    }
    var fileHint: String {
        language.pick(
            da: "CSV, højst 25 MB. Vælg én fil eller flere på én gang.",
            en: "CSV, 25 MB at most. Choose one file or several at once."
        )
    }
    var look: String { language.pick(da: "Se, hvad der vil ske", en: "See what will happen") }
    var patience: String {
        language.pick(
            da: "Tusind linjer tager et øjeblik, hundrede tusind linjer nogle sekunder. Vent, til siden kommer.",
            en: "A thousand lines take a moment, a hundred thousand some seconds. Wait until the page comes.")
    }
    func columns(of kind: ImportKind) -> String {
        switch kind {
        case .units: language.pick(da: "Sådan ser filen med enheder ud", en: "What the file with units looks like")
        case .people: language.pick(da: "Sådan ser filen med personer ud", en: "What the file with people looks like")
        case .history:
            language.pick(da: "Sådan ser filen med historie ud", en: "What the file with history looks like")
        case .bodies:
            language.pick(da: "Sådan ser filen med grupper og udvalg ud", en: "What the file with bodies looks like")
        case .mandates: language.pick(da: "Sådan ser filen med hverv ud", en: "What the file with mandates looks like")
        case .months:
            language.pick(
                da: "Sådan ser filen med antal og timer ud", en: "What the file with head counts and hours looks like")
        }
    }
    var column: String { language.pick(da: "Kolonne", en: "Column") }
    var alsoCalled: String { language.pick(da: "Eller", en: "Or") }
    var meaning: String { language.pick(da: "Hvad der står i den", en: "What it holds") }
    var required: String { language.pick(da: "skal være der", en: "required") }
    var example: String { language.pick(da: "Hent et eksempel", en: "Download an example") }

    func meaning(of column: ImportColumn, in kind: ImportKind) -> String {
        switch column {
        case .unit where kind == .history: language.pick(da: "Enhedens kode.", en: "The unit's code.")
        case .ends where kind == .history:
            language.pick(
                da: "Den sidste dag, hvor det var sådan.", en: "The last day on which it was so.")
        case .nameDanish where kind == .history:
            language.pick(da: "Hvad den hed indtil da.", en: "What it was called until then.")
        case .nameEnglish where kind == .history:
            language.pick(da: "Hvad den hed på engelsk.", en: "What it was called in English.")
        case .parent where kind == .history:
            language.pick(
                da: "Koden på den enhed, den lå under indtil da.",
                en: "The code of the unit that it lay under until then.")
        case .mergedInto:
            language.pick(
                da: "Koden på den enhed, den blev lagt ind i, da den lukkede.",
                en: "The code of the unit into which it was merged when it closed.")
        case .reason: language.pick(da: "Hvorfor, med ord.", en: "Why, in words.")
        case .code where kind == .bodies:
            language.pick(
                da: "Gruppens korte navn. Det kendes den på næste gang.",
                en: "The body's short name, by which it is known next time.")
        case .parent where kind == .bodies:
            language.pick(
                da: "Koden på det udvalg, den hører under.", en: "The code of the committee that it answers to.")
        case .kind where kind == .bodies:
            language.pick(
                da:
                    "arbejdsmiljøgruppe (AMG), arbejdsmiljøudvalg (AMU), samarbejdsudvalg (LSU), ASU, HAMU, MED, netværk, arbejdsgruppe.",
                en: "group, committee, cooperation, joint, main, co_determination, network, working_group.")
        case .units:
            language.pick(
                da: "Koderne på de enheder, den ser efter, med komma, semikolon eller | imellem.",
                en: "The codes of the units that it looks after, with commas, semicolons or | between.")
        case .body:
            language.pick(
                da: "Koden på gruppen eller udvalget. Tom, hvis hvervet er for en enhed.",
                en: "The code of the body. Empty where the mandate is for a unit.")
        case .unit where kind == .mandates:
            language.pick(
                da: "Koden på enheden, hvis hvervet er for en enhed.",
                en: "The code of the unit, where it is for a unit.")
        case .person:
            language.pick(da: "Medarbejdernummer eller e-mail.", en: "Number in the personnel system, or e-mail.")
        case .unit where kind == .months: language.pick(da: "Enhedens kode.", en: "The unit's code.")
        case .month: language.pick(da: "Måneden, f.eks. 2026-03.", en: "The month, such as 2026-03.")
        case .headCount: language.pick(da: "Hvor mange der var ansat.", en: "How many were employed.")
        case .fewHours: MonthTexts(language: language).fewHoursColumn
        case .hours where kind == .months:
            language.pick(da: "Arbejdstimer i måneden.", en: "Hours worked in the month.")
        case .role:
            language.pick(
                da:
                    "formand, arbejdsleder, arbejdsmiljørepræsentant (AMR), suppleant, arbejdsmiljøkoordinator (AMK), sekretær, medlem, tillidsrepræsentant (TR), studenterrepræsentant, HR-partner, beredskabstovholder, leder af enheden, arbejdsmiljøsekretariatet.",
                en:
                    "chair, leader, representative, deputy, coordinator, secretary, member, union_representative, student_representative, hr_partner, emergency_lead, unit_leader, secretariat."
            )
        case .origin:
            language.pick(da: "valgt, udpeget eller i kraft af stilling.", en: "elected, appointed or by_office.")
        case .hours:
            language.pick(da: "Timer om ugen til opgaven, f.eks. 3,5.", en: "Hours a week for the task, such as 3.5.")
        case .represents: language.pick(da: "Hvem, med ord.", en: "Whom, in words.")
        case .representedUnit:
            language.pick(da: "Koden på den enhed, der repræsenteres.", en: "The code of the unit that is represented.")
        case .deputyOf:
            language.pick(
                da: "Nummer eller e-mail på den, suppleanten træder ind for.",
                en: "Number or e-mail of the one for whom the deputy steps in.")
        case .code:
            language.pick(
                da: "Enhedens korte navn. Det kendes den på næste gang.",
                en: "The unit's short name, by which it is known next time.")
        case .parent:
            language.pick(
                da: "Koden på den enhed, den ligger under. Tom for den øverste.",
                en: "The code of the unit that it lies under. Empty at the top.")
        case .kind where kind == .units || kind == .history:
            language.pick(
                da: "organisation, fakultet, institut, afdeling, sektion, skole eller andet.",
                en: "organisation, faculty, department, section, school or other.")
        case .kind: language.pick(da: "medarbejder, studerende eller ekstern.", en: "employee, student or external.")
        case .nameDanish: language.pick(da: "Navnet på dansk.", en: "The name in Danish.")
        case .nameEnglish: language.pick(da: "Navnet på engelsk.", en: "The name in English.")
        case .legalEntity:
            language.pick(
                da: "ja, hvis enheden er en arbejdsgiver for sig (CVR).",
                en: "yes where the unit is an employer of its own.")
        case .opens: language.pick(da: "Første dag, f.eks. 2027-01-01.", en: "The first day, such as 2027-01-01.")
        case .closes:
            language.pick(
                da: "Sidste dag. Tom, så længe enheden er der.", en: "The last day. Empty while the unit is there.")
        case .externalID:
            language.pick(
                da: "Nummeret i personalesystemet. Det kendes personen på næste gang.",
                en: "The number in the personnel system, by which the person is known next time.")
        case .name: language.pick(da: "Hele navnet.", en: "The whole name.")
        case .email:
            language.pick(
                da: "Den, personen logger ind med. Må være tom.", en: "What the person signs in with. May be empty.")
        case .phone: language.pick(da: "Telefonnummer.", en: "Telephone number.")
        case .language: language.pick(da: "da eller en.", en: "da or en.")
        case .unit: language.pick(da: "Koden på den enhed, hvor personen er.", en: "The code of the person's unit.")
        case .title: language.pick(da: "Stilling.", en: "Job title.")
        case .starts: language.pick(da: "Første dag, f.eks. 2027-01-01.", en: "The first day, such as 2027-01-01.")
        case .ends: language.pick(da: "Sidste dag, hvis den kendes.", en: "The last day, where it is known.")
        }
    }

    var preview: String { language.pick(da: "Det vil ske", en: "What will happen") }
    var nothingYet: String {
        language.pick(da: "Intet er ændret endnu.", en: "Nothing has been changed yet.")
    }
    func refused(_ count: Int) -> String {
        language.pick(
            da: count == 1
                ? "1 linje kan ikke læses ind. Ret den i filen, og vælg filen igen."
                : "\(count) linjer kan ikke læses ind. Ret dem i filen, og vælg filen igen.",
            en: count == 1
                ? "1 line cannot be read in. Mend it in the file and choose the file again."
                : "\(count) lines cannot be read in. Mend them in the file and choose the file again.")
    }
    func manyLeave(_ count: Int) -> String {
        language.pick(
            da: "\(count) personer er ikke i filen og vil stå som fratrådt. Er filen hel?",
            en: "\(count) people are not in the file and will be taken to have left. Is the file whole?")
    }
    func haveLeft(_ count: Int) -> String {
        language.pick(da: "Ja, \(count) personer er stoppet", en: "Yes, \(count) people have left")
    }
    var order: String {
        language.pick(
            da:
                "Første gang: enheder med deres historie, så personer, så grupper og hverv, og til sidst antal og timer.",
            en: "The first time: units with their history, then people, then bodies and mandates, and figures last.")
    }
    func onlyTop(_ code: String, _ name: String) -> String {
        language.pick(
            da: "Den øverste enhed er her allerede: \(name), med koden \(code). Skriv \(code) som dens kode i filerne.",
            en: "The top unit is here already: \(name), with the code \(code). Write \(code) as its code in the files.")
    }
    func otherTop(_ code: String, _ name: String) -> String {
        language.pick(
            da:
                "Her er allerede en øverste enhed: \(name), med koden \(code). Filen har en anden, så der bliver to. Skriv \(code) som kode for den øverste i alle filer, så er det den samme.",
            en:
                "There is a top unit already: \(name), with the code \(code). The file has another, so there would be two. Write \(code) as the code of the top unit in all files, and it is the same."
        )
    }
    var apply: String { language.pick(da: "Læs det ind", en: "Read it in") }
    var cancel: String { language.pick(da: "Fortryd", en: "Cancel") }
    var again: String { language.pick(da: "Vælg filer igen", en: "Choose files again") }
    var cancelled: String {
        language.pick(da: "Det er fortrudt. Intet er ændret.", en: "Cancelled. Nothing was changed.")
    }
    var applied: String { language.pick(da: "Det er læst ind.", en: "It has been read in.") }
    var differs: String {
        language.pick(
            da: "Organisationen er ændret, siden du så på det. Intet er læst ind. Se det igennem igen.",
            en: "The organisation has changed since you looked. Nothing was read in. Look it through again.")
    }

    func name(_ kind: ImportKind) -> String {
        switch kind {
        case .units: language.pick(da: "Enheder", en: "Units")
        case .people: language.pick(da: "Personer", en: "People")
        case .history: language.pick(da: "Enhedernes historie", en: "The units' history")
        case .bodies: language.pick(da: "Grupper og udvalg", en: "Groups and committees")
        case .mandates: language.pick(da: "Hverv", en: "Mandates")
        case .months: language.pick(da: "Antal og timer", en: "Head count and hours")
        }
    }
    var added: String { language.pick(da: "nye", en: "new") }
    var changed: String { language.pick(da: "ændres", en: "changed") }
    func absent(_ kind: ImportKind) -> String {
        kind == .people
            ? language.pick(da: "fratræder", en: "leave") : language.pick(da: "ikke i filen", en: "not in the file")
    }
    var same: String { language.pick(da: "uændrede", en: "unchanged") }
    var wrong: String { language.pick(da: "skal rettes", en: "need mending") }

    func addedTitle(_ kind: ImportKind) -> String {
        switch kind {
        case .units: language.pick(da: "Nye enheder", en: "New units")
        case .people: language.pick(da: "Nye personer", en: "New people")
        case .history: language.pick(da: "Ny historie", en: "New history")
        case .bodies: language.pick(da: "Nye grupper og udvalg", en: "New groups and committees")
        case .mandates: language.pick(da: "Nye hverv", en: "New mandates")
        case .months: language.pick(da: "Nye tal", en: "New figures")
        }
    }
    func changedTitle(_ kind: ImportKind) -> String {
        switch kind {
        case .units: language.pick(da: "Enheder, der ændres", en: "Units that change")
        case .people: language.pick(da: "Personer, der ændres", en: "People who change")
        case .history: language.pick(da: "Historie, der rettes", en: "History that is set right")
        case .bodies: language.pick(da: "Grupper og udvalg, der ændres", en: "Groups and committees that change")
        case .mandates: language.pick(da: "Hverv, der ændres", en: "Mandates that change")
        case .months: language.pick(da: "Tal, der ændres", en: "Figures that change")
        }
    }
    func absentTitle(_ kind: ImportKind) -> String {
        kind != .people
            ? language.pick(da: "Ikke i filen", en: "Not in the file")
            : language.pick(da: "Personer, der fratræder", en: "People who leave")
    }
    func absentHow(_ kind: ImportKind) -> String {
        switch kind {
        case .bodies, .mandates, .months, .history:
            language.pick(da: "De bliver, som de er.", en: "They stay as they are.")
        case .units:
            language.pick(
                da: "De bliver, som de er. En enhed lukkes kun med en dato i »lukker«.",
                en: "They stay as they are. A unit is closed only by a date in “closes”.")
        case .people:
            language.pick(
                da: "De er ikke i filen. Deres sidste dag bliver i går, og de logges ud. Intet slettes.",
                en:
                    "They are not in the file. Their last day becomes yesterday and they are signed out. Nothing is deleted."
            )
        }
    }
    var refusedTitle: String { language.pick(da: "Skal rettes", en: "Needs mending") }
    func first(_ shown: Int, of count: Int) -> String {
        language.pick(da: "de første \(shown) af \(count)", en: "the first \(shown) of \(count)")
    }
    var file: String { language.pick(da: "Fil", en: "File") }
    var line: String { language.pick(da: "Linje", en: "Line") }
    var wholeFile: String { language.pick(da: "hele filen", en: "the whole file") }
    var problem: String { language.pick(da: "Hvad der er galt", en: "What is wrong") }
    var key: String { language.pick(da: "Kode eller nummer", en: "Code or number") }
    var itsName: String { language.pick(da: "Navn", en: "Name") }
    var difference: String { language.pick(da: "Før → efter", en: "Before → after") }
    var nothing: String { language.pick(da: "ingen", en: "none") }
    var holdsMandate: String { language.pick(da: "har et hverv", en: "holds a mandate") }
    var files: String { language.pick(da: "Filer", en: "Files") }
    func lines(_ count: Int) -> String {
        language.pick(da: count == 1 ? "1 linje" : "\(count) linjer", en: count == 1 ? "1 line" : "\(count) lines")
    }
    var windows1252: String {
        language.pick(
            da: "Filen er læst som Windows-1252. Se efter, at æ, ø og å er rigtige.",
            en: "The file was read as Windows-1252. See that æ, ø and å are right.")
    }
    func unknown(_ columns: String) -> String {
        language.pick(da: "Disse kolonner bruges ikke: \(columns).", en: "These columns are not used: \(columns).")
    }
    var done: String { language.pick(da: "Læst ind", en: "Read in") }
    func doneHow(_ when: String, by name: String) -> String {
        language.pick(da: "\(when) af \(name).", en: "\(when) by \(name).")
    }
    var console: String { language.pick(da: "kommandolinjen", en: "the command line") }
    var digest: String { language.pick(da: "Filens SHA-256", en: "The file's SHA-256") }
    var toOrganisation: String { language.pick(da: "Se organisationen", en: "See the organisation") }
}

/// That nothing was chosen.
enum ImportFormProblem: Problem, Equatable {
    case noFile
    /// So many would be marked as left that somebody has to say that it is so.
    case manyLeave(Int)

    func explained(in language: Language) -> String {
        switch self {
        case .noFile: language.pick(da: "Vælg mindst én fil.", en: "Choose at least one file.")
        case .manyLeave(let count):
            language.pick(
                da: "Sæt hak, hvis de \(count) personer er stoppet. Ellers fortryd, og vælg en hel fil.",
                en: "Tick this if the \(count) people have left. Otherwise cancel and choose a whole file.")
        }
    }
}
