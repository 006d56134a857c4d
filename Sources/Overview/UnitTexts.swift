import Access
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
    func noOwnGroup(_ group: String) -> String {
        language.pick(
            da: "Enheden har ikke sin egen gruppe. \(group) ser efter den.",
            en: "The unit has no group of its own. \(group) looks after it.")
    }
    var bodies: String { language.pick(da: "Grupper og udvalg", en: "Groups and committees") }
    func members(_ count: Int) -> String { language.pick(da: "\(count) medlemmer", en: "\(count) members") }
    func from(_ unit: String) -> String { language.pick(da: "fra \(unit)", en: "from \(unit)") }
    var unitsUnder: String { language.pick(da: "Enheder herunder", en: "Units below") }
    var moreUnits: String {
        language.pick(
            da: "Her er ikke plads til alle. De står efter navn: gå videre med knappen under listen.",
            en: "There is no room for all of them here. They stand by name: go on with the button below the list.")
    }
    var poster: String { language.pick(da: "Opslag med QR-kode", en: "Poster with QR code") }
    var haveAnIdea: String { language.pick(da: "Jeg har en idé", en: "I have an idea") }
    var chart: String { language.pick(da: "Vis som tegning", en: "Show as a drawing") }
    var months: String { language.pick(da: "Antal og timer", en: "Head count and hours") }
    var history: String { language.pick(da: "Enhedens historie", en: "The unit's history") }
    var whoReads: String {
        language.pick(da: "Fortrolige meldinger", en: "Confidential reports")
    }
    var offices: String { language.pick(da: "Hverv", en: "Offices") }

    /// What one goes to somebody with.
    func whatFor(_ role: Role) -> String? {
        switch role {
        case .representative:
            language.pick(
                da: "Det, der bekymrer dig i arbejdsmiljøet, og idéer til noget bedre.",
                en: "What worries you at work, and ideas for something better.")
        case .leader:
            language.pick(
                da: "Det, der skal ordnes nu, og det, der koster tid eller penge.",
                en: "What has to be mended now, and what takes time or money.")
        case .chair: language.pick(da: "Det, der gælder hele området.", en: "What concerns the whole area.")
        case .unitLeader: language.pick(da: "Opgaver, mål og hverdagen.", en: "Tasks, goals and everyday work.")
        case .coordinator:
            language.pick(da: "Regler, råd og svære sager.", en: "Rules, advice and difficult cases.")
        case .unionRepresentative:
            language.pick(da: "Løn, ansættelse og aftaler.", en: "Pay, employment and agreements.")
        case .studentRepresentative:
            language.pick(da: "Studiemiljøet.", en: "The study environment.")
        case .emergencyLead:
            language.pick(da: "Brand, flugtveje og evakuering.", en: "Fire, ways out and evacuation.")
        case .hrPartner:
            language.pick(da: "Sygdom, trivsel og personalesager.", en: "Illness, well-being and staff matters.")
        case .secretariat: language.pick(da: "Det, ingen andre kan svare på.", en: "What nobody else can answer.")
        case .deputy, .secretary, .member: nil
        }
    }

    /// Whom one goes to while a seat is vacant.
    func untilThen(_ role: Role) -> String {
        role == .representative
            ? language.pick(
                da: "Indtil nogen er valgt, går du til lederen.", en: "Until somebody is elected, go to the supervisor."
            )
            : language.pick(
                da: "Indtil nogen er udpeget, går du til din nærmeste leder.",
                en: "Until somebody is appointed, go to your nearest manager.")
    }
}
