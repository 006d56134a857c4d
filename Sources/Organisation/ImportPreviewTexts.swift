import Kernel

/// What the files would do, and what they have done.
extension ImportTexts {
    var preview: String { language.pick(da: "Det vil ske", en: "What will happen") }
    var nothingYet: String {
        language.pick(da: "Intet er ændret endnu.", en: "Nothing has been changed yet.")
    }
    func refused(_ count: Int) -> String {
        language.pick(
            da: count == 1
                ? "1 linje kan ikke læses ind. Ret den i filen, og vælg filen igen."
                : "\(number(count)) linjer kan ikke læses ind. Ret dem i filen, og vælg filen igen.",
            en: count == 1
                ? "1 line cannot be read in. Mend it in the file and choose the file again."
                : "\(number(count)) lines cannot be read in. Mend them in the file and choose the file again.")
    }
    func manyLeave(_ count: Int) -> String {
        language.pick(
            da: "\(number(count)) personer er ikke i filen og vil stå som fratrådt. Er filen hel?",
            en: "\(number(count)) people are not in the file and will be taken to have left. Is the file whole?")
    }
    func haveLeft(_ count: Int) -> String {
        language.pick(da: "Ja, \(number(count)) personer er stoppet", en: "Yes, \(number(count)) people have left")
    }
    func otherTop(_ code: String, _ name: String) -> String {
        language.pick(
            da:
                "Her er allerede en øverste enhed: \(name), med koden \(code). Filen har en anden, så der bliver to. Skriv \(code) som kode for den øverste i alle filer, så er det den samme.",
            en:
                "There is a top unit already: \(name), with the code \(code). The file has another, so there would be two. Write \(code) as the code of the top unit in all files, and it is the same."
        )
    }
    var apply: String { language.pick(da: "Læs det ind", en: "Read it in") }
    var cancel: String { language.pick(da: "Fortryd", en: "Cancel") }
    var again: String { language.pick(da: "Vælg filer igen", en: "Choose files again") }
    var cancelled: String {
        language.pick(da: "Det er fortrudt. Intet er ændret.", en: "Cancelled. Nothing was changed.")
    }
    var applied: String { language.pick(da: "Det er læst ind.", en: "It has been read in.") }
    var differs: String {
        language.pick(
            da: "Organisationen er ændret, siden du så på det. Intet er læst ind. Se det igennem igen.",
            en: "The organisation has changed since you looked. Nothing was read in. Look it through again.")
    }

    func name(_ kind: ImportKind) -> String {
        switch kind {
        case .units: language.pick(da: "Enheder", en: "Units")
        case .people: language.pick(da: "Personer", en: "People")
        case .history: language.pick(da: "Enhedernes historie", en: "The units' history")
        case .bodies: language.pick(da: "Grupper og udvalg", en: "Groups and committees")
        case .mandates: language.pick(da: "Hverv", en: "Mandates")
        case .months: language.pick(da: "Antal og timer", en: "Head count and hours")
        }
    }
    var added: String { language.pick(da: "nye", en: "new") }
    var changed: String { language.pick(da: "ændres", en: "changed") }
    func absent(_ kind: ImportKind) -> String {
        kind == .people
            ? language.pick(da: "fratræder", en: "leave") : language.pick(da: "ikke i filen", en: "not in the file")
    }
    var same: String { language.pick(da: "uændrede", en: "unchanged") }
    var wrong: String { language.pick(da: "skal rettes", en: "need mending") }

    func addedTitle(_ kind: ImportKind) -> String {
        switch kind {
        case .units: language.pick(da: "Nye enheder", en: "New units")
        case .people: language.pick(da: "Nye personer", en: "New people")
        case .history: language.pick(da: "Ny historie", en: "New history")
        case .bodies: language.pick(da: "Nye grupper og udvalg", en: "New groups and committees")
        case .mandates: language.pick(da: "Nye hverv", en: "New mandates")
        case .months: language.pick(da: "Nye tal", en: "New figures")
        }
    }
    func changedTitle(_ kind: ImportKind) -> String {
        switch kind {
        case .units: language.pick(da: "Enheder, der ændres", en: "Units that change")
        case .people: language.pick(da: "Personer, der ændres", en: "People who change")
        case .history: language.pick(da: "Historie, der rettes", en: "History that is set right")
        case .bodies: language.pick(da: "Grupper og udvalg, der ændres", en: "Groups and committees that change")
        case .mandates: language.pick(da: "Hverv, der ændres", en: "Mandates that change")
        case .months: language.pick(da: "Tal, der ændres", en: "Figures that change")
        }
    }
    func absentTitle(_ kind: ImportKind) -> String {
        kind != .people
            ? language.pick(da: "Ikke i filen", en: "Not in the file")
            : language.pick(da: "Personer, der fratræder", en: "People who leave")
    }
    func absentHow(_ kind: ImportKind) -> String {
        switch kind {
        case .bodies, .mandates, .months, .history:
            language.pick(da: "De bliver, som de er.", en: "They stay as they are.")
        case .units:
            language.pick(
                da: "De bliver, som de er. En enhed lukkes kun med en dato i »lukker«.",
                en: "They stay as they are. A unit is closed only by a date in “closes”.")
        case .people:
            language.pick(
                da: "De er ikke i filen. Deres sidste dag bliver i går, og de logges ud. Intet slettes.",
                en:
                    "They are not in the file. Their last day becomes yesterday and they are signed out. Nothing is deleted."
            )
        }
    }
    var refusedTitle: String { language.pick(da: "Skal rettes", en: "Needs mending") }
    func first(_ shown: Int, of count: Int) -> String {
        language.pick(da: "de første \(shown) af \(number(count))", en: "the first \(shown) of \(number(count))")
    }
    var file: String { language.pick(da: "Fil", en: "File") }
    var line: String { language.pick(da: "Linje", en: "Line") }
    var wholeFile: String { language.pick(da: "hele filen", en: "the whole file") }
    var problem: String { language.pick(da: "Hvad der er galt", en: "What is wrong") }
    var key: String { language.pick(da: "Kode eller nummer", en: "Code or number") }
    var itsName: String { language.pick(da: "Navn", en: "Name") }
    var difference: String { language.pick(da: "Før → efter", en: "Before → after") }
    var nothing: String { language.pick(da: "ingen", en: "none") }
    var holdsMandate: String { language.pick(da: "har et hverv", en: "holds a mandate") }
    var files: String { language.pick(da: "Filer", en: "Files") }
    func lines(_ count: Int) -> String {
        language.pick(
            da: count == 1 ? "1 linje" : "\(number(count)) linjer",
            en: count == 1 ? "1 line" : "\(number(count)) lines")
    }
    var windows1252: String {
        language.pick(
            da: "Filen er læst som Windows-1252. Se efter, at æ, ø og å er rigtige.",
            en: "The file was read as Windows-1252. See that æ, ø and å are right.")
    }
    func unknown(_ columns: String) -> String {
        language.pick(da: "Disse kolonner bruges ikke: \(columns).", en: "These columns are not used: \(columns).")
    }
    var done: String { language.pick(da: "Læst ind", en: "Read in") }
    func doneHow(_ when: String, by name: String) -> String {
        language.pick(da: "\(when) af \(name).", en: "\(when) by \(name).")
    }
    var console: String { language.pick(da: "kommandolinjen", en: "the command line") }
    var digest: String { language.pick(da: "Filens SHA-256", en: "The file's SHA-256") }
    var toOrganisation: String { language.pick(da: "Se organisationen", en: "See the organisation") }

    /// In groups of three: 200.000 in Danish, 200,000 in English.
    func number(_ count: Int) -> String {
        let figures = Array(String(count))
        var text = ""
        for (place, figure) in figures.enumerated() {
            if place > 0, (figures.count - place).isMultiple(of: 3) { text += language.pick(da: ".", en: ",") }
            text.append(figure)
        }
        return text
    }
}
