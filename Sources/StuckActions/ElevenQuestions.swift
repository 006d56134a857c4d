import Kernel

/// What a group asks itself when an action has come to a standstill, in our own words.
///
/// After the checklist »11 gode spørgsmål, hvis I går i stå« in the booklet on keeping working environment work ahead (På
/// forkant, chapter 1) by the working environment sectors of welfare and public administration (BFA), which builds on
/// research at the National Research Centre for the Working Environment (NFA).
enum ElevenQuestions {
    struct Question: Sendable {
        let title: Words
        let detail: Words

        init(_ danish: String, _ english: String, detail danishDetail: String, _ englishDetail: String) {
            title = Words(da: danish, en: english)
            detail = Words(da: danishDetail, en: englishDetail)
        }
    }

    /// Numbered from one.
    static func question(_ number: Int) -> Question? { all.indices.contains(number - 1) ? all[number - 1] : nil }

    static let numbers = Array(1...all.count)

    private static let all = [
        Question(
            "Løser den noget, I mærker på en helt almindelig dag?",
            "Does it solve something that you notice on an ordinary day?",
            detail: "Den hjælper jer med det arbejde, I er her for.", "It helps you with the work you are here to do."),
        Question(
            "Handler den om noget, kollegerne går op i?", "Is it about something your colleagues care about?",
            detail: "De, eller dem I er til for, har brug for det nu.",
            "They, or those whom you are there for, need it now."),
        Question(
            "Har I opbakning fra dem, I har brug for?", "Do those whose help you need stand behind it?",
            detail: "Udvalg, tillidsfolk, fagfolk: alle, der kan hjælpe den på vej.",
            "Committees, representatives, professionals: all who can help it along."),
        Question(
            "Er jeres nærmeste leder med på den?", "Is your nearest leader behind it?",
            detail: "Lederen ved, hvad den går ud på, og gør selv noget for den.",
            "The leader knows what it is about, and does something for it."),
        Question(
            "Har alle, den berører, været med?", "Have all whom it affects had a part in it?",
            detail: "Hver faggruppe er blevet spurgt om målet og om vejen derhen.",
            "Every profession was asked about the aim and the way there."),
        Question(
            "Er der sat af til den?", "Has something been set aside for it?",
            detail: "Tid, penge eller hænder, og I ved, hvad det skal føre til.",
            "Time, money or hands, and you know what it is to lead to."),
        Question(
            "Er det klart, hvem der styrer den?", "Is it clear who steers it?",
            detail: "Hvem gør hvad, hvornår og hvorfor.", "Who does what, when and why."),
        Question(
            "Kan alle se, hvad de får ud af den?", "Can everybody see what they gain by it?",
            detail: "Den er enkel nok til, at man bare går i gang, og man ved, hvor der er hjælp.",
            "It is simple enough to just begin, and people know where there is help."),
        Question(
            "Er den nem at blive ved med?", "Is it easy to keep up?",
            detail: "Den kræver lidt af den enkelte, og nogen minder om den undervejs.",
            "It asks little of each one, and somebody reminds people of it on the way."),
        Question(
            "Bliver der fortalt godt om den?", "Is it told of well?",
            detail: "Folk ved, hvad de skal gøre, og har lyst til det.",
            "People know what they are to do, and feel like doing it."),
        Question(
            "Gør den noget for fællesskabet?", "Does it do something for the community?",
            detail: "Mange er med, og I går efter det samme.", "Many take part, and you go for the same thing."),
    ]
}
