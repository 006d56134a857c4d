import Kernel

/// Every sentence about keeping a report longer than others.
struct HoldTexts {
    let language: Language

    private func pick(_ danish: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language.pick(da: danish(), en: english())
    }

    var keeping: String { pick("Opbevaring", "Retention") }
    var likeOthers: String {
        pick("Den gemmes lige så længe som andre af sin slags.", "It is kept for as long as others of its kind.")
    }
    var keepLonger: String { pick("Gem længere", "Keep longer") }
    var change: String { pick("Ret", "Change") }
    var end: String { pick("Gem ikke længere end andre", "Keep no longer than others") }
    var until: String { pick("Gemmes til og med", "Kept until the end of") }
    var reason: String { pick("Hvorfor?", "Why?") }
    var decidedBy: String { pick("Besluttet af", "Decided by") }
    var about: String {
        pick(
            "For eksempel fordi en sag om erstatning er i gang. Så længe slettes meldingen ikke, heller ikke når fristen er nået.",
            "For instance since a claim is under way. Until then the report is not erased, even when its term is over.")
    }
    var untilHint: String {
        pick("Højst \(ReportHold.mostYears) år ad gangen.", "At most \(ReportHold.mostYears) years at a time.")
    }
    var reasonHint: String {
        pick("Læses af dem, der behandler meldingen.", "Read by those who handle the report.")
    }
    var save: String { pick("Gem", "Save") }
    var kept: String { pick("Den gemmes længere.", "It is kept longer.") }
    var letGo: String { pick("Den gemmes nu som andre.", "It is now kept like others.") }
}
