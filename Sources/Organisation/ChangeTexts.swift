import Access
import Kernel

struct ChangeTexts {
    let language: Language

    func name(_ kind: OrganisationChange.Kind) -> String {
        switch kind {
        case .renamed: language.pick(da: "Nyt navn eller ny slags", en: "New name or kind")
        case .moved: language.pick(da: "Flyttet", en: "Moved")
        case .merged: language.pick(da: "Lagt sammen", en: "Merged")
        case .split: language.pick(da: "Delt", en: "Split")
        case .closed: language.pick(da: "Lukket", en: "Closed")
        case .opened: language.pick(da: "Oprettet", en: "Opened")
        case .joined: language.pick(da: "Fælles udvalg", en: "Joint committee")
        case .parted: language.pick(da: "To udvalg igen", en: "Two committees again")
        }
    }

    var history: String { language.pick(da: "Enhedens historie", en: "The unit's history") }
    var noHistory: String { language.pick(da: "Intet er ændret endnu", en: "Nothing has changed yet") }
    var noHistoryHow: String {
        language.pick(
            da: "Her står det, når enheden får nyt navn, flytter, deles, lægges sammen med en anden eller lukker.",
            en: "This is where it stands when the unit gets a new name, moves, is split, merged or closed.")
    }
    var planned: String { language.pick(da: "planlagt", en: "planned") }
    var opened: String { language.pick(da: "Åbnede", en: "Opened") }
    var lastDay: String { language.pick(da: "Sidste dag", en: "Last day") }
    var when: String { language.pick(da: "Fra", en: "From") }
    var what: String { language.pick(da: "Hvad", en: "What") }
    var why: String { language.pick(da: "Hvorfor", en: "Why") }
    var show: String { language.pick(da: "Vis dagen før", en: "Show the day before") }
    var proximity: String {
        language.pick(
            da:
                "Større ændringer kræver, at I skriftligt begrunder, at arbejdsmiljøorganisationen stadig er tæt på arbejdet (nærhedsprincippet).",
            en:
                "Larger changes need a written account of how the safety organisation is still close to the work (the proximity principle)."
        )
    }
    var asksForProximity: String { language.pick(da: "nærhed skal begrundes", en: "proximity to be accounted for") }

    func title(_ form: UnitChangeForm) -> String {
        switch form {
        case .name: language.pick(da: "Nyt navn eller ny slags", en: "New name or kind")
        case .move: language.pick(da: "Flyt enheden", en: "Move the unit")
        case .closure: language.pick(da: "Luk enheden", en: "Close the unit")
        case .split: language.pick(da: "Del enheden", en: "Split the unit")
        }
    }

    func how(_ form: UnitChangeForm) -> String {
        switch form {
        case .name:
            language.pick(
                da: "Vælg den dag, det gælder fra. Før den dag vises det gamle navn.",
                en: "Choose the day from which it holds. Before that day the old name is shown.")
        case .move:
            language.pick(
                da:
                    "Enheden og alt under den kommer til at ligge et andet sted. Grupper, der ser efter den nye overordnede, ser også efter den. Rettighederne følger med fra den dag.",
                en:
                    "The unit and all below it come to lie elsewhere. Bodies that look after the new parent look after it too. Rights follow from that day."
            )
        case .closure:
            language.pick(
                da:
                    "Det går kun, når ingen personer og enheder er tilbage. Grupper, der kun ser efter den, lukker samme dag, og deres hverv slutter.",
                en:
                    "It takes that no people and units are left. Bodies that look after nothing else close on the same day, and their mandates end."
            )
        case .split:
            language.pick(
                da:
                    "En del bliver en ny enhed ved siden af. Vælg, hvem og hvad der følger med. Grupper, du ikke vælger, ser ikke efter den nye enhed.",
                en:
                    "A part becomes a new unit beside it. Choose who and what goes along. Bodies that you do not choose do not look after the new unit."
            )
        }
    }

    var from: String { language.pick(da: "Gælder fra", en: "Holds from") }
    var fromHint: String {
        language.pick(
            da: "I dag, en dag, der er gået, eller en dag, der kommer.",
            en: "Today, a day that has passed, or one to come.")
    }
    var reason: String { language.pick(da: "Hvorfor", en: "Why") }
    var reasonHint: String {
        language.pick(
            da: "Det står i historien og bruges, når nærheden skal begrundes.",
            en: "It stands in the history and is used when proximity is accounted for.")
    }
    var newParent: String { language.pick(da: "Skal ligge under", en: "Is to lie under") }
    var peopleAlong: String { language.pick(da: "Personer, der følger med", en: "People who go along") }
    var unitsAlong: String { language.pick(da: "Enheder, der følger med", en: "Units that go along") }
    var bodiesAlong: String {
        language.pick(da: "Grupper, der også ser efter den nye", en: "Bodies that look after the new one too")
    }
    var carryOut: String { language.pick(da: "Gennemfør", en: "Carry it out") }
    var recorded: String {
        language.pick(
            da: "Ændringen er skrevet ned og gælder fra dagen.", en: "The change is recorded and holds from its day.")
    }
    var dayHeld: String { language.pick(da: "Dag", en: "Day") }

    // Merging.
    var merge: String { language.pick(da: "Læg sammen med en anden", en: "Merge into another") }
    var mergeHow: String {
        language.pick(
            da:
                "Enheden bliver en del af en anden fra en dag. Du ser først, hvad der vil ske. Intet ændres, før du siger ja.",
            en:
                "The unit becomes a part of another from a day. You see first what will happen. Nothing changes before you say yes."
        )
    }
    var into: String { language.pick(da: "Bliver en del af", en: "Becomes a part of") }
    var look: String { language.pick(da: "Se, hvad der vil ske", en: "See what will happen") }
    func preview(_ unit: String, _ other: String, _ day: Day) -> String {
        language.pick(
            da: "Fra \(day.long(in: .danish)) er \(unit) en del af \(other).",
            en: "From \(day.long(in: .english)) on, \(unit) is a part of \(other).")
    }
    func moving(_ counts: [Person.Kind: Int]) -> String {
        let all = counts.values.reduce(0, +)
        let parts = Person.Kind.allCases.compactMap { kind -> String? in
            counts[kind].map { "\($0) \(name(kind, isMany: $0 != 1))" }
        }
        guard all > 0 else { return language.pick(da: "Ingen personer flytter.", en: "Nobody moves.") }
        let list = parts.joined(separator: ", ")
        return language.pick(da: "\(list) flytter med.", en: "\(list) move along.")
    }
    func name(_ kind: Person.Kind, isMany: Bool) -> String {
        switch kind {
        case .employee:
            isMany
                ? language.pick(da: "medarbejdere", en: "employees") : language.pick(da: "medarbejder", en: "employee")
        case .student:
            isMany ? language.pick(da: "studerende", en: "students") : language.pick(da: "studerende", en: "student")
        case .external:
            isMany ? language.pick(da: "eksterne", en: "externals") : language.pick(da: "ekstern", en: "external")
        }
    }
    func children(_ names: [String]) -> String {
        names.isEmpty
            ? language.pick(da: "Ingen enheder ligger under den.", en: "No units lie under it.")
            : language.pick(
                da: "Disse enheder flytter med: \(names.joined(separator: ", ")).",
                en: "These units move along: \(names.joined(separator: ", ")).")
    }
    func closing(_ unit: String, _ day: Day) -> String {
        language.pick(
            da: "\(unit) lukker med \(day.long(in: .danish)) som sidste dag. Alt, der står i den, bliver stående.",
            en: "\(unit) closes with \(day.long(in: .english)) as its last day. All that stands in it stays.")
    }
    var bodies: String { language.pick(da: "Grupper og udvalg", en: "Groups and committees") }
    func name(_ fate: Merger.Fate, into unit: String) -> String {
        switch fate {
        case .follows:
            language.pick(da: "Følger med og ser efter \(unit)", en: "Goes along and looks after \(unit)")
        case .ends: language.pick(da: "Slutter", en: "Ends")
        case .goesOn:
            language.pick(da: "Går videre med sine andre enheder", en: "Goes on with its other units")
        }
    }
    func detail(_ fate: Merger.Fate, _ names: [String]) -> String {
        let list = names.joined(separator: ", ")
        switch fate {
        case .ends:
            return names.isEmpty
                ? language.pick(da: "Ingen har plads i den.", en: "Nobody has a seat in it.")
                : language.pick(da: "Hvervene slutter: \(list).", en: "The mandates end: \(list).")
        case .follows, .goesOn:
            return names.isEmpty
                ? language.pick(da: "Ingen har plads i den.", en: "Nobody has a seat in it.")
                : language.pick(da: "Hvervene fortsætter: \(list).", en: "The mandates go on: \(list).")
        }
    }
    func officesEnd(_ names: [String]) -> String {
        language.pick(
            da: "Disse hverv for enheden slutter: \(names.joined(separator: ", ")).",
            en: "These offices of the unit end: \(names.joined(separator: ", ")).")
    }
    var dutiesTitle: String { language.pick(da: "Så skal der vælges eller udpeges", en: "Then this must be filled") }
    var dutiesHow: String {
        language.pick(
            da:
                "En arbejdsmiljørepræsentants hverv slutter med den del, han eller hun er valgt for. Så har de ansatte ret og pligt til at vælge en ny.",
            en:
                "A safety representative's term ends with the part that he or she was elected for. The employees then have the right and the duty to elect anew."
        )
    }
    var noDuties: String { language.pick(da: "Intet hverv mister sit område.", en: "No mandate loses its area.") }
    var nothingDone: String { language.pick(da: "Intet er ændret endnu.", en: "Nothing has been changed yet.") }
    var back: String { language.pick(da: "Vælg om", en: "Choose again") }

    // What is owed.
    var duties: String { language.pick(da: "Pladser, der venter", en: "Seats that wait") }
    var dutiesAbout: String {
        language.pick(
            da:
                "Hverv, som mistede deres område, da organisationen blev ændret. De er her, til nogen er valgt eller udpeget, eller det er begrundet, at det ikke skal ske.",
            en:
                "Mandates that lost their area when the organisation changed. They stay here until somebody is elected or appointed, or a reason says why not."
        )
    }
    var noWaiting: String { language.pick(da: "Ingen pladser venter", en: "No seats wait") }
    var noWaitingHow: String {
        language.pick(
            da: "Når enheder lægges sammen eller lukker, står det her, hvem der skal vælges eller udpeges.",
            en: "When units are merged or closed, this says who must be elected or appointed.")
    }
    func name(_ kind: SeatDuty.Kind, _ role: String) -> String {
        switch kind {
        case .election: language.pick(da: "Valg: \(role)", en: "Election: \(role)")
        case .appointment: language.pick(da: "Udpegning: \(role)", en: "Appointment: \(role)")
        }
    }
    var place: String { language.pick(da: "Hvor", en: "Where") }
    var answer: String { language.pick(da: "Begrundelse", en: "Reason") }
    var notNeeded: String { language.pick(da: "Skal ikke besættes", en: "Need not be filled") }
    var dutyAnswered: String { language.pick(da: "Begrundelsen er gemt.", en: "The reason is kept.") }
    var seeAllDuties: String { language.pick(da: "Pladser, der venter", en: "Seats that wait") }
}
