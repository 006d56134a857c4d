import Kernel

/// ESAW's codes, gathered under the group that each begins with.
enum EsawGroups {
    /// `42` lies in the group of `40`. Nothing where no code was chosen, or none that is known.
    static func deviation(_ code: String) -> String? { find("\(code.prefix(1))0", in: deviations) }

    /// `062` lies in the group of `060`.
    static func environment(_ code: String) -> String? { find("\(code.prefix(2))0", in: environments) }

    private static func find(_ group: String, in groups: [(code: String, name: Words)]) -> String? {
        groups.contains { $0.code == group } ? group : nil
    }

    static let deviations: [(code: String, name: Words)] = [
        ("10", Words(da: "El, brand, eksplosion", en: "Electricity, fire, explosion")),
        ("20", Words(da: "Spild, udslip, lækage", en: "Spill, emission, leak")),
        ("30", Words(da: "Noget gik i stykker eller faldt ned", en: "Something broke or fell")),
        ("40", Words(da: "Tab af kontrol over maskine, værktøj, dyr", en: "Lost control of machine, tool, animal")),
        ("50", Words(da: "Snublede, gled eller faldt", en: "Stumbled, slipped or fell")),
        ("60", Words(da: "Bevægelse uden tungt løft", en: "Movement without heavy load")),
        ("70", Words(da: "Tungt løft, skub eller vrid", en: "Heavy lift, push or twist")),
        ("80", Words(da: "Vold, trussel, forskrækkelse", en: "Violence, threat, fright")),
        ("90", Words(da: "Andet", en: "Something else")),
    ]

    static let environments: [(code: String, name: Words)] = [
        ("010", Words(da: "Værksted, lager, produktion", en: "Workshop, store, production")),
        ("020", Words(da: "Byggeplads", en: "Building site")),
        ("030", Words(da: "Mark, stald, skov", en: "Field, stable, forest")),
        ("040", Words(da: "Kontor, undervisning, service", en: "Office, teaching, service")),
        ("050", Words(da: "Hospital, klinik", en: "Hospital, clinic")),
        ("060", Words(da: "Offentligt sted, vej", en: "Public place, road")),
        ("070", Words(da: "Hjemme", en: "At home")),
        ("080", Words(da: "Idræt", en: "Sports")),
        ("090", Words(da: "I højden", en: "Up high")),
        ("100", Words(da: "Under jorden", en: "Underground")),
        ("110", Words(da: "På vandet", en: "On the water")),
        ("120", Words(da: "Under tryk", en: "Under pressure")),
    ]

    /// Codes added up under their groups in the order of the groups; what has none comes last.
    static func gathered(
        _ codes: [String: Int], in groups: [(code: String, name: Words)], _ group: (String) -> String?
    ) -> [(name: Words?, count: Int)] {
        var counts: [String?: Int] = [:]
        for (code, count) in codes { counts[group(code), default: 0] += count }
        let named = groups.compactMap { one in counts[one.code].map { (name: one.name as Words?, count: $0) } }
        return named + (counts[nil].map { [(name: nil, count: $0)] } ?? [])
    }
}
