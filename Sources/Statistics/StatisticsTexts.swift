import Kernel
import Organisation
import Reports

struct StatisticsTexts {
    let language: Language

    var title: String { language.pick(da: "Ulykker i tal", en: "Accidents in numbers") }
    func title(_ unit: String) -> String { "\(title): \(unit)" }
    var about: String {
        language.pick(
            da: "Hvor ofte det går galt, set i forhold til timerne, og om det har ændret sig.",
            en: "How often things go wrong, for the hours worked, and whether that has changed.")
    }
    var reports: String { language.pick(da: "Meldinger", en: "Reports") }
    var unit: String { language.pick(da: "Enhed", en: "Unit") }
    var year: String { language.pick(da: "År", en: "Year") }
    var overview: String { language.pick(da: "Årets oversigt på papir", en: "The year's overview on paper") }
    var writeHours: String { language.pick(da: "Antal og timer", en: "Head count and hours") }

    // MARK: What is counted

    var lostTime: String { language.pick(da: "Ulykker med fravær", en: "Accidents with absence") }
    var hours: String { language.pick(da: "Timer", en: "Hours") }
    var frequency: String { language.pick(da: "Frekvens (LTIF)", en: "Frequency (LTIF)") }
    var low: String { language.pick(da: "Fra", en: "From") }
    var high: String { language.pick(da: "Til", en: "To") }
    var lostDays: String { language.pick(da: "Fraværsdage", en: "Days away") }
    var severity: String { language.pick(da: "Alvor", en: "Severity") }
    var perThousand: String { language.pick(da: "Pr. 1.000 på fuld tid", en: "Per 1,000 full-time") }
    var ratio: String { language.pick(da: "Nærved pr. ulykke", en: "Near misses per accident") }
    var monthsTo: String { language.pick(da: "Tolv måneder til", en: "Twelve months to") }
    var count: String { language.pick(da: "Antal", en: "Number") }
    var numbers: String { language.pick(da: "Vis tallene", en: "Show the numbers") }
    var interval: String { language.pick(da: "95 %-interval", en: "95 % interval") }
    var other: String { language.pick(da: "Enheden selv og resten", en: "The unit itself and the rest") }
    var all: String { language.pick(da: "I alt", en: "In all") }
    var kind: String { language.pick(da: "Slags", en: "Kind") }
    var cause: String { language.pick(da: "Afvigelse", en: "Deviation") }
    var place: String { language.pick(da: "Sted", en: "Place") }
    var whom: String { language.pick(da: "Hvem", en: "Whom") }
    var when: String { language.pick(da: "Hvornår", en: "When") }
    var outsideHours: String { language.pick(da: "Uden for arbejdstid", en: "Outside working hours") }
    var withAbsence: String { language.pick(da: "Med fravær", en: "With absence") }
    var notSaid: String { language.pick(da: "Ikke skrevet endnu", en: "Not written yet") }

    func name(_ figure: StatisticName) -> String {
        switch figure {
        case .years: language.pick(da: "År for år", en: "Year by year")
        case .rolling: language.pick(da: "Tolv måneder ad gangen", en: "Twelve months at a time")
        case .kinds: language.pick(da: "Hvad der meldes", en: "What is reported")
        case .units: language.pick(da: "Hvor i organisationen", en: "Where in the organisation")
        case .causes: language.pick(da: "Hvad der gik galt", en: "What went wrong")
        case .environments:
            language.pick(da: "Hvad for et sted ulykkerne skete", en: "What kind of place accidents happened in")
        case .places: language.pick(da: "Hvor arbejdet blev gjort", en: "Where the work was done")
        case .spots: language.pick(da: "Hvor det skete, som folk siger det", en: "Where it happened, as people say it")
        case .affected: language.pick(da: "Hvem det gik ud over", en: "Whom it affected")
        case .violence: language.pick(da: "Vold: hvornår og hvor", en: "Violence: when and where")
        }
    }

    func name(of kind: ReportKind) -> String {
        let name = Reports.name(of: kind).in(language)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    func name(of affected: Affected) -> String {
        switch affected {
        case .employee: language.pick(da: "Ansatte", en: "Employees")
        case .student: language.pick(da: "Studerende", en: "Students")
        case .firm: language.pick(da: "Andre firmaer", en: "Other firms")
        case .visitor: language.pick(da: "Gæster", en: "Visitors")
        }
    }

    func name(of setting: WorkSetting) -> String {
        switch setting {
        case .workplace: language.pick(da: "På arbejdspladsen", en: "At the workplace")
        case .home: language.pick(da: "Hjemme", en: "At home")
        case .travel: language.pick(da: "På rejse eller i trafikken", en: "On a journey or in traffic")
        case .elsewhere: language.pick(da: "Et andet sted", en: "Somewhere else")
        }
    }

    func weekday(_ number: Int) -> String {
        let (danish, english) = (
            ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"],
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        )
        return language.pick(da: danish[number - 1], en: english[number - 1])
    }

    func shortWeekday(_ number: Int) -> String {
        String(weekday(number).prefix(language == .danish ? 2 : 3)).lowercased()
    }

    func text(_ month: Month) -> String { "\(month.short(in: language)) \(month.year)" }
}
