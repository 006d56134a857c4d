import Kernel

/// What is said to people before it is known which language they read. Never a word of what was written.
enum NoticeTexts {
    static func name(of kind: ReportKind) -> Words {
        switch kind {
        case .nearMiss: Words(da: "Noget var farligt", en: "Something was dangerous")
        case .accident: Words(da: "Nogen kom til skade", en: "Somebody was hurt")
        case .violence: Words(da: "Vold eller trusler", en: "Violence or threats")
        case .offensive: Words(da: "Krænkende adfærd", en: "Offensive behaviour")
        case .strain: Words(da: "Noget der slider", en: "Something that wears us down")
        case .psychological: Words(da: "Psykisk ulykke", en: "Psychological accident")
        case .disease: Words(da: "Syg af arbejdet", en: "Ill from work")
        case .good: Words(da: "Noget godt", en: "Something good")
        }
    }

    static func arrived(_ kind: ReportKind, in unit: Words) -> Words {
        guard !kind.isConfidential else { return confidential }
        let name = name(of: kind)
        return Words(
            da: "Ny melding: \(name.danish), \(unit.danish)", en: "New report: \(name.english), \(unit.english)")
    }

    static let confidential = Words(
        da: "Der er en ny fortrolig melding til dig.", en: "There is a new confidential report for you.")

    static func seen(by name: String) -> Words {
        Words(da: "\(name) har læst din melding.", en: "\(name) has read your report.")
    }

    static func written(by name: String) -> Words {
        Words(da: "\(name) har skrevet til dig om din melding.", en: "\(name) wrote to you about your report.")
    }

    static let answered = Words(da: "Der er svar på en melding.", en: "There is an answer to a report.")
    static let acted = Words(
        da: "Din melding er sat på handleplanen.", en: "Your report has been put on the action plan.")
    static let closed = Words(
        da: "Din melding er lukket. Se, hvad der kom ud af den.", en: "Your report is closed. See what came of it.")
}
