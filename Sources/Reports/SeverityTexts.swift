import Kernel

extension ReportTexts {
    var rate: String { language.pick(da: "Hvor alvorligt var det?", en: "How serious was it?") }
    var rateAgain: String { language.pick(da: "Ret, hvor alvorligt det var", en: "Change how serious it was") }
    var howBad: String { language.pick(da: "Hvor slemt gik det?", en: "How bad was it?") }
    var howBadPossibly: String {
        language.pick(da: "Hvor slemt kunne det være gået?", en: "How bad could it have become?")
    }
    var howBadPossiblyHint: String {
        language.pick(
            da: "Tænk på det værste, der ikke er usandsynligt. Det siger mest om en nærved-hændelse.",
            en: "Think of the worst that is not unlikely. It says most of a near miss.")
    }
    var notRated: String { language.pick(da: "Ikke vurderet", en: "Not rated") }
    var rated: String { language.pick(da: "Vurderingen er gemt.", en: "The rating has been saved.") }
    var severity: String { language.pick(da: "Alvor", en: "Severity") }
    func atLeast(_ harm: Harm) -> String {
        switch harm {
        case .grave: name(of: harm)
        case .none, .slight, .serious:
            language.pick(da: "Mindst \(name(of: harm).lowercased())", en: "At least \(name(of: harm).lowercased())")
        }
    }
    var order: String { language.pick(da: "Rækkefølge", en: "Order") }
    var waitingFirst: String { language.pick(da: "Det, der venter, først", en: "What waits first") }
    var worstFirst: String {
        language.pick(da: "Det alvorligste først, af det vurderede", en: "The most serious first, of those rated")
    }

    func name(of harm: Harm) -> String {
        switch harm {
        case .none: language.pick(da: "Ingen skade", en: "No harm")
        case .slight: language.pick(da: "Let", en: "Slight")
        case .serious: language.pick(da: "Alvorligt", en: "Serious")
        case .grave: language.pick(da: "Meget alvorligt", en: "Very serious")
        }
    }

    func explained(_ harm: Harm) -> String {
        switch harm {
        case .none: name(of: harm)
        case .slight: language.pick(da: "Let: det går over på få dage", en: "Slight: over within days")
        case .serious: language.pick(da: "Alvorligt: læge eller fravær", en: "Serious: a doctor, or days away")
        case .grave:
            language.pick(da: "Meget alvorligt: varige mén eller død", en: "Very serious: lasting harm or death")
        }
    }

    func couldHaveBeen(_ harm: Harm) -> String {
        language.pick(
            da: "Kunne være blevet \(name(of: harm).lowercased())",
            en: "Could have been \(name(of: harm).lowercased())")
    }
}
