import Kernel

/// What the journal's words are called in a sentence. A word that is not known here is shown as it is stored.
struct JournalTexts {
    let language: Language

    func kind(_ kind: String) -> String { Self.kinds[kind]?.in(language) ?? kind }
    func verb(_ verb: String) -> String { Self.verbs[verb]?.in(language) ?? verb }

    private static let kinds = [
        "organisation": Words(da: "Organisation", en: "Organisation"), "unit": Words(da: "Enhed", en: "Unit"),
        "person": Words(da: "Person", en: "Person"), "body": Words(da: "Gruppe eller udvalg", en: "Group or committee"),
        "mandate": Words(da: "Hverv", en: "Mandate"),
        "import": Words(da: "Indlæsning", en: "Import"), "action": Words(da: "Indsats", en: "Action"),
        "election": Words(da: "Valg", en: "Election"),
        "agreement": Words(da: "Aftale om fælles udvalg", en: "Agreement on a joint committee"),
        "procedure": Words(da: "Forretningsorden", en: "Rules of procedure"),
        "proximity": Words(da: "Nærhed til arbejdet", en: "Proximity to the work"),
        "mail": Words(da: "Mail", en: "Mail"),
        "plan": Words(da: "Handleplan", en: "Action plan"), "theme": Words(da: "Tema", en: "Theme"), "report": Words(da: "Melding", en: "Report"),
    ]

    private static let verbs = [
        "founded": Words(da: "oprettet", en: "founded"), "added": Words(da: "tilføjet", en: "added"),
        "created": Words(da: "oprettet", en: "created"), "changed": Words(da: "ændret", en: "changed"),
        "history_written": Words(da: "historie skrevet", en: "history written"),
        "applied": Words(da: "gennemført", en: "applied"), "seated": Words(da: "plads givet", en: "seat given"),
        "merged": Words(da: "lagt sammen", en: "merged"), "split": Words(da: "delt", en: "split"),
        "handed_over": Words(da: "skrevet til den næste", en: "written to the next"),
        "recalled": Words(da: "plan kaldt tilbage", en: "plan called back"),
        "left": Words(da: "sidste dag sat", en: "last day set"),
        "joined": Words(da: "blev del af fælles udvalg", en: "became a part of a joint committee"),
        "parted": Words(da: "blev til to igen", en: "became two again"),
        "reseated": Words(da: "hverv ændret", en: "mandate changed"),
        "counted": Words(da: "antal og timer skrevet", en: "head count and hours written"),
        "calendar_linked": Words(da: "kalenderlink lavet", en: "calendar link made"),
        "calendar_unlinked": Words(da: "kalenderlink trukket tilbage", en: "calendar link withdrawn"),
        "chose_mail": Words(da: "mails valgt", en: "mails chosen"),
        "mailed_again": Words(da: "i køen igen", en: "queued again"),
        "duty_answered": Words(da: "plads begrundet", en: "seat accounted for"),
        "double_role_accepted": Words(da: "dobbelt rolle accepteret", en: "double role accepted"),
        "double_role_withdrawn": Words(
            da: "accept af dobbelt rolle trukket tilbage", en: "acceptance of a double role withdrawn"),
        "unseated": Words(da: "hverv afsluttet", en: "mandate ended"),
        "invited": Words(da: "link lavet", en: "link made"),
        "chose_password": Words(da: "adgangskode valgt", en: "password chosen"),
        "signed_in": Words(da: "logget ind", en: "signed in"),
        "signed_out_everywhere": Words(da: "logget ud alle steder", en: "signed out everywhere"),
        "token_made": Words(da: "nøgle lavet", en: "token made"), "moved": Words(da: "flyttet", en: "moved"),
        "closed": Words(da: "afsluttet", en: "closed"), "reopened": Words(da: "genåbnet", en: "reopened"),
        "held": Words(da: "sat på hold", en: "put on hold"), "resumed": Words(da: "taget op igen", en: "resumed"),
        "commented": Words(da: "kommenteret", en: "commented"),
        "attached": Words(da: "fil vedhæftet", en: "file attached"),
        "renamed": Words(da: "omdøbt", en: "renamed"), "reported": Words(da: "meldt", en: "reported"),
        "seen": Words(da: "læst", en: "read"), "answered": Words(da: "besvaret", en: "answered"),
        "sorted": Words(da: "slags ændret", en: "kind changed"),
        "called": Words(da: "udskrevet", en: "called"), "stood": Words(da: "nogen stillede op", en: "somebody stood"),
        "presented": Words(da: "præsentation ændret", en: "presentation changed"),
        "proposed": Words(da: "nogen blev foreslået", en: "somebody was proposed"),
        "declined": Words(da: "nogen sagde nej", en: "somebody said no"),
        "withdrew": Words(da: "nogen trak sig", en: "somebody withdrew"),
        "registered": Words(da: "sat på valglisten", en: "put on the register"),
        "struck": Words(da: "taget af valglisten", en: "struck from the register"),
        "opened": Words(da: "afstemning åbnet", en: "voting opened"),
        "decided": Words(da: "afgjort", en: "decided"),
        "uncontested": Words(da: "valgt uden afstemning", en: "elected without a ballot"),
        "unfilled": Words(da: "ingen stillede op", en: "nobody stood"),
        "redated": Words(da: "datoer ændret", en: "dates changed"),
        "cancelled": Words(da: "aflyst", en: "called off"),
        "concluded": Words(da: "gennemført", en: "carried out"), "ended": Words(da: "ophørt", en: "ended"),
        "discarded": Words(da: "kladde kasseret", en: "draft discarded"),
        "detached": Words(da: "fil fjernet", en: "file removed"),
        "reviewed": Words(da: "set på igen", en: "looked at again"), "adopted": Words(da: "vedtaget", en: "adopted"),
        "written": Words(da: "skrevet", en: "written"),
        "not_larger": Words(da: "ikke en større ændring", en: "not a larger change"),
        "judged": Words(da: "virkning vurderet", en: "effect judged"), "rated": Words(da: "vurderet", en: "rated"),
        "shared": Words(da: "delt med andre grupper", en: "shared with other groups"),
        "unshared": Words(da: "trukket tilbage fra andre grupper", en: "withdrawn from other groups"),
        "asked_leader": Words(da: "leder spurgt", en: "leader asked"),
        "leader_answered": Words(da: "leder har svaret", en: "leader answered"),
        "request_withdrawn": Words(da: "spørgsmål trukket tilbage", en: "question withdrawn"),
        "acted": Words(da: "blev til en indsats", en: "became an action"),
    ]
}
