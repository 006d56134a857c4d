import Kernel
import Organisation

/// What is said to people before it is known which language they read.
enum ElectionNotices {
    static func called(_ body: Words, _ election: Election) -> Words {
        let day = election.dates.nominations
        let (first, last) = (day.lowerBound, day.upperBound)
        let danish = { (day: Day) in day.short(in: .danish, today: election.calledOn) }
        let english = { (day: Day) in day.short(in: .english, today: election.calledOn) }
        return Words(
            da:
                "Der er valg i \(body.danish). Fra \(danish(first)) til \(danish(last)) kan du stille op eller foreslå en kollega.",
            en:
                "There is an election in \(body.english). From \(english(first)) to \(english(last)) you can stand, or propose a colleague."
        )
    }

    static func proposed(_ body: Words, as franchise: Franchise) -> Words {
        guard franchise != .leaders else {
            return Words(
                da: "En kollega foreslår dig som ledernes medlem af \(body.danish).",
                en: "A colleague proposes you as the leaders' member of \(body.english).")
        }
        return Words(
            da: "En kollega foreslår dig som arbejdsmiljørepræsentant i \(body.danish).",
            en: "A colleague proposes you as safety representative in \(body.english).")
    }

    static func nominationsOpen(_ body: Words) -> Words {
        Words(
            da: "Nu kan du stille op eller foreslå en kollega ved valget i \(body.danish).",
            en: "You can stand now, or propose a colleague, in the election in \(body.english).")
    }

    static func votingOpens(_ body: Words) -> Words {
        Words(
            da: "Nu kan du stemme ved valget i \(body.danish).",
            en: "You can vote now in the election in \(body.english).")
    }

    static func decided(_ body: Words) -> Words {
        Words(
            da: "Valget i \(body.danish) er afgjort. Se, hvem der er valgt.",
            en: "The election in \(body.english) is decided. See who is elected.")
    }

    static func unfilled(_ body: Words) -> Words {
        Words(
            da: "Ingen stillede op ved valget i \(body.danish). Opfordr igen, og udskriv et nyt.",
            en: "Nobody stood in the election in \(body.english). Encourage people again, and call a new one.")
    }

    static func cancelled(_ body: Words) -> Words {
        Words(da: "Valget i \(body.danish) er aflyst.", en: "The election in \(body.english) is called off.")
    }

    static func cancelled(_ body: Words, because reason: String) -> Words {
        Words(
            da: "Valget i \(body.danish) er aflyst: \(reason)",
            en: "The election in \(body.english) is called off: \(reason)")
    }

    static func redated(_ body: Words, _ new: RedatedElection, on today: Day) -> Words {
        let danish = { (days: ClosedRange<Day>) in ElectionTexts(language: .danish).range(days, today: today) }
        let english = { (days: ClosedRange<Day>) in ElectionTexts(language: .english).range(days, today: today) }
        return Words(
            da:
                "Nye datoer for valget i \(body.danish). Opstilling: \(danish(new.dates.nominations)). Afstemning: \(danish(new.dates.voting)). Grunden: \(new.reason)",
            en:
                "New dates for the election in \(body.english). Nominations: \(english(new.dates.nominations)). Voting: \(english(new.dates.voting)). The reason: \(new.reason)"
        )
    }

    static func corrected(_ correction: Correction, _ body: Words) -> Words {
        correction.votes
            ? Words(
                da: "Du er sat på valglisten ved valget i \(body.danish). Grunden: \(correction.reason)",
                en: "You are put on the register of the election in \(body.english). The reason: \(correction.reason)")
            : Words(
                da: "Du er taget af valglisten ved valget i \(body.danish). Grunden: \(correction.reason)",
                en:
                    "You are struck from the register of the election in \(body.english). The reason: \(correction.reason)"
            )
    }

    static func struck(_ candidate: String, _ body: Words) -> Words {
        Words(
            da: "\(candidate) er taget af valglisten ved valget i \(body.danish) og kan ikke vælges.",
            en: "\(candidate) is struck from the register of the election in \(body.english) and cannot be elected.")
    }

    static func passedOver(_ body: Words) -> Words {
        Words(
            da:
                "Du kan ikke vælges ved valget i \(body.danish): du leder andre i perioden eller er ikke på valglisten mere.",
            en:
                "You cannot be elected in \(body.english): you lead others in the term, or are no longer on the register."
        )
    }

    static func encourage(_ body: Words) -> Words {
        Words(
            da: "Ingen er valgt i \(body.danish) endnu. Opfordr nogen til at stille op, og udskriv et nyt valg.",
            en: "Nobody is elected in \(body.english) yet. Encourage somebody to stand, and call a new election.")
    }
}
