import Foundation
import Kernel
import Storage

/// By which beginnings a name is found: each of its words, in the order of the Danish alphabet when sorted by bytes.
///
/// Large and small letters are one, and so are a letter and its accent. Æ, ø and å come last: they are kept as the three
/// characters after z. Å and aa are the same letter in two spellings, so a word with either is kept in both.
enum SearchWords {
    /// Longer words and longer names are not found by what lies beyond.
    private static let (longest, most) = (40, 8)

    /// The words of a name, each once, and the e-mail as one.
    static func of(name: String, email: String?) -> [String] {
        var words: [String] = []
        func add(_ word: String) {
            if !words.contains(word) { words.append(word) }
        }
        for word in split(name).prefix(most) {
            let kept = folded(word, isRingKept: true)
            add(kept)
            if kept.utf8.contains(ring) { add(folded(word, isRingKept: false)) }
        }
        if let email { add(beginning(of: email.lowercased(), most: 200)) }
        return words
    }

    /// The beginnings that somebody typed, the longest first.
    static func typed(_ text: String) -> [String] {
        let parts = text.split(whereSeparator: \.isWhitespace).flatMap { part -> [String] in
            if part.contains("@") { return [part.lowercased()] }
            return split(String(part)).map { word in
                folded(word, isRingKept: word.lowercased().contains("å"))
            }
        }
        return Set(parts).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(4).map { $0 }
    }

    /// Rows whose word begins so.
    static func begins(_ column: SQL, with beginning: String) -> SQL {
        "\(column) >= \(beginning) AND \(column) < \(beginning + "\u{10FFFF}")"
    }

    private static func split(_ text: String) -> [String] {
        // Where every letter is one scalar, as in nearly all names, none need be put together first.
        guard text.unicodeScalars.allSatisfy({ $0.value < firstCombining }) else {
            return text.split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(longest)) }
        }
        return text.unicodeScalars.split { !isPartOfWord($0) }.map { beginning(of: String($0), most: longest) }
    }

    /// U+0300 and those after it may stand upon the letter before.
    private static let firstCombining: UInt32 = 0x300

    private static func isPartOfWord(_ letter: Unicode.Scalar) -> Bool {
        guard letter.isASCII else {
            return letter.properties.isAlphabetic || letter.properties.numericType != nil
        }
        return switch letter {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    private static func beginning(of text: String, most: Int) -> String {
        // A letter has one byte or more, so that short texts need not be counted letter by letter.
        text.utf8.count <= most ? text : String(text.prefix(most))
    }

    private static func folded(_ word: String, isRingKept: Bool) -> String {
        var bytes: [UInt8] = []
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return foldedPlain(word, isRingKept: isRingKept) }
        for letter in word.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
            switch letter {
            case "å": bytes += isRingKept ? [ring] : Array("aa".utf8)
            case "a" where isRingKept && bytes.last == UInt8(ascii: "a"): bytes[bytes.count - 1] = ring
            case "æ", "ä": bytes.append(UInt8(ascii: "{"))
            case "ø", "ö": bytes.append(UInt8(ascii: "|"))
            case "ü": bytes.append(UInt8(ascii: "y"))
            case _ where letter.isASCII: bytes.append(UInt8(letter.value))
            default:
                let plain = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    !$0.properties.isDiacritic && $0.properties.canonicalCombiningClass == .notReordered
                }
                bytes += Array(String(String.UnicodeScalarView(plain)).utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same where there are but letters of ASCII, as in most names.
    private static func foldedPlain(_ word: String, isRingKept: Bool) -> String {
        var bytes: [UInt8] = []
        for letter in word.utf8 {
            let small = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) ? letter | 0x20 : letter
            if isRingKept, small == UInt8(ascii: "a"), bytes.last == small {
                bytes[bytes.count - 1] = ring
            } else {
                bytes.append(small)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let ring = UInt8(ascii: "}")
}

extension SearchWords {
    static func insertions(of person: PersonID, name: String, email: String?) -> [SQL] {
        of(name: name, email: email).sorted().map { word in
            "INSERT INTO person_word (word, name, person_id) VALUES (\(word), \(name), \(person))"
        }
    }

    static func fill(_ people: some Sequence<(id: PersonID, name: String, email: String?)>, _ writer: Writer) throws {
        try fill(SortedWords(of: people), writer)
    }

    static func fill(_ words: SortedWords, _ writer: Writer) throws {
        try writer.fill(table: "person_word", columns: ["word", "name", "person_id"], rows: words.rows)
    }

    /// The words of a unit: its code, and its names in both languages, whatever it was called.
    static func of(_ unit: (code: String, name: Words)) -> Set<String> {
        Set(of(name: unit.name.danish, email: nil) + of(name: unit.name.english, email: nil))
            .union(of(name: unit.code, email: unit.code))
    }

    static func insertions(of unit: UnitID, code: String, name: Words) -> [SQL] {
        of((code, name)).sorted().map { word in
            "INSERT INTO unit_word (word, unit_id) VALUES (\(word), \(unit)) ON CONFLICT (word, unit_id) DO NOTHING"
        }
    }

    /// People and units that were here before there were words get theirs.
    static func complete(_ writer: Writer) throws {
        let people = try writer.reader.rows(
            """
            SELECT person.id, person.name, person.email FROM wordless JOIN person ON person.id = wordless.thing_id
            WHERE wordless.kind = 'person'
            """
        ) { row in (id: try row[0] as PersonID, name: try row[1] as String, email: try row[2] as String?) }
        let units = try writer.reader.rows(
            """
            SELECT unit.id, unit.code, version.name_da, version.name_en FROM wordless
            JOIN unit ON unit.id = wordless.thing_id JOIN unit_version AS version ON version.unit_id = unit.id
            WHERE wordless.kind = 'unit'
            """
        ) { row in (id: try row[0] as UnitID, code: try row[1] as String, name: Words(da: try row[2], en: try row[3])) }
        guard !people.isEmpty || !units.isEmpty else { return }
        try fill(people, writer)
        for unit in units {
            for statement in insertions(of: unit.id, code: unit.code, name: unit.name) {
                try writer.execute(statement)
            }
        }
        try writer.execute("DELETE FROM wordless")
    }
}

/// The words of many people in the order of their table: rows that come one after the other are laid down side by side.
struct SortedWords: Sendable {
    private let people: [(id: PersonID, name: String, email: String?)]
    private let words: [(word: String, place: Int)]

    init(of people: some Sequence<(id: PersonID, name: String, email: String?)>) {
        let people = people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        var words: [(word: String, place: Int)] = []
        words.reserveCapacity(5 * people.count)
        for (place, person) in people.enumerated() {
            for word in SearchWords.of(name: person.name, email: person.email) { words.append((word, place)) }
        }
        words.sort { ($0.word, $0.place) < ($1.word, $1.place) }
        self.people = people
        self.words = words
    }

    var rows: some Sequence<[SQLValue]> {
        words.lazy.map { [people] word, place in
            [word.stored, people[place].name.stored, people[place].id.stored]
        }
    }
}
