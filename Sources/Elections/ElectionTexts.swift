import Kernel
import Organisation

/// Everything that elections say, in both languages. What is said of the ballot stands in `BallotTexts`.
struct ElectionTexts {
    let language: Language

    func name(of phase: Phase) -> String {
        switch phase {
        case .coming: language.pick(da: "Kommer", en: "Coming")
        case .nominating: language.pick(da: "Opstilling", en: "Nominations")
        case .waiting: language.pick(da: "Venter på afstemning", en: "Waiting for the voting")
        case .voting: language.pick(da: "Afstemning", en: "Voting")
        case .counting: language.pick(da: "Tælles op", en: "Being counted")
        case .decided: language.pick(da: "Afgjort", en: "Decided")
        case .uncontested: language.pick(da: "Valgt uden afstemning", en: "Elected without a ballot")
        case .unfilled: language.pick(da: "Ingen stillede op", en: "Nobody stood")
        case .cancelled: language.pick(da: "Aflyst", en: "Called off")
        }
    }

    func name(of occasion: Election.Occasion) -> String {
        switch occasion {
        case .termEnds: language.pick(da: "Perioden udløber", en: "The term runs out")
        case .left:
            language.pick(
                da: "Repræsentanten er stoppet eller flyttet", en: "The representative has left or moved elsewhere")
        case .absence:
            language.pick(da: "Fravær i mindst 4 måneder", en: "Absence of at least 4 months")
        case .agreed:
            language.pick(da: "Aftale om at slutte før tid", en: "Agreement to end before time")
        case .vacant: language.pick(da: "Pladsen er ledig", en: "The seat is vacant")
        }
    }

    func name(of franchise: Franchise) -> String {
        switch franchise {
        case .employees:
            language.pick(da: "Alle ansatte i området, som ikke leder", en: "All employees in the area who do not lead")
        case .representatives:
            language.pick(
                da: "Arbejdsmiljørepræsentanterne i områdets grupper",
                en: "The safety representatives of the area's groups")
        case .leaders:
            language.pick(
                da: "Arbejdslederne i områdets grupper", en: "The leaders in the area's groups")
        }
    }

    func name(of length: TermLength) -> String {
        switch length {
        case .two: language.pick(da: "2 år", en: "2 years")
        case .three: language.pick(da: "3 år", en: "3 years")
        case .four: language.pick(da: "4 år", en: "4 years")
        case .rest: language.pick(da: "Resten af perioden", en: "The rest of the term")
        }
    }

    func name(of outcome: Candidate.Outcome) -> String {
        switch outcome {
        case .elected: language.pick(da: "Valgt", en: "Elected")
        case .deputy: language.pick(da: "Suppleant", en: "Deputy")
        case .notElected: language.pick(da: "Ikke valgt", en: "Not elected")
        }
    }

    func reason(_ reason: Election.Cancellation) -> String {
        switch reason {
        case .byCaller:
            language.pick(
                da: "Den, der passer valget, har aflyst det. Stemmer, der var afgivet, er ødelagt ulæst.",
                en: "Whoever looks after it called it off. Ballots that were cast are destroyed unread.")
        case .bodyCloses:
            language.pick(
                da: "Gruppen lukker, før den nye periode begynder.", en: "The group closes before the new term begins.")
        case .missed:
            language.pick(
                da: "Serveren kørte ikke i dagene for afstemningen. Valget må udskrives igen.",
                en: "The server did not run on the days of the voting. The election must be called again.")
        }
    }

    // MARK: Lists

    var elections: String { language.pick(da: "Valg", en: "Elections") }
    var electionsAbout: String {
        language.pick(
            da: "Valg af arbejdsmiljørepræsentanter i dine enheder.",
            en: "Elections of safety representatives in your units.")
    }
    func election(in body: String) -> String { language.pick(da: "Valg: \(body)", en: "Election: \(body)") }
    var mine: String { language.pick(da: "Valg du kan være med i", en: "Elections that you take part in") }
    var openOnes: String { language.pick(da: "I gang og på vej", en: "Under way and coming") }
    var past: String { language.pick(da: "Tidligere", en: "Earlier") }
    var none: String { language.pick(da: "Her er ingen valg endnu", en: "There are no elections yet") }
    var noneHow: String {
        language.pick(
            da:
                "Et valg udskrives af arbejdsmiljøkoordinatoren, udvalgets sekretær eller administratoren. Så får alle, der kan stemme, besked.",
            en:
                "The working environment coordinator, the committee's secretary or the administrator calls an election. Everyone who can vote is told."
        )
    }
    var mustBeFilled: String {
        language.pick(da: "Uden arbejdsmiljørepræsentant", en: "Without a safety representative")
    }
    var mustBeFilledHow: String {
        language.pick(
            da: "Ingen stillede op. Opfordr igen, og udskriv et nyt valg.",
            en: "Nobody stood. Encourage people again, and call a new election.")
    }
    var callOne: String { language.pick(da: "Udskriv et valg", en: "Call an election") }
    var callFor: String { language.pick(da: "Udskriv et valg: vælg gruppen", en: "Call an election: choose the group") }
    var sittingNow: String { language.pick(da: "Sidder nu", en: "Sitting now") }
    var nobodySits: String {
        language.pick(da: "Ingen arbejdsmiljørepræsentant sidder nu.", en: "No safety representative sits now.")
    }
    func until(_ day: String) -> String { language.pick(da: "til og med \(day)", en: "up to and including \(day)") }
    var noEnd: String { language.pick(da: "uden slutdato", en: "without an end") }

    /// What happens next, for a list.
    func next(_ election: Election, _ phase: Phase, today: Day) -> String {
        let day = { (day: Day) in day.short(in: language, today: today) }
        return switch phase {
        case .coming:
            language.pick(
                da: "Opstilling fra \(day(election.dates.nominations.lowerBound))",
                en: "Nominations from \(day(election.dates.nominations.lowerBound))")
        case .nominating:
            language.pick(
                da: "Stil op senest \(day(election.dates.nominations.upperBound))",
                en: "Stand by \(day(election.dates.nominations.upperBound))")
        case .waiting:
            language.pick(
                da: "Afstemning fra \(day(election.dates.voting.lowerBound))",
                en: "Voting from \(day(election.dates.voting.lowerBound))")
        case .voting:
            language.pick(
                da: "Stem senest \(day(election.dates.voting.upperBound))",
                en: "Vote by \(day(election.dates.voting.upperBound))")
        case .counting: name(of: .counting)
        case .decided, .uncontested, .unfilled, .cancelled:
            election.ended.map { language.pick(da: "Slut \(day($0))", en: "Ended \(day($0))") } ?? ""
        }
    }

    // MARK: The register

    var registerAbout: String {
        language.pick(
            da: "Dem, der kan stemme. Listen siger aldrig, hvem der har stemt.",
            en: "Those who can vote. The list never says who has voted.")
    }
    var correct: String { language.pick(da: "Ret listen", en: "Correct the register") }
    var corrections: String { language.pick(da: "Rettelser", en: "Corrections") }
    var email: String { language.pick(da: "Personens e-mail", en: "The person's e-mail") }
    var mayVote: String { language.pick(da: "Kan personen stemme?", en: "Can the person vote?") }
    var putOn: String { language.pick(da: "Ja, sæt på listen", en: "Yes, put on the register") }
    var strike: String { language.pick(da: "Nej, tag af listen", en: "No, strike from the register") }
    var whyCorrected: String { language.pick(da: "Hvorfor?", en: "Why?") }
    var whyCorrectedHint: String {
        language.pick(
            da: "F.eks. leder andre, eller under 10 timer om ugen.",
            en: "Such as leads others, or under 10 hours a week.")
    }
    var correctedSaid: String { language.pick(da: "Listen er rettet.", en: "The register is corrected.") }
    var struck: String { language.pick(da: "Taget af", en: "Struck") }
    var added: String { language.pick(da: "Sat på", en: "Added") }
    var nobodyOnRegister: String { language.pick(da: "Ingen kan stemme.", en: "Nobody can vote.") }

    // MARK: Said after something was done

    var standsSaid: String { language.pick(da: "Du stiller op.", en: "You stand.") }
    var proposedSaid: String { language.pick(da: "Din kollega er spurgt.", en: "Your colleague has been asked.") }
    var declinedSaid: String { language.pick(da: "Du stiller ikke op.", en: "You do not stand.") }
    var withdrawnSaid: String { language.pick(da: "Du stiller ikke op længere.", en: "You no longer stand.") }
    var cancelledSaid: String { language.pick(da: "Valget er aflyst.", en: "The election is called off.") }
    var votedSaid: String { language.pick(da: "Din stemmeseddel ligger i urnen.", en: "Your ballot is in the box.") }
    var alreadyVotedSaid: String {
        language.pick(
            da: "Du har stemt. Der er kun én stemmeseddel til hver.", en: "You have voted. There is one ballot each.")
    }
}
