import Kernel

/// A change of a unit as its history tells it: what it was called then, and whether it has happened.
struct ToldChange: Sendable {
    enum Tense: Sendable { case happened, planned, calledOff }

    let kind: OrganisationChange.Kind
    let tense: Tense
    /// The unit before the change.
    let unit: String
    /// The unit from the day on; the same where the name did not change.
    let after: String
    let other: String

    /// - Parameter names: of the unit on the day before, and on the day.
    init(
        _ change: OrganisationChange, on today: Day, names: (before: Words?, after: Words?), other: Words?,
        in language: Language
    ) {
        kind = change.kind
        tense = change.recalled != nil ? .calledOff : change.day > today ? .planned : .happened
        let (before, after) = (names.before ?? names.after, names.after ?? names.before)
        unit = before?.in(language) ?? "–"
        self.after = after?.in(language) ?? "–"
        self.other = other?.in(language) ?? "–"
    }
}

extension UnitVersion {
    /// What the unit is called just before the day, and on it.
    static func names(_ versions: [UnitVersion], around day: Day) -> (before: Words?, after: Words?) {
        func name(_ day: Day) -> Words? {
            versions.first { $0.starts <= day && day <= ($0.ends ?? .latest) }?.name
        }
        return (name(day - 1), name(day))
    }
}

extension ChangeTexts {
    /// What happened, or is to happen, or was to, in a sentence.
    func told(_ told: ToldChange) -> String {
        told.tense == .happened ? happened(told) : toCome(told)
    }

    private func happened(_ told: ToldChange) -> String {
        let (unit, other) = (told.unit, told.other)
        return switch told.kind {
        case .renamed:
            unit == told.after
                ? language.pick(da: "\(unit) fik nyt navn eller ny slags.", en: "\(unit) got a new name or kind.")
                : language.pick(
                    da: "\(unit) fik navnet \(told.after).", en: "\(unit) was given the name \(told.after).")
        case .moved:
            language.pick(da: "\(unit) kom til at ligge under \(other).", en: "\(unit) came to lie under \(other).")
        case .merged: language.pick(da: "\(unit) blev en del af \(other).", en: "\(unit) became a part of \(other).")
        case .split:
            language.pick(da: "\(other) blev skilt ud fra \(unit).", en: "\(other) was split off from \(unit).")
        case .closed: language.pick(da: "\(unit) lukkede.", en: "\(unit) closed.")
        case .opened: language.pick(da: "\(told.after) blev oprettet.", en: "\(told.after) opened.")
        case .joined:
            language.pick(
                da: "Arbejdsmiljø- og samarbejdsudvalget for \(unit) blev til ét.",
                en: "The working environment and cooperation committees of \(unit) became one.")
        case .parted:
            language.pick(
                da: "Det fælles udvalg for \(unit) blev til to igen.",
                en: "The joint committee of \(unit) became two again.")
        }
    }

    private func toCome(_ told: ToldChange) -> String {
        let (unit, other) = (told.unit, told.other)
        let isPlanned = told.tense == .planned
        let shall = isPlanned ? "skal" : "skulle"
        let (goes, go) = isPlanned ? ("is to", "are to") : ("was to", "were to")
        return switch told.kind {
        case .renamed:
            unit == told.after
                ? language.pick(
                    da: "\(unit) \(shall) have nyt navn eller ny slags.",
                    en: "\(unit) \(goes) get a new name or kind.")
                : language.pick(
                    da: "\(unit) \(shall) hedde \(told.after).", en: "\(unit) \(goes) be called \(told.after).")
        case .moved:
            language.pick(da: "\(unit) \(shall) ligge under \(other).", en: "\(unit) \(goes) lie under \(other).")
        case .merged:
            language.pick(
                da: "\(unit) \(shall) blive en del af \(other).", en: "\(unit) \(goes) become a part of \(other).")
        case .split:
            language.pick(
                da: "\(other) \(shall) skilles ud fra \(unit).", en: "\(other) \(goes) be split off from \(unit).")
        case .closed: language.pick(da: "\(unit) \(shall) lukke.", en: "\(unit) \(goes) close.")
        case .opened: language.pick(da: "\(told.after) \(shall) oprettes.", en: "\(told.after) \(goes) open.")
        case .joined:
            language.pick(
                da: "Arbejdsmiljø- og samarbejdsudvalget for \(unit) \(shall) blive til ét.",
                en: "The working environment and cooperation committees of \(unit) \(go) become one.")
        case .parted:
            language.pick(
                da: "Det fælles udvalg for \(unit) \(shall) blive til to igen.",
                en: "The joint committee of \(unit) \(goes) become two again.")
        }
    }
}
