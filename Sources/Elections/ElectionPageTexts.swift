import Kernel
import Organisation

/// What is said on the election's page.
extension ElectionTexts {
    var nominations: String { language.pick(da: "Opstilling", en: "Nominations") }
    var voting: String { language.pick(da: "Afstemning", en: "Voting") }
    var result: String { language.pick(da: "Resultat", en: "Result") }
    var term: String { language.pick(da: "Periode", en: "Term") }
    var turnout: String { language.pick(da: "har stemt", en: "have voted") }
    var entitled: String { language.pick(da: "kan stemme", en: "can vote") }
    func range(_ days: ClosedRange<Day>, today: Day) -> String {
        let (first, last) = (
            days.lowerBound.short(in: language, today: today), days.upperBound.short(in: language, today: today)
        )
        return first == last ? first : "\(first) – \(last)"
    }
    var facts: String { language.pick(da: "Om valget", en: "About the election") }
    var calledBy: String { language.pick(da: "Udskrevet af", en: "Called by") }
    var candidates: String { language.pick(da: "Kandidater", en: "Candidates") }
    var noCandidates: String { language.pick(da: "Ingen stiller op endnu.", en: "Nobody stands yet.") }
    var candidatesLater: String {
        language.pick(
            da: "Kandidaterne vises, når opstillingen er slut.",
            en: "The candidates are shown when nominations are over.")
    }
    var noPresentation: String {
        language.pick(da: "Har ikke skrevet noget om sig selv.", en: "Has not written anything.")
    }
    var stand: String { language.pick(da: "Stil op", en: "Stand") }
    var standHow: String {
        language.pick(
            da: "Skriv kort, hvem du er, og hvad du vil. Alle, der kan stemme, kan læse det.",
            en: "Write briefly who you are and what you want. All who can vote can read it.")
    }
    var presentation: String { language.pick(da: "Om dig", en: "About you") }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var youStand: String { language.pick(da: "Du stiller op", en: "You stand") }
    var withdraw: String { language.pick(da: "Stil ikke op alligevel", en: "Do not stand after all") }
    var youAreAsked: String { language.pick(da: "Du er foreslået", en: "You have been proposed") }
    var youAreAskedHow: String {
        language.pick(
            da:
                "En kollega har foreslået dig. Du stiller kun op, hvis du siger ja. Ingen får at vide, hvis du siger nej.",
            en: "A colleague proposed you. You only stand if you say yes. Nobody is told if you say no.")
    }
    var yes: String { language.pick(da: "Ja, jeg stiller op", en: "Yes, I stand") }
    var no: String { language.pick(da: "Nej tak", en: "No, thank you") }
    var propose: String { language.pick(da: "Foreslå en kollega", en: "Propose a colleague") }
    var proposeHow: String {
        language.pick(
            da: "Din kollega bliver spurgt og får ikke at vide, hvem der spurgte.",
            en: "Your colleague is asked, and not told who proposed.")
    }
    var colleague: String { language.pick(da: "Kollega", en: "Colleague") }
    var colleagueHint: String { language.pick(da: "Hele navnet eller e-mailen.", en: "The whole name, or the e-mail.") }
    var register: String { language.pick(da: "Valgliste", en: "Register") }
    var callOff: String { language.pick(da: "Aflys valget", en: "Call the election off") }
    var callOffHow: String {
        language.pick(
            da: "Stemmer, der er afgivet, ødelægges ulæst. Alle får besked. Det kan ikke fortrydes.",
            en: "Ballots that were cast are destroyed unread. Everyone is told. It cannot be undone.")
    }
    var protocolName: String { language.pick(da: "Protokol", en: "Protocol") }
    var notOnRegister: String {
        language.pick(
            da: "Du deltager ikke i dette valg. Derfor ser du kun, hvor langt det er.",
            en: "You take no part in this election. So you only see how far it is.")
    }
    var countingHow: String {
        language.pick(
            da:
                "Afstemningen er slut, og stemmerne tælles op. Står det her længe, er serverens nøgle en anden end den, urnen blev låst med, eller nogen har rørt ved urnen. Sig det til administratoren.",
            en:
                "The voting is over and the ballots are being counted. If this stays, the server's key is not the one that the box was locked with, or somebody tampered with the box. Tell the administrator."
        )
    }
    var waitingHow: String {
        language.pick(
            da: "Der er flere kandidater end pladser, så der skal stemmes.",
            en: "More people stand than there are seats, so there will be a vote.")
    }
    func uncontestedHow(elected: Int, seats: Int) -> String {
        let short = elected < seats
        return language.pick(
            da: "Der var ikke flere kandidater end pladser. Derfor er de valgt uden afstemning (fredsvalg)."
                + (short ? " \(seats - elected) plads er stadig ledig." : ""),
            en: "There were no more candidates than seats, so they are elected without a ballot."
                + (short ? " \(seats - elected) seat is still vacant." : ""))
    }
    var unfilledTitle: String { language.pick(da: "Hvad sker der nu?", en: "What happens now?") }
    var votes: String { language.pick(da: "Stemmer", en: "Votes") }
    var outcome: String { language.pick(da: "Udfald", en: "Outcome") }
    var name: String { language.pick(da: "Navn", en: "Name") }
    var blankBallots: String { language.pick(da: "Blanke stemmesedler", en: "Blank ballots") }
    var castBallots: String { language.pick(da: "Stemmesedler i alt", en: "Ballots in all") }
    func of(_ part: Int, _ whole: Int) -> String { language.pick(da: "\(part) af \(whole)", en: "\(part) of \(whole)") }
}
