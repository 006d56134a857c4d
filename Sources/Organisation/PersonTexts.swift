import Kernel

struct PersonTexts {
    let language: Language

    var facts: String { language.pick(da: "Oplysninger", en: "Details") }
    var mandates: String { language.pick(da: "Hverv", en: "Mandates") }
    var noMandates: String {
        language.pick(da: "Ingen hverv, hverken nu eller før.", en: "No mandates, now or before.")
    }
    var history: String { language.pick(da: "Hvad der er ændret", en: "What was changed") }
    var actions: String { language.pick(da: "Indsatser med ansvar", en: "Actions in charge of") }
    var edit: String { language.pick(da: "Ret oplysninger", en: "Change details") }
    var contact: String { language.pick(da: "Ret telefon og sprog", en: "Change phone and language") }
    var leaving: String { language.pick(da: "Stopper", en: "Is leaving") }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var cancel: String { language.pick(da: "Fortryd", en: "Cancel") }
    var saved: String { language.pick(da: "Oplysningerne er gemt.", en: "The details are kept.") }
    var leftNow: String {
        language.pick(
            da: "Sidste dag er sat. Se, hvilke indsatser en anden skal tage.",
            en: "The last day is set. See which actions somebody else must take.")
    }
    var first: String { language.pick(da: "Første dag", en: "First day") }
    var number: String { language.pick(da: "Nummer i personalesystemet", en: "Number in the personnel system") }
    var numberHint: String {
        language.pick(
            da: "Filer fra personalesystemet finder personen ved dette nummer.",
            en: "Files from the personnel system find the person by this number.")
    }
    var unitHint: String {
        language.pick(
            da: "Enhedens kode. En ny enhed gælder fra i dag.", en: "The unit's code. Another unit holds from today.")
    }
    var languageLabel: String { language.pick(da: "Sprog", en: "Language") }
    var isGone: String { language.pick(da: "Er her ikke længere", en: "Is not here any more") }
    var isGoneHow: String {
        language.pick(
            da: "Hverv og adgang er slut. Alt, personen har lavet, står der stadig. En anden skal tage indsatserne.",
            en:
                "Mandates and access have ended. All that the person did still stands. Somebody else must take the actions."
        )
    }
    var leavingHow: String {
        language.pick(
            da:
                "Efter sidste dag kan personen ikke logge ind. Intet bliver slettet. Indsatser bliver på planen, til en anden tager dem.",
            en:
                "After the last day the person cannot sign in. Nothing is deleted. Actions stay on the plan until somebody takes them."
        )
    }
    var theseEnd: String { language.pick(da: "Disse hverv slutter samme dag:", en: "These mandates end on that day:") }
    var setLastDay: String { language.pick(da: "Sæt sidste dag", en: "Set the last day") }
    var savedMeanwhile: String {
        language.pick(
            da:
                "En anden har gemt, mens du skrev. Dit står i felterne, og det andet står under. Gem igen, når du har valgt.",
            en:
                "Somebody else saved while you wrote. Yours stands in the fields, and the other below. Save again once you have chosen."
        )
    }
    func theirs(_ text: String) -> String {
        let shown = text.isEmpty ? language.pick(da: "(intet)", en: "(nothing)") : text
        return language.pick(da: "Den anden skrev: \(shown)", en: "The other wrote: \(shown)")
    }

    func name(_ language: Language) -> String {
        switch language {
        case .danish: self.language.pick(da: "dansk", en: "Danish")
        case .english: self.language.pick(da: "engelsk", en: "English")
        }
    }

    func name(_ kind: Person.Kind) -> String { ChangeTexts(language: language).name(kind, isMany: false) }

    func field(_ name: String) -> String {
        let words = OrganisationTexts(language: language)
        return switch PersonField(rawValue: name) {
        case .name: words.name
        case .email: words.email
        case .phone: words.phone
        case .language: languageLabel
        case .kind: words.kind
        case .unit: words.unit
        case .title: words.title
        case .externalID: number
        case nil: words.leavesToday
        }
    }
}
