import Kernel
import Notices
import Storage

extension RetainedKind {
    /// What people were told on Today: the ground's own, and so published here.
    public static let notices = RetainedKind(
        "notices", Words(da: "Beskeder til den enkelte", en: "Notices to people"),
        what: Words(
            da: "De sætninger på I dag, der fortæller, at noget er sket.",
            en: "The sentences on Today that say that something happened."),
        remains: Words(da: "Det, de handlede om, og journalen.", en: "What they were about, and the journal."),
        since: Words(da: "den dag, beskeden kom", en: "the day on which the notice came"),
        basis: Basis(
            Words(
                da:
                    "Ingen lov siger et tal. Oplysninger gemmes, så længe de er nødvendige, og en besked er læst længe før.",
                en:
                    "No law gives a number. Data are kept for as long as they are needed, and a notice is read long before."
            ),
            source: "GDPR art. 5(1)(e)", .practice),
        choice: TermChoice(3...36, .months, usual: 12),
        looking: Looking(
            count: { latest, _, most, reader in try NoticeStore(reader).count(through: latest, most: most) },
            oldest: { reader in try NoticeStore(reader).oldest() },
            tables: { latest, _, most, reader in
                let years = try NoticeStore(reader).countByYear(through: latest, most: most)
                return [
                    DueTable(
                        Words(da: "Kom i", en: "Came in"),
                        years.map { (name: Words(da: $0.year, en: $0.year), count: $0.count) })
                ]
            })
    ) { latest, most, erasing in
        Erased(told: try Notice.erase(through: latest, most: most, erasing.writer))
    }
}
