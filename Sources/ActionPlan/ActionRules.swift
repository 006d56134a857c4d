import Kernel

/// Whom and what an agreement may name: the units of the body's area, its open themes, and those of the named people
/// who are here.
public struct Candidates: Sendable {
    public let units: Set<UnitID>
    public let themes: Set<ThemeID>
    public let people: Set<PersonID>

    public init(units: Set<UnitID>, themes: Set<ThemeID>, people: Set<PersonID>) {
        self.units = units
        self.themes = themes
        self.people = people
    }
}

extension Agreement {
    static let whatLimit = 200
    static let textLimit = 4000
    static let mostPartners = 50

    /// - Parameter old: the agreement as it stands: what it already names may stay, although it could not be named
    ///   anew.
    public init(
        _ fields: Fields, among candidates: Candidates, on today: Day, was old: Agreement? = nil
    ) throws(Problems) {
        var reading = Reading(fields)
        let what = reading.text("what", limit: Self.whatLimit)
        let why = reading.optionalText("why", limit: Self.textLimit)
        let how = reading.optionalText("how", limit: Self.textLimit)
        let unit = reading.one("unit", of: candidates.units, orAsBefore: old?.unit)
        let responsible = reading.one("responsible", of: candidates.people, orAsBefore: old?.responsible)
        let partners = reading.partners(of: candidates.people, orAsBefore: old?.partners ?? [])
        let due = reading.coming("due", today, was: old?.due)
        let followUp = reading.optionalText("follow_up", limit: Self.textLimit)
        let followUpOn = reading.optionalDay("follow_up_on")
        let theme: ThemeID? = reading.optional("theme", of: candidates.themes, orAsBefore: old?.theme)
        let kind: HazardKind? = reading.optionalChoice("kind")
        let difficulty: Difficulty = reading.optionalChoice("difficulty") ?? .simple
        try reading.finish()

        self.init(
            what: what, why: why, how: how, unit: unit, responsible: responsible,
            partners: partners.subtracting([responsible]), due: due, followUp: followUp, followUpOn: followUpOn,
            theme: theme, kind: kind, difficulty: difficulty)
    }

    /// Whom the fields name, so that the caller can ask who of them is here.
    static func people(namedIn fields: Fields) -> Set<PersonID> {
        let names = [fields["responsible"]] + fields.all("partners").prefix(mostPartners + 1)
        return Set(names.map(\.trimmed).filter { !$0.isEmpty && $0.utf8.count <= 64 }.map(PersonID.init(_:)))
    }
}

extension Closure {
    /// - Parameter asked: when it is asked whether it lasted, where nothing is said of it.
    public init(_ fields: Fields, on today: Day, asked: Day) throws(Problems) {
        var reading = Reading(fields)
        let planned = reading.optionalText("planned", limit: Agreement.textLimit)
        let done = reading.text("done", limit: Agreement.textLimit)
        let effect = reading.choice("effect", otherwise: Effect.no)
        let learned = reading.optionalText("learned", limit: Agreement.textLimit)
        let severity = reading.severity()
        let judgeOn = reading.judgeOn(today)
        try reading.finish()
        self.init(
            planned: planned, done: done, effect: effect, learned: learned, severity: severity,
            judgeOn: judgeOn ?? asked)
    }
}

extension Hold {
    static let reasonLimit = 1000

    public init(_ fields: Fields, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        let reason = reading.text("reason", limit: Self.reasonLimit)
        let day = reading.coming("look_again_on", today, was: nil)
        try reading.finish()
        self.init(reason: reason, lookAgainOn: day)
    }
}

extension Comment {
    static func text(_ fields: Fields) throws(Problems) -> String {
        var reading = Reading(fields)
        let text = reading.text("comment", limit: Agreement.textLimit)
        try reading.finish()
        return text
    }
}

/// Where a note is moved to, and what its mover had seen.
struct Move: Sendable, Equatable {
    let stage: Stage
    let theme: ThemeID?
    /// The note that it is laid before; last in its cell where there is none.
    let before: ActionID?
    let version: Int

    init(stage: Stage, theme: ThemeID?, before: ActionID?, version: Int) {
        self.stage = stage
        self.theme = theme
        self.before = before
        self.version = version
    }

    /// - Parameter old: the theme that the note has, which stays where none is sent.
    init(_ fields: Fields, themes: Set<ThemeID>, was old: ThemeID?) throws(Problems) {
        var reading = Reading(fields)
        stage = reading.choice("stage", otherwise: .started)
        theme = fields.has("theme") ? reading.optional("theme", of: themes, orAsBefore: old) : old
        before = reading.optionalID("before")
        version = reading.version()
        try reading.finish()
    }
}

extension Theme {
    static func title(_ fields: Fields) throws(Problems) -> String {
        var reading = Reading(fields)
        let title = reading.text("title", limit: titleLimit)
        try reading.finish()
        return title
    }
}

extension Reading {
    /// One that must be chosen from a set. What is given back where it was not is never used, since `finish` throws.
    fileprivate mutating func one<Thing>(
        _ name: String, of choices: Set<ID<Thing>>, orAsBefore old: ID<Thing>?
    ) -> ID<Thing> {
        guard let id = optionalID(name, of: Thing.self) else {
            note(FieldProblem.missing, at: name)
            return ID("")
        }
        if id != old, !choices.contains(id) { note(FieldProblem.unknown, at: name) }
        return id
    }

    fileprivate mutating func optional<Thing>(
        _ name: String, of choices: Set<ID<Thing>>, orAsBefore old: ID<Thing>?
    ) -> ID<Thing>? {
        guard let id = optionalID(name, of: Thing.self) else { return nil }
        if id != old, !choices.contains(id) { note(FieldProblem.unknown, at: name) }
        return id
    }

    fileprivate mutating func partners(
        of people: Set<PersonID>, orAsBefore old: Set<PersonID>
    ) -> Set<PersonID> {
        let named = Set(fields.all("partners").map(\.trimmed).filter { !$0.isEmpty }.map(PersonID.init(_:)))
        if named.count > Agreement.mostPartners {
            note(PlanProblem.tooManyPartners(limit: Agreement.mostPartners), at: "partners")
        } else if !named.isSubset(of: people.union(old)) {
            note(FieldProblem.unknown, at: "partners")
        }
        return named
    }

    /// A day that lies ahead, unless it stands there already.
    fileprivate mutating func coming(_ name: String, _ today: Day, was old: Day?) -> Day {
        let day = day(name)
        let isRead = Day(fields[name].trimmed) != nil
        if isRead, day < today, day != old { note(FieldProblem.dayInThePast, at: name) }
        return day
    }

    mutating func version() -> Int {
        guard let version = Int(fields["version"].trimmed) else {
            note(fields["version"].trimmed.isEmpty ? FieldProblem.missing : .notANumber, at: "version")
            return 0
        }
        return version
    }
}

/// What can be wrong with an action beyond a single field's form.
enum PlanProblem: Problem, Equatable {
    case tooManyPartners(limit: Int)
    case closedElsewhere
    case tooManyThemes(limit: Int)
    case tooManyFiles(limit: Int)
    case nothingChosen
    case tooManyChosen(limit: Int)
    case nothingToChange
    case tooManyRequests(limit: Int)
    case judgedTooSoon
    case namesSomebody(String)
    case namesAPlace(String)
    case tellsHowToReach
    case repeatsAReport
    case mayNotBeShared
    case judgedTooLate(years: Int)
    case heldMeanwhile(String, Day)

    func explained(in language: Language) -> String {
        switch self {
        case .tooManyPartners(let limit):
            language.pick(da: "Der er plads til \(limit) medvirkende.", en: "There is room for \(limit) partners.")
        case .closedElsewhere:
            language.pick(
                da: "Afslut indsatsen på dens egen side: der skrives, hvad der blev gjort, og om det virkede.",
                en: "Close the action on its own page: write there what was done and whether it worked.")
        case .tooManyFiles(let limit):
            language.pick(da: "Der er plads til \(limit) filer.", en: "There is room for \(limit) files.")
        case .nothingChosen:
            language.pick(da: "Sæt flueben ved mindst én indsats.", en: "Tick at least one action.")
        case .tooManyChosen(let limit):
            language.pick(da: "Vælg højst \(limit) ad gangen.", en: "Choose \(limit) at a time at most.")
        case .namesSomebody(let name):
            language.pick(
                da:
                    "»\(name)« ligner et navn. Andre grupper må ikke kunne se, hvem det var: skriv det om, eller del det ikke.",
                en: "“\(name)” looks like a name. Other groups may not see who it was: rephrase it, or do not share it."
            )
        case .namesAPlace(let name):
            language.pick(
                da: "»\(name)« viser, hvor det var. Skriv det om, eller del det ikke.",
                en: "“\(name)” tells where it was. Rephrase it, or do not share it.")
        case .tellsHowToReach:
            language.pick(
                da: "Der står en mailadresse eller et nummer i teksten. Skriv det om, eller del det ikke.",
                en: "There is an e-mail address or a number in the text. Rephrase it, or do not share it.")
        case .repeatsAReport:
            language.pick(
                da:
                    "Det gentager ord fra den melding, indsatsen kom fra. Skriv det med jeres egne, eller del det ikke.",
                en: "It repeats words of the report that the action came from. Use your own, or do not share it.")
        case .mayNotBeShared:
            language.pick(
                da: "Indsatsen kommer fra noget fortroligt og kan ikke deles.",
                en: "The action comes from something confidential and cannot be shared.")
        case .tooManyRequests(let limit):
            language.pick(
                da: "\(limit) spørgsmål venter allerede på svar. Træk ét tilbage først.",
                en: "\(limit) questions wait for an answer already. Withdraw one first.")
        case .judgedTooSoon:
            language.pick(
                da: "Om det holdt, kan ses tidligst i morgen.",
                en: "Whether it lasted can be seen tomorrow at the earliest.")
        case .judgedTooLate(let years):
            language.pick(
                da: "Spørg inden for \(years) år, mens I husker det.",
                en: "Ask within \(years) years, while you remember.")
        case .heldMeanwhile(let reason, let day):
            language.pick(
                da:
                    "En anden satte den på hold imens, til \(day.long(in: .danish)): »\(reason)« Send igen, hvis dit skal stå i stedet.",
                en:
                    "Somebody else put it on hold meanwhile, until \(day.long(in: .english)): “\(reason)” Send again for yours to stand instead."
            )
        case .nothingToChange:
            language.pick(da: "Vælg, hvad der skal rettes.", en: "Choose what is to be changed.")
        case .tooManyThemes(let limit):
            language.pick(
                da: "Tavlen har plads til \(limit) temaer. Luk et først.",
                en: "The board has room for \(limit) themes. Close one first.")
        }
    }
}
