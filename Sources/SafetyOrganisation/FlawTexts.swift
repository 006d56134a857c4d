import Access
import Kernel
import Law
import Organisation

public struct FlawTexts {
    let language: Language

    public init(language: Language) {
        self.language = language
    }

    private var roles: OrganisationTexts { OrganisationTexts(language: language) }

    public var title: String { language.pick(da: "Er organisationen hel?", en: "Is the organisation whole?") }
    public var lacks: String { language.pick(da: "Det skal rettes", en: "This must be mended") }
    var about: String {
        language.pick(
            da: "Her står, hvad der mangler i arbejdsmiljøorganisationen, hvorfor, og hvad der retter det.",
            en: "What the safety organisation lacks, why it matters, and what mends it.")
    }
    var nothing: String { language.pick(da: "Intet mangler", en: "Nothing is wrong") }
    var nothingHow: String {
        language.pick(
            da: "Alle grupper og udvalg i dit område er, som de skal være.",
            en: "All groups and committees in your area are as they should be.")
    }
    var nothingFound: String {
        language.pick(da: "Intet mangler i det, du har valgt.", en: "Nothing is wrong in what you have chosen.")
    }
    var what: String { language.pick(da: "Hvad", en: "What") }
    var place: String { language.pick(da: "Hvor", en: "Where") }
    var why: String { language.pick(da: "Hvorfor", en: "Why") }
    var source: String { language.pick(da: "Kilde", en: "Source") }
    var status: String { language.pick(da: "Kildens status", en: "The source's status") }
    var mend: String { language.pick(da: "Ret det", en: "Mend it") }
    var kind: String { language.pick(da: "Slags", en: "Kind") }
    var all: String { language.pick(da: "Alle", en: "All") }
    var whole: String { language.pick(da: "Hele området", en: "The whole area") }
    var rules: String { language.pick(da: "Hvad loven siger", en: "What the law says") }
    var now: String { language.pick(da: "mangler", en: "missing") }
    var soon: String { language.pick(da: "snart", en: "soon") }
    var read: String {
        language.pick(da: "læst i loven eller hos Arbejdstilsynet", en: "read in the law or with the authority")
    }
    var anotherDay: String { language.pick(da: "Vis en anden dag", en: "Show another day") }
    var conflicts: String { language.pick(da: "Dobbelte roller", en: "Double roles") }
    var duties: String { language.pick(da: "Pladser, der venter", en: "Seats that wait") }
    var file: String { language.pick(da: "Arbejdsmiljøorganisationen, mangler", en: "Safety organisation, flaws") }
    var onlyAdministrator: String {
        language.pick(
            da: "Kun administratoren opretter grupper og udvalg. Bed administratoren om det.",
            en: "Only the administrator creates groups and committees. Ask the administrator.")
    }
    func shown(_ first: Int, _ last: Int, of count: Int) -> String {
        language.pick(da: "\(first)–\(last) af \(count)", en: "\(first)–\(last) of \(count)")
    }
    var inPart: String {
        language.pick(
            da:
                "Området er stort. Her står det øverste og nogle af delene. Gå videre under listen, eller skriv en enheds kode. CSV-filen har det hele.",
            en:
                "The area is large. Here stand its top and some of its parts. Go on below the list, or write a unit's code. The CSV file has it all."
        )
    }
    var nothingInPart: String {
        language.pick(da: "Intet mangler i denne del.", en: "Nothing is wrong in this part.")
    }
    func countInPart(_ count: Int) -> String {
        count == 1
            ? language.pick(da: "1 ting skal rettes i denne del.", en: "1 thing must be mended in this part.")
            : language.pick(
                da: "\(count) ting skal rettes i denne del.", en: "\(count) things must be mended in this part.")
    }
    var withoutAreaApart: String {
        language.pick(
            da: "Grupper og udvalg, der ikke ser efter nogen enhed",
            en: "Groups and committees that look after no unit")
    }
    var largerParts: String {
        language.pick(da: "Dele med deres egen liste", en: "Parts with a list of their own")
    }
    func count(_ count: Int) -> String {
        count == 1
            ? language.pick(da: "1 ting skal rettes.", en: "1 thing must be mended.")
            : language.pick(da: "\(count) ting skal rettes.", en: "\(count) things must be mended.")
    }
    public var onToday: String {
        language.pick(da: "Arbejdsmiljøorganisationen mangler noget", en: "The safety organisation lacks something")
    }

    func name(_ kind: Flaw.Kind) -> String {
        switch kind {
        case .noOrganisation: language.pick(da: "Ingen organisation", en: "No organisation")
        case .noGroup: language.pick(da: "Ingen gruppe", en: "No group")
        case .noCommittee: language.pick(da: "Intet udvalg", en: "No committee")
        case .outside: language.pick(da: "Folk uden gruppe", en: "People outside every group")
        case .twoGroups: language.pick(da: "To grupper om én enhed", en: "Two groups for one unit")
        case .withoutArea: language.pick(da: "Uden område", en: "Without an area")
        case .noLeader: language.pick(da: "Ingen leder", en: "No supervisor")
        case .noRepresentative: language.pick(da: "Ingen repræsentant", en: "No representative")
        case .noChair: language.pick(da: "Ingen formand", en: "No chair")
        case .severalLeaders: language.pick(da: "Flere ledere", en: "Several supervisors")
        case .severalRepresentatives: language.pick(da: "Flere repræsentanter", en: "Several representatives")
        case .notElected: language.pick(da: "Ikke valgt", en: "Not elected")
        case .memberMissing:
            language.pick(da: "Gruppemedlem mangler i udvalget", en: "Group member not in the committee")
        case .fewLeaders: language.pick(da: "For få ledere i udvalget", en: "Too few supervisors in the committee")
        case .fewRepresentatives:
            language.pick(da: "For få repræsentanter i udvalget", en: "Too few representatives in the committee")
        case .fromNoGroup: language.pick(da: "Repræsentant uden gruppe", en: "Representative of no group")
        case .seatWaits: language.pick(da: "En plads venter", en: "A seat waits")
        case .endsSoon: language.pick(da: "En periode slutter snart", en: "A term ends soon")
        }
    }

    /// What is wrong, in a sentence.
    public func says(_ flaw: Flaw) -> String {
        let names = names(flaw)
        let day = flaw.day.map { $0.long(in: language) } ?? ""
        let role = flaw.role.map(roles.name) ?? ""
        switch flaw.kind {
        case .noOrganisation:
            return language.pick(
                da: "\(people(flaw)), men ingen arbejdsmiljøorganisation.",
                en: "\(people(flaw)), but no safety organisation.")
        case .noGroup:
            return language.pick(
                da: "\(people(flaw)), men ingen arbejdsmiljøgruppe.", en: "\(people(flaw)), but no group.")
        case .noCommittee:
            return language.pick(
                da: "\(people(flaw)), men intet arbejdsmiljøudvalg.", en: "\(people(flaw)), but no committee.")
        case .outside:
            return language.pick(
                da: "Her arbejder nogen, men ingen arbejdsmiljøgruppe ser efter enheden.",
                en: "Somebody works here, but no group looks after the unit.")
        case .twoGroups:
            return language.pick(
                da: "Flere grupper ser efter enheden: \(names).", en: "Several groups look after the unit: \(names).")
        case .withoutArea:
            return language.pick(da: "Den ser ikke efter nogen enhed.", en: "It looks after no unit.")
        case .noLeader:
            return language.pick(da: "Pladsen som arbejdsleder er ledig.", en: "The supervisor's seat is vacant.")
        case .noRepresentative where flaw.day != nil:
            return language.pick(
                da: "Pladsen som arbejdsmiljørepræsentant er ledig. Den sidste periode sluttede \(day).",
                en: "The safety representative's seat is vacant. The last term ended on \(day).")
        case .noRepresentative:
            return language.pick(
                da: "Pladsen som arbejdsmiljørepræsentant er ledig.", en: "The safety representative's seat is vacant.")
        case .noChair: return language.pick(da: "Pladsen som formand er ledig.", en: "The chair's seat is vacant.")
        case .severalLeaders:
            return language.pick(
                da: "Gruppen har \(flaw.number ?? 0) arbejdsledere: \(names).",
                en: "The group has \(flaw.number ?? 0) supervisors: \(names).")
        case .severalRepresentatives:
            return language.pick(
                da: "Gruppen har \(flaw.number ?? 0) arbejdsmiljørepræsentanter: \(names).",
                en: "The group has \(flaw.number ?? 0) safety representatives: \(names).")
        case .notElected:
            return language.pick(
                da: "Ikke valgt af de ansatte, men arbejdsmiljørepræsentant: \(names).",
                en: "Not elected by the employees, but safety representative: \(names).")
        case .memberMissing:
            let (member, group) = (
                flaw.names.first?.in(language) ?? "", flaw.names.dropFirst().first?.in(language) ?? ""
            )
            return language.pick(
                da: "\(member), \(role) i \(group), sidder ikke i udvalget.",
                en: "\(member), \(role) in \(group), does not sit in the committee.")
        case .fewLeaders, .fewRepresentatives:
            let (number, wanted) = (flaw.number ?? 0, flaw.wanted ?? 0)
            let (da, en) =
                flaw.kind == .fewLeaders
                ? ("ledere", "supervisors") : ("repræsentanter", "representatives")
            return language.pick(
                da: "Udvalget har \(number) af de \(wanted) \(da), som grupperne vælger.",
                en: "The committee has \(number) of the \(wanted) \(en) whom the groups elect.")
        case .fromNoGroup:
            return language.pick(
                da: "Sidder som repræsentant uden at være det i en gruppe: \(names).",
                en: "Sits as a representative without being one in a group: \(names).")
        case .seatWaits:
            return language.pick(
                da: "Organisationen blev ændret \(day). Siden venter pladsen som \(role).",
                en: "The organisation changed on \(day). Since then the seat as \(role) waits.")
        case .endsSoon:
            return language.pick(
                da: "\(names), \(role), har sin sidste dag \(day), og ingen er fundet til at følge efter.",
                en: "\(names), \(role), has the last day on \(day), and nobody is found to follow.")
        }
    }

    /// The number of employees, and from where it is known.
    private func people(_ flaw: Flaw) -> String { flaw.headCount.map(says) ?? "" }

    func says(_ count: HeadCount) -> String {
        guard count.few > 0 else { return number(count) }
        return language.pick(
            da: "\(number(count)), fraregnet \(count.few) med få timer",
            en: "\(number(count)), less \(count.few) with few hours")
    }

    private func number(_ count: HeadCount) -> String {
        switch count.source {
        case .people where count.isCut:
            return language.pick(
                da: "Mindst \(count.number) ansatte ifølge personlisten",
                en: "At least \(count.number) employees by the list of people")
        case .people:
            return language.pick(
                da: "\(count.number) ansatte ifølge personlisten", en: "\(count.number) employees by the list of people"
            )
        case .month(let month):
            return language.pick(
                da: "\(count.number) ansatte ifølge tallene for \(month.text)",
                en: "\(count.number) employees by the figures for \(month.text)")
        }
    }

    private func names(_ flaw: Flaw) -> String {
        let names = flaw.names.map { $0.in(language) }
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + language.pick(da: " og ", en: " and ") + last
    }

    func button(_ mending: Mending) -> String {
        switch mending {
        case .callElection: language.pick(da: "Udskriv valg", en: "Call an election")
        case .seeElections: language.pick(da: "Se valget", en: "See the election")
        case .giveSeat(.body, _, _, _, _): language.pick(da: "Giv pladsen", en: "Give the seat")
        case .giveSeat(.unit, _, _, _, _): language.pick(da: "Giv hvervet", en: "Give the office")
        case .endSeat: language.pick(da: "Se pladserne", en: "See the seats")
        case .addBody(.group, _, _): language.pick(da: "Opret en gruppe", en: "Create a group")
        case .addBody: language.pick(da: "Opret et udvalg", en: "Create a committee")
        case .changeArea: language.pick(da: "Ret området", en: "Change the area")
        }
    }

    var howMany: String { language.pick(da: "Hvor mange tælles", en: "How many are counted") }

    func name(_ level: SizeLaw.Level) -> String {
        switch level {
        case .none: language.pick(da: "Ingen organisation kræves.", en: "No organisation is required.")
        case .one: language.pick(da: "Organisation på ét niveau.", en: "An organisation on one level.")
        case .two: language.pick(da: "Organisation på to niveauer.", en: "An organisation on two levels.")
        }
    }

    /// How the larger of two numbers is found, and why.
    var counting: String {
        language.pick(
            da:
                "Forkant tæller de ansatte på dagen uden dem, der leder. Er månedens tal højere, bruges det, uden de kendte ledere. Det største tal gælder, for den, der mangler på en liste, er stadig ansat. Dem, der arbejder for få timer til at tælle med, skriver I på enhedens side under Antal og timer; så trækkes de fra. Kender ingen timerne, tæller alle med.",
            en:
                "Forkant counts the employees of the day without those who lead. Where the month's figure is higher, that is used, without the known leaders. The larger number counts, for whoever is missing in a list is still an employee. Those who work too few hours to be counted are written on the unit's page under Head count and hours, and taken off. Where nobody knows the hours, all count."
        )
    }
}
