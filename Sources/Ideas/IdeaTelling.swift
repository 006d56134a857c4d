import Kernel
import Notices

/// The sentences by which those behind an idea hear what became of it, and what a mail says of that.
struct IdeaTelling {
    let words: Words
    let mail: MailWords

    static func takenUp(_ what: String) -> IdeaTelling {
        IdeaTelling(
            words: Words(
                da: "Idéen »\(what)« er taget op og står nu på handleplanen.",
                en: "The idea “\(what)” has been taken up and is now on the action plan."),
            mail: MailWords(
                da: "En idé, du står bag, er taget op.", en: "An idea that you stand behind has been taken up."))
    }

    static func parked(_ what: String) -> IdeaTelling {
        IdeaTelling(
            words: Words(
                da: "Idéen »\(what)« er lagt til side indtil videre.",
                en: "The idea “\(what)” has been put aside for now."),
            mail: MailWords(
                da: "En idé, du står bag, er lagt til side indtil videre.",
                en: "An idea that you stand behind has been put aside for now."))
    }

    static func declined(_ what: String) -> IdeaTelling {
        IdeaTelling(
            words: Words(
                da: "Gruppen har sagt nej til idéen »\(what)«. Læs hvorfor.",
                en: "The group has declined the idea “\(what)”. Read why."),
            mail: MailWords(
                da: "Der er svar på en idé, du står bag.", en: "An idea that you stand behind has been answered."))
    }

    static func done(_ what: String) -> IdeaTelling {
        IdeaTelling(
            words: Words(
                da: "Det, der kom ud af idéen »\(what)«, er afsluttet. Se, om det virkede.",
                en: "What came of the idea “\(what)” is closed. See whether it worked."),
            mail: MailWords(
                da: "Det, der kom ud af en idé, du står bag, er afsluttet.",
                en: "What came of an idea that you stand behind is closed."))
    }

    /// Nothing where nobody need hear of it.
    static func of(_ decision: IdeaDecision, on what: String) -> IdeaTelling? {
        switch decision {
        case .parking: parked(what)
        case .declining: declined(what)
        case .reopening: nil
        }
    }
}
