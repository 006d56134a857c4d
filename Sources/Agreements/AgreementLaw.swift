import Design
import Kernel

/// What is known of the law on joint committees: executive order 65/2024 § 25, as of November 2026.
enum AgreementLaw {
    private static let order = Words(
        da: "Bekendtgørelse 65/2024 § 25, elov.dk", en: "Executive order 65/2024 § 25, elov.dk")

    static let rules = [
        SourcedRule(
            Words(
                da:
                    "Der skal både være en organisationsaftale og en skriftlig virksomhedsaftale mellem arbejdsgiveren, arbejdslederne og de øvrige ansatte.",
                en:
                    "It takes both an organisation agreement and a written company agreement between the employer, the supervisors and the other employees."
            ), source: order, isRead: true),
        SourcedRule(
            Words(
                da:
                    "Aftalen kan kun ændre, hvordan arbejdsmiljøet er organiseret (§§ 19–24) og den årlige drøftelse (§ 4). Den skal styrke og effektivisere samarbejdet.",
                en:
                    "The agreement may only change how the work is organised (§§ 19–24) and the annual discussion (§ 4). It must make the cooperation stronger and more effective."
            ), source: order, isRead: true),
        SourcedRule(
            Words(
                da:
                    "Fem punkter skal stå i den: aktiviteter og metoder, gennemførelse og opfølgning, opgaver og deltagelse, ændring og opsigelse, en plan over organisationen.",
                en:
                    "Five points must stand in it: activities and methods, how it is carried out and followed up, tasks and taking part, how it is changed and ended, a plan of the organisation."
            ), source: order, isRead: true),
        SourcedRule(
            Words(
                da:
                    "Pligter, opgaver og rettigheder er uændrede. Arbejdsgiveren skal kunne vise aftalen frem, og alle ansatte skal kunne læse den.",
                en:
                    "Duties, tasks and rights are unchanged. The employer must be able to show the agreement, and all employees must be able to read it."
            ), source: order, isRead: true),
        SourcedRule(
            Words(
                da: "Det psykiske arbejdsmiljø må ikke varetages af samarbejdsudvalget alene.",
                en: "The psychosocial working environment may not be looked after by the cooperation committee alone."),
            source: Words(
                da: "Arbejdstilsynet ifølge et universitets referat",
                en: "The authority, as told in a university's minutes"
            ), isRead: false),
    ]
}
