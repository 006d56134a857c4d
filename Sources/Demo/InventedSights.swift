import Reports

/// What people at an invented university report: what kind it is, what they saw and where, and what they heard back.
struct InventedSight {
    let kind: ReportKind
    let what: String
    let place: String
    let outcome: String

    private init(_ kind: ReportKind, _ what: String, at place: String, _ outcome: String) {
        self.kind = kind
        self.what = what
        self.place = place
        self.outcome = outcome
    }

    static let all = [
        InventedSight(
            .nearMiss, "Vand på gulvet ved nødbruseren, jeg var ved at falde", at: "Bygning 4, laboratorium 2",
            "Ventilen er skiftet, og der ligger en rist. Tak, fordi du sagde det."),
        InventedSight(
            .accident, "En studerende stak sig på en kanyle i affaldet", at: "Bygning 4, vaskerum",
            "Den tilskadekomne er undersøgt. Der hænger nu gule bokse i alle rum med prøver."),
        InventedSight(
            .nearMiss, "Lyset på trappen har været slukket i en uge", at: "Bygning 1, trappe B",
            "Pæren er skiftet, og sensoren er stillet om."),
        InventedSight(
            .nearMiss, "Døren til stinkskabet går ikke helt i", at: "Bygning 4, laboratorium 5",
            "Skabet var lukket for brug i to dage. Hængslet er skiftet."),
        InventedSight(
            .nearMiss, "Der står kasser foran nødudgangen", at: "Bygning 2, kælderen",
            "Kasserne er væk. Leverandøren har fået et andet sted at stille dem."),
        InventedSight(
            .nearMiss, "En gasflaske var ikke spændt fast", at: "Værkstedet",
            "Spændt fast samme dag. Der er købt flere kæder."),
        InventedSight(
            .violence, "Jeg blev råbt ad af en vred bruger ved skranken", at: "Biblioteket",
            "Vi har talt sammen, og I er nu altid to ved skranken efter klokken 15."),
        InventedSight(
            .strain, "Der er så meget støj, at jeg går hjem for at arbejde", at: "Storrum, 3. sal",
            "Der står en telefonboks på prøve til jul."),
        InventedSight(
            .good, "De nye handsker gør, at ingen får pletter mere", at: "Laboratorium 1",
            "Fortalt videre til de andre grupper. To har bestilt de samme."),
        InventedSight(
            .nearMiss, "Reolen vipper, når man tager den øverste kasse", at: "Lageret", "Skruet fast i væggen."),
        InventedSight(
            .accident, "Skarp kant på det nye bord, to har rifter", at: "Mødelokale 12",
            "Leverandøren har sat lister på alle tolv borde."),
        InventedSight(
            .nearMiss, "Cykel og varevogn stødte næsten sammen i porten", at: "Nordporten",
            "Der hænger et spejl, og varer kommer før klokken 8."),
        InventedSight(
            .strain, "Vi når ikke at holde pause i eksamensugerne", at: "Sekretariatet",
            "Frokost klokken 12 uden undtagelse. Sig til igen, hvis det skrider."),
        InventedSight(
            .nearMiss, "Sprit på gulvet, og nogen svejsede ved siden af", at: "Værkstedet",
            "Arbejdet blev stoppet. Nu spørges der, før der svejses."),
        InventedSight(
            .accident, "Faldt over en ledning og slog knæet", at: "Auditorium 3", "Ledningen er ført under gulvet."),
        InventedSight(
            .strain, "Det er umuligt at få kontakt med nogen, når systemet er nede", at: "Studievejledningen",
            "Der er et nummer på døren, og det bliver taget."),
        InventedSight(
            .good, "Ny kollega sagde stop, da skabet suste. Det var helt rigtigt", at: "Laboratorium 7",
            "Nævnt på fællesmødet. Klap herfra."),
        InventedSight(
            .nearMiss, "Isglat rampe, ingen har strøet", at: "Varegården", "Driften strør nu klokken 6 og ikke 8."),
        InventedSight(
            .nearMiss, "Alarmen lød, og ingen gik ud", at: "Bygning 3, 2. sal",
            "Vi holdt en øvelse i maj. Samlingsstedet er malet på asfalten."),
        InventedSight(
            .violence, "En studerende truede mig på mail efter en dumpet eksamen", at: "På mail",
            "Sagen er taget videre, og du har en fast kontakt. Skriv endelig mere her."),
        InventedSight(
            .strain, "27 grader i mødelokalet hele ugen", at: "Mødelokale 4", "Der er sat nye termostater op."),
        InventedSight(
            .accident, "Fik syre på hånden, handsken havde hul", at: "Laboratorium 2",
            "Skyllet i tyve minutter, ingen varige mén. Det parti handsker er kasseret."),
        InventedSight(
            .nearMiss, "Tung dør smækker, en gæst fik næsten fingrene i", at: "Hovedindgangen",
            "Dørpumpen er stillet. Meld den igen, hvis den smækker."),
        InventedSight(
            .good, "Aftalen om mails efter klokken 17 virker. Jeg sover", at: "Institutkontoret",
            "Dejligt. Det er skrevet ind i de nyes tjekliste."),
        InventedSight(
            .nearMiss, "Stol knækkede midt i undervisningen", at: "Undervisningslokale 8",
            "Alle stole af den slags er taget ud."),
        InventedSight(
            .strain, "Rygtet siger, vi skal flytte. Ingen siger noget", at: "2. sal",
            "Lederen fortæller, hvad der er besluttet, hver anden tirsdag."),
    ]
}
