import Kernel

/// A rule of the law as the product knows it: from when it holds, where it was read, and whether that was the law or an
/// authority's own text. What was only told by others is shown with "check with the authority".
struct LawRule: Sendable {
    enum Status: Sendable {
        /// Read in the law, or in a text by the authority.
        case read
        /// Told by others.
        case told
    }

    let words: Words
    let source: Words
    let status: Status
    let from: Day?
    let to: Day?

    init(_ words: Words, source: Words, _ status: Status, from: Day? = nil, to: Day? = nil) {
        self.words = words
        self.source = source
        self.status = status
        self.from = from
        self.to = to
    }

    func holds(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}

/// What the law says of electing a safety representative, as dated values and sentences with their sources.
struct ElectionLaw: Sendable {
    let day: Day

    /// Years of a term: arbejdsmiljøorganisationens valgperiode, by the Working Environment Authority's answers (at.dk).
    var termYears: Int { 2 }
    /// Years at most, where employer and employees agree before the election (at.dk).
    var longestTermYears: Int { 4 }
    /// Months of absence, known beforehand, from which a new representative may be elected (at.dk).
    var absenceMonths: Int { 4 }

    var voters: [LawRule] { Self.whoVotes.filter { $0.holds(on: day) } }
    var candidates: [LawRule] { Self.whoStands.filter { $0.holds(on: day) } }
    var term: [LawRule] { Self.termRules.filter { $0.holds(on: day) } }
    var nobody: [LawRule] { Self.withoutCandidate.filter { $0.holds(on: day) } }
    var deputies: [LawRule] { Self.deputyRules.filter { $0.holds(on: day) } }

    private static let authority = Words(
        da: "Arbejdstilsynets svar om valg, at.dk", en: "The Working Environment Authority on elections, at.dk")

    private static let whoVotes = [
        LawRule(
            Words(
                da:
                    "Alle ansatte i området, som ikke leder andre, stemmer. Det gælder også lærlinge, deltidsansatte og vikarer.",
                en:
                    "All employees in the area who do not lead others vote, apprentices, part-time and temporary staff too."
            ),
            source: authority, .read),
        LawRule(
            Words(
                da: "På kontor, i administration og i butik stemmer den, der arbejder mindst 10 timer om ugen.",
                en: "In offices, administration and shops those vote who work at least 10 hours a week."),
            source: authority, .read),
    ]

    private static let whoStands = [
        LawRule(
            Words(da: "Ledere og arbejdsgiver kan ikke stille op.", en: "Leaders and the employer cannot stand."),
            source: Words(da: "Dansk Erhverv, 2021", en: "Danish Chamber of Commerce, 2021"), .told),
        LawRule(
            Words(
                da:
                    "Lærlinge kan ikke stille op. På kontor og i butik kræves mindst 10 timer om ugen. En aftale kan kræve den anciennitet, som gælder for tillidsrepræsentanter.",
                en:
                    "Apprentices cannot stand. Offices and shops want at least 10 hours a week. An agreement may ask for the seniority that union representatives must have."
            ),
            source: Words(da: "Dansk Erhverv, 2021", en: "Danish Chamber of Commerce, 2021"), .told),
    ]

    private static let termRules = [
        LawRule(
            Words(
                da:
                    "Man vælges for 2 år og kan vælges igen. Arbejdsgiver og ansatte kan aftale op til 4 år for kommende valg.",
                en:
                    "The term is 2 years, and one may be elected again. Employer and employees may agree on up to 4 years for elections to come."
            ),
            source: authority, .read),
        LawRule(
            Words(
                da: "Ingen kan vælges fra midt i perioden, medmindre arbejdsgiver og ansatte er enige.",
                en: "Nobody can be voted out in mid-term, unless employer and employees agree."),
            source: authority, .read),
        LawRule(
            Words(
                da:
                    "Ved et fravær på mindst 4 måneder, som man kender på forhånd, kan en ny vælges: for resten af perioden eller for en ny.",
                en:
                    "Where an absence of at least 4 months is known beforehand, somebody else may be elected: for the rest of the term or a new one."
            ),
            source: authority, .read),
    ]

    private static let withoutCandidate = [
        LawRule(
            Words(
                da:
                    "Lederen og formanden varetager opgaverne alene, til nogen er valgt. Arbejdsgiveren skal blive ved med at opfordre til valg.",
                en:
                    "The leader and the chair do the work alone until somebody is elected. The employer must go on encouraging an election."
            ),
            source: Words(
                da: "Friskolerne og Arbejdstilsynet, at.dk",
                en: "Association of independent schools; Working Environment Authority, at.dk"), .told)
    ]

    private static let deputyRules = [
        LawRule(
            Words(
                da:
                    "Loven kender ingen suppleant, og en suppleant er ikke beskyttet mod afskedigelse. En lokal aftale kan have en.",
                en:
                    "The law has no deputies, and a deputy is not protected against dismissal. A local agreement may have one."
            ),
            source: Words(da: "Friskolerne og BUPL", en: "Association of independent schools; union of educators"),
            .told)
    ]
}
