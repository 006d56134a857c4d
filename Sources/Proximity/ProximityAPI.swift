import Kernel
import Organisation
import Storage
import Web

/// Documentation of the proximity principle for programs, to be read.
enum ProximityAPI {
    static func add(to routes: inout Routes) {
        routes.api(
            .get, "/units/:id/proximity",
            APIShape(
                "The latest versions of what is documented for a unit, latest first", scope: .readOrganisation,
                answer: .object(name: "ProximityRecords", [("records", .list(object))])), list)
    }

    private static let object = AnswerShape.object(
        name: "ProximityRecord",
        [
            ("id", .text), ("version", .number), ("unit", .text), ("day", .text), ("occasion", .text),
            ("employees", .number), ("units", .number), ("groups", .number), ("members", .number),
            ("conclusion", .text), ("decided_by", .text), ("participants", .text),
        ])

    private static func list(_ visit: Visit) async throws -> Answer {
        let id: UnitID = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        let records = try await visit.read { reader in
            let store = ProximityStore(reader)
            guard try UnitStore(reader).find(id, on: today) != nil, try store.mayRead(id, viewer, on: today) else {
                throw Refusal.notFound
            }
            return try store.records(covering: id, on: today)
        }
        return .json(["records": .list(records.map(json))])
    }

    private static func json(_ record: ProximityRecord) -> JSON {
        [
            "id": .text(record.id.text), "version": .number(record.version), "unit": .text(record.unit.text),
            "day": .text(record.day.text), "occasion": .text(record.occasion.rawValue),
            "employees": .number(record.employees), "units": .number(record.units), "groups": .number(record.groups),
            "members": .number(record.members), "conclusion": .text(record.conclusion),
            "decided_by": .text(record.decidedBy), "participants": .text(record.participants),
        ]
    }
}
