import Documents
import ESAW
import Kernel

/// A code of ESAW with what it means, and the plain words by which people find it.
struct EsawCode: Sendable, Equatable {
    let variable: EsawVariable
    let code: String
    /// A group of codes, which is chosen where none of its own fits.
    let isGroup: Bool
    let name: Words
    /// It was remembered and read nowhere.
    let isRemembered: Bool
    fileprivate let words: [String]

    func told(in language: Language) -> String { "\(code) \(name.in(language))" }
}

/// All codes, and the search in them. Read once from what the program brings along.
struct EsawCatalogue: Sendable {
    static let shared = EsawCatalogue(csv: ESAWFile.csv)

    private let codes: [EsawVariable: [EsawCode]]

    /// Lines that cannot be read are left out; the tests see to it that there are none.
    init(csv: [UInt8]) {
        guard let table = try? CSVTable(bytes: csv) else {
            codes = [:]
            return
        }
        let all = table.compactMap { record -> EsawCode? in
            guard record.problem == nil, let variable = EsawVariable(rawValue: record[0]) else { return nil }
            let (danish, english) = (record[3], record[4])
            let words = [danish, english, record[5], record[6]].flatMap(PlainWords.folded)
            return EsawCode(
                variable: variable, code: record[1], isGroup: record[2] == "1", name: Words(da: danish, en: english),
                isRemembered: record[7] == "remembered", words: words)
        }
        codes = Dictionary(grouping: all, by: \.variable)
    }

    func all(_ variable: EsawVariable) -> [EsawCode] { codes[variable] ?? [] }

    /// Nothing where the variable has no such code, whatever others have.
    func find(_ code: String, of variable: EsawVariable) -> EsawCode? { all(variable).first { $0.code == code } }

    /// Codes that have to do with what somebody wrote in his or her own words, the likeliest first.
    func search(_ text: String, in variable: EsawVariable, most: Int) -> [EsawCode] {
        let typed = PlainWords.asked(text)
        guard !typed.isEmpty else { return [] }
        let scored = all(variable).enumerated().compactMap { place, code -> (code: EsawCode, score: Int, place: Int)? in
            let score = typed.reduce(0) { sum, word in sum + (code.words.map { PlainWords.score(word, $0) }.max() ?? 0)
            }
            return score > 0 ? (code, score, place) : nil
        }
        return scored.sorted {
            // Where two fit alike, the more exact one.
            ($1.score, $0.code.isGroup ? 1 : 0, $0.place) < ($0.score, $1.code.isGroup ? 1 : 0, $1.place)
        }.prefix(most).map(\.code)
    }
}

/// Words as they are compared: small letters, without accents, æ, ø and å as people write them without a Danish keyboard.
enum PlainWords {
    /// More words than these are not looked at.
    private static let most = 60

    static func folded(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(400).map { word in
            String(
                word.flatMap { letter -> [Character] in
                    switch letter {
                    case "æ", "ä": ["a", "e"]
                    case "ø", "ö": ["o", "e"]
                    case "å": ["a", "a"]
                    case "é", "è", "ê": ["e"]
                    case "ü": ["u"]
                    default: [letter]
                    }
                })
        }
    }

    /// What of a question or a story says something.
    static func asked(_ text: String) -> [String] {
        var known: Set<String> = []
        return folded(text).filter { $0.count > 1 && !silent.contains($0) && known.insert($0).inserted }
            .prefix(most).map { $0 }
    }

    /// How well a word that was typed fits one of a code's: the same, the beginning of it or a longer one, or another form,
    /// such as “brækkede” of “brækket”.
    static func score(_ typed: String, _ word: String) -> Int {
        if typed == word { return 3 }
        if typed.count >= 3, word.hasPrefix(typed) { return 2 }
        if word.count >= 4, typed.hasPrefix(word) { return 2 }
        let stem = zip(typed, word).prefix { $0 == $1 }.count
        return stem >= 5 && 3 * stem >= 2 * max(typed.count, word.count) ? 1 : 0
    }

    private static let silent: Set<String> = [
        "af", "at", "da", "de", "den", "der", "det", "du", "efter", "en", "er", "et", "for", "fra", "han", "hans",
        "har",
        "havde", "hun", "hendes", "ikke", "ind", "jeg", "med", "men", "mig", "min", "mod", "ned", "ned", "og", "om",
        "op",
        "paa", "saa", "sig", "sin", "sit", "som", "til", "ud", "under", "var", "ved", "vi", "blev", "a", "an", "and",
        "as",
        "at", "by", "he", "her", "his", "i", "in", "it", "my", "not", "of", "on", "or", "she", "the", "to", "was",
        "with",
    ]
}
