import Kernel
import Retention

/// What the kinds of reports are called, and on which basis they are kept.
enum KeepingWords {
    static let reports = Words(da: "Meldinger", en: "Reports")
    static let reportsWhat = Words(
        da: "Nærved-hændelser, gener og andet, der er meldt, med fotos, samtale og undersøgelse. Arbejdsskader og "
            + "fortrolige meldinger har hver deres frist.",
        en:
            "Near misses, strains and others that were reported, with photos, conversation and investigation. Work injuries "
            + "and confidential reports have terms of their own.")
    static let reportsBasis = Basis(
        Words(
            da: "Ingen lov siger et tal. Oplysninger gemmes, så længe de er nødvendige (databeskyttelsesforordningen "
                + "artikel 5, stk. 1, litra e). Offentlige arbejdsgivere sletter sager fem år efter, at de er lukket.",
            en: "No law gives a number. Data are kept for as long as they are needed (GDPR article 5(1)(e)). Public "
                + "employers erase cases five years after they were closed."),
        source: "GDPR art. 5(1)(e); KLE P1825D", .practice)

    static let confidential = Words(da: "Fortrolige meldinger", en: "Confidential reports")
    static let confidentialWhat = Words(
        da: "Krænkelser og psykisk arbejdsmiljø: ordene, samtalen, hvem der har behandlet og åbnet sagen.",
        en:
            "Offensive behaviour and the psychological working environment: words, conversation, who handled and opened the "
            + "case.")
    static let confidentialBasis = Basis(
        Words(
            da:
                "Ingen lov siger et tal. Oplysninger om helbred og krænkelser er følsomme (databeskyttelsesforordningen "
                + "artikel 9) og gemmes kortere end andre. De, der behandler en sag, kan gemme den længere med en grund.",
            en: "No law gives a number. Data on health and offences are sensitive (GDPR article 9) and are kept for a "
                + "shorter time than others. Those who handle a case can keep it longer, for a reason."),
        source: "GDPR art. 5(1)(e), art. 9", .practice)

    static let since = Words(
        da: "den dag, meldingen sidst blev lukket", en: "the day on which the report was last closed")
    static let remains = Words(
        da:
            "Tallene i statistikken, uden navne og ord, og indsatserne på handleplanen, som ikke længere siger, hvor de kom "
            + "fra. Journalen siger, at der er slettet, aldrig hvad.",
        en:
            "The sums of the statistics, without names and words, and the actions on the plan, which no longer say where "
            + "they came from. The journal says that something was erased, never what.")
}
