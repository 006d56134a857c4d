import Kernel

/// What the columns of the files are told to hold.
extension ImportTexts {
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
    /// Each link says of what, for whoever hears only the links.
    func example(of kind: ImportKind) -> String {
        let file = file(kind)
        let name = file.prefix(1).lowercased() + file.dropFirst()
        return language.pick(da: "Hent et eksempel: \(name)", en: "Download an example: \(name)")
    }

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
}
