import Foundation
import Kernel
import Templates

/// A document to be filled in: its sections, each with a line of help. It is a file in `Resources/templates`.
struct Template: Sendable {
    struct Section: Sendable {
        enum Need: String, Sendable {
            /// Ticked, with a text or a file.
            case tick
            /// A text.
            case text
            /// May stay empty.
            case none
        }

        let key: String
        /// The form in which it is asked for; nothing where there is only one.
        let step: String
        let need: Need
        let title: Words
        let help: Words
    }

    let key: String
    let name: Words
    let about: Words
    let sections: [Section]

    static let all: [Template] = TemplateFiles.all.sorted { $0.key < $1.key }.compactMap { Template(json: $0.value) }
    static let companyAgreement = all.first { $0.key == "company_agreement" } ?? .empty
    static let rulesOfProcedure = all.first { $0.key == "rules_of_procedure" } ?? .empty
    private static let empty = Template(
        key: "", name: Words(da: "", en: ""), about: Words(da: "", en: ""), sections: [])

    static func named(_ key: String) -> Template? { all.first { $0.key == key } }

    func sections(of step: AgreementStep) -> [Section] { sections.filter { $0.step == step.rawValue } }
}

extension Template {
    /// Nothing where the file is not as templates are; a test reads all that come along.
    init?(json: [UInt8]) {
        guard let file = try? JSONDecoder().decode(Written.self, from: Data(json)) else { return nil }
        let sections = file.sections.compactMap { section -> Section? in
            guard let need = Section.Need(rawValue: section.need) else { return nil }
            return Section(
                key: section.key, step: section.step ?? "", need: need, title: section.title.words,
                help: section.help.words)
        }
        guard sections.count == file.sections.count else { return nil }
        self.init(key: file.key, name: file.name.words, about: file.about.words, sections: sections)
    }

    private struct Written: Decodable {
        struct Both: Decodable {
            let da: String
            let en: String
            var words: Words { Words(da: da, en: en) }
        }

        struct Section: Decodable {
            let key: String
            let step: String?
            let need: String
            let title: Both
            let help: Both
        }

        let key: String
        let name: Both
        let about: Both
        let sections: [Section]
    }
}
