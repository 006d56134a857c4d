import Kernel
import Organisation

/// What the numbers say, in plain words.
extension StatisticsTexts {
    func decimal(_ number: Double) -> String { Decimal.written(number, language) }

    /// `12 ulykker med fravær på 11.000.000 timer: 1,09 pr. million timer (95 %-interval 0,56 til 1,91).`
    func said(_ rate: Rate) -> String {
        guard let frequency = rate.perMillion, let interval = rate.interval else {
            return language.pick(
                da: "Der er ingen timer at regne med, så der er ingen frekvens.",
                en: "There are no hours to reckon with, so there is no frequency.")
        }
        let hours = Decimal.grouped(rate.hours, language)
        let (value, low, high) = (decimal(frequency), decimal(interval.low), decimal(interval.high))
        return language.pick(
            da:
                "\(accidents(rate.count)) med fravær på \(hours) timer: \(value) pr. million timer (95 %-interval \(low) til \(high)).",
            en:
                "\(accidents(rate.count)) with absence in \(hours) hours: \(value) per million hours (95 % interval \(low) to \(high))."
        )
    }

    private func accidents(_ count: Int) -> String {
        language.pick(
            da: count == 1 ? "1 ulykke" : "\(count) ulykker", en: count == 1 ? "1 accident" : "\(count) accidents")
    }

    /// Whether it has changed since the year before.
    func said(_ change: RateChange, since year: Int) -> String {
        switch change {
        case .unknown:
            language.pick(
                da: "Der er ikke timer for begge år, så \(year) kan ikke sammenlignes.",
                en: "There are no hours for both years, so \(year) cannot be compared.")
        case .nothing:
            language.pick(
                da: "Der var heller ingen i de samme måneder af \(year).",
                en: "There was none in the same months of \(year) either.")
        case .byChance:
            language.pick(
                da: "Forskellen fra de samme måneder af \(year) er ikke større, end tilfældet kan gøre den.",
                en: "The difference from the same months of \(year) is no larger than chance can make it.")
        case .more:
            language.pick(
                da: "Det er oftere end i de samme måneder af \(year), og mere, end tilfældet plejer at gøre.",
                en: "That is more often than in the same months of \(year), and more than chance usually does.")
        case .less:
            language.pick(
                da: "Det er sjældnere end i de samme måneder af \(year), og mere, end tilfældet plejer at gøre.",
                en: "That is less often than in the same months of \(year), and more than chance usually does.")
        }
    }

    /// Which months have no hours, and what that leaves out.
    func missing(_ covered: CoveredRate) -> [String] {
        var said: [String] = []
        if !covered.missing.isEmpty, covered.rate.hours > 0 {
            let months = covered.missing.map(text).joined(separator: ", ")
            said.append(
                language.pick(
                    da:
                        "Timer mangler for \(months). De måneder er ikke regnet med, heller ikke deres \(accidents(covered.left)).",
                    en:
                        "Hours are missing for \(months). Those months are left out, and so are their \(accidents(covered.left))."
                ))
        }
        if covered.isUneven {
            said.append(
                language.pick(
                    da: "I nogle måneder er der timer fra færre enheder end i andre.",
                    en: "In some months there are hours from fewer units than in others."))
        }
        return said
    }

    var counting: String {
        language.pick(
            da:
                "Kun ansatte, og kun ulykker med mindst én dags fravær ud over dagen selv. Om en ulykke skulle anmeldes, er et andet spørgsmål. Fortrolige meldinger er ikke regnet med.",
            en:
                "Employees only, and only accidents with at least one day away beyond the day itself. Whether an accident had to be notified is another question. Confidential reports are left out."
        )
    }

    var fullTime: String { language.pick(da: "Hvad er fuld tid?", en: "What is full-time?") }

    /// - Parameter fullTime: hours a year.
    func meaning(_ fullTime: Int) -> String {
        language.pick(
            da:
                "Frekvens: ulykker med fravær pr. million timer. Alvor: fraværsdage pr. 1.000 timer; en dag tæller i den måned, hvor ulykken skete. Fuld tid: \(Decimal.grouped(fullTime, language)) timer om året.",
            en:
                "Frequency: accidents with absence per million hours. Severity: calendar days away per 1,000 hours; a day counts in the month of the accident. Full-time: \(Decimal.grouped(fullTime, language)) hours a year."
        )
    }

    var rollingAbout: String {
        language.pick(
            da:
                "Hvert punkt er de tolv måneder, der sluttede da. Båndet er, hvad tallet lige så godt kunne have været.",
            en: "Each point is the twelve months that ended then. The band is what the number might as well have been.")
    }
    var noHoursYet: String {
        language.pick(
            da: "Der er ingen timer endnu. Uden dem kan der tælles, men ikke sammenlignes.",
            en: "There are no hours yet. Without them things can be counted, but not compared.")
    }
    var nothing: String { language.pick(da: "Her er ingen tal endnu", en: "No numbers here yet") }
    var nothingAbout: String {
        language.pick(
            da: "Når nogen melder noget, eller når timerne er skrevet, står det her.",
            en: "When somebody reports something, or when the hours are written, it stands here.")
    }
    var isBehind: String {
        language.pick(
            da: "Tallene bliver gjort op lige nu. De seneste dage mangler endnu.",
            en: "The numbers are being added up right now. The latest days are missing still.")
    }

    var isBeingRelined: String {
        language.pick(
            da:
                "Nogen har skrevet, at enheder lå et andet sted før. Tallene bliver gjort op efter det inden for en halv time.",
            en:
                "Somebody has written that units lay elsewhere before. The numbers are added up anew within half an hour."
        )
    }

    func spotsAbout(_ least: Int, in year: Int) -> String {
        language.pick(
            da: "Steder, som mindst \(least) åbne meldinger fra \(year) nævner med de samme ord.",
            en: "Places that at least \(least) open reports of \(year) name in the same words.")
    }

    var tooManySpots: String {
        language.pick(
            da: "Her er for mange meldinger til at se på stederne. Vælg en mindre enhed.",
            en: "There are too many reports here to look at the places. Choose a smaller unit.")
    }

    func yearIsRunning(_ year: Int) -> String {
        language.pick(
            da: "\(year) er ikke slut. Frekvensen er af de måneder, der er gået.",
            en: "\(year) is not over. The frequency is of the months that have passed.")
    }
    func more(_ count: Int) -> String {
        language.pick(
            da: "Kun de første \(count) enheder er vist.", en: "Only the first \(count) units are shown.")
    }
    var moved: String {
        language.pick(
            da: "En enhed er flyttet hertil i årets løb, så delene er tilsammen mere end det hele.",
            en: "A unit moved here during the year, so that the parts together are more than the whole.")
    }
    func violence(_ count: Int, in year: Int) -> String {
        language.pick(
            da:
                "\(count) \(count == 1 ? "melding" : "meldinger") om vold eller trusler i \(year). Kun dagen er kendt, ikke klokken.",
            en:
                "\(count) \(count == 1 ? "report" : "reports") of violence or threats in \(year). Only the day is known, not the hour."
        )
    }
    func causes(_ count: Int, in year: Int) -> String {
        language.pick(
            da: "\(accidents(count)) i \(year), efter det sidste, der gik galt før skaden.",
            en: "\(accidents(count)) in \(year), by the last thing that went wrong before the injury.")
    }

    // MARK: What is told of few

    func daysOfFew(_ least: Int) -> String {
        language.pick(
            da:
                "Fraværsdage vises, når året er slut, for hele dit område, og ikke for færre end \(least) ulykker med fravær: de kunne være én persons.",
            en:
                "Days away are shown once the year is over, for all of your area, and not for fewer than \(least) accidents with absence: they could be one person's."
        )
    }

    func few(_ least: Int) -> String { language.pick(da: "under \(least)", en: "under \(least)") }
    func guarded(_ least: Int) -> String {
        language.pick(
            da:
                "Du ser år, der er slut, og antal fra \(least) og op. Hvad der er færre af, kunne handle om nogen, der kan kendes.",
            en:
                "You see years that are over, and numbers from \(least) up. What is fewer could be about somebody who can be recognised."
        )
    }
    func confidential(_ count: ToldCount, in year: Int, least: Int) -> String {
        switch count {
        case .told(let number):
            language.pick(
                da:
                    "I hele organisationen kom der \(number) fortrolige meldinger i \(year). De er ikke med i andre tal.",
                en:
                    "In the whole organisation \(number) confidential reports came in \(year). They are in no other number."
            )
        case .few:
            language.pick(
                da: "I hele organisationen kom der færre end \(least) fortrolige meldinger i \(year), måske ingen.",
                en: "In the whole organisation fewer than \(least) confidential reports came in \(year), perhaps none.")
        }
    }
    var thresholdTitle: String { language.pick(da: "Hvornår der er for få", en: "When there are too few") }
    var thresholdLabel: String { language.pick(da: "Vis intet om færre end", en: "Tell nothing of fewer than") }
    func thresholdHint(_ floor: Int) -> String {
        language.pick(
            da: "Gælder fortrolige meldinger og det, ledere ser. Aldrig under \(floor).",
            en: "Holds for confidential reports and for what leaders see. Never below \(floor).")
    }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var saved: String { language.pick(da: "Grænsen er gemt.", en: "The limit is kept.") }
}
