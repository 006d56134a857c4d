import Access
import Kernel
import Organisation

extension Agreement {
    static let textLimit = 20_000

    /// What is still to be written before it can be carried out.
    struct Missing: Sendable, Equatable {
        enum What: Sendable {
            /// It stands there, but nobody has ticked it as settled.
            case tick
            /// Neither a text nor a file.
            case textOrFile
            case text
        }

        let section: String
        let step: String
        let what: What
    }

    /// Which two, from when on and under what name, as somebody wrote it.
    struct Basics: Sendable, Equatable {
        let committee: BodyID
        let cooperation: BodyID
        let day: Day
        let name: Words
        let reviewOn: Day?

        /// - Throws: all problems with what was written.
        init(_ fields: Fields) throws(Problems) {
            var reading = Reading(fields)
            let committee = reading.text("committee", limit: 64)
            let cooperation = reading.text("cooperation", limit: 64)
            let day = reading.day("day")
            let (danish, english) = (reading.text("name_da", limit: 200), reading.optionalText("name_en", limit: 200))
            let review = reading.optionalDay("review_on")
            if let review, review <= day { reading.note(AgreementProblem.reviewTooEarly, at: "review_on") }
            try reading.finish()
            self.committee = BodyID(committee)
            self.cooperation = BodyID(cooperation)
            self.day = day
            name = Words(da: danish, en: english.isEmpty ? danish : english)
            reviewOn = review
        }
    }

    /// The texts of one step, as somebody wrote them: only sections that the form carried.
    /// - Parameter files: the sections beside which a file lies, those that are sent now among them.
    /// - Throws: all problems with what was written.
    static func texts(
        _ fields: Fields, in sections: [Template.Section], files: Set<String>
    ) throws(Problems) -> [String: Entry] {
        var reading = Reading(fields)
        var texts: [String: Entry] = [:]
        for section in sections {
            let text = reading.optionalText("text-\(section.key)", limit: textLimit)
            let isTicked = reading.isTicked("tick-\(section.key)")
            if isTicked, text.isEmpty, !files.contains(section.key) {
                reading.note(AgreementProblem.tickedWithoutText, at: "text-\(section.key)")
            }
            texts[section.key] = Entry(text: text, isTicked: section.need == .tick && isTicked)
        }
        try reading.finish()
        return texts
    }

    /// Mandatory content: both agreements, and the five points (bek. 65/2024 § 25); besides, what it is expected to bring.
    static func missing(
        _ texts: [String: Entry], files: Set<String>, in template: Template = .companyAgreement
    ) -> [Missing] {
        template.sections.compactMap { section in
            let entry = texts[section.key] ?? Entry()
            let what: Missing.What? =
                switch section.need {
                case .none: nil
                case .text: entry.text.isEmpty ? .text : nil
                case .tick:
                    entry.text.isEmpty && !files.contains(section.key) ? .textOrFile : entry.isTicked ? nil : .tick
                }
            return what.map { Missing(section: section.key, step: section.step, what: $0) }
        }
    }
}

/// What can speak against an agreement.
enum AgreementProblem: Problem, Equatable {
    case reviewTooEarly
    case tickedWithoutText
    case missing(Words, Agreement.Missing.What)
    case reviewMissing
    case electionUnderWay(Words)
    case notAChair
    case tooManyFiles(Int)
    case decidedBeforeDraft
    case startsBeforeDecided
    case nothingWritten

    func explained(in language: Language) -> String {
        switch self {
        case .reviewTooEarly:
            language.pick(
                da: "Vælg en dag, efter at det fælles udvalg er begyndt.",
                en: "Choose a day after the joint committee has begun.")
        case .tickedWithoutText:
            language.pick(
                da: "Skriv en tekst, eller vedhæft en fil, før du sætter kryds.",
                en: "Write a text or attach a file before you tick it.")
        case .missing(let name, .tick):
            language.pick(da: "\(name.danish): sæt kryds.", en: "\(name.english): tick it.")
        case .missing(let name, .textOrFile):
            language.pick(
                da: "\(name.danish): mangler en tekst eller en fil.", en: "\(name.english): needs a text or a file.")
        case .missing(let name, .text):
            language.pick(da: "\(name.danish): mangler en tekst.", en: "\(name.english): needs a text.")
        case .reviewMissing:
            language.pick(
                da: "Vælg en dag, hvor I ser på, om aftalen virker.",
                en: "Choose a day on which you look at whether the agreement works.")
        case .electionUnderWay(let name):
            language.pick(
                da: "Der er et valg i gang i \(name.danish). Vent, til det er slut, eller aflys det.",
                en: "An election is under way in \(name.english). Wait until it is over, or call it off.")
        case .notAChair:
            language.pick(
                da: "Vælg en af dem, der er formand nu.", en: "Choose one of those who chair now.")
        case .tooManyFiles(let limit):
            language.pick(da: "Der er plads til \(limit) filer.", en: "There is room for \(limit) files.")
        case .decidedBeforeDraft:
            language.pick(
                da: "Dagen er ikke kommet endnu. Vedtag den, når den er besluttet.",
                en: "That day has not come yet. Adopt it once it is decided.")
        case .startsBeforeDecided:
            language.pick(
                da: "Den kan ikke gælde, før den er besluttet.", en: "It cannot hold before it was decided.")
        case .nothingWritten:
            language.pick(
                da: "Der står ikke noget endnu. Skriv mindst ét afsnit.",
                en: "Nothing is written yet. Write at least one section.")
        }
    }
}
