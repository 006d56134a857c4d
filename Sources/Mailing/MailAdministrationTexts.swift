import Kernel

/// What the administrator's page about mails says.
struct MailAdministrationTexts {
    let language: Language

    var administration: String { language.pick(da: "Brugere", en: "Users") }
    var title: String { language.pick(da: "Mails", en: "Mails") }
    var how: String {
        language.pick(
            da: "Mails ligger i en kø, til mailserveren har taget imod dem. Ingen går tabt, og ingen sendes to gange.",
            en: "Mails lie in a queue until the mail server has taken them. None is lost, and none is sent twice.")
    }
    var noServer: String { language.pick(da: "Der sendes ingen mails", en: "No mails are sent") }
    var noServerHow: String {
        language.pick(
            da:
                "Den, der driver serveren, kan slå det til med FORKANT_MAIL og FORKANT_MAIL_FROM. Det står i vejledningen til drift.",
            en: "Whoever runs the server can turn it on by FORKANT_MAIL and FORKANT_MAIL_FROM. Operations says how.")
    }
    var settings: String { language.pick(da: "Mailserver", en: "Mail server") }
    var server: String { language.pick(da: "Adresse", en: "Address") }
    var from: String { language.pick(da: "Afsender", en: "Sender") }
    var signsIn: String { language.pick(da: "Logger ind som", en: "Signs in as") }
    var doesNot: String { language.pick(da: "logger ikke ind", en: "does not sign in") }
    var test: String { language.pick(da: "Send mig en prøvemail", en: "Send me a test mail") }
    func testQueued(_ address: String) -> String {
        language.pick(
            da: "En prøvemail til \(address) ligger i køen. Den går ud om et øjeblik.",
            en: "A test mail to \(address) is in the queue. It goes out in a moment.")
    }
    var noAddress: Words {
        Words(
            da: "Du har ingen e-mailadresse, som en prøvemail kan sendes til. Ret den under din person.",
            en: "You have no e-mail address that a test mail can be sent to. Mend it with your person.")
    }
    static let isOff = Words(
        da: "Der sendes ingen mails her. Den, der driver serveren, kan slå det til.",
        en: "No mails are sent here. Whoever runs the server can turn it on.")

    var queue: String { language.pick(da: "Køen", en: "The queue") }
    var waiting: String { language.pick(da: "venter", en: "wait") }
    var sent: String { language.pick(da: "sendt det sidste døgn", en: "sent in the last 24 hours") }
    var dead: String { language.pick(da: "opgivet", en: "given up") }
    var next: String { language.pick(da: "Venter", en: "Waiting") }
    var nextTry: String { language.pick(da: "Næste forsøg", en: "Next attempt") }
    var person: String { language.pick(da: "Til", en: "To") }
    var attempts: String { language.pick(da: "Forsøg", en: "Attempts") }
    var problem: String { language.pick(da: "Mailserveren sagde", en: "The mail server said") }
    var givenUp: String { language.pick(da: "Opgivet", en: "Given up") }
    var nothingGivenUp: String { language.pick(da: "Ingen mails er opgivet.", en: "No mails were given up.") }
    var givenUpHow: String {
        language.pick(
            da: "Ret adressen hos personen, eller vent, til mailserveren er rask. Prøv så igen. Beskeden er den samme.",
            en:
                "Mend the address with the person, or wait until the mail server is well. Then try again. It is the same message."
        )
    }
    var when: String { language.pick(da: "Hvornår", en: "When") }
    var again: String { language.pick(da: "Prøv igen", en: "Try again") }
    var allAgain: String { language.pick(da: "Prøv alle igen", en: "Try all again") }
    func queuedAgain(_ count: Int) -> String {
        guard count != 1 else {
            return language.pick(da: "Mailen er i køen igen.", en: "The mail is in the queue again.")
        }
        return language.pick(da: "\(count) mails er i køen igen.", en: "\(count) mails are in the queue again.")
    }
}
