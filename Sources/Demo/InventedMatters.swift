import ActionPlan
import Kernel
import Reports

/// What people at an invented university notice and agree upon. Danish, as most of them write.
struct InventedMatter {
    let theme: String
    let what: String
    let why: String
    let how: String
    let kind: HazardKind

    static let themes = [
        "Kemi og orden", "Støj og lys", "Forebyggelse af stress", "Ny i gruppen", "Flytning og byggeri",
        "Løft og skærm",
    ]

    static let all = [
        InventedMatter(
            theme: "Kemi og orden", what: "Spildbakker i alle stinkskabe",
            why: "To gange er et opløsningsmiddel løbet ud.",
            how: "Laboranten køber ind, og hver gruppe sætter dem op selv.", kind: .chemical),
        InventedMatter(
            theme: "Kemi og orden", what: "Nye etiketter på fælles flasker", why: "Halvdelen kan ikke læses.",
            how: "Print på den nye maskine hver fredag i en måned.", kind: .chemical),
        InventedMatter(
            theme: "Kemi og orden", what: "Ryd det fælles kemikalielager", why: "Ingen ved, hvem der ejer hvad.",
            how: "En formiddag med alle grupper. Det, ingen vil eje, sendes til bortskaffelse.", kind: .chemical),
        InventedMatter(
            theme: "Kemi og orden", what: "Nødbruseren i kælderen efterses", why: "Gulvet er glat, når den drypper.",
            how: "Driften skifter ventilen og lægger en måtte.", kind: .accident),
        InventedMatter(
            theme: "Støj og lys", what: "Telefonboks til åbent kontor", why: "Samtaler forstyrrer tolv kolleger.",
            how: "Prøv en boks i tre måneder, og spørg bagefter.", kind: .physical),
        InventedMatter(
            theme: "Støj og lys", what: "Lys ved arbejdsbordene", why: "Skygge midt på bordet giver trætte øjne.",
            how: "Måling først, så nye lamper på de fire værste pladser.", kind: .physical),
        InventedMatter(
            theme: "Støj og lys", what: "Akustik i fællesrummet", why: "Man kan ikke høre hinanden til frokost.",
            how: "Plader i loftet. Vi tæller klager før og efter.", kind: .physical),
        InventedMatter(
            theme: "Forebyggelse af stress", what: "Aftal, hvad der ikke haster",
            why: "Alt føles lige vigtigt op til eksamen.",
            how: "Et fast punkt på teammødet: hvad lader vi ligge i denne uge?", kind: .psychological),
        InventedMatter(
            theme: "Forebyggelse af stress", what: "Stille time før frokost",
            why: "Mange afbrydelser, især i administrationen.",
            how: "Klokken 10 til 11 uden møder og opkald. Prøves i seks uger.", kind: .psychological),
        InventedMatter(
            theme: "Forebyggelse af stress", what: "Makkerordning for nye ph.d.er",
            why: "De sidder alene med svære valg.",
            how: "Hver ny får en makker fra en anden gruppe i det første halve år.", kind: .psychological),
        InventedMatter(
            theme: "Ny i gruppen", what: "Rundvisning med nødudgange til nye",
            why: "Tre nye kendte ikke samlingsstedet.",
            how: "Arbejdsmiljørepræsentanten går turen den første fredag i måneden.", kind: .organisational),
        InventedMatter(
            theme: "Ny i gruppen", what: "Instruktion i centrifugen skrives ned",
            why: "Den gives forskelligt fra gang til gang.",
            how: "En side med billeder, på dansk og engelsk, hængt op ved maskinen.", kind: .accident),
        InventedMatter(
            theme: "Flytning og byggeri", what: "Flytteplan med arbejdsmiljøpunkter",
            why: "Sidste flytning glemte udluftningen.",
            how: "Gruppen går planen igennem med bygherren, før den låses.", kind: .organisational),
        InventedMatter(
            theme: "Flytning og byggeri", what: "Skilte ved byggepladsens indgang",
            why: "Cykler og lastbiler mødes i porten.",
            how: "Skilte, spejl og en fast tid for levering.", kind: .accident),
        InventedMatter(
            theme: "Løft og skærm", what: "Løftebord til prøvekasserne",
            why: "Kasserne vejer 18 kilo og løftes fra gulvet.",
            how: "Lån et bord fra værkstedet i to uger, køb hvis det virker.", kind: .ergonomic),
        InventedMatter(
            theme: "Løft og skærm", what: "Skærmpladser justeres af en fysioterapeut", why: "Mange har ondt i nakken.",
            how: "Ti minutter ved hver plads over to dage.", kind: .ergonomic),
        InventedMatter(
            theme: "Løft og skærm", what: "Vogn til gasflasker", why: "De rulles på kanten ned ad rampen.",
            how: "Køb en vogn med rem, og vis hvordan den bruges.", kind: .accident),
        InventedMatter(
            theme: "Kemi og orden", what: "Ventilation i vaskerummet",
            why: "Det lugter af opløsningsmiddel om eftermiddagen.",
            how: "Bestil en måling, og luk rummet, hvis tallene er for høje.", kind: .chemical),
    ]

    /// What people report: what kind it is, what they saw, and where.
    static let seen: [(kind: ReportKind, what: String, place: String)] = [
        (.nearMiss, "Vand på gulvet ved nødbruseren, jeg var ved at falde", "Bygning 4, laboratorium 2"),
        (.accident, "En studerende stak sig på en kanyle i affaldet", "Bygning 4, vaskerum"),
        (.nearMiss, "Lyset på trappen har været slukket i en uge", "Bygning 1, trappe B"),
        (.nearMiss, "Døren til stinkskabet går ikke helt i", "Bygning 4, laboratorium 5"),
        (.nearMiss, "Der står kasser foran nødudgangen", "Bygning 2, kælderen"),
        (.nearMiss, "En gasflaske var ikke spændt fast", "Værkstedet"),
        (.violence, "Jeg blev råbt ad af en vred bruger ved skranken", "Biblioteket"),
        (.strain, "Der er så meget støj, at jeg går hjem for at arbejde", "Storrum, 3. sal"),
        (.good, "De nye handsker gør, at ingen får pletter mere", "Laboratorium 1"),
        (.nearMiss, "Reolen vipper, når man tager den øverste kasse", "Lageret"),
        (.accident, "Skarp kant på det nye bord, to har rifter", "Mødelokale 12"),
        (.nearMiss, "Cykel og varevogn stødte næsten sammen i porten", "Nordporten"),
        (.strain, "Vi når ikke at holde pause i eksamensugerne", "Sekretariatet"),
    ]
}
