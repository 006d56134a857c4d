import Kernel

struct TimeTexts {
    let language: Language

    var account: String { language.pick(da: "Din konto", en: "Your account") }
    var title: String { language.pick(da: "Tid til opgaven", en: "Time for the task") }
    var onlyYou: String {
        language.pick(da: "Kun du ser, hvad du skriver her.", en: "Only you see what you write here.")
    }
    var comparison: String { language.pick(da: "Tid i hele organisationen", en: "Time across the organisation") }
    var comparisonAbout: String {
        language.pick(
            da: "Timer om ugen. Halvdelen ligger mellem de to yderste tal.",
            en: "Hours a week. Half of them lie between the outer two figures.")
    }
    func threshold(_ least: Int) -> String {
        language.pick(
            da:
                "Et tal vises kun, hvor mindst \(least) er med, og hver er kun med ét sted. Tal er rundet til halve timer. Brugt tid opgøres én gang for hver måned og vises kun, når ingen kan findes ved at trække to tal fra hinanden.",
            en:
                "A figure is shown only where at least \(least) are part of it, and each is part of one only. Figures are rounded to half hours. Time used is counted once for each month and shown only where nobody can be found by taking one figure from another."
        )
    }
    var noMandate: String { language.pick(da: "Du har intet hverv", en: "You hold no mandate") }
    var noMandateHow: String {
        language.pick(
            da: "Når du får et hverv, kan du her skrive, hvor lang tid det tager.",
            en: "Once you hold one, you can write here how long it takes.")
    }
    var write: String { language.pick(da: "Hvor lang tid tog det?", en: "How long did it take?") }
    var mandate: String { language.pick(da: "Hverv", en: "Mandate") }
    var when: String { language.pick(da: "Hvornår", en: "When") }
    var hours: String { language.pick(da: "Timer", en: "Hours") }
    var hoursHint: String {
        language.pick(
            da: "F.eks. 3 eller 3,5. Et skøn er nok. Tomt fjerner tallet.",
            en: "Such as 3 or 3.5. A guess will do. Nothing takes the figure back.")
    }
    var keep: String { language.pick(da: "Gem", en: "Save") }
    var kept: String { language.pick(da: "Tiden er gemt.", en: "The time is kept.") }
    var periods: [String] {
        language == .danish
            ? ["denne uge", "sidste uge", "denne måned", "sidste måned"]
            : ["this week", "last week", "this month", "last month"]
    }
    var yours: String { language.pick(da: "Dine tal", en: "Your figures") }
    var nothing: String { language.pick(da: "Du har ikke skrevet noget endnu", en: "You have written nothing yet") }
    var nothingHow: String {
        language.pick(
            da: "Ét tal om ugen eller om måneden er nok til at se, om tiden slår til.",
            en: "One figure a week or a month is enough to see whether there is time.")
    }
    var allotted: String { language.pick(da: "Timer til opgaven", en: "Hours allotted") }
    var used: String { language.pick(da: "Brugte timer", en: "Hours used") }
    var kind: String { language.pick(da: "Tal", en: "Figure") }
    var allottedOthers: String { language.pick(da: "Andre har om ugen", en: "Others have a week") }
    var usedOthers: String { language.pick(da: "Andre bruger om ugen", en: "Others use a week") }
    var aWeek: String { language.pick(da: "timer om ugen", en: "hours a week") }
    var noneAgreed: String { language.pick(da: "intet er aftalt", en: "nothing is agreed") }
    var tooFew: String { language.pick(da: "for få til at vise", en: "too few to show") }
    func told(_ figure: ComparedFigure) -> String {
        let middle = hours(figure.quartiles.middle)
        let half = "\(hours(figure.quartiles.low))–\(hours(figure.quartiles.high))"
        let isAllotted = figure.month == nil
        return language.pick(
            da: "Den midterste \(isAllotted ? "har" : "bruger") \(middle) timer, halvdelen \(half)",
            en: "The middle one \(isAllotted ? "has" : "uses") \(middle) hours, half of them \(half)")
    }
    /// `3`, `3,5` or `3,25`.
    func hours(_ minutes: Int) -> String {
        let hundredths = minutes * 100 / 60
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        guard rest > 0 else { return "\(whole)" }
        let sign = language.pick(da: ",", en: ".")
        return rest % 10 == 0 ? "\(whole)\(sign)\(rest / 10)" : "\(whole)\(sign)\(rest < 10 ? "0" : "")\(rest)"
    }
    var sharing: String { language.pick(da: "Tæl med uden navn", en: "Be counted without a name") }
    var isShared: String { language.pick(da: "Dine tal tæller med.", en: "Your figures are counted.") }
    var isNotShared: String { language.pick(da: "Dine tal tæller ikke med.", en: "Your figures are not counted.") }
    var howShared: String {
        language.pick(
            da:
                "Tæller de med, indgår de i det midterste tal for din rolle, når mindst \(Comparison.least) er med. Ingen kan se dit tal, heller ikke din leder. Du kan stoppe når som helst.",
            en:
                "If they are, they are part of the middle figure of your role where at least \(Comparison.least) are. Nobody can see your figure, nor can your leader. You can stop whenever you like."
        )
    }
    var share: String { language.pick(da: "Lad mine tal tælle med", en: "Let my figures be counted") }
    var stopSharing: String { language.pick(da: "Stop med at tælle mig med", en: "Stop counting me") }
    var sharedNow: String { language.pick(da: "Dine tal tæller med fra nu.", en: "Your figures are counted from now.") }
    var unsharedNow: String {
        language.pick(da: "Dine tal tæller ikke med mere.", en: "Your figures are counted no more.")
    }
    var withdraw: String { language.pick(da: "Træk alle mine tal tilbage", en: "Withdraw all my figures") }
    var withdrawHow: String {
        language.pick(
            da:
                "Alt, du har skrevet om din tid, bliver slettet. Fælles tal, som du var en del af, forsvinder. Timer, der er aftalt til dit hverv, bliver stående.",
            en:
                "All that you wrote of your time is erased. Shared figures that you were part of go. Hours agreed for your mandate stay."
        )
    }
    var withdrawn: String { language.pick(da: "Dine tal er slettet.", en: "Your figures are erased.") }
    var cancel: String { language.pick(da: "Fortryd", en: "Cancel") }

    var file: String { language.pick(da: "Hent som CSV", en: "Fetch as CSV") }
    var fileName: String { language.pick(da: "tid-til-opgaven.csv", en: "time-for-the-task.csv") }
    var role: String { language.pick(da: "Rolle", en: "Role") }
    var unit: String { language.pick(da: "Enhed", en: "Unit") }
    var people: String { language.pick(da: "Hvor mange", en: "How many") }
    var low: String { language.pick(da: "En fjerdedel har højst", en: "A quarter has at most") }
    var middle: String { language.pick(da: "Midterste", en: "Middle") }
    var high: String { language.pick(da: "En fjerdedel har mindst", en: "A quarter has at least") }
    var month: String { language.pick(da: "Pr.", en: "As of") }
    var today: String { language.pick(da: "i dag", en: "today") }
    func unitItself(_ name: String) -> String {
        language.pick(da: "\(name), uden enheder herunder", en: "\(name), without units below")
    }
    func band(_ count: Int) -> String {
        switch count {
        case ..<10: "6–9"
        case ..<20: "10–19"
        case ..<50: "20–49"
        default: language.pick(da: "50 eller flere", en: "50 or more")
        }
    }
    var noFigures: String { language.pick(da: "Der er for få tal", en: "There are too few figures") }
    var noFiguresHow: String {
        language.pick(
            da: "Skriv timer om ugen på hvervene, og lad repræsentanter skrive, hvad de bruger.",
            en: "Write hours a week with the mandates, and let representatives write what they use.")
    }
    func shown(_ first: Int, _ last: Int, of count: Int) -> String {
        language.pick(
            da: "\(first)–\(last) af \(count), filen har alle", en: "\(first)–\(last) of \(count), the file has all")
    }
    var noneShared: String {
        language.pick(
            da: "Der er endnu for få, som deler, hvor lang tid opgaven tager.",
            en: "Too few share yet how long the task takes.")
    }
    func drawn(_ title: String) -> String {
        language.pick(
            da: "\(title): de samme tal som i tabellen nedenfor, tegnet", en: "\(title): the table below, drawn")
    }
}
