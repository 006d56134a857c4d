import Kernel
import Notices

/// The sentences by which people hear of a check; in a mail without what it is about.
enum CheckTelling {
    static func started(_ what: String) -> Words {
        Words(
            da: "»\(what)« er gået i stå. Svar på elleve spørgsmål, så ser I på det sammen.",
            en: "“\(what)” has come to a standstill. Answer eleven questions, then you look at them together.")
    }

    static func compared(_ what: String) -> Words {
        Words(
            da: "Jeres svar om »\(what)« er lagt ved siden af hinanden.",
            en: "Your answers about “\(what)” have been laid side by side.")
    }

    static func toBeDropped(_ what: String, by name: String) -> Words {
        Words(
            da: "\(name) foreslår, at I dropper »\(what)«.", en: "\(name) suggests that you drop “\(what)”.")
    }

    static let startedByMail = MailWords(
        da: "Din gruppe beder dig svare på elleve spørgsmål om en indsats.",
        en: "Your group asks you to answer eleven questions about an action.")
    static let comparedByMail = MailWords(
        da: "Svarene om en indsats, du har svaret om, er sammenlignet.",
        en: "The answers about an action that you answered about have been compared.")
    static let toBeDroppedByMail = MailWords(
        da: "En kollega foreslår, at I dropper en indsats.", en: "A colleague suggests that you drop an action.")
}
