import Access
import Kernel
import Organisation

/// What stands on a poster and above it.
struct PosterTexts {
    let language: Language

    var poster: String { language.pick(da: "Opslag", en: "Poster") }
    var whomToAsk: String { language.pick(da: "Hvem går jeg til?", en: "Whom do I go to?") }
    var didYouSee: String {
        language.pick(
            da: "Så du noget? Har du en idé? Sig det her.",
            en: "Did you see something? Do you have an idea? Say it here.")
    }
    var sayItHere: String {
        language.pick(
            da: "Det tager et halvt minut, og du behøver ikke skrive dit navn.",
            en: "It takes half a minute, and you need not give your name.")
    }
    var nobody: String {
        language.pick(
            da: "Her er ingen valgt endnu. Spørg din leder.", en: "Nobody has been elected here yet. Ask your manager.")
    }
    var vacant: String { language.pick(da: "Ledig plads", en: "Vacant seat") }
    func asOf(_ day: Day) -> String {
        language.pick(da: "Gælder fra \(day.long(in: .danish))", en: "As of \(day.long(in: .english))")
    }
    func role(_ role: Role) -> String { OrganisationTexts(language: language).name(role) }

    var place: String { language.pick(da: "Hvor hænger det?", en: "Where does it hang?") }
    var put: String { language.pick(da: "Sæt på opslaget", en: "Put on the poster") }

    var bothLanguages: String { language.pick(da: "Dansk og engelsk", en: "Danish and English") }
    var withReach: String { language.pick(da: "Med telefon og e-mail", en: "With phone and e-mail") }
    var withoutReach: String { language.pick(da: "Uden telefon og e-mail", en: "Without phone and e-mail") }
}
