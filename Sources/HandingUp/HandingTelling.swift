import Kernel
import Notices

/// The sentences by which people hear what becomes of what was handed up; in a mail without what it is about.
struct HandingTelling {
    let words: Words
    let mail: MailWords

    static func handed(_ what: String, from group: Words) -> Words {
        Words(
            da: "\(group.danish) giver »\(what)« videre til jer. Tager I den?",
            en: "\(group.english) hands “\(what)” up to you. Do you take it on?")
    }
    static let handedByMail = MailWords(
        da: "En gruppe giver en sag videre til jer.", en: "A group hands a matter up to you.")

    static func withdrawn(_ what: String) -> Words {
        Words(
            da: "Gruppen har trukket »\(what)« tilbage.", en: "The group has withdrawn “\(what)”.")
    }
    static let withdrawnByMail = MailWords(
        da: "En sag, der var givet videre til jer, er trukket tilbage.",
        en: "A matter that was handed up to you has been withdrawn.")

    static func taken(_ what: String, by body: Words) -> HandingTelling {
        HandingTelling(
            words: Words(
                da: "\(body.danish) har taget »\(what)« på sin plan.",
                en: "\(body.english) has taken “\(what)” on to its plan."),
            mail: MailWords(
                da: "Noget, I har givet videre, er taget op.", en: "Something that you handed up has been taken on."))
    }

    static func sentBack(_ what: String, by body: Words) -> HandingTelling {
        HandingTelling(
            words: Words(
                da: "\(body.danish) giver »\(what)« tilbage. Læs hvorfor, og hvad de foreslår.",
                en: "\(body.english) sends “\(what)” back. Read why, and what they suggest."),
            mail: MailWords(
                da: "Noget, I har givet videre, kommer tilbage.", en: "Something that you handed up comes back."))
    }

    static func passedOn(_ what: String, to body: Words) -> HandingTelling {
        HandingTelling(
            words: Words(
                da: "»\(what)« er givet videre til \(body.danish).",
                en: "“\(what)” has been handed further up, to \(body.english)."),
            mail: MailWords(
                da: "Noget, I har givet videre, er nu et skridt højere oppe.",
                en: "Something that you handed up is now one step higher."))
    }

    static func done(_ what: String, by body: Words, _ effect: String?) -> HandingTelling {
        let (danish, english) =
            switch effect {
            case "yes": (" Det virkede.", " It worked.")
            case "partly": (" Det virkede delvist.", " It worked in part.")
            case "no": (" Det virkede ikke.", " It did not work.")
            default: ("", "")
            }
        return HandingTelling(
            words: Words(
                da: "\(body.danish) har afsluttet det, I gav videre: »\(what)«.\(danish)",
                en: "\(body.english) has closed what you handed up: “\(what)”.\(english)"),
            mail: MailWords(
                da: "Noget, I har givet videre, er afsluttet.", en: "Something that you handed up is closed."))
    }

    static func helpWanted(_ what: String, by day: Day, _ today: Day) -> Words {
        Words(
            da: "Du finder sagkyndig hjælp til »\(what)« senest \(day.short(in: .danish, today: today)).",
            en: "You are to find expert help for “\(what)” by \(day.short(in: .english, today: today)).")
    }
    static let helpWantedByMail = MailWords(
        da: "Du skal finde sagkyndig hjælp til en indsats.", en: "You are to find expert help for an action.")

    static func helpSettled(_ what: String, isFound: Bool) -> Words {
        isFound
            ? Words(da: "Der er fundet hjælp til »\(what)«.", en: "Help has been found for “\(what)”.")
            : Words(da: "Der er ikke fundet hjælp til »\(what)«.", en: "No help has been found for “\(what)”.")
    }
    static let helpSettledByMail = MailWords(
        da: "Der er nyt om hjælp til en indsats, du har del i.",
        en: "There is news of help for an action that you have a part in.")
}
