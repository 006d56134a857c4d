/// Words of a text by which somebody may be known. A rule of thumb for those who read it through: it finds names that are
/// known, and what is written as names are in the middle of a sentence.
public enum NamesInText {
    /// What stands instead of a word that others may not read.
    public static let cover = "▇▇▇"

    /// The parts of a name by which somebody is known: capitalised, and no initials.
    public static func parts(of name: String) -> [String] {
        words(of: name).filter { $0.count > 2 && $0.first?.isUppercase == true }
    }

    /// Its words; of one that may stand in the genitive the other form too: “Majas” names Maja.
    public static func words(of text: String) -> [String] {
        text.split { !$0.isLetter && $0 != "-" }.map(String.init)
            .flatMap { $0.hasSuffix("s") ? [$0, String($0.dropLast())] : [$0] }
    }

    /// Words as they stand in the text that are part of one of these names, or are written as names are: with a capital
    /// where no sentence begins. Each once, in the order in which they come.
    public static func likely(in text: String, knowing names: [String] = []) -> [String] {
        let known = Set(names.flatMap(plain).filter { $0.count > 2 })
        var (found, seen): ([String], Set<String>) = ([], [])
        for word in spelled(in: text) {
            let isKnown = words(of: word.text.lowercased()).contains(where: known.contains)
            guard isKnown || word.isWrittenAsName, seen.insert(word.text).inserted else { continue }
            found.append(word.text)
        }
        return found
    }

    /// Words with a capital that begin a sentence: names or not, which only knowing the names can tell.
    public static func beginnings(in text: String) -> [String] {
        var seen: Set<String> = []
        return spelled(in: text).filter { $0.beginsSentence && $0.text.first?.isUppercase == true }
            .flatMap { words(of: $0.text) }.filter { $0.count > 2 && seen.insert($0).inserted }
    }

    /// The text with each of these words covered, however it is capitalised, also with an s after it.
    public static func covered(_ text: String, _ names: [String], by cover: String = cover) -> String {
        let names = Set(names.flatMap(plain).filter { $0.count > 1 })
        var (result, word) = ("", "")
        func end() {
            result += words(of: word.lowercased()).contains(where: names.contains) ? cover : word
            word = ""
        }
        for letter in text {
            if letter.isLetter || letter == "-" {
                word.append(letter)
            } else {
                end()
                result.append(letter)
            }
        }
        end()
        return result
    }

    /// The words of a name, each as it is: Hans is not han.
    private static func plain(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    }

    private struct Word {
        let text: String
        let beginsSentence: Bool

        /// A capital and small letters, where no sentence begins: no abbreviation, and not the English I.
        var isWrittenAsName: Bool {
            !beginsSentence && text.count > 1 && text.first?.isUppercase == true && text.contains { $0.isLowercase }
        }
    }

    private static func spelled(in text: String) -> [Word] {
        var (all, word, begins, wordBegins): ([Word], String, Bool, Bool) = ([], "", true, true)
        func end() {
            guard !word.isEmpty else { return }
            all.append(Word(text: word, beginsSentence: wordBegins))
            (word, begins) = ("", false)
        }
        for letter in text {
            if letter.isLetter || (letter == "-" && !word.isEmpty) {
                if word.isEmpty { wordBegins = begins }
                word.append(letter)
            } else {
                end()
                if ".!?:".contains(letter) || letter.isNewline { begins = true }
            }
        }
        end()
        return all
    }
}
