import Design
import Kernel

public struct ProximityTexts {
    let language: Language

    public init(language: Language) {
        self.language = language
    }

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    public var proximity: String { say("Nærhed til arbejdet", "Close to the work") }
    var about: String {
        say(
            "Her står, hvorfor arbejdsmiljøorganisationen er tæt nok på arbejdet. Det skrives, når den oprettes, og ved hver større ændring.",
            "Why the safety organisation is close enough to the work. It is written when it is established, and at every larger change."
        )
    }
    public var missing: String { say("Mangler at blive skrevet", "Still to be written") }
    public var lacking: String { say("mangler", "missing") }
    var nothingMissing: String { say("Intet mangler i dit område.", "Nothing is missing in your area.") }
    var records: String { say("Skrevet", "Written") }
    public var none: String { say("Intet er skrevet endnu.", "Nothing has been written yet.") }
    var noneHow: String {
        say(
            "Når det er skrevet, kan alle i området læse det her.",
            "Once it is written, everybody of the area can read it here.")
    }
    public func since(_ day: String) -> String { say("siden \(day)", "since \(day)") }
    var coming: String { say("kommer", "to come") }
    public var write: String { say("Skriv den", "Write it") }
    public var readIt: String { say("Læs den", "Read it") }
    public func established(_ unit: String) -> String {
        say("Organisationen for \(unit), som den er nu", "The organisation of \(unit) as it is now")
    }
    public func title(_ unit: String) -> String { say("Nærhed: \(unit)", "Proximity: \(unit)") }
    public var todayHow: String {
        say(
            "Skriv, hvorfor arbejdsmiljøorganisationen er tæt nok på arbejdet.",
            "Write why the safety organisation is close enough to the work.")
    }
    func name(_ occasion: ProximityRecord.Occasion) -> String {
        switch occasion {
        case .establishment: say("Den blev oprettet", "It was established")
        case .change: say("Større ændring", "Larger change")
        case .review: say("Vi så på den igen", "We looked at it again")
        }
    }
    func name(_ criterion: Criterion) -> String {
        switch criterion {
        case .management: say("Ledelse", "Management")
        case .size: say("Størrelse", "Size")
        case .geography: say("Steder", "Places")
        case .conditions: say("Arbejdsmiljøet", "Working-environment conditions")
        case .work: say("Arbejdets organisering", "How work is organised")
        case .hours: say("Skiftehold og hjemmearbejde", "Shifts and work at home")
        case .contact: say("Let kontakt i arbejdstiden", "Easy contact in working hours")
        }
    }
    func help(_ criterion: Criterion) -> String {
        switch criterion {
        case .management:
            say(
                "Har hver leder med ansvar for folk en gruppe tæt på? Følger grupperne ledelsen?",
                "Has each leader of people a group nearby? Do the groups follow the lines of management?")
        case .size:
            say("Hvor mange skal én repræsentant nå?", "How many people has one representative to reach?")
        case .geography:
            say("Bygninger, etager, byer. Hvem har langt til en?", "Buildings, floors, towns. Who has far to go?")
        case .conditions:
            say(
                "Hvor er der særlige forhold: laboratorier, værksteder, tungt eller følelsesmæssigt krævende arbejde?",
                "Where are conditions special: laboratories, workshops, heavy or emotionally demanding work?")
        case .work:
            say(
                "Hvordan arbejder man: hold, projekter, faste steder, hos andre?",
                "How do people work: teams, projects, fixed places, at others' places?")
        case .hours:
            say("Er der nogen om aftenen, om natten og hjemme?", "Is there somebody in the evening, at night, at home?")
        case .contact:
            say(
                "Hvordan får man fat i sin repræsentant og leder, mens man arbejder?",
                "How does one reach the representative and the leader while at work?")
        }
    }
    var unit: String { say("Gælder for", "Holds for") }
    var unitHint: String { say("Og alt, der ligger under.", "And all that lies under it.") }
    var day: String { say("Dag", "Day") }
    var dayHint: String { say("Dagen, hvor I så på det.", "The day on which you looked at it.") }
    var occasion: String { say("Anledning", "Occasion") }
    var changes: String { say("Ændringer, det handler om", "Changes that it is about") }
    var figures: String { say("Tal", "Figures") }
    var figuresHow: String {
        say(
            "Vi har skrevet det, der er kendt i dag. Ret dem, så de passer til dagen og det, I beslutter.",
            "What is known today stands here. Mend it to fit the day and what you decide.")
    }
    var employees: String { say("Ansatte", "Employees") }
    var units: String { say("Enheder", "Units") }
    var groups: String { say("Arbejdsmiljøgrupper", "Working environment groups") }
    var members: String { say("Medlemmer", "Members") }
    var assessment: String { say("Vurdering", "Assessment") }
    var conclusion: String { say("Konklusion", "Conclusion") }
    var conclusionHint: String {
        say(
            "Er der grupper og medlemmer nok, og sidder de de rigtige steder? Hvis ikke: hvad ændrer I, og hvornår?",
            "Are there enough groups and members, in the right places? If not: what do you change, and when?")
    }
    var decidedBy: String { say("Besluttet af", "Decided by") }
    var decidedByHint: String {
        say(
            "Arbejdsgiveren beslutter, hvis I ikke bliver enige.", "The employer decides where you do not agree.")
    }
    var participants: String { say("Hvem var med", "Who took part") }
    var file: String { say("Vedhæft en fil", "Attach a file") }
    var files: String { say("Filer", "Files") }
    var save: String { say("Gem", "Save") }
    var saved: String { say("Beskrivelsen er gemt.", "The record is kept.") }
    var newRecord: String { say("Skriv en ny", "Write a new one") }
    var correct: String { say("Ret som en ny version", "Correct as a new version") }
    var correctHow: String {
        say("Den gamle version bliver stående.", "The old version stays as it is.")
    }
    func version(_ number: Int) -> String { say("Version \(number)", "Version \(number)") }
    var versions: String { say("Versioner", "Versions") }
    var newer: String { say("Der er en nyere version.", "There is a newer version.") }
    var writtenBy: String { say("Skrevet af", "Written by") }
    func people(_ groups: Int, _ members: Int) -> String {
        say("\(groups) grupper, \(members) medlemmer", "\(groups) groups, \(members) members")
    }
    var notLarger: String { say("Ikke en større ændring", "Not a larger change") }
    var notLargerHow: String {
        say(
            "Skriv, hvorfor ændringen ikke er stor nok til, at det skal beskrives igen.",
            "Write why the change is not large enough for it to be described anew.")
    }
    var reason: String { say("Begrundelse", "Reason") }
    var answered: String { say("Begrundelsen er gemt.", "The reason is kept.") }
    var paper: String { say("Til papir", "For paper") }
    var back: String { say("Tilbage", "Back") }
    var law: String { say("Hvad loven siger", "What the law says") }
}
