import Kernel

/// What a unit's page says.
struct UnitTexts {
    let language: Language

    var whoToAsk: String { language.pick(da: "Hvem går jeg til?", en: "Whom do I go to?") }
    var nobodyCovers: String {
        language.pick(
            da: "Ingen gruppe ser efter denne enhed endnu. Spørg administratoren eller arbejdsmiljøkoordinatoren.",
            en: "No group looks after this unit yet. Ask the administrator or the working environment coordinator.")
    }
    var officesOfUnit: String { language.pick(da: "Hverv for enheden", en: "Offices of the unit") }
    func from(_ unit: String) -> String { language.pick(da: "fra \(unit)", en: "from \(unit)") }
    var unitsUnder: String { language.pick(da: "Enheder herunder", en: "Units below") }
    var poster: String { language.pick(da: "Opslag med QR-kode", en: "Poster with QR code") }
    var months: String { language.pick(da: "Antal og timer", en: "Head count and hours") }
    var history: String { language.pick(da: "Enhedens historie", en: "The unit's history") }
    var offices: String { language.pick(da: "Hverv", en: "Offices") }
}
