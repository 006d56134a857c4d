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

    // MARK: Calling

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

    // MARK: The election's page

    var nominations: String { language.pick(da: "Opstilling", en: "Nominations") }
    var voting: String { language.pick(da: "Afstemning", en: "Voting") }
    var result: String { language.pick(da: "Resultat", en: "Result") }
    var term: String { language.pick(da: "Periode", en: "Term") }
    var turnout: String { language.pick(da: "har stemt", en: "have voted") }
    var entitled: String { language.pick(da: "kan stemme", en: "can vote") }
    func range(_ days: ClosedRange<Day>, today: Day) -> String {
        let (first, last) = (
            days.lowerBound.short(in: language, today: today), days.upperBound.short(in: language, today: today)
        )
        return first == last ? first : "\(first) – \(last)"
    }
    var facts: String { language.pick(da: "Om valget", en: "About the election") }
    var calledBy: String { language.pick(da: "Udskrevet af", en: "Called by") }
    var candidates: String { language.pick(da: "Kandidater", en: "Candidates") }
    var noCandidates: String { language.pick(da: "Ingen stiller op endnu.", en: "Nobody stands yet.") }
    var candidatesLater: String {
        language.pick(
            da: "Kandidaterne vises, når opstillingen er slut.",
            en: "The candidates are shown when nominations are over.")
    }
    var noPresentation: String {
        language.pick(da: "Har ikke skrevet noget om sig selv.", en: "Has not written anything.")
    }
    var stand: String { language.pick(da: "Stil op", en: "Stand") }
    var standHow: String {
        language.pick(
            da: "Skriv kort, hvem du er, og hvad du vil. Alle, der kan stemme, kan læse det.",
            en: "Write briefly who you are and what you want. All who can vote can read it.")
    }
    var presentation: String { language.pick(da: "Om dig", en: "About you") }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var youStand: String { language.pick(da: "Du stiller op", en: "You stand") }
    var withdraw: String { language.pick(da: "Stil ikke op alligevel", en: "Do not stand after all") }
    var youAreAsked: String { language.pick(da: "Du er foreslået", en: "You have been proposed") }
    var youAreAskedHow: String {
        language.pick(
            da:
                "En kollega har foreslået dig. Du stiller kun op, hvis du siger ja. Ingen får at vide, hvis du siger nej.",
            en: "A colleague proposed you. You only stand if you say yes. Nobody is told if you say no.")
    }
    var yes: String { language.pick(da: "Ja, jeg stiller op", en: "Yes, I stand") }
    var no: String { language.pick(da: "Nej tak", en: "No, thank you") }
    var propose: String { language.pick(da: "Foreslå en kollega", en: "Propose a colleague") }
    var proposeHow: String {
        language.pick(
            da: "Din kollega bliver spurgt og får ikke at vide, hvem der spurgte.",
            en: "Your colleague is asked, and not told who proposed.")
    }
    var colleague: String { language.pick(da: "Kollega", en: "Colleague") }
    var colleagueHint: String { language.pick(da: "Hele navnet eller e-mailen.", en: "The whole name, or the e-mail.") }
    var register: String { language.pick(da: "Valgliste", en: "Register") }
    var callOff: String { language.pick(da: "Aflys valget", en: "Call the election off") }
    var callOffHow: String {
        language.pick(
            da: "Stemmer, der er afgivet, ødelægges ulæst. Alle får besked. Det kan ikke fortrydes.",
            en: "Ballots that were cast are destroyed unread. Everyone is told. It cannot be undone.")
    }
    var protocolName: String { language.pick(da: "Protokol", en: "Protocol") }
    var notOnRegister: String {
        language.pick(
            da: "Du deltager ikke i dette valg. Derfor ser du kun, hvor langt det er.",
            en: "You take no part in this election. So you only see how far it is.")
    }
    var countingHow: String {
        language.pick(
            da:
                "Afstemningen er slut, og stemmerne tælles op. Står det her længe, er serverens nøgle en anden end den, urnen blev låst med, eller nogen har rørt ved urnen. Sig det til administratoren.",
            en:
                "The voting is over and the ballots are being counted. If this stays, the server's key is not the one that the box was locked with, or somebody tampered with the box. Tell the administrator."
        )
    }
    var waitingHow: String {
        language.pick(
            da: "Der er flere kandidater end pladser, så der skal stemmes.",
            en: "More people stand than there are seats, so there will be a vote.")
    }
    func uncontestedHow(elected: Int, seats: Int) -> String {
        let short = elected < seats
        return language.pick(
            da: "Der var ikke flere kandidater end pladser. Derfor er de valgt uden afstemning (fredsvalg)."
                + (short ? " \(seats - elected) plads er stadig ledig." : ""),
            en: "There were no more candidates than seats, so they are elected without a ballot."
                + (short ? " \(seats - elected) seat is still vacant." : ""))
    }
    var unfilledTitle: String { language.pick(da: "Hvad sker der nu?", en: "What happens now?") }
    var votes: String { language.pick(da: "Stemmer", en: "Votes") }
    var outcome: String { language.pick(da: "Udfald", en: "Outcome") }
    var name: String { language.pick(da: "Navn", en: "Name") }
    var blankBallots: String { language.pick(da: "Blanke stemmesedler", en: "Blank ballots") }
    var castBallots: String { language.pick(da: "Stemmesedler i alt", en: "Ballots in all") }
    func of(_ part: Int, _ whole: Int) -> String { language.pick(da: "\(part) af \(whole)", en: "\(part) of \(whole)") }

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
