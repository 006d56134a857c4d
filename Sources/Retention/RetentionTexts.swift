import Kernel

/// Every sentence about how long things are kept.
struct RetentionTexts {
    let language: Language

    private func pick(_ danish: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language.pick(da: danish(), en: english())
    }

    var administration: String { pick("Administration", "Administration") }
    var retention: String { pick("Opbevaring og sletning", "Retention and erasure") }
    var about: String {
        pick(
            "Hvor længe hver slags oplysninger gemmes, og hvad der slettes bagefter. Intet slettes, før du har set, hvad der "
                + "vil forsvinde, og har slået det til.",
            "How long each kind of data is kept, and what is erased afterwards. Nothing is erased before you have seen what "
                + "would go, and have switched it on.")
    }
    var noKinds: String { pick("Intet slettes af sig selv", "Nothing is erased by itself") }
    var noKindsHow: String {
        pick("Programmet kender ingen oplysninger med en frist.", "The program knows of no data with a term.")
    }
    var kind: String { pick("Oplysninger", "Data") }
    var term: String { pick("Gemmes i", "Kept for") }
    var state: String { pick("Sletning", "Erasure") }
    var dueToday: String { pick("Ville slettes i dag", "Would go today") }
    var lastRun: String { pick("Sidst udført", "Last carried out") }
    var isOn: String { pick("Slået til", "Switched on") }
    var isOff: String { pick("Slået fra", "Switched off") }
    var never: String { pick("Aldrig", "Never") }
    var untold: String { pick("Fortælles ikke", "Not told") }
    var few: String { pick("under \(ToldCounts.least)", "fewer than \(ToldCounts.least)") }

    func term(_ term: Term) -> String {
        if term.months % 12 == 0 {
            let years = term.months / 12
            return pick("\(years) år", years == 1 ? "1 year" : "\(years) years")
        }
        return pick(
            term.months == 1 ? "1 måned" : "\(term.months) måneder",
            term.months == 1 ? "1 month" : "\(term.months) months")
    }

    func told(_ due: DueCount) -> String {
        switch due {
        case .few: pick("Ingen eller få", "None or few")
        case .some(let count, _): "\(count)"
        case .veryMany: pick("Mere end \(KindPicture.most)", "More than \(KindPicture.most)")
        }
    }

    func oldest(_ day: String) -> String { pick("Den ældste er fra \(day)", "The oldest is of \(day)") }

    func erased(_ count: Int?) -> String {
        guard let count else { return pick("ingen eller få slettet", "none or few erased") }
        return pick("\(count) slettet", "\(count) erased")
    }

    // MARK: One kind

    var countedFrom: String { pick("Fristen regnes fra", "Counted from") }
    var remains: String { pick("Det bliver tilbage", "What remains") }
    var basis: String { pick("Grundlag", "Basis") }
    func name(of standing: Basis.Standing) -> String {
        switch standing {
        case .law: pick("Står i loven", "Stands in the law")
        case .practice: pick("Praksis; loven siger intet tal", "Practice; the law gives no number")
        }
    }
    var dryRun: String { pick("Hvad ville forsvinde i dag?", "What would go today?") }
    var wouldGo: String { pick("Antal:", "Number:") }
    var dryRunAbout: String {
        pick(
            "En prøve: intet er slettet. Navne og ord vises ikke, og hvor der er få, vises tallet ikke.",
            "A trial: nothing has been erased. Names and words are not shown, and where there are few, nor is the number."
        )
    }
    var untoldAbout: String {
        pick(
            "Her vises intet tal, heller ikke om der er nogen: det må kun de vide, der behandler sagerne. Reglen er den "
                + "samme, hvad enten der er mange eller ingen.",
            "No number is shown here, nor whether there are any: only those who handle the cases may know. The rule is the "
                + "same whether there are many or none.")
    }
    var count: String { pick("Antal", "Number") }
    var switchOn: String { pick("Jeg har set det: slå sletning til", "I have seen it: switch erasure on") }
    var switchOff: String { pick("Slå sletning fra", "Switch erasure off") }
    var carryOutNow: String { pick("Slet nu i stedet for i nat", "Erase now instead of tonight") }
    var changeTerm: String { pick("Ret fristen", "Change the term") }
    func termIn(_ unit: TermChoice.Unit) -> String {
        switch unit {
        case .years: pick("Antal år", "Years")
        case .months: pick("Antal måneder", "Months")
        }
    }
    func bounds(_ choice: TermChoice) -> String {
        pick(
            "Fra \(choice.least) til \(choice.most). Uden andet valg er det \(choice.usual).",
            "From \(choice.least) to \(choice.most). It is \(choice.usual) unless you choose another.")
    }
    var reason: String { pick("Begrundelse", "Reason") }
    var reasonHint: String {
        pick("Skal skrives, når fristen er en anden end den sædvanlige.", "Needed where the term is not the usual one.")
    }
    var changeAbout: String {
        pick(
            "En ny frist slår sletning fra, til du har set, hvad der så ville forsvinde. Ændringen står i journalen.",
            "A new term switches erasure off until you have seen what would go by it. The change is in the journal.")
    }
    var save: String { pick("Gem", "Save") }
    var runs: String { pick("De seneste dage", "The latest days") }

    // MARK: What was done

    var termChanged: String { pick("Fristen er gemt.", "The term is saved.") }
    var switchedOn: String {
        pick("Slået til. Det første slettes i nat.", "Switched on. The first are erased tonight.")
    }
    var switchedOff: String { pick("Slået fra. Intet slettes.", "Switched off. Nothing is erased.") }
    func erasedNow(_ count: Int?) -> String {
        pick("Udført: \(erased(count)).", "Carried out: \(erased(count)).")
    }

    // MARK: What was wrong

    func outside(_ choice: TermChoice) -> String {
        pick(
            "Skriv et tal fra \(choice.least) til \(choice.most).",
            "Write a number from \(choice.least) to \(choice.most).")
    }
    var whyOther: String {
        pick(
            "Skriv, hvorfor fristen er en anden end den sædvanlige.", "Say why the term is not the usual one.")
    }
    var lookAnew: String {
        pick(
            "Fristen er ændret, eller dagen er en anden, siden du så det. Se på det igen, og slå det så til.",
            "The term has changed, or the day has, since you saw it. Look again, then switch it on.")
    }
}
