import Access
import Kernel

/// Something that is good to have done within the first ninety days.
struct HandoverStep: Sendable {
    let name: String
    let words: Words
    /// Within so many days from the first.
    let within: Int
    /// Where it is done.
    let link: Place
    let roles: Set<Role>

    enum Place: Sendable {
        case none, plan, reports, course, time, seats, unit
    }

    static func of(_ role: Role) -> [HandoverStep] { all.filter { $0.roles.contains(role) } }

    private static let pair: Set<Role> = [.representative, .leader]
    private static let across: Set<Role> = [.coordinator, .chair, .secretary]
    private static let everybody = HandoverRules.roles

    private static let all = [
        HandoverStep(
            name: "partner",
            words: Words(
                da: "Mød din makker i gruppen, og aftal, hvor tit I ses.",
                en: "Meet your partner in the group, and agree how often you meet."),
            within: 7, link: .seats, roles: pair),
        HandoverStep(
            name: "people",
            words: Words(da: "Hils på dem, du skal arbejde sammen med.", en: "Say hello to those you will work with."),
            within: 14,
            link: .seats, roles: across.union([.unitLeader])),
        HandoverStep(
            name: "plan",
            words: Words(
                da: "Læs handleplanen, og spørg til det, du ikke forstår.",
                en: "Read the action plan, and ask about what you do not understand."),
            within: 14, link: .plan, roles: everybody),
        HandoverStep(
            name: "reports",
            words: Words(
                da: "Se, om der ligger meldinger, ingen har svaret på.",
                en: "See whether there are reports that nobody has answered."),
            within: 14, link: .reports, roles: pair.union(across)),
        HandoverStep(
            name: "known",
            words: Words(
                da: "Fortæl kollegerne, hvem du er, og hvordan de får fat i dig.",
                en: "Tell your colleagues who you are and how they get hold of you."),
            within: 14, link: .unit, roles: everybody),
        HandoverStep(
            name: "course",
            words: Words(
                da: "Bestil plads på arbejdsmiljøuddannelsen.", en: "Book a place on the working environment course."),
            within: 30,
            link: .course, roles: pair),
        HandoverStep(
            name: "time",
            words: Words(
                da: "Aftal med din leder, hvor mange timer du har til opgaven.",
                en: "Agree with your leader how many hours you have for the task."),
            within: 30, link: .time, roles: [.representative, .coordinator, .secretary]),
        HandoverStep(
            name: "walk",
            words: Words(
                da: "Gå en tur i området, og lyt til det, folk siger.",
                en: "Walk round the area, and listen to what people say."), within: 30,
            link: .unit, roles: pair),
        HandoverStep(
            name: "vacant",
            words: Words(
                da: "Se, om der er ledige pladser, og få dem besat.",
                en: "See whether seats are vacant, and have them filled."), within: 60,
            link: .seats, roles: across),
        HandoverStep(
            name: "first",
            words: Words(
                da: "Få én ting i mål, så andre kan se, at det nytter.",
                en: "Bring one thing to its goal, so that others see it helps."), within: 90,
            link: .plan, roles: everybody),
    ]
}
