import Kernel
import Organisation

/// What is said of the ballot, the count and the lot.
struct BallotTexts {
    let language: Language

    var ballot: String { language.pick(da: "Stemmeseddel", en: "Ballot") }
    var voteNow: String { language.pick(da: "Stem nu", en: "Vote now") }
    func choose(_ seats: Int) -> String {
        seats == 1
            ? language.pick(da: "Sæt ét kryds", en: "Choose one")
            : language.pick(da: "Sæt højst \(seats) krydser", en: "Choose \(seats) at most")
    }
    var blank: String { language.pick(da: "Stem blankt", en: "Blank ballot") }
    var putIn: String { language.pick(da: "Læg i urnen", en: "Put it in the box") }
    var once: String {
        language.pick(
            da: "Du kan ikke ændre den bagefter.", en: "You cannot change it afterwards.")
    }
    var youHaveVoted: String { language.pick(da: "Du har stemt", en: "You have voted") }
    var youHaveVotedHow: String {
        language.pick(
            da: "Din stemmeseddel ligger i urnen. Kun du får det at vide her.",
            en: "Your ballot is in the box. Only you are told so here.")
    }
    var secrecy: String { language.pick(da: "Er det hemmeligt?", en: "Is it secret?") }
    var secrecyLines: [String] {
        [
            language.pick(
                da:
                    "Din stemme gemmes ikke for sig. Den lægges til et låst regnskab, hvor kun summerne kan læses, og først når afstemningen er slut.",
                en:
                    "Your vote is not kept by itself. It is added to a locked account of which only the sums can be read, and only when the voting is over."
            ),
            language.pick(
                da:
                    "Hverken leder, koordinator eller administrator kan se, hvem der har stemt, eller hvad nogen stemte. Databasen alene siger det heller ikke.",
                en:
                    "Neither leader, coordinator nor administrator can see who has voted, or what anyone voted. Nor does the database tell."
            ),
            language.pick(
                da: "Når der er talt op, slettes nøglerne og listen over, hvem der stemte.",
                en: "When the count is done, the keys and the roll of who voted are destroyed."),
            language.pick(
                da:
                    "Den, der driver serveren og både har dens nøgle og mange kopier af databasen fra dagene undervejs, kan med meget arbejde slutte noget. Er I få, kan tallene selv fortælle noget.",
                en:
                    "Whoever runs the server and has both its key and many copies of the database from those days could work something out. Where you are few, the figures themselves may tell."
            ),
        ]
    }

    // MARK: The lot

    var lot: String { language.pick(da: "Lodtrækning", en: "The lot") }
    var lotAhead: String {
        language.pick(
            da:
                "Får to lige mange stemmer, trækkes der lod. Lodtrækningens hemmelighed er valgt, og dens fingeraftryk står her, så ingen kan skifte den ud:",
            en:
                "If two get as many votes, a lot is drawn. Its secret has been chosen, and its fingerprint stands here, so that nobody can exchange it:"
        )
    }
    func lotDecided(_ names: String) -> String {
        language.pick(
            da: "Loddet afgjorde det mellem \(names), som fik lige mange stemmer.",
            en: "The lot decided between \(names), who got as many votes.")
    }
    var lotNotNeeded: String {
        language.pick(da: "Der var ikke brug for lodtrækning.", en: "No lot was needed.")
    }
    var lotHow: String {
        language.pick(
            da:
                "Sådan kan du trække loddet igen: Hemmelighedens SHA-256 er det fingeraftryk, der stod på siden, mens der blev stemt. Tag hver kandidats tekst herunder og regn dens SHA-256 ud. Den, hvis resultat kommer først i alfabetet, vinder. Teksten rummer alle stemmetal, som ingen kendte, da hemmeligheden blev valgt.",
            en:
                "This is how to draw it again: the secret's SHA-256 is the fingerprint that stood on the page while people voted. Take each candidate's text below and work out its SHA-256. Whose result comes first in the alphabet wins. The text holds all the votes, which nobody knew when the secret was chosen."
        )
    }
    var lotCommand: String {
        language.pick(
            da: "På en Mac eller Linux: printf '%s' 'teksten' | shasum -a 256",
            en: "On a Mac or Linux: printf '%s' 'the text' | shasum -a 256")
    }
    var fingerprint: String { language.pick(da: "Fingeraftryk", en: "Fingerprint") }
    var secret: String { language.pick(da: "Hemmelighed", en: "Secret") }
    var textToDraw: String { language.pick(da: "Tekst", en: "Text") }
    var draw: String { language.pick(da: "Resultat", en: "Result") }

    // MARK: The protocol

    func protocolTitle(_ body: String) -> String {
        language.pick(da: "Valgprotokol: \(body)", en: "Election protocol: \(body)")
    }
    func held(_ from: String, _ to: String) -> String {
        language.pick(da: "Der blev stemt fra \(from) til \(to).", en: "People voted from \(from) to \(to).")
    }
    var howElected: String {
        language.pick(
            da:
                "Afstemningen var hemmelig. Hvert medlem af valglisten kunne stemme én gang. De med flest stemmer er valgt.",
            en: "The ballot was secret. Everyone on the register could vote once. Those with most votes are elected.")
    }
    var signatures: String { language.pick(da: "Set af", en: "Seen by") }
    var signature: String { language.pick(da: "Dato og navn", en: "Date and name") }
}

extension ElectionTexts {
    func explain(_ problem: ElectionProblem) -> String {
        let day = { (day: Day) in day.long(in: language) }
        return switch problem {
        case .nobodyMayVote: language.pick(da: "Ingen her kan stemme.", en: "Nobody here can vote.")
        case .anotherIsOpen:
            language.pick(da: "Der er allerede et valg i gang her.", en: "There is an election here already.")
        case .allSitThere:
            language.pick(
                da:
                    "Med højst \(CallingGround.groupsThatAllSit) grupper sidder alle deres medlemmer i udvalget. Der skal ikke vælges.",
                en:
                    "With \(CallingGround.groupsThatAllSit) groups at most all their members sit in the committee. Nobody needs to be elected."
            )
        case .nobodyFollowed:
            language.pick(
                da: "Vælg, hvem der er stoppet, fraværende eller slutter før tid.",
                en: "Choose who has left, is absent or ends before time.")
        case .hasPassed:
            language.pick(
                da: "Den dag er begyndt eller forbi og ligger fast.", en: "That day has begun or is over, and stays.")
        case .tooShortNotice(let least):
            language.pick(
                da: "Det er for kort varsel. Vælg tidligst \(day(least)).",
                en: "That is too short notice. Choose \(day(least)) at the earliest.")
        case .shorterThanTold(let least):
            language.pick(
                da: "Så får folk færre dage, end det blev sagt. Vælg tidligst \(day(least)).",
                en: "People would have fewer days than was said. Choose \(day(least)) at the earliest.")
        case .datesUnchanged: language.pick(da: "Ingen dato er ændret.", en: "No date is changed.")
        case .bodyCloses(let closes):
            language.pick(da: "Gruppen lukker \(day(closes)).", en: "The group closes on \(day(closes)).")
        case .bodyHasNoRepresentative:
            language.pick(
                da: "Her vælges ingen arbejdsmiljørepræsentant.", en: "No safety representative is elected here.")
        case .votingBeforeNominationsEnd:
            language.pick(
                da: "Afstemningen skal begynde efter opstillingens sidste dag.",
                en: "The voting must begin after the last day of nominations.")
        case .endsBeforeItStarts:
            language.pick(da: "Den sidste dag kommer før den første.", en: "The last day comes before the first.")
        case .termBeforeVotingEnds:
            language.pick(
                da: "Den nye periode skal begynde efter afstemningens sidste dag.",
                en: "The new term must begin after the last day of voting.")
        case .sitsUntil(let name, let ends):
            language.pick(
                da: "\(name) er valgt til og med \(day(ends)) og kan ikke vælges fra før tid.",
                en: "\(name) is elected up to and including \(day(ends)) and cannot be voted out before.")
        case .agreementMissing:
            language.pick(
                da: "Skriv, hvornår og hvordan arbejdsgiver og ansatte blev enige.",
                en: "Write when and how employer and employees agreed.")
        case .noTermToTakeOver:
            language.pick(
                da: "Vælg, hvem der afløses. Deres hverv skal have en slutdato efter den nye periodes begyndelse.",
                en: "Choose who is followed. Their mandate must end after the new term begins.")
        case .outside(let range):
            language.pick(
                da: "Skriv et tal fra \(range.lowerBound) til \(range.upperBound).",
                en: "Write a number from \(range.lowerBound) to \(range.upperBound).")
        case .nominationsAreOver:
            language.pick(da: "Opstillingen er slut.", en: "Nominations are over.")
        case .nominationsHaveNotBegun:
            language.pick(da: "Opstillingen er ikke begyndt.", en: "Nominations have not begun.")
        case .leads:
            language.pick(
                da: "Den, der leder andre, kan ikke stille op eller stemme.",
                en: "Whoever leads others cannot stand or vote.")
        case .notInElectorate:
            language.pick(
                da: "Kun den, der står på valglisten, kan stille op. Findes flere med samme navn, så skriv e-mailen.",
                en: "Only those on the register can stand. If several have the name, write the e-mail.")
        case .alreadyStands: language.pick(da: "Stiller allerede op.", en: "Stands already.")
        case .alreadyAsked: language.pick(da: "Er allerede spurgt.", en: "Has been asked already.")
        case .notAsked:
            language.pick(da: "Du er ikke foreslået og stiller ikke op.", en: "You are not proposed and do not stand.")
        case .nothingChosen: language.pick(da: "Sæt et kryds, eller stem blankt.", en: "Choose, or vote blank.")
        case .blankAndNames:
            language.pick(
                da: "Stem enten blankt eller på nogen.", en: "Either vote blank or choose somebody.")
        case .tooManyChosen(let most):
            language.pick(da: "Sæt højst \(most) krydser.", en: "Choose \(most) at most.")
        case .isOver:
            language.pick(
                da: "Ingen kan tages af listen, mens der stemmes.", en: "Nobody can be struck while people vote.")
        case .alreadyOnRegister: language.pick(da: "Står på listen.", en: "Is on the register.")
        case .registerIsFull:
            language.pick(
                da: "Der er ikke plads til flere på listen. Aflys valget, og udskriv det igen.",
                en: "There is no room for more on the register. Call the election off, and call it again.")
        }
    }
}
