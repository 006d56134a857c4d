import Kernel

/// What is said of whoever is coordinator and safety representative at once.
struct ConflictTexts {
    let language: Language

    static let told = Words(
        da: "Du er både arbejdsmiljøkoordinator og arbejdsmiljørepræsentant. Læs, hvad det betyder.",
        en: "You are both a working environment coordinator and a safety representative. Read what that means.")

    var title: String { language.pick(da: "Dobbelte roller", en: "Double roles") }
    var about: String {
        language.pick(
            da:
                "En koordinator handler for arbejdspladsen, en arbejdsmiljørepræsentant for de ansatte. Den samme person kan komme i klemme mellem de to. Det er ikke forbudt, men det skal være kendt og aftalt.",
            en:
                "A coordinator acts for the workplace, a safety representative for the employees. The same person may be caught between the two. It is not forbidden, but it should be known and agreed."
        )
    }
    var coordinators: String { language.pick(da: "koordinatorer", en: "coordinators") }
    func both(_ share: Int) -> String {
        language.pick(
            da: "er også arbejdsmiljørepræsentant (\(share) %)", en: "also represent the employees (\(share)%)")
    }
    var accepted: String { language.pick(da: "er accepteret", en: "accepted") }
    var waiting: String { language.pick(da: "venter på svar", en: "wait for an answer") }
    var nobody: String { language.pick(da: "Ingen har begge roller", en: "Nobody has both roles") }
    var nobodyHow: String {
        language.pick(
            da: "Får en koordinator også plads som arbejdsmiljørepræsentant, står det her.",
            en: "Where a coordinator becomes a safety representative too, it is told here.")
    }
    var whoReads: String {
        language.pick(
            da: "Navne og begrundelser ses af arbejdsmiljøsekretariatet, administratoren og personen selv.",
            en: "Names and reasons are seen by the secretariat, the administrator and the person.")
    }
    var yours: String { language.pick(da: "Se din egen", en: "See your own") }
    var name: String { language.pick(da: "Navn", en: "Name") }
    var state: String { language.pick(da: "Hvordan det står", en: "How it stands") }
    var isAccepted: String { language.pick(da: "accepteret", en: "accepted") }
    var isWaiting: String { language.pick(da: "ikke accepteret", en: "not accepted") }
    var roles: String { language.pick(da: "Hverv", en: "Mandates") }
    var reason: String { language.pick(da: "Begrundelse", en: "Reason") }
    var reasonHint: String {
        language.pick(
            da: "Hvorfor det går an her, og hvem kollegerne kan gå til i stedet.",
            en: "Why it will do here, and to whom colleagues can go instead.")
    }
    var accept: String { language.pick(da: "Acceptér", en: "Accept") }
    var acceptedSaid: String { language.pick(da: "Det er accepteret.", en: "It is accepted.") }
    var withdraw: String { language.pick(da: "Træk accepten tilbage", en: "Withdraw the acceptance") }
    var withdrawnSaid: String { language.pick(da: "Accepten er trukket tilbage.", en: "The acceptance is withdrawn.") }
    var history: String { language.pick(da: "Hvad der er besluttet", en: "What was decided") }
    var undecided: String { language.pick(da: "Intet er besluttet endnu.", en: "Nothing is decided yet.") }
    var whoDecides: String {
        language.pick(
            da: "Arbejdsmiljøsekretariatet eller administratoren afgør det, aldrig personen selv.",
            en: "The secretariat or the administrator decides, never the person.")
    }
    func acceptedBy(_ name: String, _ day: Day) -> String {
        language.pick(
            da: "Accepteret af \(name) \(day.long(in: .danish))", en: "Accepted by \(name) on \(day.long(in: .english))"
        )
    }
    func withdrawnBy(_ name: String, _ day: Day) -> String {
        language.pick(
            da: "Trukket tilbage af \(name) \(day.long(in: .danish))",
            en: "Withdrawn by \(name) on \(day.long(in: .english))")
    }
    var replaced: String {
        language.pick(
            da: "Gælder ikke mere: Der er kommet et nyt hverv til.", en: "Holds no more: a new mandate was added.")
    }
}
