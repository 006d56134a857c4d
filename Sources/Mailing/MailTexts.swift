import Kernel
import Notices

/// What the pages about mails say.
struct MailTexts {
    let language: Language

    // One's own choice
    var title: String { language.pick(da: "Mails til dig", en: "Mails to you") }
    var how: String {
        language.pick(
            da:
                "En mail siger, at noget venter, og viser vej. Den siger aldrig, hvad nogen har skrevet. Det, du har læst i Forkant, får du ingen mail om.",
            en:
                "A mail says that something waits, and leads to it. It never says what anybody has written. Of what you have read in Forkant you get no mail."
        )
    }
    var account: String { language.pick(da: "Din konto", en: "Your account") }
    var rhythm: String { language.pick(da: "Hvor tit?", en: "How often?") }
    func name(_ rhythm: MailRhythm) -> String {
        switch rhythm {
        case .soon: language.pick(da: "Når der sker noget", en: "When something happens")
        case .daily: language.pick(da: "Om morgenen på hverdage", en: "On the mornings of working days")
        case .weekly: language.pick(da: "Ugens første arbejdsdag", en: "On the first working day of the week")
        case .never: language.pick(da: "Aldrig", en: "Never")
        }
    }
    func about(_ rhythm: MailRhythm) -> String {
        switch rhythm {
        case .soon:
            language.pick(
                da: "Der samles i fem minutter, så fem nyheder er én mail.",
                en: "Gathered for five minutes, so that five news are one mail.")
        case .daily:
            language.pick(da: "Er der intet nyt, kommer der ingen mail.", en: "Where nothing is new, no mail comes.")
        case .weekly:
            language.pick(da: "Det hele samlet i én mail om ugen.", en: "All of it in one mail a week.")
        case .never:
            language.pick(da: "Du ser det nye, når du åbner Forkant.", en: "You see what is new when you open Forkant.")
        }
    }
    var save: String { language.pick(da: "Gem", en: "Save") }
    func saved(_ rhythm: MailRhythm) -> String {
        language.pick(
            da: "Gemt. Mails til dig: \(name(rhythm).lowercased()).",
            en: "Saved. Mails to you: \(name(rhythm).lowercased()).")
    }
    func address(_ email: String) -> String {
        language.pick(da: "Mails sendes til \(email).", en: "Mails are sent to \(email).")
    }
    var noServer: String { language.pick(da: "Her sendes ingen mails", en: "No mails are sent here") }
    var noServerHow: String {
        language.pick(
            da: "Forkant er ikke sat op til at sende mails. Det nye står på I dag. Spørg administratoren.",
            en: "Forkant is not set up to send mails. What is new stands on Today. Ask the administrator.")
    }
    var noAddress: String { language.pick(da: "Vi har ingen e-mailadresse", en: "We have no e-mail address") }
    var noAddressHow: String {
        language.pick(
            da: "Forkant kender ingen adresse for dig, som mails kan sendes til. Administratoren kan rette den.",
            en: "Forkant knows no address of yours that mails can be sent to. The administrator can mend it.")
    }
}
