import Files
import Kernel
import Storage
import StorageTesting
import Testing

struct FileStoreTests {
    private let day = Day(number: 20_778)

    private func file(_ id: String, _ content: [UInt8]) throws -> NewFile {
        try NewFile(id: FileID(id), name: "plan.pdf", mediaType: "application/pdf", content: content, on: day)
    }

    private func database(_ engine: Engine) async throws -> TestDatabase {
        try await TestDatabase.make(engine, migrations: StorageSchema.migrations + FileSchema.migrations)
    }

    private func write(_ statements: [SQL], to database: TestDatabase) async throws {
        try await database.write { writer in
            for statement in statements { try writer.execute(statement) }
        }
    }

    private func chunkCount(in database: TestDatabase) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) FROM file_chunk", as: Int.self) }
    }

    @Test(arguments: Engine.tested)
    func `a file is read chunk by chunk as it was sent`(engine: Engine) async throws {
        let database = try await database(engine)
        let content = (0..<(2 * StoredFile.chunkSize + 7)).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ ($0 >> 8)) }
        let new = try file("f1", content)
        try await write(new.insertions, to: database)

        let found = try #require(try await database.read { try FileStore($0).file(FileID("f1")) })
        #expect(found == new.file)
        #expect(found.chunkCount == 3)
        let chunks = try await database.read { reader in
            try (0..<found.chunkCount).map { try FileStore(reader).chunk($0, of: found) ?? [] }
        }
        #expect(chunks.map(\.count) == [StoredFile.chunkSize, StoredFile.chunkSize, 7])
        #expect(Array(chunks.joined()) == content)
        #expect(try await database.read { try FileStore($0).chunk(3, of: found) } == nil)
    }

    @Test(arguments: Engine.tested)
    func `the same content is kept once, and goes with the last file that has it`(engine: Engine) async throws {
        let database = try await database(engine)
        let content = [UInt8](repeating: 7, count: StoredFile.chunkSize)
        let (one, other) = (try file("f1", content), try file("f2", content))
        try await write(one.insertions + other.insertions, to: database)
        #expect(try await chunkCount(in: database) == 1)

        try await write(one.file.deletions, to: database)
        #expect(try await chunkCount(in: database) == 1)
        #expect(try await database.read { try FileStore($0).file(FileID("f1")) } == nil)

        try await write(other.file.deletions, to: database)
        #expect(try await chunkCount(in: database) == 0)
    }

    @Test(arguments: Engine.tested)
    func `an unknown id finds nothing`(engine: Engine) async throws {
        let database = try await database(engine)
        #expect(try await database.read { try FileStore($0).file(FileID("findes-ikke")) } == nil)
    }
}
