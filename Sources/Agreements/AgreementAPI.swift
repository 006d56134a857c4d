import Kernel
import Organisation
import Storage
import Web

/// Agreements and rules of procedure for programs, to be read.
enum AgreementAPI {
    private static let most = 100

    static func add(to routes: inout Routes) {
        routes.api(
            .get, "/agreements",
            APIShape(
                "Agreements on joint committees that were carried out, latest first, 100 at a time",
                scope: .readOrganisation,
                fields: [
                    FieldShape("day", .day, "`day` of the last one of the page before"),
                    FieldShape("after", .id, "`id` of the last one of the page before"),
                ], answer: .object(name: "Agreements", [("agreements", .list(object))])), list)
        routes.api(
            .get, "/bodies/:id/rules",
            APIShape(
                "The rules of procedure of a body that hold today", scope: .readOrganisation,
                answer: .object(
                    name: "RulesOfProcedure",
                    [
                        ("version", .number), ("decided_by", .text), ("decided_on", .text), ("starts", .text),
                        ("sections", .list(.object(name: "Section", [("key", .text), ("text", .text)]))),
                    ])), rules)
    }

    private static let object = AnswerShape.object(
        name: "Agreement",
        [
            ("id", .text), ("committee", .text), ("cooperation", .text), ("joint", .optionalText), ("day", .text),
            ("name_da", .text), ("name_en", .text), ("review_on", .optionalText), ("state", .text),
            ("ended_on", .optionalText),
        ])

    private static func list(_ visit: Visit) async throws -> Answer {
        let after = Day(visit.fields["day"]).map { (day: $0, id: ID<Agreement>(visit.fields["after"])) }
        let agreements = try await visit.read { try AgreementStore($0).page(after: after, most: most) }
        return .json(["agreements": .list(agreements.map(json))])
    }

    private static func rules(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id()
        let today = visit.today
        return try await visit.read { reader in
            let store = ProcedureStore(reader)
            guard try BodyStore(reader).find(id, on: today) != nil, let version = try store.current(of: id, on: today),
                let decision = version.decision
            else { throw Refusal.notFound }
            let texts = try store.texts(of: version.id)
            let sections = Template.rulesOfProcedure.sections.map { section -> JSON in
                ["key": .text(section.key), "text": .text(texts[section.key] ?? "")]
            }
            return .json([
                "version": .number(version.number), "decided_by": .text(decision.by),
                "decided_on": .text(decision.day.text), "starts": .text(decision.starts.text),
                "sections": .list(sections),
            ])
        }
    }

    private static func json(_ agreement: Agreement) -> JSON {
        [
            "id": .text(agreement.id.text), "committee": .text(agreement.committee.text),
            "cooperation": .text(agreement.cooperation.text), "joint": JSON(agreement.joint?.text),
            "day": .text(agreement.day.text), "name_da": .text(agreement.name.danish),
            "name_en": .text(agreement.name.english), "review_on": JSON(agreement.reviewOn?.text),
            "state": .text(agreement.state.rawValue), "ended_on": JSON(agreement.end?.day.text),
        ]
    }
}
