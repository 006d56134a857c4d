import Kernel

extension ReportTexts {
    var correctCircumstances: String {
        language.pick(da: "Ret, hvem og hvor", en: "Change who and where")
    }
    var affected: String { language.pick(da: "Hvem gik det ud over?", en: "Whom did it affect?") }
    var setting: String { language.pick(da: "Hvor foregik arbejdet?", en: "Where was the work done?") }
    var time: String { language.pick(da: "Tid", en: "Time") }
    var outsideHours: String { language.pick(da: "Det var uden for arbejdstid", en: "It was outside working hours") }

    func name(of affected: Affected) -> String {
        switch affected {
        case .employee: language.pick(da: "En ansat", en: "An employee")
        case .student: language.pick(da: "En studerende", en: "A student")
        case .firm: language.pick(da: "En fra et andet firma", en: "Somebody from another firm")
        case .visitor: language.pick(da: "En gæst", en: "A visitor")
        }
    }

    func name(of setting: WorkSetting) -> String {
        switch setting {
        case .workplace: language.pick(da: "På arbejdspladsen", en: "At the workplace")
        case .home: language.pick(da: "Hjemme", en: "At home")
        case .travel: language.pick(da: "På rejse eller i trafikken", en: "On a journey or in traffic")
        case .elsewhere: language.pick(da: "Et andet sted", en: "Somewhere else")
        }
    }
}
