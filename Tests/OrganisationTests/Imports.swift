import Journal
import Kernel
import Storage
import TestSupport

@testable import Organisation

extension Workplace {
    /// As the set-up leaves it: one unit, and whoever began.
    static func founded(_ engine: Engine) async throws -> Workplace {
        let workplace = try await Workplace(engine, isEmpty: true)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { writer in
            try writer.execute("INSERT INTO organisation (id, name_da, name_en) VALUES (1, 'Sundby', 'Sundby')")
            let top = Unit(
                id: ID("top"), code: "1", parent: nil, kind: .organisation, name: Words(da: "Sundby", en: "Sundby"),
                isLegalEntity: true, opens: today)
            try writer.apply(top.added(reportLink: "link-top"), deed)
        }
        try await workplace.employ([
            Person(
                id: ID("bodil"), name: "Bodil Ærø", email: "bodil@sundby.example", unit: ID("top"), starts: today,
                isAdministrator: true)
        ])
        return workplace
    }
}

/// Imports without a page, and what they left behind.
extension Workplace {
    func staged(units: String? = nil, people: String? = nil, by person: Person? = rikke) async throws -> ID<Import> {
        try await staged(units: units.map { Array($0.utf8) }, people: people.map { Array($0.utf8) }, by: person)
    }

    func staged(units: [UInt8]?, people: [UInt8]?, by person: Person? = rikke) async throws -> ID<Import> {
        let files = [(ImportKind.units, units), (.people, people)].compactMap { kind, bytes in
            bytes.map { ImportFile(kind, name: "\(kind.rawValue).csv", bytes: $0) }
        }
        let draft = try await ImportDraft.read(files, house.identities)
        let deed = deed(by: person)
        try await database.write { writer in try draft.stage(deed, writer) }
        return draft.id
    }

    @discardableResult
    func apply(_ id: ID<Import>) async throws -> ImportOutcome? {
        let deed = deed(by: Self.rikke)
        return try await database.write { writer in try Import.apply(id, deed, writer) }
    }

    @discardableResult
    func imported(units: String? = nil, people: String? = nil) async throws -> ImportOutcome? {
        try await apply(try await staged(units: units, people: people))
    }

    func counts(_ id: ID<Import>) async throws -> ImportCounts {
        try await database.read { reader in
            guard let found = try ImportStore(reader).find(id) else { return ImportCounts() }
            return try ImportStore(reader).counts(of: found)
        }
    }

    func refusals(_ id: ID<Import>) async throws -> [Refused] {
        try await database.read { reader in
            try ImportStore(reader).refusals(of: id).compactMap { refusal in
                (refusal.problem as? ImportProblem).map { Refused($0, line: refusal.line) }
            }
        }
    }

    func refusals(units: String? = nil, people: String? = nil) async throws -> [Refused] {
        try await refusals(try await staged(units: units, people: people))
    }

    func person(_ externalID: String) async throws -> Person? {
        try await database.read { reader in
            try reader.first(
                "SELECT \(Person.columns(on: Self.today)) FROM person WHERE external_id = \(externalID)",
                Person.init(row:))
        }
    }

    func unit(_ code: String) async throws -> Unit? {
        try await database.read { reader in try UnitStore(reader).find(code: code, on: Self.today) }
    }
}

struct Refused: Equatable {
    let problem: ImportProblem
    let line: Int

    init(_ problem: ImportProblem, line: Int) {
        self.problem = problem
        self.line = line
    }
}
