import Access
import Kernel
import Organisation

/// What is said of confidential reports and those who handle them, in both languages.
struct ConfidenceTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    private func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) \(say("og", "and")) \(last)"
    }

    // MARK: The form

    var sort: String {
        say(
            "Krænkende adfærd og psykiske ulykker er fortrolige.",
            "Offensive behaviour and psychological accidents are confidential.")
    }
    var nobodyHere: String {
        say("Her er der endnu ingen, der kan tage imod dem.", "Nobody here can take them in yet.")
    }

    func read(by people: [String], deputy: String?) -> String {
        let who = say("Kun \(list(people)) læser dem, ikke gruppen.", "Only \(list(people)) reads them, not the group.")
        guard let deputy else { return who }
        return "\(who) " + say("Stedfortræder: \(deputy).", "Deputy: \(deputy).")
    }

    func read(by people: [String], as role: Role) -> String {
        let who =
            role == .chair
            ? say(
                "Kun formanden for udvalget læser dem, ikke gruppen",
                "Only the chair of the committee reads them, not the group")
            : say(
                "Kun enhedens arbejdsmiljøkoordinator læser dem, ikke gruppen",
                "Only the unit's working environment coordinator reads them, not the group")
        return "\(who): \(list(people))."
    }

    var keepFrom: String { say("Må den ikke læses af en af dem?", "Must one of these not read it?") }
    var keepFromHint: String {
        say(
            "Sæt kryds ved den, det handler om. Så går den til en anden.",
            "Tick whom it is about. Then it goes to somebody else.")
    }

    func standing(_ standing: Confidant.Standing) -> String {
        switch standing {
        case .handler: say("læser fortrolige meldinger", "reads confidential reports")
        case .deputy: deputy.lowercased()
        case .office(let role): OrganisationTexts(language: language).name(role)
        }
    }

    func isReadBy(_ names: [String]) -> String {
        say("Den læses kun af \(list(names)).", "Only \(list(names)) reads it.")
    }

    // MARK: Those who are named

    var organisation: String { say("Organisation", "Organisation") }
    var whoReads: String { say("Hvem læser fortrolige meldinger?", "Who reads confidential reports?") }
    var now: String { say("Nu", "Now") }
    var before: String { say("Før", "Before") }
    var handler: String { say("Sagsbehandler", "Handler") }
    var handlers: String { say("Sagsbehandler", "Handled by") }
    var deputy: String { say("Stedfortræder", "Deputy") }
    var since: String { say("Siden", "Since") }
    func by(_ name: String) -> String { say("udpeget af \(name)", "named by \(name)") }
    func fromAbove(_ unit: String) -> String {
        say(
            "De er udpeget for \(unit) og alt under den. Denne enhed har ikke sine egne.",
            "They are named for \(unit) and all under it. This unit has none of its own.")
    }
    var namingAbout: String {
        say(
            "En sag har sine sagsbehandlere fra den dag, den kommer. Nye navne åbner ikke gamle sager. Stedfortræderen ser først en sag, når den har ligget uåbnet i tre arbejdsdage, eller når sagsbehandleren er væk eller overdrager den.",
            "A case has its handlers from the day it comes in. New names do not open old cases. The deputy sees a case only once it has lain unopened for three working days, or when the handler is away or hands it over."
        )
    }
    var nobodyCan: String {
        say("Lige nu kan ingen læse en fortrolig melding her.", "Right now nobody can read a confidential report here.")
    }
    var onlyOneCan: String {
        say(
            "Lige nu kan kun én læse en fortrolig melding her.",
            "Right now only one can read a confidential report here.")
    }
    var nobodyNamed: String { say("Ingen er udpeget.", "Nobody is named.") }
    var hasLeft: String { say("er her ikke mere", "has left") }
    func awayUntil(_ day: String) -> String { say("væk til og med \(day)", "away until \(day)") }
    var name: String { say("Udpeg", "Name") }
    var nameAbout: String {
        say(
            "Gælder for enheden og alt under den, til du udpeger andre. Du får ikke selv ret til at læse noget.",
            "Holds for the unit and all under it, until you name others. You do not get a right to read anything yourself."
        )
    }
    var personHint: String { say("E-mail, eller hele navnet.", "E-mail, or the whole name.") }
    var named: String {
        say("De er udpeget. De har fået besked.", "They are named, and have been told.")
    }
    var end: String { say("Ophæv udpegningen", "End the naming") }
    var endAbout: String {
        say(
            "Ophæver du den, går nye meldinger til dem, der er udpeget over enheden, ellers til koordinatoren.",
            "If you end it, new reports go to those named above the unit, else to the coordinator.")
    }
    var namingEnded: String { say("Udpegningen er ophævet.", "The naming has ended.") }
    var awayTitle: String { say("Er du væk?", "Are you away?") }
    var awayAbout: String {
        say(
            "Så længe går nye meldinger til den anden, som også kan træde til i dem, ingen har åbnet. Lad feltet være tomt, når du er tilbage.",
            "Meanwhile new reports go to the other one, who can also step in where nobody has opened one. Leave it empty when you are back."
        )
    }
    var until: String { say("Væk til og med", "Away until") }
    var save: String { say("Gem", "Save") }
    var isAway: String { say("Det er gemt. God tur.", "Saved. Have a good time.") }
    var isBack: String { say("Velkommen tilbage.", "Welcome back.") }

    // MARK: A case

    var whoHandles: String { say("Hvem har sagen", "Who has the case") }
    var byOffice: String {
        say(
            "Sagen er fra før, der blev udpeget sagsbehandlere. Enhedens arbejdsmiljøkoordinatorer læser den; er der ingen, gør formanden.",
            "The case is from before handlers were named. The unit's working environment coordinators read it; where there is none, the chair does."
        )
    }
    var onlyYou: String {
        say(
            "Sagen har ingen stedfortræder. Er den, der har den, væk, læser ingen den. Overdrag den i tide, eller bed om, at der bliver udpeget en stedfortræder for enheden.",
            "The case has no deputy. While whoever has it is away, nobody reads it. Hand it over in time, or ask that a deputy is named for the unit."
        )
    }
    func readsToo(_ name: String) -> String { say("\(name) (læser med)", "\(name) (reads too)") }
    var keptFromFact: String { say("Må ikke læses af", "Must not be read by") }
    var passings: String { say("Overdragelser", "Handed over") }
    func told(_ way: CasePassing.Way, from giver: String?, to taker: String, stays: Bool) -> String {
        switch way {
        case .handedOn:
            say("\(giver ?? "–") overdrog den til \(taker).", "\(giver ?? "–") handed it over to \(taker).")
                + (stays ? say(" \(giver ?? "–") læser stadig med.", " \(giver ?? "–") still reads it.") : "")
        case .stoodIn: say("\(taker) trådte til som stedfortræder.", "\(taker) stepped in as deputy.")
        case .left:
            say(
                "\(giver ?? "–") er her ikke mere. \(taker) har overtaget den.",
                "\(giver ?? "–") has left. \(taker) has taken it over.")
        }
    }

    var handOn: String { say("Overdrag sagen", "Hand the case over") }
    var handOnAbout: String {
        say(
            "Den, du vælger, læser sagen fra nu af. I får begge besked, og den, der meldte, kan se det.",
            "Whoever you choose reads the case from now on. You are both told, and the reporter can see it.")
    }
    var to: String { say("Til hvem?", "To whom?") }
    var reason: String { say("Hvorfor?", "Why?") }
    var reasonHint: String {
        say("Læses kun af dem, der har sagen.", "Read only by those who have the case.")
    }
    var stay: String { say("Jeg bliver stedfortræder og læser med", "I stay as deputy and go on reading") }
    var stayHint: String {
        say("Ellers kan du ikke se sagen mere.", "Otherwise you can no longer see the case.")
    }
    var handOnNow: String { say("Overdrag", "Hand over") }
    var handedOn: String { say("Sagen er overdraget.", "The case has been handed over.") }
    var nobodyToHandTo: String { say("Der er ingen at overdrage til", "There is nobody to hand it to") }
    var nobodyToHandToHelp: String {
        say(
            "Den kan overdrages til dem, der er udpeget her eller over enheden, og til koordinator og formand. Bed om, at der bliver udpeget en til.",
            "It can go to those named here or above the unit, and to coordinator and chair. Ask for another one to be named."
        )
    }

    // MARK: A case that lies

    var lie: String { say("Ligger uåbnet", "Lies unopened") }
    var nobodyOpened: String { say("Ingen har åbnet den", "Nobody has opened it") }
    var lies: String {
        say(
            "Ingen har åbnet denne melding, og du er stedfortræder. Du kan træde til nu.",
            "Nobody has opened this report, and you are the deputy. You can step in now.")
    }
    var standInAbout: String {
        say(
            "Så læser og behandler du den. De, der har sagen, får besked.",
            "Then you read and handle it. Those who have the case are told.")
    }
    var standIn: String { say("Træd til", "Step in") }
    var stoodIn: String { say("Du er trådt til.", "You have stepped in.") }
}

extension NoticeTexts {
    static func handedOn(by name: String) -> Words {
        Words(
            da: "\(name) har overdraget en fortrolig melding til dig.",
            en: "\(name) has handed a confidential report over to you.")
    }

    static func handedOn(to name: String) -> Words {
        Words(
            da: "En fortrolig melding, som du har, har nu \(name) som sagsbehandler.",
            en: "\(name) now handles a confidential report that you have.")
    }

    static let lies = Words(
        da: "En fortrolig melding, som du er stedfortræder for, er ikke åbnet af nogen.",
        en: "Nobody has opened a confidential report for which you are the deputy.")

    static let newHandler = Words(
        da: "Din fortrolige melding har fået en anden sagsbehandler.",
        en: "Somebody else now handles your confidential report.")

    static func named(for unit: Words) -> Words {
        Words(
            da: "Du er udpeget til at læse fortrolige meldinger i \(unit.danish).",
            en: "You are named to read confidential reports in \(unit.english).")
    }

    static func namedDeputy(for unit: Words) -> Words {
        Words(
            da: "Du er udpeget til stedfortræder for fortrolige meldinger i \(unit.danish).",
            en: "You are named deputy for confidential reports in \(unit.english).")
    }

    static func namedNoLonger(for unit: Words) -> Words {
        Words(
            da: "Nye fortrolige meldinger i \(unit.danish) går nu til andre. De sager, du har, beholder du.",
            en: "New confidential reports in \(unit.english) now go to others. The cases that you have, you keep.")
    }
}
