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
}
