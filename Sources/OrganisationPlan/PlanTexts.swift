import Access
import Kernel

struct PlanTexts {
    let language: Language

    // The plan.
    var plan: String { language.pick(da: "Organisationsplan", en: "Organisation plan") }
    func planOf(_ name: String) -> String {
        language.pick(da: "Organisationsplan: \(name)", en: "Organisation plan: \(name)")
    }
    func version(_ version: String, on day: Day) -> String {
        language.pick(
            da: "Gælder \(day.long(in: .danish)). Udgave \(version).",
            en: "As of \(day.long(in: .english)). Version \(version).")
    }
    var versionHow: String {
        language.pick(
            da:
                "To planer med samme udgave siger det samme. Er udgaven en anden, er nogen kommet til, gået ud eller flyttet.",
            en: "Two plans of the same version say the same. Where it differs, somebody came, left or moved.")
    }
    var knownToAll: String {
        language.pick(
            da: "Alle ansatte skal kunne se, hvem der er med i arbejdsmiljøorganisationen.",
            en: "All employees are to know who is in the working environment organisation.")
    }
    var toUnit: String { language.pick(da: "Se enheden", en: "See the unit") }
    func counts(people: Int, vacancies: Int, units: Int) -> String {
        let seats =
            vacancies == 0
            ? language.pick(da: "ingen ledige pladser", en: "no vacant seats")
            : vacancies == 1
                ? language.pick(da: "1 ledig plads", en: "1 vacant seat")
                : language.pick(da: "\(vacancies) ledige pladser", en: "\(vacancies) vacant seats")
        let places = language.pick(
            da: units == 1 ? "1 enhed" : "\(units) enheder", en: units == 1 ? "1 unit" : "\(units) units")
        let names = language.pick(
            da: people == 1 ? "1 person" : "\(people) personer", en: people == 1 ? "1 person" : "\(people) people")
        return "\(places), \(names), \(seats)"
    }
    func shownTo(_ count: Int) -> String {
        language.pick(
            da:
                "Her vises de øverste \(count) enheder. Vælg en enhed for at se, hvad der ligger under den. Filerne har alle med.",
            en:
                "The uppermost \(count) units are shown. Choose a unit to see what lies below it. The files have them all."
        )
    }
    /// Where very many units lie directly below the top of the part.
    var allBelow: String {
        language.pick(da: "Alle enheder herunder, side for side", en: "All units below, page by page")
    }
    var printIt: String { language.pick(da: "PDF eller udskrift", en: "PDF or print") }
    var csv: String { language.pick(da: "CSV", en: "CSV") }
    var xlsx: String { language.pick(da: "Excel", en: "Excel") }
    var empty: String { language.pick(da: "Her er ingen enheder endnu", en: "There are no units yet") }
    var emptyHow: String {
        language.pick(
            da: "Når enheder og grupper er læst ind, står planen her.",
            en: "When units and groups have been read in, the plan stands here.")
    }
    var nobodyHere: String {
        language.pick(da: "Ingen grupper og ingen hverv.", en: "No groups and no offices.")
    }

    // Columns.
    var unit: String { language.pick(da: "Enhed", en: "Unit") }
    var unitCode: String { language.pick(da: "Enhedens kode", en: "Unit code") }
    var body: String { language.pick(da: "Gruppe eller udvalg", en: "Group or committee") }
    var kind: String { language.pick(da: "Slags", en: "Kind") }
    var role: String { language.pick(da: "Rolle", en: "Role") }
    var name: String { language.pick(da: "Navn", en: "Name") }
    var email: String { language.pick(da: "E-mail", en: "E-mail") }
    var phone: String { language.pick(da: "Telefon", en: "Phone") }
    var represents: String { language.pick(da: "Repræsenterer", en: "Represents") }
    var starts: String { language.pick(da: "Fra", en: "From") }
    var ends: String { language.pick(da: "Til og med", en: "Up to and including") }
    var asOf: String { language.pick(da: "Gælder den", en: "As of") }
    var versionTitle: String { language.pick(da: "Udgave", en: "Version") }
    var vacant: String { language.pick(da: "ledig plads", en: "vacant seat") }
    var nobody: String { language.pick(da: "ingen endnu", en: "nobody yet") }
    var officeOfUnit: String { language.pick(da: "hverv for enheden", en: "office of the unit") }

    /// In a word, for a drawing. The whole names stand below it.
    func short(_ role: Role) -> String {
        switch role {
        case .chair: language.pick(da: "formand", en: "chair")
        case .leader: language.pick(da: "leder", en: "supervisor")
        case .representative: language.pick(da: "AMR", en: "safety rep.")
        case .deputy: language.pick(da: "suppleant", en: "deputy")
        case .coordinator: language.pick(da: "koordinator", en: "coordinator")
        case .secretary: language.pick(da: "sekretær", en: "secretary")
        case .member: language.pick(da: "medlem", en: "member")
        case .unionRepresentative: language.pick(da: "TR", en: "union rep.")
        case .studentRepresentative: language.pick(da: "student", en: "student rep.")
        case .hrPartner: language.pick(da: "HR", en: "HR")
        case .emergencyLead: language.pick(da: "beredskab", en: "emergency")
        case .unitLeader: language.pick(da: "enhedsleder", en: "unit leader")
        case .secretariat: language.pick(da: "sekretariat", en: "secretariat")
        }
    }
}
