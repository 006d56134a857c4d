import Kernel

struct HistoryTexts {
    let language: Language

    func shownAs(_ day: Day, today: Day) -> String {
        day < today
            ? language.pick(
                da: "Du ser organisationen, som den var \(day.long(in: .danish)).",
                en: "You see the organisation as it was on \(day.long(in: .english)).")
            : language.pick(
                da: "Du ser organisationen, som den er planlagt til \(day.long(in: .danish)).",
                en: "You see the organisation as it is planned for \(day.long(in: .english)).")
    }
    var backToToday: String { language.pick(da: "Vis i dag", en: "Show today") }
    var anotherDay: String { language.pick(da: "Vis en anden dag", en: "Show another day") }
    var beforeBeginning: String {
        language.pick(da: "Så langt tilbage er der intet", en: "There is nothing that far back")
    }
    func beganOn(_ day: Day) -> String {
        language.pick(
            da: "Organisationen begynder her \(day.long(in: .danish))",
            en: "The organisation begins here on \(day.long(in: .english))")
    }
    var beganOnHow: String {
        language.pick(
            da: "Det er den første dag, en enhed er åben. Vælg den dag eller en senere.",
            en: "That is the first day on which a unit is open. Choose that day or a later one.")
    }
    var toFirstDay: String { language.pick(da: "Vis den første dag", en: "Show the first day") }

    // Mandates.
    var offices: String { language.pick(da: "Hverv for enheden", en: "Offices of the unit") }
    var noOffices: String {
        language.pick(da: "Ingen har et hverv for enheden.", en: "Nobody holds an office for the unit.")
    }
    var officesHow: String {
        language.pick(
            da:
                "Koordinator, tillidsrepræsentant, HR-partner, beredskabstovholder og leder gælder for enheden og alt under den.",
            en:
                "Coordinator, union representative, HR partner, emergency lead and leader hold for the unit and all below it."
        )
    }
    var giveOffice: String { language.pick(da: "Giv et hverv", en: "Give an office") }
    var officeGiven: String { language.pick(da: "Hvervet er givet.", en: "The office has been given.") }
    var comingMembers: String { language.pick(da: "Kommende", en: "To come") }
    var hours: String { language.pick(da: "Timer om ugen til opgaven", en: "Hours a week for the task") }
    var hoursHint: String { language.pick(da: "F.eks. 3 eller 3,5.", en: "Such as 3 or 3.5.") }
    var represents: String { language.pick(da: "Repræsenterer", en: "Represents") }
    var representsHint: String {
        language.pick(
            da: "Med ord, f.eks. laboranterne.", en: "In words, such as the laboratory technicians.")
    }
    var representedUnit: String { language.pick(da: "Repræsenterer enheden", en: "Represents the unit") }
    var deputyOf: String { language.pick(da: "Suppleant for", en: "Deputy of") }
    var deputyOfHint: String {
        language.pick(da: "Kun for en suppleant.", en: "Only for a deputy.")
    }
    var nobodysDeputy: String { language.pick(da: "ingen", en: "nobody") }
    func hours(_ text: String) -> String {
        language.pick(da: "\(text) timer om ugen", en: "\(text) hours a week")
    }
    func forWhom(_ name: String) -> String { language.pick(da: "for \(name)", en: "for \(name)") }
}
