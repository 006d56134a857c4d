import Kernel
import Organisation

/// What is said where an election is called.
extension ElectionTexts {
    var callAbout: String {
        language.pick(
            da:
                "Arbejdsgiveren skal sørge for, at valget holdes, men deltager ikke. Derfor kan ledere ikke udskrive eller passe et valg.",
            en:
                "The employer must see to it that the election is held, but takes no part. So leaders cannot call or look after one."
        )
    }
    var occasion: String { language.pick(da: "Hvorfor nu?", en: "Why now?") }
    var franchise: String { language.pick(da: "Hvem vælger?", en: "Who elects?") }
    var follows: String { language.pick(da: "Hvem afløses?", en: "Who is followed?") }
    var followsHint: String {
        language.pick(
            da: "Deres hverv slutter dagen før den nye periode.", en: "Their mandates end the day before the new term.")
    }
    var seats: String { language.pick(da: "Pladser", en: "Seats") }
    var deputies: String { language.pick(da: "Suppleanter", en: "Deputies") }
    var deputiesHint: String {
        language.pick(
            da: "0, hvis I ikke har aftalt det. Loven kender ingen suppleant.",
            en: "0, unless you have agreed on it. The law has no deputies.")
    }
    var nominationsOpen: String { language.pick(da: "Opstilling fra", en: "Nominations from") }
    var nominationsEnd: String { language.pick(da: "Opstilling til og med", en: "Nominations up to and including") }
    var votingStarts: String { language.pick(da: "Afstemning fra", en: "Voting from") }
    var votingEnds: String { language.pick(da: "Afstemning til og med", en: "Voting up to and including") }
    var termStarts: String { language.pick(da: "Den nye periode begynder", en: "The new term begins") }
    var termLength: String { language.pick(da: "Hvor længe?", en: "For how long?") }
    var agreement: String { language.pick(da: "Hvilken aftale?", en: "Which agreement?") }
    var agreementHint: String {
        language.pick(
            da:
                "Kun hvis perioden er over 2 år, eller nogen slutter før tid: hvornår blev arbejdsgiver og ansatte enige?",
            en:
                "Only where the term is over 2 years, or somebody ends before time: when did employer and employees agree?"
        )
    }
    var note: String { language.pick(da: "Til dem, der stemmer", en: "To those who vote") }
    var call: String { language.pick(da: "Udskriv valget", en: "Call the election") }
    var calledSaid: String {
        language.pick(
            da: "Valget er udskrevet, og alle, der kan stemme, har fået besked.",
            en: "The election is called, and all who can vote are told.")
    }
    func canVote(_ count: Int) -> String {
        language.pick(da: "\(count) kan stemme.", en: count == 1 ? "1 person can vote." : "\(count) people can vote.")
    }
    var whoMayVote: String { language.pick(da: "Hvem stemmer?", en: "Who votes?") }
    var whoMayStand: String { language.pick(da: "Hvem kan stille op?", en: "Who can stand?") }
    var howLong: String { language.pick(da: "Hvor længe sidder man?", en: "How long is the term?") }
    var knownLeaders: String {
        language.pick(
            da:
                "Valglisten laves af de personer, der er ansat i området. Den, der er leder eller formand i en gruppe, er ikke på. Andre ledere og dem med få timer må du selv tage af listen.",
            en:
                "The register is made of those employed in the area. Whoever is leader or chair in a group is not on it. Other leaders and those with few hours you must strike by hand."
        )
    }
}
