import ActionPlan
import Kernel
import Reports
import Storage
import Web

/// Investigations for programs: read only.
enum InvestigationAPI {
    static func add(to routes: inout Routes) {
        routes.api(.get, "/reports/:id/investigation", shape) { visit in
            .json(json(try await visit.investigation()))
        }
    }

    private static let shape = APIShape(
        "The investigation of a report that you handle", scope: .readReports,
        answer: .object(
            name: "Investigation",
            [
                ("begun", .text), ("closed", .optionalText), ("conclusion", .text), ("prevention", .text),
                ("cause_unknown", .flag), ("others", .text), ("leader_took_part", .flag),
                ("representative_took_part", .flag),
                (
                    "steps",
                    .list(.object(name: "EventStep", [("id", .text), ("time", .text), ("what", .text)]))
                ),
                (
                    "causes",
                    .list(
                        .object(
                            name: "Cause",
                            [
                                ("id", .text), ("what", .text), ("answers", .optionalText), ("side", .optionalText),
                                ("is_root", .flag), ("actions", .list(.text)),
                            ]))
                ),
                (
                    "barriers",
                    .list(
                        .object(
                            name: "Barrier",
                            [("id", .text), ("what", .text), ("state", .text), ("actions", .list(.text))]))
                ),
            ]))

    private static func json(_ picture: InvestigationPicture) -> JSON {
        let investigation = picture.investigation
        return [
            "begun": .text(investigation.begun.text), "closed": JSON(investigation.closed?.text),
            "conclusion": .text(investigation.conclusion), "prevention": .text(investigation.prevention),
            "cause_unknown": .flag(investigation.isCauseUnknown), "others": .text(investigation.others),
            "leader_took_part": .flag(!picture.lacking.contains(.leader)),
            "representative_took_part": .flag(!picture.lacking.contains(.representative)),
            "steps": .list(
                picture.steps.map { ["id": .text($0.id.text), "time": .text($0.time), "what": .text($0.what)] }),
            "causes": .list(
                picture.tree.lines.map { line in
                    [
                        "id": .text(line.cause.id.text), "what": .text(line.cause.what),
                        "answers": JSON(line.cause.parent?.text), "side": JSON(line.bone?.rawValue),
                        "is_root": .flag(line.isRoot), "actions": actions(picture, line.cause.id.text),
                    ]
                }),
            "barriers": .list(
                picture.barriers.map { barrier in
                    [
                        "id": .text(barrier.id.text), "what": .text(barrier.what),
                        "state": .text(barrier.state.rawValue), "actions": actions(picture, barrier.id.text),
                    ]
                }),
        ]
    }

    private static func actions(_ picture: InvestigationPicture, _ piece: String) -> JSON {
        .list(picture.actions(mending: piece).map { .text($0.id.text) })
    }
}
