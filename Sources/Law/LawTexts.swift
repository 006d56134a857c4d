import Kernel

public struct LawTexts {
    let language: Language

    public init(language: Language) {
        self.language = language
    }

    public func source(_ name: String) -> String { language.pick(da: "Kilde: \(name)", en: "Source: \(name)") }
    public var askAuthority: String {
        language.pick(da: "spørg Arbejdstilsynet", en: "check with the authority")
    }
    public var bill: String {
        language.pick(da: "lovforslag, spørg Arbejdstilsynet", en: "a bill, check with the authority")
    }

    /// How far a rule can be relied on; nothing where it was read.
    public func doubt(of rule: LawRule) -> String? {
        rule.isToBeChecked ? (rule.status == .proposed ? bill : askAuthority) : nil
    }
}
