import Notices

/// What mails say of an election. Which one it is, who stands and who is asked stands in Forkant only.
enum ElectionMails {
    static let called = MailWords(
        da: "Der er udskrevet et valg. Du kan stille op eller foreslå en kollega.",
        en: "An election is called. You can stand, or propose a colleague.")
    static let nominationsOpen = MailWords(
        da: "Nu kan du stille op eller foreslå en kollega ved et valg.",
        en: "You can stand now, or propose a colleague, in an election.")
    static let votingOpens = MailWords(da: "Nu kan du stemme ved et valg.", en: "You can vote now in an election.")
    static let decided = MailWords(da: "Et valg er afgjort.", en: "An election is decided.")
    static let unfilled = MailWords(da: "Ingen stillede op ved et valg.", en: "Nobody stood in an election.")
    static let redated = MailWords(da: "Et valg har fået nye datoer.", en: "An election has new dates.")
    static let cancelled = MailWords(da: "Et valg er aflyst.", en: "An election is called off.")
}
