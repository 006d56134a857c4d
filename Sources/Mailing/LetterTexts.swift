import Kernel
import Notices

/// What mails say.
struct LetterTexts {
    let language: Language

    var hello: String { language.pick(da: "Hej", en: "Hello") }

    func waits(_ count: Int) -> String {
        guard count > 1 else {
            return language.pick(da: "Noget venter på dig i Forkant", en: "Something waits for you in Forkant")
        }
        return language.pick(da: "\(count) ting venter på dig i Forkant", en: "\(count) things wait for you in Forkant")
    }
    func others(_ count: Int) -> String {
        guard count > 1 else {
            return language.pick(da: "Og noget mere venter på dig.", en: "And something else waits for you.")
        }
        return language.pick(da: "Og \(count) andre ting venter på dig.", en: "And \(count) other things wait for you.")
    }
    var open: String { language.pick(da: "Se det i Forkant", en: "See it in Forkant") }
    var why: String {
        language.pick(
            da: "En mail fra Forkant siger aldrig, hvad nogen har skrevet. Det står kun i Forkant.",
            en: "A mail from Forkant never says what anybody has written. That stands in Forkant only.")
    }
    func often(_ rhythm: MailRhythm) -> String {
        switch rhythm {
        case .soon:
            language.pick(da: "Du får en mail, når der sker noget.", en: "You get a mail when something happens.")
        case .daily:
            language.pick(
                da: "Du får højst én mail om dagen, om morgenen på hverdage.",
                en: "You get one mail a day at most, on the mornings of working days.")
        case .weekly, .never:
            language.pick(
                da: "Du får højst én mail om ugen, om morgenen på ugens første arbejdsdag.",
                en: "You get one mail a week at most, on the morning of its first working day.")
        }
    }
    var choose: String {
        language.pick(da: "Vælg, hvor tit du vil have mails", en: "Choose how often you want mails")
    }
    var test: String { language.pick(da: "Prøvemail fra Forkant", en: "Test mail from Forkant") }
    var testHow: String {
        language.pick(
            da: "Mails fra Forkant når frem til dig. Du bad selv om denne.",
            en: "Mails from Forkant reach you. You asked for this one.")
    }
}
