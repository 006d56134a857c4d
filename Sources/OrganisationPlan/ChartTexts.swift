import Kernel
import Organisation

extension PlanTexts {
    var chart: String { language.pick(da: "Organisationsdiagram", en: "Organisation chart") }
    func chartOf(_ name: String) -> String {
        language.pick(da: "Organisationsdiagram: \(name)", en: "Organisation chart: \(name)")
    }
    var description: String {
        language.pick(
            da: "Enheder fra toppen og nedad, med grupper, udvalg og dem, der sidder der. Det samme står i tabellen.",
            en: "Units from the top downward, with groups, committees and those who sit there. The table says the same."
        )
    }
    var see: String { language.pick(da: "se", en: "see") }
    func unitsBelow(_ count: Int) -> String {
        let most = OrganisationTree.mostCounted
        if count > most {
            return language.pick(da: "over \(most) enheder herunder", en: "more than \(most) units below")
        }
        return count == 1
            ? language.pick(da: "1 enhed herunder", en: "1 unit below")
            : language.pick(da: "\(count) enheder herunder", en: "\(count) units below")
    }
    var sameAsTable: String { language.pick(da: "Det samme som tabel", en: "The same as a table") }
    var drawing: String { language.pick(da: "Tegningen", en: "The drawing") }
    var size: String { language.pick(da: "Størrelse", en: "Size") }
    var fit: String { language.pick(da: "Tilpas", en: "Fit") }
    var larger: String { language.pick(da: "Større", en: "Larger") }
    var smaller: String { language.pick(da: "Mindre", en: "Smaller") }
    var keys: String {
        language.pick(
            da:
                "Træk for at flytte. Ctrl og hjul, to fingre eller tasterne + og − gør den større og mindre; 0 tilpasser.",
            en: "Drag to move. Ctrl and wheel, two fingers or the keys + and − make it larger and smaller; 0 fits it.")
    }
    var howMuch: String { language.pick(da: "Hvor meget", en: "How much") }
    func levels(_ count: Int?) -> String {
        switch count {
        case nil: language.pick(da: "Alle niveauer", en: "All levels")
        case 1: language.pick(da: "1 niveau ned", en: "1 level down")
        case .some(let count): language.pick(da: "\(count) niveauer ned", en: "\(count) levels down")
        }
    }
    var whole: String { language.pick(da: "Hele organisationen", en: "The whole organisation") }
    var onlyThis: String { language.pick(da: "Vis kun denne del", en: "Show only this part") }
    var partsBelow: String { language.pick(da: "Vis kun en del", en: "Show only a part") }
    var asPlan: String { language.pick(da: "Som plan", en: "As a plan") }
    var asChart: String { language.pick(da: "Som tegning", en: "As a drawing") }
    var legend: String { language.pick(da: "Forkortelser og tegn", en: "Abbreviations and signs") }
    var legendVacant: String {
        language.pick(
            da: "En plads med stiplet kant er ledig. En firkant står ved en gruppe eller et udvalg.",
            en: "A seat with a dashed frame is vacant. A square stands at a group or committee.")
    }

    // Searching.
    var found: String { language.pick(da: "Fundet", en: "Found") }
    func nothingFound(_ text: String) -> String {
        language.pick(
            da: "Ingen person, gruppe eller enhed begynder med “\(text)”.",
            en: "No person, group or unit begins with “\(text)”.")
    }
    var showInDrawing: String { language.pick(da: "Vis på tegningen", en: "Show in the drawing") }
    func worksIn(_ unit: String) -> String { language.pick(da: "arbejder i \(unit)", en: "works in \(unit)") }
    var noOffice: String { language.pick(da: "har intet hverv", en: "holds no office") }
    var whomToAsk: String { language.pick(da: "Hvem går man til dér?", en: "Whom does one go to there?") }

    // Paper.
    var oneSheet: String {
        language.pick(da: "Alt på ét ark, hvis det kan læses", en: "All on one sheet, if it can be read")
    }
    var eachPart: String { language.pick(da: "Hver del på sit ark", en: "Each part on its own sheet") }
    func paper(_ kind: String) -> String { language.pick(da: "Papir i \(kind)", en: "\(kind) paper") }
}
