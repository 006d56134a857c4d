import Kernel

/// The names of the fields that the authority asks for, and of what is chosen in them. The sheet for the authority is in
/// Danish, whoever prints it; the English one is for reading.
struct SheetTexts {
    let language: Language

    private func pick(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var sheet: String { pick("Anmeldelse af arbejdsulykke", "Notification of an accident at work") }
    var sheetAbout: String {
        pick(
            "Alt, hvad EASY spørger om, i samme orden. Kopiér felt for felt, hent det som tekst, eller tag det på papir.",
            "All that EASY asks, in the same order. Copy field by field, get it as text, or take it on paper.")
    }
    var person: String { pick("Den skadelidte", "The injured person") }
    var firm: String { pick("Virksomheden og anmelderen", "The firm and who notifies") }
    var event: String { pick("Sted og hændelse", "Place and event") }
    var also: String { pick("EASY spørger også om", "EASY also asks") }

    var name: String { pick("Navn", "Name") }
    var cpr: String { pick("CPR-nummer", "CPR number") }
    var withoutCPR: String { pick("Uden CPR: køn, alder og nationalitet", "Without CPR: sex, age and nationality") }
    var job: String { pick("Stilling", "Job") }
    var employment: String { pick("Ansættelsesforhold", "Employment") }
    var hired: String { pick("Ansat siden", "Employed since") }
    var incapacity: String { pick("Forventet uarbejdsdygtighed", "Expected incapacity") }
    var died: String { pick("Dødsfald", "Death") }
    var cvr: String { pick("CVR-nummer og forsikringsselskab", "CVR number and insurer") }
    var unit: String { pick("Enhed", "Unit") }
    var notifier: String { pick("Udfyldt af", "Filled in by") }
    var place: String { pick("Sted", "Place") }
    var day: String { pick("Dato", "Date") }
    var time: String { pick("Klokkeslæt", "Time") }
    var outsideHours: String { pick("Arbejdstid", "Working hours") }
    var wasOutside: String { pick("Uden for arbejdstid", "Outside working hours") }
    var wasInside: String { pick("I arbejdstiden", "In working hours") }
    var course: String { pick("Hændelsesforløb", "Course of events") }
    var agent: String { pick("Det, der gjorde skaden", "What did the harm") }
    var compensation: String { pick("Kan give ret til erstatning", "May give a right to compensation") }
    var income: String { pick("Årsindtægt", "Yearly income") }
    var daysAway: String { pick("Fraværsdage ud over ulykkesdagen", "Days of absence beyond the day of the accident") }
    var spells: String { pick("Fravær", "Absence") }
    var yes: String { pick("Ja", "Yes") }
    var no: String { pick("Nej", "No") }
    var stillAway: String { pick("stadig væk", "still away") }
    var reduced: String { pick("nedsat tid eller andre opgaver", "reduced hours or other tasks") }

    /// What stands where something is for others' eyes.
    var covered: String { pick("[dækket]", "[blacked out]") }
    /// Where nothing has been written.
    var notWritten: String { pick("[ikke udfyldt]", "[not filled in]") }
    var byHand: String { pick("[skrives kun i EASY]", "[written in EASY only]") }

    func name(of variable: EsawVariable) -> String {
        switch variable {
        case .typeOfInjury: pick("Skadens art", "Type of injury")
        case .bodyPart: pick("Skadet legemsdel", "Injured part of the body")
        case .deviation: pick("Afvigelse: det sidste, der gik anderledes", "Deviation: the last thing that went wrong")
        case .contactMode: pick("Skadesmåde: hvordan kroppen blev ramt", "Contact: how the body was struck")
        case .specificActivity: pick("Aktivitet: hvad personen var i gang med", "Activity: what the person was doing")
        case .workingEnvironment: pick("Arbejdsmiljø: hvad slags sted", "Environment: what kind of place")
        case .workstation: pick("Arbejdssted", "Workstation")
        }
    }

    func name(of employment: Employment) -> String {
        switch employment {
        case .permanent: pick("Fastansat", "Permanent")
        case .temporary: pick("Tidsbegrænset", "Fixed term")
        case .hourly: pick("Timelønnet", "Paid by the hour")
        case .apprentice: pick("Elev eller lærling", "Apprentice")
        case .agency: pick("Vikar fra bureau", "From an agency")
        case .trainee: pick("Praktikant", "Trainee")
        case .other: pick("Andet", "Other")
        }
    }

    func name(of incapacity: Incapacity) -> String {
        switch incapacity {
        case .unknown: pick("Ukendt", "Unknown")
        case .none: pick("Ingen", "None")
        case .one: pick("1 dag", "1 day")
        case .few: pick("2-3 dage", "2-3 days")
        case .days4: pick("4-6 dage", "4-6 days")
        case .days7: pick("7-13 dage", "7-13 days")
        case .days14: pick("14-20 dage", "14-20 days")
        case .days21: pick("21 dage til under 1 måned", "21 days to under 1 month")
        case .month1: pick("1 til under 3 måneder", "1 to under 3 months")
        case .months3: pick("3 til under 6 måneder", "3 to under 6 months")
        case .lasting: pick("Mindst 6 måneder eller varigt", "At least 6 months, or lasting")
        }
    }

    func told(_ absence: Absence) -> String {
        let last = absence.last.map { $0.long(in: language) } ?? stillAway
        return absence.first.long(in: language) + " – " + last + (absence.isReduced ? " (\(reduced))" : "")
    }
}
