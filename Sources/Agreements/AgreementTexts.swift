import Kernel
import Organisation

struct AgreementTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var agreements: String { say("Aftaler om fælles udvalg", "Agreements on joint committees") }
    var agreement: String { say("Aftale", "Agreement") }
    var about: String {
        say(
            "Et arbejdsmiljøudvalg og et samarbejdsudvalg kan blive ét udvalg, når det styrker og forenkler arbejdet. Aftalerne kan læses af alle ansatte.",
            "A working environment committee and a cooperation committee can become one where that makes the work stronger and simpler. All employees can read the agreements."
        )
    }
    var none: String { say("Ingen aftaler endnu", "No agreements yet") }
    var noneHow: String {
        say(
            "Når to udvalg bliver til ét, står aftalen her, med dagen, hvor I ser på den igen.",
            "When two committees become one, the agreement stands here, with the day on which you look at it again.")
    }
    var begin: String { say("Forbered en aftale", "Prepare an agreement") }
    var templates: String { say("Skabeloner", "Templates") }
    var drafts: String { say("Kladder", "Drafts") }
    var name: String { say("Navn", "Name") }
    var from: String { say("Fra", "From") }
    var madeOf: String { say("Dannet af", "Made of") }
    var review: String { say("Ses på igen", "Looked at again") }
    var state: String { say("Stand", "State") }
    func name(_ state: Agreement.State) -> String {
        switch state {
        case .draft: say("kladde", "draft")
        case .concluded: say("gælder", "in force")
        case .ended: say("ophørt", "ended")
        }
    }
    func state(of agreement: Agreement, on day: Day) -> String {
        agreement.state == .concluded && agreement.day > day ? planned : name(agreement.state)
    }
    var planned: String { say("planlagt", "planned") }
    var overdue: String { say("overskredet", "overdue") }

    // The steps.
    func name(_ step: AgreementStep) -> String {
        switch step {
        case .basics: say("Udvalg og dag", "Committees and day")
        case .agreements: say("De to aftaler", "The two agreements")
        case .contents: say("Indhold", "Contents")
        case .effects: say("Fordele og ulemper", "Gains and drawbacks")
        case .preview: say("Se og gennemfør", "Look and carry out")
        }
    }
    func about(_ step: AgreementStep) -> String {
        switch step {
        case .basics:
            say(
                "Vælg de to udvalg og den første dag. Intet sker, før du gennemfører det til sidst.",
                "Choose the two committees and the first day. Nothing happens before you carry it out at the end.")
        case .agreements:
            say(
                "Der skal to aftaler til. Sæt kryds, når den er på plads, og skriv om den eller vedhæft den.",
                "It takes two agreements. Tick each when it is settled, and write about it or attach it.")
        case .contents:
            say(
                "Fem punkter skal stå i aftalen. Sæt kryds ved hvert, når teksten eller filen er på plads.",
                "Five points must stand in the agreement. Tick each when its text or file is settled.")
        case .effects:
            say(
                "Skriv ærligt. Det er det, I holder aftalen op imod, når I ser på den igen.",
                "Be honest. This is what you hold the agreement up to when you look at it again.")
        case .preview: say("Intet er ændret endnu.", "Nothing has been changed yet.")
        }
    }
    var committee: String { say("Arbejdsmiljøudvalg", "Working environment committee") }
    var cooperation: String { say("Samarbejdsudvalg", "Cooperation committee") }
    var noCandidates: String {
        say(
            "Her mangler et arbejdsmiljøudvalg eller et samarbejdsudvalg. Opret dem først.",
            "There is no working environment committee or no cooperation committee. Create them first.")
    }
    var day: String { say("Første dag", "First day") }
    var dayHint: String {
        say(
            "De to udvalg lukker dagen før. I dag, en dag, der kommer, eller en, der er gået.",
            "The two close the day before. Today, a day to come, or one that has passed.")
    }
    var nameDanish: String { say("Det fælles udvalgs navn", "The joint committee's name in Danish") }
    var nameEnglish: String { say("Navn på engelsk", "Name in English") }
    var reviewHint: String {
        say(
            "Dagen, hvor parterne ser på, om aftalen virker. Den skal vælges, før den gennemføres.",
            "The day on which the parties look at whether it works. It must be chosen before it is carried out.")
    }
    var settled: String { say("Det er på plads", "This is settled") }
    var text: String { say("Tekst", "Text") }
    var file: String { say("Vedhæft en fil", "Attach a file") }
    var removeFile: String { say("Fjern", "Remove") }
    var save: String { say("Gem", "Save") }
    var saveAndOn: String { say("Gem og fortsæt", "Save and go on") }
    var saved: String { say("Kladden er gemt.", "The draft is saved.") }
    var fileRemoved: String { say("Filen er fjernet.", "The file is removed.") }
    var discard: String { say("Kassér kladden", "Discard the draft") }
    var discarded: String { say("Kladden er kasseret.", "The draft is discarded.") }
    var draftAbout: String {
        say(
            "Kladden gemmes, så I kan komme tilbage. Er I to, der skriver, får I det at vide.",
            "The draft is kept, so that you can come back. Where two of you write, you are told.")
    }
    func lastEdited(_ name: String) -> String { say("Sidst gemt af \(name)", "Saved last by \(name)") }
    var missing: String { say("Mangler endnu", "Still missing") }
    var nothingMissing: String { say("Alt er på plads.", "Everything is settled.") }

    // The preview.
    func preview(_ name: String, _ one: String, _ other: String, _ day: Day) -> String {
        say(
            "Fra \(day.long(in: .danish)) bliver \(one) og \(other) til \(name).",
            "From \(day.long(in: .english)) on, \(one) and \(other) become \(name).")
    }
    func closing(_ one: String, _ other: String, _ day: Day) -> String {
        say(
            "\(one) og \(other) lukker med \(day.long(in: .danish)) som sidste dag. Deres planer og referater bliver stående, og det fælles udvalg arbejder videre med dem.",
            "\(one) and \(other) close with \(day.long(in: .english)) as their last day. Their plans and papers stay, and the joint committee goes on with them."
        )
    }
    var members: String { say("Medlemmer", "Members") }
    var nobody: String { say("Ingen har plads i de to udvalg.", "Nobody has a seat in the two committees.") }
    var role: String { say("Rolle", "Role") }
    var until: String { say("Til", "Until") }
    var hours: String { say("Timer om ugen", "Hours a week") }
    var noEnd: String { say("uden slutdag", "no end set") }
    var demoted: String { say("var formand", "was chair") }
    var twoSeats: String { say("sad i begge", "sat in both") }
    var comesLater: String { say("fra", "from") }
    var chair: String { say("Formand for det fælles udvalg", "Chair of the joint committee") }
    var chairHint: String {
        say("Den anden sidder i udvalget som medlem.", "The other one sits in it as a member.")
    }
    var area: String { say("Ser efter", "Looks after") }
    var onlyOne: String { say("kun det ene i dag", "only one of them today") }
    var children: String { say("Hører under det", "Answer to it") }
    var noChildren: String { say("Ingen grupper hører under de to.", "No groups answer to the two.") }
    var elections: String { say("Valg", "Elections") }
    func termEnds(_ name: String, _ role: String, _ day: Day) -> String {
        say(
            "\(name) (\(role)) er valgt til \(day.long(in: .danish)). Perioden fortsætter i det fælles udvalg.",
            "\(name) (\(role)) is elected until \(day.long(in: .english)). The term goes on in the joint committee.")
    }
    var noRepresentative: String {
        say(
            "Ingen arbejdsmiljørepræsentant sidder i de to udvalg. Udskriv et valg, når det fælles udvalg er begyndt.",
            "No safety representative sits in the two. Call an election once the joint committee has begun.")
    }
    var noChair: String {
        say(
            "Ingen er formand. Arbejdsgiveren skal udpege en.", "Nobody chairs. The employer must appoint somebody.")
    }
    var noElections: String {
        say("Ingen hverv slutter. Alle perioder fortsætter.", "No mandate ends. All terms go on.")
    }
    var carryOut: String { say("Gennemfør", "Carry it out") }
    var carriedOut: String {
        say("Aftalen er gennemført og gælder fra dagen.", "The agreement is carried out and holds from its day.")
    }

    // Read.
    var madeBy: String { say("Gennemført af", "Carried out by") }
    var ended: String { say("Ophørt", "Ended") }
    var paper: String { say("Til papir", "For paper") }
    var back: String { say("Tilbage", "Back") }
    var notWritten: String { say("Ikke skrevet.", "Not written.") }
    var files: String { say("Filer", "Files") }
    var law: String { say("Hvad loven siger", "What the law says") }
    var readAgreement: String { say("Læs aftalen", "Read the agreement") }
    var jointBy: String {
        say("Dannet af to udvalg ved aftale.", "Made of two committees by agreement.")
    }
    func partOf(_ day: Day) -> String {
        say(
            "Bliver en del af et fælles udvalg \(day.long(in: .danish)).",
            "Becomes a part of a joint committee on \(day.long(in: .english)).")
    }
    var prepared: String { say("En aftale er under forberedelse", "An agreement is being prepared") }
    var signature: String { say("Dato og underskrift", "Date and signature") }
    func signs(_ side: Int) -> String {
        [
            say("For arbejdsgiveren", "For the employer"), say("For arbejdslederne", "For the supervisors"),
            say("For de øvrige ansatte", "For the other employees"),
        ][side]
    }
    var reviewDone: String { say("Vi har set på den", "We have looked at it") }
    var nextReview: String { say("Ses på igen den", "Look at it again on") }
    var reviewed: String { say("Den nye dag er gemt.", "The new day is kept.") }
    func reviewDue(_ name: String) -> String {
        say("Se på aftalen: \(name)", "Look at the agreement: \(name)")
    }
    var reviewDueHow: String {
        say("Virker det fælles udvalg, som I ville?", "Does the joint committee work as you wanted?")
    }

    // Going back.
    var reverse: String { say("Gå tilbage til to udvalg", "Go back to two committees") }
    var reverseHow: String {
        say(
            "De to udvalg kommer tilbage fra en dag, med deres planer, historie og det, der hører under dem. Du ser først, hvem der kommer hvorhen.",
            "The two committees come back from a day on, with their plans, their past and what answers to them. You see first who goes where."
        )
    }
    var firstDayOfTwo: String { say("Første dag med to udvalg", "First day of two committees") }
    var reason: String { say("Hvorfor", "Why") }
    var look: String { say("Se, hvad der vil ske", "See what will happen") }
    func parting(_ name: String, _ one: String, _ other: String, _ day: Day) -> String {
        say(
            "Fra \(day.long(in: .danish)) er \(name) igen \(one) og \(other).",
            "From \(day.long(in: .english)) on, \(name) is \(one) and \(other) again.")
    }
    func name(_ destination: BodyParting.Destination, _ one: String, _ other: String) -> String {
        switch destination {
        case .committee: one
        case .cooperation: other
        case .both: say("Begge", "Both")
        case .neither: say("Ingen af dem: hvervet slutter", "Neither: the mandate ends")
        }
    }
    var toBeFilled: String { say("Så skal der vælges eller udpeges", "Then this must be filled") }
    func vacancy(_ kind: SeatDuty.Kind, _ role: String, _ body: String) -> String {
        switch kind {
        case .election: say("Valg af \(role) i \(body)", "Election of a \(role) in \(body)")
        case .appointment: say("Udpegning af \(role) i \(body)", "Appointment of a \(role) in \(body)")
        }
    }
    var nothingToFill: String { say("Alle pladser er besat.", "All seats are filled.") }
    var suggestedOnly: String {
        say("Som det er foreslået. Ændres, når du vælger anderledes.", "As suggested. It changes as you choose.")
    }
    var reversed: String { say("De to udvalg er tilbage fra dagen.", "The two committees are back from that day.") }
    var chooseAgain: String { say("Vælg en anden dag", "Choose another day") }

    // Templates.
    var templatesAbout: String {
        say(
            "Dokumenter til at udfylde. I browseren, hvor kladden gemmes, eller på papir.",
            "Documents to fill in: in the browser, where the draft is kept, or on paper.")
    }
    var blank: String { say("Tom til papir", "Empty, for paper") }
    func fillIn(_ key: String) -> String {
        key == Template.companyAgreement.key
            ? say("Udfyld i en ny aftale", "Fill in as a new agreement")
            : say("Udfyldes på udvalgets egen side", "Filled in on the committee's own page")
    }
}
