import Kernel
import Storage

public struct FileStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func file(_ id: FileID) throws -> StoredFile? {
        try reader.first(
            "SELECT id, name, media_type, size, digest, day FROM stored_file WHERE id = \(id)", StoredFile.init(row:))
    }

    /// One chunk of the content, so that no file need lie in memory as a whole. Nothing past the last one.
    /// - Parameter place: from 0.
    public func chunk(_ place: Int, of file: StoredFile) throws -> [UInt8]? {
        try reader.value("SELECT content FROM file_chunk WHERE digest = \(file.digest) AND place = \(place)")
    }
}

extension StoredFile {
    init(row: Row) throws {
        try self.init(id: row[0], name: row[1], mediaType: row[2], size: row[3], digest: row[4], day: row[5])
    }

    /// The content goes too, unless another file has the same.
    public var deletions: [SQL] {
        [
            "DELETE FROM stored_file WHERE id = \(id)",
            """
            DELETE FROM file_chunk
            WHERE digest = \(digest) AND NOT EXISTS (SELECT 1 FROM stored_file WHERE digest = \(digest))
            """,
        ]
    }
}

extension NewFile {
    public var insertions: [SQL] {
        let chunks = (0..<file.chunkCount).map { place -> SQL in
            let start = place * StoredFile.chunkSize
            let chunk = Array(content[start..<min(start + StoredFile.chunkSize, content.count)])
            return """
                INSERT INTO file_chunk (digest, place, content) VALUES (\(file.digest), \(place), \(chunk))
                ON CONFLICT (digest, place) DO NOTHING
                """
        }
        return chunks + [
            """
            INSERT INTO stored_file (id, name, media_type, size, digest, day)
            VALUES (\(file.id), \(file.name), \(file.mediaType), \(file.size), \(file.digest), \(file.day))
            """
        ]
    }
}

public enum FileSchema {
    public static let migrations = [
        Migration(
            "create stored file",
            """
            CREATE TABLE stored_file (
                id         TEXT NOT NULL PRIMARY KEY,
                name       TEXT NOT NULL CHECK (name <> ''),
                media_type TEXT NOT NULL CHECK (media_type <> ''),
                size       \(.integer) NOT NULL CHECK (size > 0 AND size <= 26214400),
                digest     TEXT NOT NULL CHECK (length(digest) = 64),
                day        TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX stored_file_digest ON stored_file (digest)",
            """
            CREATE TABLE file_chunk (
                digest  TEXT NOT NULL CHECK (length(digest) = 64),
                place   \(.integer) NOT NULL CHECK (place >= 0),
                content \(.bytes) NOT NULL CHECK (length(content) > 0 AND length(content) <= 262144),
                PRIMARY KEY (digest, place)
            ) \(.withoutOrder)
            """
        )
    ]
}
