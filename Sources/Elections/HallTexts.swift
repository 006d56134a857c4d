import Kernel

/// What the big screen says, and what is said of the turnout.
struct HallTexts {
    let language: Language

    func atLeast(_ count: Int) -> String {
        guard count > 0 else { return language.pick(da: "under \(Turnout.step)", en: "under \(Turnout.step)") }
        return language.pick(da: "mindst \(count)", en: "\(count) or more")
    }
    var hiddenTurnout: String {
        language.pick(
            da:
                "Her er så få, at tallet kunne vise, hvem der har stemt. Derfor står det her først, når afstemningen er slut.",
            en:
                "You are so few that the figure could show who has voted. So it stands here only when the voting is over."
        )
    }
    var steppedTurnout: String {
        language.pick(
            da: "Tallet går i trin på \(Turnout.step), så ingen kan se, hvem der lige har stemt.",
            en: "The figure moves by steps of \(Turnout.step), so that nobody can see who has just voted.")
    }
    /// A date that no line breaks between the day and the month: `4. december`.
    func unbroken(_ date: String) -> String { date.replacing(/(\d\.?) (?=\p{L})/) { "\($0.output.1)\u{a0}" } }

    func stand(by day: String) -> String {
        language.pick(
            da: "Stil op, eller foreslå en kollega, senest \(day)", en: "Stand, or propose a colleague, by \(day)")
    }
    func comes(_ day: String) -> String {
        language.pick(da: "Opstillingen begynder \(day)", en: "Nominations begin on \(day)")
    }
    func votingFrom(_ day: String) -> String {
        language.pick(da: "Afstemningen begynder \(day)", en: "The voting begins on \(day)")
    }
    func vote(by day: String) -> String { language.pick(da: "Stem senest \(day)", en: "Vote by \(day)") }
    var counting: String { language.pick(da: "Stemmerne tælles op", en: "The ballots are being counted") }
    var decided: String { language.pick(da: "Valget er afgjort", en: "The election is decided") }
    var elected: String { language.pick(da: "Valgt", en: "Elected") }
    var scan: String {
        language.pick(da: "Hold telefonen hen over koden, eller skriv", en: "Point your phone at the code, or type")
    }
    var seeResult: String { language.pick(da: "Se resultatet og protokollen", en: "See the result and the protocol") }
    func entitled(_ count: Int) -> String {
        language.pick(da: "\(count) kan stemme", en: count == 1 ? "1 person can vote" : "\(count) people can vote")
    }
    func seats(_ count: Int) -> String {
        language.pick(
            da: count == 1 ? "Der vælges 1" : "Der vælges \(count)",
            en: count == 1 ? "1 is elected" : "\(count) are elected")
    }
    func term(_ from: String, _ to: String) -> String {
        language.pick(da: "Sidder fra \(from) til \(to)", en: "Sits from \(from) to \(to)")
    }
    func votes(_ count: Int) -> String {
        language.pick(
            da: count == 1 ? "1 stemme" : "\(count) stemmer", en: count == 1 ? "1 vote" : "\(count) votes")
    }
    func turnout(_ voted: Int, of electorate: Int, blank: Int) -> String {
        language.pick(
            da: "\(voted) af \(electorate) har stemt, \(blank) blankt.",
            en: "\(voted) of \(electorate) voted, \(blank) blank.")
    }
    var candidatesLater: String {
        language.pick(
            da:
                "Dem, der kan stemme, ser kandidaterne på valgets side. Her på skærmen vises de, når opstillingen er slut.",
            en:
                "Those who can vote see the candidates on the election's page. On this screen they are shown when nominations are over."
        )
    }
    var drawHow: String {
        language.pick(
            da:
                "Hvert lod er SHA-256 af en tekst med hemmeligheden og alle stemmetal. Det, der kommer først i alfabetet, vinder. Teksterne står i protokollen.",
            en:
                "Each draw is the SHA-256 of a text with the secret and all votes. What comes first in the alphabet wins. The texts stand in the protocol."
        )
    }
    var back: String { language.pick(da: "Til valget", en: "To the election") }
}
