import Foundation
import Kernel
import Storage
import StorageTesting
import Testing

/// Somebody with the database in hand, who looks at it before and after every vote and wants to know who voted what.
/// The spy knows everybody's id, every candidate, the order of the register and the form of every table.
enum Spy {
    /// What a vote wrote, as far as it names people: ids that stand in what is new.
    struct Seen: Equatable {
        var people: Set<String>

        /// Who voted what, where exactly one voter and one candidate are named.
        func joined(voters: Set<String>, candidates: Set<String>) -> (voter: String, candidate: String)? {
            guard people.count == 2, let voter = people.intersection(voters).first,
                let candidate = people.intersection(candidates).first
            else { return nil }
            return (voter, candidate)
        }
    }

    // MARK: SQLite: the file and its log, page by page

    /// The newest image of every page: of the file, and over it those of the write-ahead log.
    static func pages(of path: String) throws -> [Int: Data] {
        let file = try Data(contentsOf: URL(filePath: path))
        let size = Int(file[16]) << 8 | Int(file[17])
        let length = size == 1 ? 65_536 : size
        var pages: [Int: Data] = [:]
        for number in 0..<file.count / length {
            pages[number + 1] = file.subdata(in: number * length..<(number + 1) * length)
        }
        for frame in try frames(of: path + "-wal", pageLength: length) { pages[frame.page] = frame.bytes }
        return pages
    }

    /// All page images that the log still holds, also those that newer ones have replaced.
    static func frames(of path: String, pageLength: Int) throws -> [(page: Int, bytes: Data)] {
        guard let log = try? Data(contentsOf: URL(filePath: path)), log.count > 32 else { return [] }
        let salt = log.subdata(in: 16..<24)
        var frames: [(page: Int, bytes: Data)] = []
        var place = 32
        while place + 24 + pageLength <= log.count {
            guard log.subdata(in: place + 8..<place + 16) == salt else { break }
            let page = log.subdata(in: place..<place + 4).reduce(0) { $0 << 8 | Int($1) }
            frames.append((page, log.subdata(in: place + 24..<place + 24 + pageLength)))
            place += 24 + pageLength
        }
        return frames
    }

    /// Which of these words were written into pages: they stand more often in the new image than in the old.
    static func written(_ words: Set<String>, from before: [Int: Data], to after: [Int: Data]) -> Seen {
        var people: Set<String> = []
        for (number, page) in after where before[number] != page {
            for word in words where count(word, in: page) > count(word, in: before[number] ?? Data()) {
                people.insert(word)
            }
        }
        return Seen(people: people)
    }

    static func count(_ word: String, in data: Data) -> Int {
        var (found, place) = (0, data.startIndex)
        let wanted = Data(word.utf8)
        while let range = data.range(of: wanted, in: place..<data.endIndex) {
            (found, place) = (found + 1, range.upperBound)
        }
        return found
    }

    // MARK: PostgreSQL: every row of every table, with the system's own columns

    struct Row: Hashable {
        let table: String
        /// Where it lies, and which transaction wrote it.
        let place: String
        let transaction: Int
        let text: String
    }

    static func rows(_ database: TestDatabase) async throws -> Set<Row> {
        try await database.read { reader in
            let tables = try reader.rows(
                """
                SELECT CAST(table_name AS TEXT), CAST(query_to_xml(format(
                    'SELECT CAST(t.ctid AS TEXT) AS spy_place, CAST(t.xmin AS TEXT) AS spy_transaction, t.* FROM %I AS t',
                    table_name), true, false, '') AS TEXT)
                FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA()
                """
            ) { row in (try row[0] as String, try row[1] as String) }
            return Set(
                tables.flatMap { table, xml in
                    xml.components(separatedBy: "</row>").compactMap { text -> Row? in
                        guard let place = text.between("<spy_place>", "</spy_place>"),
                            let transaction = text.between("<spy_transaction>", "</spy_transaction>").flatMap({
                                Int($0)
                            })
                        else { return nil }
                        return Row(table: table, place: place, transaction: transaction, text: text)
                    }
                })
        }
    }

    /// Which of these words stand in rows that are new or were written anew.
    static func written(_ words: Set<String>, from before: Set<Row>, to after: Set<Row>) -> Seen {
        let new = after.subtracting(before)
        return Seen(people: words.filter { word in new.contains { $0.text.contains(">\(word)<") } })
    }

    /// Who is named in rows that one transaction wrote, transaction by transaction: rows of one vote belong together.
    static func joinedByTransaction(_ rows: Set<Row>, tables: Set<String>, voters: Set<String>, candidates: Set<String>)
        -> [String: String]
    {
        let together = Dictionary(grouping: rows.filter { tables.contains($0.table) }, by: \.transaction)
        var pairs: [String: String] = [:]
        for group in together.values {
            let named = { (words: Set<String>) in
                words.filter { word in group.contains { $0.text.contains(">\(word)<") } }
            }
            let (voting, standing) = (named(voters), named(candidates))
            guard voting.count == 1, standing.count == 1 else { continue }
            if let voter = voting.first, let candidate = standing.first { pairs[voter] = candidate }
        }
        return pairs
    }

    // MARK: The box itself, before and after a vote

    /// Which of the numbers in a row of numbers changed.
    static func changed(_ before: [UInt8], _ after: [UInt8], numbersOf length: Int) -> [Int] {
        let (old, new) = (before.chunks(of: length), after.chunks(of: length))
        return new.indices.filter { !old.indices.contains($0) || old[$0] != new[$0] }
    }

    /// How many bits differ.
    static func distance(_ before: [UInt8], _ after: [UInt8]) -> Int {
        zip(before, after).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }
}

extension String {
    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return nil }
        return String(self[from.upperBound..<to.lowerBound])
    }
}
