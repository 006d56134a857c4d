import Access
import Kernel
import Organisation

/// What the law, or somebody who tells of it, wants of a new member and of the employer for him or her.
struct HandoverDuty: Sendable {
    enum Status: Sendable {
        /// Read in the law or in a text by the authority.
        case read
        /// Told by others, or read in part only.
        case told
    }

    let words: Words
    let source: Words
    let status: Status
    /// The last day; nothing where it goes on.
    let day: Day?

    /// For those who take part in the safety organisation as leader or elected representative. From the first day of
    /// the mandate.
    static func of(_ mandate: Mandate, _ kind: BodyKind?) -> [HandoverDuty] {
        var duties: [HandoverDuty] = []
        let isMember = [.leader, .representative].contains(mandate.role) && kind != .network && kind != .workingGroup
        if isMember {
            duties.append(course(from: mandate.starts))
            duties.append(supplement(from: mandate.starts))
            duties.append(yearly(from: mandate.starts))
        }
        if mandate.role == .representative {
            if let ends = mandate.ends { duties.append(term(to: ends)) }
            duties.append(protection)
        }
        if [.coordinator, .chair, .secretary].contains(mandate.role) { duties.append(discussion) }
        return duties
    }

    private static func course(from day: Day) -> HandoverDuty {
        HandoverDuty(
            words: Words(
                da:
                    "Arbejdsmiljøuddannelsen på 3 dage (22 timer) skal være taget senest 3 måneder efter, at hvervet begyndte. Har du den fra før, gælder den stadig.",
                en:
                    "The working environment course of 3 days (22 hours) must be taken within 3 months from the beginning of the mandate. If you took it before, it still counts."
            ),
            source: Words(
                da: "Arbejdsmiljøloven § 9, stk. 1, og Arbejdstilsynet, at.dk",
                en: "Working Environment Act § 9 (1); Working Environment Authority, at.dk"),
            status: .read, day: day.adding(months: 3))
    }

    private static func supplement(from day: Day) -> HandoverDuty {
        HandoverDuty(
            words: Words(
                da:
                    "Arbejdsgiveren skal tilbyde 2 dages supplerende uddannelse i det første år. Den skal kunne begynde senest 9 måneder efter den første uddannelse.",
                en:
                    "The employer must offer 2 days of further training in the first year. It must be able to begin within 9 months of the first course."
            ),
            source: Words(
                da: "Arbejdstilsynet, at.dk; kursusudbydere",
                en: "Working Environment Authority, at.dk; course providers"),
            status: .told, day: day.adding(months: 12))
    }

    private static func yearly(from day: Day) -> HandoverDuty {
        HandoverDuty(
            words: Words(
                da: "Derefter skal arbejdsgiveren tilbyde 1,5 dag om året. Bruges dagene ikke, bortfalder de.",
                en: "After that the employer must offer 1.5 days a year. Days that are not used lapse."),
            source: Words(
                da: "Arbejdstilsynet, at.dk; kursusudbydere",
                en: "Working Environment Authority, at.dk; course providers"),
            status: .told, day: nil)
    }

    private static func term(to day: Day) -> HandoverDuty {
        HandoverDuty(
            words: Words(
                da: "Valgperioden slutter. Et nyt valg skal være holdt inden da.",
                en: "The term ends. A new election must be held before."),
            source: Words(
                da: "Arbejdstilsynets svar om valg, at.dk", en: "The Working Environment Authority on elections, at.dk"),
            status: .read, day: day)
    }

    private static let protection = HandoverDuty(
        words: Words(
            da:
                "Du er beskyttet mod afskedigelse som en tillidsrepræsentant i dit fag. Arbejdsgiveren betaler udgifter og tabt løn ved hvervet.",
            en:
                "You are protected against dismissal like a union representative of your trade. The employer pays expenses and lost wages."
        ),
        source: Words(da: "Arbejdsmiljøloven § 10", en: "Working Environment Act § 10"), status: .read, day: nil)

    private static let discussion = HandoverDuty(
        words: Words(
            da:
                "Hvert år skal I holde den årlige arbejdsmiljødrøftelse og kunne vise skriftligt, at den er holdt. Der må højst gå 12 måneder.",
            en:
                "Every year the annual working environment discussion must be held, and shown in writing to have been. At most 12 months may pass."
        ),
        source: Words(da: "Bek. 65 af 22. januar 2024 § 4", en: "Executive Order 65 of 22 January 2024, § 4"),
        status: .read, day: nil)
}
