import Access
import Files
import Kernel
import Organisation
import Storage
import Web

/// Agreements on joint committees.
public struct AgreementStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    static let mostFiles = 60

    public func find(_ id: ID<Agreement>) throws -> Agreement? {
        try reader.first("SELECT \(Agreement.columns) FROM agreement WHERE id = \(id)", Agreement.init(row:))
    }

    /// The agreement by which this joint committee was made.
    public func making(_ joint: BodyID) throws -> Agreement? {
        try reader.first("SELECT \(Agreement.columns) FROM agreement WHERE joint_id = \(joint)", Agreement.init(row:))
    }

    /// Agreements that concern a body, whichever part it has in them; drafts too, latest first.
    func concerning(_ body: BodyID) throws -> [Agreement] {
        try reader.rows(
            """
            SELECT \(Agreement.columns) FROM agreement WHERE id IN (
                SELECT id FROM agreement WHERE committee_id = \(body)
                UNION SELECT id FROM agreement WHERE cooperation_id = \(body)
                UNION SELECT id FROM agreement WHERE joint_id = \(body))
            ORDER BY day DESC, id
            """, Agreement.init(row:))
    }

    /// Agreements that were carried out, latest first from the given one on.
    func page(after place: (day: Day, id: ID<Agreement>)? = nil, most: Int) throws -> [Agreement] {
        let from: SQL =
            place.map { "AND (day < \($0.day) OR (day = \($0.day) AND id > \($0.id)))" } ?? ""
        return try reader.rows(
            """
            SELECT \(Agreement.columns) FROM agreement WHERE day <= \(Day.latest) \(from) AND concluded_at IS NOT NULL
            ORDER BY day DESC, id LIMIT \(most)
            """, Agreement.init(row:))
    }

    /// Those that are being written, the one that has waited longest first.
    func drafts(most: Int = 100) throws -> [Agreement] {
        try reader.rows(
            """
            SELECT \(Agreement.columns) FROM agreement WHERE concluded_at IS NULL AND edited_at > ''
            ORDER BY edited_at, id LIMIT \(most)
            """, Agreement.init(row:))
    }

    /// Those whose day of review has come, longest ago first.
    func toReview(on day: Day, most: Int = 100) throws -> [Agreement] {
        try reader.rows(
            """
            SELECT \(Agreement.columns) FROM agreement
            WHERE concluded_at IS NOT NULL AND ended_on IS NULL AND review_on <= \(day)
            ORDER BY review_on, id LIMIT \(most)
            """, Agreement.init(row:))
    }

    func texts(of id: ID<Agreement>) throws -> [String: Agreement.Entry] {
        let pairs = try reader.rows(
            "SELECT section, text, is_ticked FROM agreement_text WHERE agreement_id = \(id)"
        ) { row in
            (try row[0] as String, Agreement.Entry(text: try row[1], isTicked: try row[2]))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// First attached first.
    func files(of id: ID<Agreement>) throws -> [AgreementFile] {
        let pairs = try reader.rows(
            """
            SELECT section, file_id FROM agreement_file WHERE agreement_id = \(id)
            ORDER BY at, file_id LIMIT \(Self.mostFiles)
            """
        ) { row in (try row[0] as String, try row[1] as FileID) }
        return try pairs.compactMap { section, file in
            try FileStore(reader).file(file).map { AgreementFile(section: section, file: $0) }
        }
    }

    /// All of it, for a viewer: a draft is there only for those who arrange both committees.
    /// - Throws: `Refusal.notFound`.
    func picture(_ id: ID<Agreement>, for viewer: Viewer, on day: Day) throws -> AgreementPicture {
        guard let agreement = try find(id) else { throw Refusal.notFound }
        let (bodies, people) = (BodyStore(reader), PersonStore(reader))
        // The two as they were before, also where they have become one since.
        let before = agreement.day - 1
        guard let committee = try bodies.find(agreement.committee, on: before),
            let cooperation = try bodies.find(agreement.cooperation, on: before)
        else { throw Refusal.notFound }
        let mayChange = try Self.mayArrange([committee, cooperation], viewer, on: day, reader)
        guard mayChange || agreement.state != .draft else { throw Refusal.notFound }
        return AgreementPicture(
            agreement: agreement, texts: try texts(of: id), files: try files(of: id), committee: committee,
            cooperation: cooperation,
            joint: try agreement.joint.flatMap { try bodies.find($0, on: max(day, agreement.day)) },
            editor: try agreement.editor.flatMap { try people.name(of: $0) },
            concluder: try agreement.concludedBy.flatMap { try people.name(of: $0) }, mayChange: mayChange)
    }

    /// - Throws: `Refusal.forbidden` where the viewer may read it, but does not arrange the committees.
    func changeable(_ id: ID<Agreement>, by viewer: Viewer, on day: Day) throws -> AgreementPicture {
        let picture = try picture(id, for: viewer, on: day)
        guard picture.mayChange else { throw Refusal.doesNotArrange }
        return picture
    }

    static func mayArrange(_ bodies: [Body], _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> Bool {
        try bodies.allSatisfy { try viewer.arranges($0, on: day, reader) }
    }
}

extension Agreement {
    static var columns: SQL {
        """
        id, committee_id, cooperation_id, joint_id, day, name_da, name_en, review_on, edited_by, concluded_by,
        concluded_at, ended_on, ended_because, ended_by
        """
    }

    init(row: Row) throws {
        let ended: Day? = try row[11]
        try self.init(
            id: row[0], committee: row[1], cooperation: row[2], joint: row[3], day: row[4],
            name: Words(da: row[5], en: row[6]), reviewOn: row[7], editor: row[8], concludedBy: row[9],
            concludedAt: row[10], end: try ended.map { End(day: $0, reason: try row[12] ?? "", person: try row[13]) })
    }
}
